"""Forgetting people: on the date that was set, or when they ask, by one code path."""

from datetime import date, timedelta

import pytest

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Refused
from isegoria.convention.models import (
    Candidate,
    Channel,
    Disclosure,
    Entrant,
    Entry,
    Erasure,
    Mark,
    Rules,
)
from isegoria.convention.recruitment import forgetting, keyring
from isegoria.convention.recruitment.actions import erasing
from isegoria.convention.verbs import candidates, channels
from tests import recruiting, story
from tests.cast import AT

pytestmark = pytest.mark.django_db
SEALED = ("sealed_identity", "sealed_answers", "sealed_needs", "sealed_consent")


@pytest.fixture
def told(alice):
    told = story.announced(alice)
    recruiting.recruited(told)
    return told


@pytest.fixture
def drawn(told):
    """The panel of three sits; five people were not drawn."""
    recruiting.drawn(told, recruiting.sealed(told))
    return told


def due(told, day=date(2021, 4, 2)):
    channels.set_rules(Rules(convention=told.convention, erased_on=day), recruiting.officer(told))


def everybody(told):
    return list(Candidate.objects.filter(convention=told.convention))


def test_on_the_date_everybody_is_forgotten_but_the_panel(
    drawn, django_capture_on_commit_callbacks
):
    due(drawn)
    before = everybody(drawn)

    with django_capture_on_commit_callbacks(execute=True):
        erasing.erase_on_the_date(Erasure(convention=drawn.convention), recruiting.officer(drawn))

    kept = everybody(drawn)
    assert (len(before), len(kept)) == (8, 3)
    assert {one.state for one in kept} == {"drawn"}
    assert all(one.identity["name"] == "Canari" for one in kept)


def test_a_copy_of_the_database_made_before_cannot_be_read_afterwards(
    drawn, django_capture_on_commit_callbacks
):
    due(drawn)
    gone = list(forgetting.to_forget(drawn.convention))
    copy = {one.pk: [getattr(one, name) for name in SEALED] for one in gone}
    openings = list(
        Entrant.objects.filter(candidate__in=gone).values_list("candidate", "sealed_opening")
    )
    assert all(keyring.opened(key, word) for key, words in copy.items() for word in words)
    assert all(keyring.opened(key, word) for key, word in openings)

    with django_capture_on_commit_callbacks(execute=True):
        erasing.erase_on_the_date(Erasure(convention=drawn.convention), recruiting.officer(drawn))

    assert not any(keyring.opened(key, word) for key, words in copy.items() for word in words)
    assert not any(keyring.opened(key, word) for key, word in openings)
    assert not any(keyring._path(key).exists() for key in copy)


def test_nothing_of_a_person_is_left_in_the_tables(drawn, django_capture_on_commit_callbacks):
    somebody = next(one for one in everybody(drawn) if one.state == "consented")
    place = somebody.entries.get().pk
    entries = list(Entry.objects.filter(subject=somebody.reference).values_list("pk", flat=True))
    assert Disclosure.objects.filter(entry__in=entries).exists()

    with django_capture_on_commit_callbacks(execute=True):
        erasing.erase(
            Erasure(convention=drawn.convention, on_request=True),
            recruiting.officer(drawn),
            [somebody],
        )

    left = Entrant.objects.get(pk=place)
    assert (left.candidate_id, left.sealed_opening, left.opening) == (None, "", {})
    assert not Candidate.objects.filter(code=somebody.code).exists()
    assert not Mark.objects.filter(candidate=somebody.pk).exists()
    assert not Disclosure.objects.filter(entry__in=entries).exists()
    assert Entry.objects.filter(pk__in=entries).count() == len(entries)


def test_the_journal_keeps_a_count_and_nothing_else(drawn):
    due(drawn)

    made = erasing.erase_on_the_date(
        Erasure(convention=drawn.convention), recruiting.officer(drawn)
    )

    told = Entry.objects.get(act="erasure.perform")
    assert (made.count, told.seen_by) == (5, "public")
    assert '"count":5' in told.leaf


def test_many_people_are_forgotten_in_batches(told, monkeypatch):
    monkeypatch.setattr(erasing, "AT_ONCE", 3)
    due(told)

    erasing.erase_on_the_date(Erasure(convention=told.convention), recruiting.officer(told))

    assert everybody(told) == []


def test_before_the_date_nobody_is_forgotten(told):
    due(told, date(2021, 4, 3))

    with pytest.raises(Refused) as refused:
        erasing.erase_on_the_date(Erasure(convention=told.convention), recruiting.officer(told))

    assert refused.value.decision.about == ("due",)
    assert len(everybody(told)) == 8


def test_somebody_who_sits_withdraws_before_they_are_forgotten(drawn):
    sitting = next(one for one in everybody(drawn) if one.state == "drawn")
    asked = Erasure(convention=drawn.convention, on_request=True)

    with pytest.raises(Refused) as refused:
        erasing.erase(asked, recruiting.officer(drawn), [sitting])
    candidates.withdraw(sitting, recruiting.officer(drawn))
    erasing.erase(asked, recruiting.officer(drawn), [sitting])

    assert refused.value.decision.about == ("out_of_the_panel",)
    assert not Candidate.objects.filter(pk=sitting.pk).exists()


def test_an_organiser_forgets_nobody(told):
    due(told)

    with pytest.raises(Refused) as refused:
        erasing.erase_on_the_date(Erasure(convention=told.convention), told.organiser)

    assert refused.value.decision.code == "wrong_role"


def test_the_proposed_day_is_thirty_days_after_the_last_session(told):
    assert forgetting.proposed_day(told.convention) == date(2021, 12, 31) + timedelta(30)


def test_forgetting_goes_wrong_as_a_whole_or_not_at_all(
    told, monkeypatch, django_capture_on_commit_callbacks
):
    due(told)
    monkeypatch.setattr(erasing.book, "forget", lambda _: 1 / 0)
    by = By(recruiting.officer(told).actor, AT)

    with django_capture_on_commit_callbacks(execute=True), pytest.raises(ZeroDivisionError):
        erasing.erase_on_the_date(Erasure(convention=told.convention), by)

    assert len([one for one in everybody(told) if one.identity]) == 8
    assert Channel.objects.filter(convention=told.convention).count() == 2
