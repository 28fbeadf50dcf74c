"""Somebody leaves, somebody arrives: the plan holds, and at most one person moves."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from isegoria.core.seating.changes import changed
from isegoria.core.seating.cooling import seated
from isegoria.core.seating.model import Asked, Attendee, Impossible
from tests.core.seating.parties import everybody_sits_once, largest_gap, panel, tables_with

FEW = 20_000
ASKED = panel(tables=4, together=(("p0", "p1"),), apart=(("p2", "p3"),))
PLAN = seated(ASKED, 1, FEW)
NEW = Attendee("nouvelle", ("F", "18-24"))


def without(asked, *gone):
    keep = {one.id for one in asked.people} - {*gone}
    return replace(
        asked,
        people=tuple(one for one in asked.people if one.id in keep),
        together=tuple(group for group in asked.together if keep >= {*group}),
        apart=tuple(pair for pair in asked.apart if keep >= {*pair}),
    )


def moved_by_round(shifts):
    return max((sum(one.round == number for one in shifts) for number in range(1, 7)), default=0)


@given(st.sampled_from([one.id for one in ASKED.people]))
@settings(deadline=None, max_examples=30)
def test_one_departure_moves_one_person_a_round_at_most(gone):
    plan, shifts = changed(PLAN.rounds, without(ASKED, gone))

    assert everybody_sits_once(plan)
    assert largest_gap(plan) <= 1
    assert moved_by_round(shifts) <= 1
    assert tables_with(plan, "p2", "p3") == 0


def test_one_arrival_moves_nobody():
    plan, shifts = changed(PLAN.rounds, replace(ASKED, people=(*ASKED.people, NEW)))

    assert everybody_sits_once(plan)
    assert largest_gap(plan) <= 1
    assert shifts == ()


def test_who_arrives_sits_with_whom_they_stay():
    asked = replace(ASKED, people=(*ASKED.people, NEW), together=(*ASKED.together, ("p9", NEW.id)))

    plan, shifts = changed(PLAN.rounds, asked)

    assert tables_with(plan, "p9", NEW.id) == 6
    assert largest_gap(plan) <= 1
    assert moved_by_round(shifts) <= 1


def test_rounds_before_the_change_stay_as_they_were():
    asked = replace(ASKED, people=(*ASKED.people, NEW))

    plan, _shifts = changed(PLAN.rounds, asked, first=4)

    assert [sorted(map(sorted, one)) for one in plan.rounds[:3]] == [
        sorted(map(sorted, one)) for one in PLAN.rounds[:3]
    ]
    assert everybody_sits_once(plan)


def test_a_change_that_changes_nothing_moves_nobody():
    plan, shifts = changed(PLAN.rounds, ASKED)

    assert plan.rounds == PLAN.rounds
    assert shifts == ()


def test_a_plan_of_another_shape_is_refused():
    with pytest.raises(Impossible, match="6 tours et 4 tables"):
        changed(PLAN.rounds, replace(ASKED, tables=3))


def test_a_place_without_a_table_is_named():
    asked = replace(ASKED, people=(*ASKED.people, replace(NEW, place="distance")))

    with pytest.raises(
        Impossible, match=r"aucune table n’est à l’endroit de nouvelle \(distance\)"
    ):
        changed(PLAN.rounds, asked)


def test_who_finds_no_table_is_named():
    people = tuple(Attendee(one) for one in ("a", "b", "c"))
    rounds = ((("a",), ("b",)),)

    with pytest.raises(Impossible, match="impossible de placer c"):
        changed(rounds, Asked(people, 2, 1, apart=(("a", "c"), ("b", "c"))))
