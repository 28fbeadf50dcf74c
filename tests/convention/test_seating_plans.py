"""Plans of tables: who is expected sits by card number, and nobody's answers are shown."""

from datetime import timedelta
from uuid import uuid4

import pytest

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import AlreadyDone, Refused
from isegoria.convention.models import Presence, Reading, Rules, SeatingPlan
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.sessions.queries import seatings_of
from isegoria.convention.stewardship import tables
from isegoria.convention.verbs import attendance, channels, seating, sessions
from isegoria.core.charter import Role
from isegoria.core.seating.model import Impossible
from tests import recruiting, sitting
from tests.cast import AT
from tests.recruiting import AGE, WAY, officer
from tests.sitting import SOON, fanny
from tests.story import announced

CELLS = (
    (WAY, recruiting.PHONE, 6, 6, 6),
    (WAY, recruiting.PARTNERS, 6, 6, 6),
    (AGE, recruiting.YOUNG, 6, 6, 6),
    (AGE, recruiting.OLD, 6, 6, 6),
)


@pytest.fixture
def story(alice):
    """Twelve members, six of them young."""
    told = announced(alice)
    recruiting.table(told, cells=CELLS, seats=12)
    phone = recruiting.relay(told, recruiting.PHONE, "phone", "Institut Canari")
    partners = recruiting.relay(told, recruiting.PARTNERS, "partner", "Association Canari")
    recruiting.pool(told, phone, partners, each=8)
    channels.set_rules(
        Rules(convention=told.convention, alternates=2, quorum_percent=50), officer(told)
    )
    recruiting.drawn(told, recruiting.sealed(told))
    for _ in range(12):
        sitting.member(told)
    return told


def looker(story):
    return Viewer(fanny(story).actor, frozenset({Role.FACILITATOR}), AT)


def made(story, session, **asked):
    plan = SeatingPlan(session=session, **{"tables": 3, "rounds": 3, **asked})
    return tables.make(plan, fanny(story), looker(story))


def test_everybody_expected_sits_once_a_round(story):
    plan = made(story, sitting.session(story))

    for each in plan.placements:
        assert sorted(card for table in each for card in table) == list(range(1, 13))
        assert [len(table) for table in each] == [4, 4, 4]


def test_tables_look_like_the_panel_on_the_criteria_that_are_asked(story):
    plan = made(story, sitting.session(story), criteria=[AGE])

    young = {
        person.member.number
        for person in story.convention.candidates.exclude(member=None)
        if person.answers[AGE] == recruiting.YOUNG
    }
    counts = {len(young & set(table)) for each in plan.placements for table in each}
    assert (plan.bad, counts <= {1, 2, 3}) == (0, True)


def test_the_way_by_which_people_were_found_never_balances_tables(story):
    assert tables.criteria_for(story.convention) == [AGE]

    with pytest.raises(Refused) as refused:
        made(story, sitting.session(story), criteria=[WAY])

    assert refused.value.decision.about == ("known_criteria",)


def test_reading_answers_to_balance_tables_is_noted_for_the_guarantors(story):
    made(story, sitting.session(story), criteria=[AGE])

    noted = Reading.objects.filter(what="seating").get()
    assert (noted.account, noted.count) == (fanny(story).actor, 12)


def test_a_plan_without_criteria_reads_nobodys_answers(story):
    made(story, sitting.session(story))

    assert not Reading.objects.filter(what="seating").exists()


def test_the_excused_have_no_seat_and_those_at_a_distance_have_their_own_tables(story):
    open_ = sitting.opened(story)
    by_number = {one.number: one for one in story.convention.members.all()}
    for number, how in ((1, "excused"), (2, "remote"), (3, "phone"), (4, "remote")):
        there = Presence(session=open_, member=by_number[number], how=how)
        attendance.note(there, fanny(story))

    plan = made(story, open_, tables=4)

    for each in plan.placements:
        seated = sorted(card for table in each for card in table)
        assert seated == list(range(2, 13))
        assert [table for table in each if set(table) & {2, 3, 4}] == [[2, 3, 4]]


def test_helped_people_stay_with_their_helper_and_others_are_kept_apart(story):
    plan = made(story, sitting.session(story), together=[[1, 2]], apart=[[3, 4]])

    for each in plan.placements:
        where = {card: at for at, table in enumerate(each) for card in table}
        assert where[1] == where[2]
        assert where[3] != where[4]


def test_what_is_impossible_is_said_and_nothing_is_kept(story):
    with pytest.raises(Impossible):
        made(story, sitting.session(story), together=[[1, 2]], apart=[[1, 2]])

    assert not SeatingPlan.objects.exists()


def test_when_somebody_does_not_come_few_people_change_tables(story):
    open_ = sitting.opened(story)
    plan = seating.settle(made(story, open_), fanny(story))
    before = plan.placements
    gone = Presence(session=open_, member=story.convention.members.get(number=5), how="excused")
    attendance.note(gone, fanny(story))

    tables.adapt(plan, fanny(story), looker(story), first=2)

    assert plan.placements[0] == before[0]
    for each, old in zip(plan.placements[1:], before[1:], strict=True):
        assert 5 not in [card for table in each for card in table]
        moved = [c for new, was in zip(each, old, strict=True) for c in set(new) - set(was)]
        assert len(moved) <= 1


def test_one_plan_is_kept_at_a_time(story):
    session = sitting.session(story)
    first, second = made(story, session), made(story, session)
    seating.settle(first, fanny(story))

    seating.settle(second, fanny(story))

    first.refresh_from_db()
    assert (first.state, second.state) == ("replaced", "settled")


def test_those_who_met_in_an_earlier_session_have_met(story):
    first = sitting.opened(story)
    seating.settle(made(story, first), fanny(story))
    sessions.close(first, fanny(story))
    later = SOON + timedelta(days=7)
    second = sitting.session(story, starts=later, ends=later + timedelta(hours=2))

    plan = made(story, second, rounds=1)

    assert plan.met > 18  # three tables of four make 18 pairs by themselves


def test_plans_are_for_the_team(story):
    session = sitting.session(story)
    made(story, session)

    public = Viewer(None, frozenset({Role.ANYONE}), AT)
    assert (seatings_of(session, looker(story)).count(), seatings_of(session, public).count()) == (
        1,
        0,
    )


def test_a_plan_is_written_once_however_often_it_is_sent(story):
    session, once = sitting.session(story), uuid4()
    by = By(fanny(story).actor, AT, once=once)
    tables.make(SeatingPlan(session=session, tables=2, rounds=1), by, looker(story))

    with pytest.raises(AlreadyDone):
        tables.make(SeatingPlan(session=session, tables=2, rounds=1), by, looker(story))

    assert session.seatings.count() == 1
