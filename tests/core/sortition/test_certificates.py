"""What is proven is true: recomputed by programmes written apart, person by person."""

import highspy
import numpy as np
import pytest
from hypothesis import given, settings

from isegoria.core.sortition import relaxation
from isegoria.core.sortition.lottery import solve
from isegoria.core.sortition.model import Person, Problem, Quota
from tests.core.sortition.oracle import every_panel
from tests.core.sortition.pools import feasible, town


def level_when_people_may_be_split(problem, able):
    """The greatest smallest chance of those able, a column a person; quotas and homes as rows."""
    highs = highspy.Highs()
    highs.silent()
    for person in problem.people:
        highs.addVar(0.0, 1.0 if person.id in able else 0.0)
    level = highs.getNumCol()
    highs.addVar(0.0, 1.0)
    highs.changeColCost(level, -1.0)

    def row(least, most, places):
        index = np.array(list(places), dtype=np.int32)
        highs.addRow(float(least), float(most), len(index), index, np.ones(len(index)))

    everybody = range(len(problem.people))
    row(problem.seats, problem.seats, everybody)
    for quota, (criterion, value) in zip(problem.quotas, problem.values(), strict=True):
        having = [at for at in everybody if problem.people[at].values[criterion] == value]
        row(quota.least, quota.most, having)
    for home in {person.household for person in problem.people} - {""}:
        row(0, 1, [at for at in everybody if problem.people[at].household == home])
    for at in everybody:
        if problem.people[at].id in able:
            pair = np.array([at, level], dtype=np.int32)
            highs.addRow(0.0, 2.0, 2, pair, np.array([1.0, -1.0]))
    highs.run()
    return highs.getSolution().col_value[level]


def seatable(lottery):
    return {one for one, chance in lottery.chances().items() if chance > 0}


@given(feasible(homes=True))
@settings(max_examples=40, deadline=None)
def test_the_ceiling_announced_is_not_under_what_a_programme_over_people_reaches(problem):
    lottery = solve(problem)

    reached = level_when_people_may_be_split(problem, seatable(lottery))

    first = lottery.stages[0]
    if first.multipliers.size:  # settled over the relaxation
        assert first.upper == pytest.approx(reached, abs=1e-6)
    else:  # settled over whole panels: proven to be less
        assert first.upper <= reached + 1e-6


def test_the_ceiling_of_a_town_is_that_of_a_programme_over_people():
    problem = town()
    lottery = solve(problem)

    assert lottery.upper == pytest.approx(
        level_when_people_may_be_split(problem, seatable(lottery)), abs=1e-8
    )


@given(feasible(homes=True))
@settings(max_examples=40, deadline=None)
def test_any_multipliers_give_a_ceiling_that_no_lottery_exceeds(problem):
    lottery = solve(problem)
    kinds = lottery.kinds
    able = kinds.most > 0
    weights = np.where(able, 1.0 / kinds.size[able].sum(), 0.0)

    for slope in (-1.0, 0.0, 0.3):
        multipliers = slope * np.cos(np.arange(len(kinds.least)))
        bound = relaxation.ceiling(kinds, weights, multipliers)
        assert (weights * lottery.mixture.amounts).sum() <= bound + 1e-9
        assert lottery.smallest <= bound + 1e-9


@given(feasible(homes=True))
@settings(max_examples=60, deadline=None)
def test_no_panel_says_that_another_lottery_has_a_greater_nash_welfare(problem):
    """At the optimum, no panel is worth more than its people when each weighs 1 / their chance."""
    lottery = solve(problem, "nash")
    chances = list(lottery.chances().values())
    worth = max(
        sum(1 / chances[one] for one in panel)
        for panel in every_panel(problem)
    )  # fmt: skip

    if lottery.is_exact:
        assert worth <= len(seatable(lottery)) * (1 + 1e-3)
    assert lottery.gap >= 0


@given(feasible(homes=True))
@settings(max_examples=60, deadline=None)
def test_the_gap_of_nash_is_small_where_it_is_exact(problem):
    lottery = solve(problem, "nash")

    if lottery.is_exact:
        assert lottery.gap <= 2e-5


def test_nash_over_equals_is_the_even_chance():
    people = tuple(Person(f"p{at}", ("F",)) for at in range(7))

    lottery = solve(Problem((Quota("sexe", "F", 0, 9),), people, 3), "nash")

    assert list(lottery.chances().values()) == pytest.approx([3 / 7] * 7)
    assert lottery.value == pytest.approx(lottery.upper) == pytest.approx(3 / 7)
