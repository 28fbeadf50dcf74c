"""From a confirmed candidate to a member with a card, and out of the panel again."""

import pytest

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Refused
from isegoria.convention.models import Candidate, Card, Entry, Erasure, Rules
from isegoria.convention.people.members import card_of, member_of
from isegoria.convention.people.queries import roles_of
from isegoria.convention.verbs import candidates, channels, erasing, members, panel
from isegoria.core.charter import Role
from tests import recruiting, sitting
from tests.cast import AT
from tests.recruiting import officer
from tests.story import announced


@pytest.fixture
def story(alice):
    told = announced(alice)
    recruiting.recruited(told)
    rules = Rules(convention=told.convention, alternates=2, quorum_percent=50)
    channels.set_rules(rules, officer(told))
    recruiting.drawn(told, recruiting.sealed(told))
    return told


def person_of(member):
    return Candidate.objects.get(member=member)


def roles(story, member):
    return roles_of(member.account, story.convention.pk, at=AT)


def test_a_confirmed_person_becomes_a_member_with_a_number_and_a_card(story):
    awa = sitting.member(story)

    assert (awa.number, awa.state, awa.account.email) == (1, "active", None)
    assert roles(story, awa) == {Role.MEMBER, Role.ANYONE}
    assert member_of(story.convention, awa.account) == awa


def test_somebody_who_has_not_confirmed_is_not_a_member(story):
    drawn = story.convention.candidates.filter(state="drawn").first()

    with pytest.raises(Refused) as refused:
        members.welcome(drawn, officer(story))

    assert refused.value.decision.about == ("confirmed",)
    assert story.convention.members.count() == 0


def test_nobody_is_welcomed_twice(story):
    awa = sitting.member(story)

    with pytest.raises(Refused):
        members.welcome(person_of(awa), officer(story))


@pytest.mark.parametrize("typed", [str.lower, lambda code: code.replace("-", " "), str])
def test_a_card_is_known_by_its_code_however_it_is_typed(story, typed):
    card = sitting.member(story).cards.get()

    assert card_of(typed(card.code)) == card


def test_the_database_does_not_hold_the_code(story):
    card = sitting.member(story).cards.get()

    kept = [str(value) for value in Card.objects.filter(pk=card.pk).values_list()[0]]
    assert not any(part in " ".join(kept) for part in (card.code, card.code.replace("-", "")))


def test_a_lost_card_lets_nobody_in_and_a_new_one_bears_another_code(story):
    awa = sitting.member(story)
    lost = awa.cards.get()

    members.revoke(lost, officer(story))
    new = members.issue(Card(member=awa), officer(story))

    assert card_of(lost.code) is None
    assert card_of(new.code) == new != lost
    assert new.code != lost.code


def test_a_member_has_one_card_at_a_time(story):
    awa = sitting.member(story)

    with pytest.raises(Refused) as refused:
        members.issue(Card(member=awa), officer(story))

    assert refused.value.decision.about == ("only_card",)


def test_a_member_leaves_without_a_reason_and_everything_of_theirs_ends(story):
    awa = sitting.member(story)
    card = awa.cards.get()

    candidates.withdraw(person_of(awa), By(awa.account, AT))

    awa.refresh_from_db()
    assert (awa.state, awa.left_on) == ("left", AT.date())
    assert roles(story, awa) == {Role.ANYONE}
    assert card_of(card.code) is None
    assert person_of(awa).state == "withdrawn"


def test_the_team_notes_a_withdrawal_that_the_person_asks_for_and_for_nobody_else(story):
    awa, fanny = sitting.member(story), sitting.fanny(story)

    with pytest.raises(Refused) as refused:
        candidates.withdraw(person_of(awa), fanny)
    candidates.withdraw(person_of(awa), By(fanny.actor, AT, on_behalf_of=awa.account))

    assert refused.value.decision.about == ("own",)
    entry = Entry.objects.filter(act="candidate.withdraw").latest("position")
    assert (entry.deed.actor, entry.deed.on_behalf_of) == (fanny.actor, awa.account)


def test_a_member_cannot_make_another_leave(story):
    awa, ben = sitting.member(story), sitting.member(story)

    with pytest.raises(Refused):
        candidates.withdraw(person_of(awa), By(ben.account, AT))

    assert person_of(awa).state == "confirmed"


def test_the_number_stays_when_the_person_is_forgotten(story):
    awa = sitting.member(story)
    person = candidates.withdraw(person_of(awa), officer(story))

    erasing.erase(Erasure(convention=story.convention, on_request=True), officer(story), [person])

    awa.refresh_from_db()
    assert (awa.number, awa.state) == (1, "left")
    assert not Candidate.objects.filter(member=awa).exists()


def test_numbers_are_never_given_again(story):
    first = sitting.member(story)
    candidates.withdraw(person_of(first), officer(story))

    assert sitting.member(story).number == 2


def test_a_person_who_declined_keeps_no_place(story):
    drawn = story.convention.candidates.filter(state="drawn").first()

    panel.decline(drawn, officer(story))

    assert story.convention.members.count() == 0
