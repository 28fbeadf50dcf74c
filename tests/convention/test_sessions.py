"""A session from its plan to its close: what moved is kept, what is done is in order."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Refused
from isegoria.convention.journal import book
from isegoria.convention.models import Arrangement, Entry, Presence, Rules
from isegoria.convention.verbs import attendance, channels, sequences, sessions
from isegoria.core.charter import Audience
from tests import recruiting, sitting
from tests.cast import AT
from tests.recruiting import officer
from tests.sitting import SOON, fanny
from tests.story import announced


@pytest.fixture
def story(alice):
    told = announced(alice)
    recruiting.recruited(told)
    channels.set_rules(
        Rules(convention=told.convention, alternates=2, quorum_percent=50), officer(told)
    )
    recruiting.drawn(told, recruiting.sealed(told))
    return told


def titles(session):
    return [one.title for one in session.sequences.all()]


def recorded(entry):
    return book.body_of(entry)["records"]


def refusal(call):
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.decision.about


def test_an_agenda_is_published_once_something_is_planned(story):
    empty = sitting.session(story)

    assert refusal(lambda: sessions.publish_agenda(empty, fanny(story))) == ("composed",)
    assert not empty.is_public


def test_the_journal_says_how_many_days_before_an_agenda_was_published(story):
    planned = sitting.session(story, starts=SOON + timedelta(days=8), ends=SOON + timedelta(days=9))
    sitting.sequence(story, planned)

    sessions.publish_agenda(planned, fanny(story))

    entry = Entry.objects.get(act="session.publish_agenda")
    assert (recorded(entry)["days_before"], entry.seen_by) == (8, Audience.PUBLIC)


def test_a_postponed_session_keeps_what_was_said_first_and_why_it_changed(story):
    planned, late = sitting.session(story), SOON + timedelta(days=7)

    sessions.rearrange(
        planned,
        fanny(story),
        starts=late,
        ends=late + timedelta(hours=2),
        mode="remote",
        reason="Salle fermée",
    )

    said = [(one.starts, one.mode, one.reason) for one in planned.arrangements.all()]
    assert said == [(SOON, "on_site", ""), (late, "remote", "Salle fermée")]


def test_what_was_said_of_a_session_is_kept_by_the_database(story):
    planned = sitting.session(story)

    with pytest.raises(IntegrityError), transaction.atomic():
        Arrangement.objects.filter(session=planned).update(mode="remote")


def test_a_session_ends_after_it_begins(story):
    assert refusal(lambda: sitting.session(story, ends=SOON)) == ("dated",)


def test_a_session_is_not_opened_the_day_before(story):
    planned = sitting.session(story, starts=SOON + timedelta(days=1), ends=SOON + timedelta(days=2))
    sitting.sequence(story, planned)
    sessions.publish_agenda(planned, fanny(story))

    assert refusal(lambda: sessions.open_(planned, fanny(story))) == ("that_day",)


def test_sequences_are_moved_and_the_others_keep_their_order(story):
    planned = sitting.session(story)
    first, _second, third = (sitting.sequence(story, planned, title=one) for one in "ABC")

    sequences.move(third, fanny(story), before=first)
    assert titles(planned) == ["C", "A", "B"]

    sequences.move(third, fanny(story), before=None)
    assert titles(planned) == ["A", "B", "C"]
    assert [one.position for one in planned.sequences.all()] == [1, 2, 3]


def test_one_sequence_runs_at_a_time(story):
    first, second = sitting.opened(story).sequences.all()
    sequences.start(first, fanny(story))

    assert refusal(lambda: sequences.start(second, fanny(story))) == ("nothing_else_running",)


def test_a_sequence_waits_for_the_session_to_be_open(story):
    waiting = sitting.sequence(story, sitting.session(story))

    assert refusal(lambda: sequences.start(waiting, fanny(story))) == ("session_open",)


def test_the_run_sheet_of_a_closed_session_no_longer_grows(story):
    closed = sessions.close(sitting.opened(story), fanny(story))

    assert refusal(lambda: sitting.sequence(story, closed)) == ("to_come",)


def test_a_sequence_says_how_long_it_lasted(story):
    first = sitting.opened(story).sequences.first()
    sequences.start(first, fanny(story))

    sequences.end(first, By(fanny(story).actor, AT + timedelta(minutes=42)))

    assert recorded(Entry.objects.get(act="sequence.end"))["minutes"] == 42


def test_a_member_notes_their_own_presence_and_nobody_elses(story):
    open_, awa, ben = sitting.opened(story), sitting.member(story), sitting.member(story)

    attendance.note(Presence(session=open_, member=awa, how="remote"), By(awa.account, AT))

    theirs = Presence(session=open_, member=ben, how="remote")
    assert refusal(lambda: attendance.note(theirs, By(awa.account, AT))) == ("own",)
    assert open_.presences.get().member == awa


def test_an_excuse_is_noted_before_the_session_and_a_presence_is_not(story):
    planned, awa = sitting.session(story), sitting.member(story)
    there = Presence(session=planned, member=awa, how="room")

    assert refusal(lambda: attendance.note(there, By(awa.account, AT))) == ("countable",)
    attendance.note(Presence(session=planned, member=awa, how="excused"), By(awa.account, AT))

    assert planned.presences.get().how == "excused"


def test_closing_a_session_counts_those_who_came_and_not_the_excused(story):
    open_, awa, ben = sitting.opened(story), sitting.member(story), sitting.member(story)
    attendance.note(Presence(session=open_, member=awa, how="phone"), fanny(story))
    attendance.note(Presence(session=open_, member=ben, how="excused"), fanny(story))

    sessions.close(open_, fanny(story))

    assert recorded(Entry.objects.get(act="session.close"))["present"] == 1


def test_a_session_before_its_agenda_is_nobody_elses_business(story):
    sitting.session(story)

    assert Entry.objects.get(act="session.plan").seen_by == Audience.OFFICE
