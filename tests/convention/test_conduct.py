"""How every act is carried out: refused without a trace, done once, told in order."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from isegoria.convention.chartered import By
from isegoria.convention.governance import conduct
from isegoria.convention.governance.conduct import AlreadyDone, Conflict, Refused
from isegoria.convention.journal import book, queries
from isegoria.convention.models import (
    Appointment,
    CalendarItem,
    Convention,
    Deed,
    Entry,
    LaunchOpinion,
    Version,
)
from isegoria.convention.verbs import calendar, opinion, people, publishing, stewardship
from isegoria.core.charter import CHARTER, Role
from isegoria.core.journal import merkle
from isegoria.core.journal.record import NotAllowed
from tests import story
from tests.cast import AT, account, convention, holder

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(alice):
    return story.announced(alice)


def acts_since(position, of):
    found = Entry.objects.filter(convention=of.pk, position__gte=position)
    return list(found.order_by("position").values_list("act", flat=True))


def trace(of):
    """Everything an act could leave behind."""
    return (
        queries.tree_head(of.pk),
        Entry.objects.count(),
        Deed.objects.count(),
        sorted(Version.objects.values_list("pk", "state", "revision", "body")),
        sorted(Convention.objects.values_list("pk", "state", "revision", "lede")),
    )


def test_every_act_has_a_performer_and_every_performer_an_act():
    assert set(conduct.PERFORMERS) == set(CHARTER.acts)


def test_an_act_that_is_not_in_the_charter_cannot_be_bound():
    with pytest.raises(KeyError):
        conduct.performs("version.burn")


def test_an_act_is_performed_in_one_place():
    with pytest.raises(ValueError, match="performed twice"):
        conduct.performs("version.edit")(lambda *_: None)


def test_an_act_moves_the_state_and_the_revision_and_is_told(told):
    version = story.drafted(told)
    size, _ = queries.tree_head(told.convention.pk)

    publishing.validate(version, told.organiser)

    version.refresh_from_db()
    entry = Entry.objects.get(convention=told.convention.pk, position=size)
    assert (version.state, version.revision) == ("validated", 2)
    assert (entry.act, entry.subject, entry.role) == (
        "version.validate",
        version.reference,
        "organiser",
    )
    assert (entry.deed.actor, entry.deed.on_behalf_of) == (told.odile, None)


def test_a_refused_act_leaves_no_trace(told):
    version = story.published(told)
    before = trace(told.convention)

    with pytest.raises(Refused) as refused:
        publishing.edit(version, told.organiser, changes={"body": "rewritten"})

    assert refused.value.decision.code == "wrong_state"
    assert trace(told.convention) == before


def test_an_act_that_fails_half_way_leaves_no_trace(told):
    version = story.drafted(told)
    before = trace(told.convention)

    with pytest.raises(ValidationError):
        publishing.edit(version, told.organiser, changes={"body": "half", "dated": "not a date"})

    version.refresh_from_db()
    assert version.body == story.CANARY
    assert trace(told.convention) == before


def test_an_act_that_would_record_what_it_may_not_is_undone(told, monkeypatch):
    version = publishing.validate(story.drafted(told), told.organiser)
    before = trace(told.convention)
    monkeypatch.delitem(conduct.PERFORMERS, "version.reopen")
    leaky = conduct.performs("version.reopen")(lambda *_: {"author": "Odile"})

    with pytest.raises(NotAllowed, match="author"):
        leaky(version, told.organiser)

    assert trace(told.convention) == before


def test_the_role_is_looked_at_for_every_act(told):
    somebody = By(account("Zoé Inconnue"), AT)

    with pytest.raises(Refused) as refused:
        stewardship.describe(told.convention, somebody, changes={"lede": "mine"})

    assert refused.value.decision.code == "wrong_role"


def test_an_organiser_of_one_convention_is_nobody_in_another(told):
    other = convention(told.alice, slug="autre")
    olga = holder(Role.ORGANISER, other, told.alice, name="Olga Ailleurs")

    with pytest.raises(Refused):
        stewardship.describe(told.convention, By(olga, AT), changes={"lede": "mine"})


def test_publishing_a_version_supersedes_the_current_one_first(told):
    first = story.published(told)
    second = publishing.validate(story.next_version(told, first), told.organiser)
    size, _ = queries.tree_head(told.convention.pk)

    publishing.publish(second, told.organiser)

    first.refresh_from_db()
    assert acts_since(size, told.convention) == ["version.supersede", "version.publish"]
    assert (first.state, second.state) == ("superseded", "published")


def test_an_act_within_an_act_that_is_refused_undoes_both(told, monkeypatch):
    first = story.published(told)
    second = publishing.validate(story.next_version(told, first), told.organiser)
    before = trace(told.convention)

    def out_of_ink(*_):
        raise RuntimeError("out of ink")

    monkeypatch.setattr(conduct, "_record", out_of_ink)
    with pytest.raises(RuntimeError):
        publishing.publish(second, told.organiser)

    assert trace(told.convention) == before


def test_an_act_within_an_act_that_fails_alone_leaves_no_gap(told):
    version = story.drafted(told)
    size, _ = queries.tree_head(told.convention.pk)

    with conduct.under_lock(told.convention):
        with pytest.raises(ValidationError):
            edit_and_fail(version, told)
        publishing.edit(version, told.organiser, changes={"title": "kept"})

    leaves = [merkle.leaf_hash(one) for one in queries.leaves(told.convention.pk)]
    assert acts_since(size, told.convention) == ["version.edit"]
    assert queries.tree_head(told.convention.pk)[1] == merkle.root(merkle.frontier_of(leaves))


def edit_and_fail(version, told):
    with conduct.under_lock(told.convention):
        publishing.edit(version, told.organiser, changes={"title": "lost"})
        raise ValidationError("no more ink")


def test_the_same_request_twice_is_done_once(told):
    version, once = story.drafted(told), uuid.uuid4()
    by = By(told.odile, AT, once=once)
    publishing.edit(version, by, changes={"body": "first"})

    with pytest.raises(AlreadyDone) as done:
        publishing.edit(version, by, changes={"body": "second"})

    version.refresh_from_db()
    assert version.body == "first"
    assert done.value.entry == Entry.objects.get(once=once)


def test_the_same_request_in_two_books_is_done_once(told):
    """Two new conventions have two locks; the second of two equal requests loses at the end."""
    once = uuid.uuid4()
    by = By(told.alice, AT, once=once)
    stewardship.create(Convention(slug="une", title="Une", commissioner="Ville"), by)

    with pytest.raises(AlreadyDone):
        stewardship.create(Convention(slug="deux", title="Deux", commissioner="Ville"), by)

    assert not Convention.objects.filter(slug="deux").exists()
    assert Entry.objects.filter(once=once).count() == 1


def test_an_act_on_another_revision_than_the_one_that_was_read_is_a_conflict(told):
    version = story.drafted(told)
    read = version.revision
    publishing.edit(version, told.organiser, changes={"body": "hers"})
    before = trace(told.convention)

    with pytest.raises(Conflict) as conflict:
        publishing.edit(version, By(told.odile, AT, base=read), changes={"body": "his"})

    assert conflict.value.subject.body == "hers"
    assert trace(told.convention) == before


def test_an_act_on_the_revision_that_was_read_is_done(told):
    version = story.drafted(told)

    by = By(told.odile, AT, base=version.revision)
    publishing.edit(version, by, changes={"body": "hers"})

    assert version.body == "hers"


def test_a_stale_copy_is_seen_as_it_stands_now(told):
    version = story.drafted(told)
    stale = Version.objects.get(pk=version.pk)
    publishing.edit(version, told.organiser, changes={"title": "new title"})

    publishing.validate(stale, told.organiser)

    assert (stale.title, stale.state) == ("new title", "validated")


def test_what_a_form_left_on_the_subject_is_forgotten(told):
    version = story.drafted(told)
    version.title, version.body = "typed", "typed"

    publishing.edit(version, told.organiser, changes={"body": "asked"})

    version.refresh_from_db()
    assert (version.title, version.body) == (story.CANARY, "asked")


def test_an_opinion_is_refused_after_the_launch_even_through_a_stale_convention(told):
    stale = Convention.objects.get(pk=told.convention.pk)
    stewardship.launch_unready(told.convention, told.organiser, reason="pressed")

    with pytest.raises(Refused) as refused:
        opinion.give(
            LaunchOpinion(convention=stale, verdict="favourable", text="late"), told.guarantor
        )

    assert refused.value.decision.about == ("preparing",)


def test_what_is_done_for_somebody_else_names_both_in_private_and_neither_in_public(told):
    awa = account("Awa Membre")
    version = story.drafted(told)

    publishing.edit(version, By(told.odile, AT, on_behalf_of=awa), changes={"body": "dictated"})

    entry = Entry.objects.latest("pk")
    assert (entry.deed.actor, entry.deed.on_behalf_of) == (told.odile, awa)
    assert book.body_of(entry)["for"] == "helped"


def test_what_nobody_was_helped_with_says_so(told):
    story.drafted(told)

    assert book.body_of(Entry.objects.latest("pk"))["for"] is None


def test_an_act_outside_its_window_is_refused_with_the_window(alice):
    told = story.announced(alice)
    item = CalendarItem.objects.get(convention=told.convention, window="preparation")
    calendar.move(
        item, told.organiser, starts=AT - timedelta(9), ends=AT - timedelta(2), reason="shorter"
    )

    with pytest.raises(Refused) as refused:
        stewardship.launch_unready(told.convention, told.organiser, reason="pressed")

    decision = refused.value.decision
    assert (decision.code, decision.about) == ("closed_window", ("preparation",))


def test_a_database_error_that_is_not_a_repetition_is_told_as_it_is(told):
    story.drafted(told)

    with pytest.raises(IntegrityError), transaction.atomic():
        people.grant(
            Appointment(
                account=told.odile, convention=told.convention, role=Role.ORGANISER, since=AT
            ),
            By(told.alice, AT, once=uuid.uuid4()),
        )


def test_two_books_are_two_logs(told):
    other = convention(told.alice, slug="autre")

    assert queries.tree_head(other.pk)[0] > 0
    assert Entry.objects.filter(convention=book.INSTANCE, act="appointment.grant").count() == 1
    assert queries.tree_head(other.pk) != queries.tree_head(told.convention.pk)
