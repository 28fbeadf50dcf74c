"""The lottery: quotas always met, chances as equal as every panel allows, the certificate true."""

import numpy as np
import pytest
from hypothesis import given, settings

from isegoria.core.chance import Chance
from isegoria.core.sortition import relaxation
from isegoria.core.sortition.lottery import OBJECTIVES, Conflict, solve
from isegoria.core.sortition.model import Impossible, Person, Problem, Quota
from isegoria.core.sortition.spread import Spread
from tests.core.sortition.oracle import every_panel, fits, smallest_chance, sorted_leximin
from tests.core.sortition.pools import any_problem, feasible, town


@given(feasible(homes=True))
@settings(max_examples=60, deadline=None)
def test_the_smallest_chance_is_that_of_the_best_lottery_over_every_panel(problem):
    panels = every_panel(problem)

    lottery = solve(problem)

    best = smallest_chance(problem, panels)
    assert lottery.smallest == pytest.approx(best, rel=2e-5)
    assert lottery.upper >= best - 1e-9


@given(feasible(largest=9, homes=True))
@settings(max_examples=40, deadline=None)
def test_chances_are_leximin_over_every_panel(problem):
    panels = every_panel(problem)

    lottery = solve(problem)

    seatable = [chance for chance in lottery.chances().values() if chance > 0]
    assert sorted(seatable) == pytest.approx(sorted_leximin(problem, panels), abs=1e-5)


@given(feasible(homes=True))
@settings(max_examples=40, deadline=None)
def test_each_panel_meets_each_quota_and_seats_one_person_a_home(problem):
    panels = list(Spread(solve(problem), Chance(1)).panels())

    assert all(fits(problem, [problem.people[one] for one in panel.people]) for panel in panels)
    assert sum(panel.weight for panel in panels) == pytest.approx(1)


@given(feasible(homes=True))
@settings(max_examples=40, deadline=None)
def test_panels_give_each_person_the_chance_announced(problem):
    lottery = solve(problem)

    given_to = np.zeros(len(problem.people))
    for panel in Spread(lottery, Chance(1)).panels():
        given_to[list(panel.people)] += panel.weight

    assert given_to.tolist() == pytest.approx(list(lottery.chances().values()), abs=1e-9)


@given(feasible(homes=False))
@settings(max_examples=40, deadline=None)
def test_people_with_the_same_values_have_the_same_chance(problem):
    chances = solve(problem).chances()

    by_values = {}
    for person in problem.people:
        by_values.setdefault(person.values, set()).add(chances[person.id])
    assert {len(those) for those in by_values.values()} == {1}


@given(feasible(homes=True))
@settings(max_examples=40, deadline=None)
def test_whoever_is_named_as_unseatable_is_in_no_panel_and_the_others_are_in_one(problem):
    seatable = {problem.people[one].id for panel in every_panel(problem) for one in panel}

    named = set(solve(problem).unseatable)

    assert named == {person.id for person in problem.people} - seatable


@given(any_problem())
@settings(max_examples=60, deadline=None)
def test_quotas_are_said_to_conflict_exactly_when_there_is_no_panel(problem):
    exists = bool(every_panel(problem))

    try:
        solve(problem)
        found = True
    except Conflict:
        found = False

    assert found == exists


@pytest.mark.parametrize("objective", OBJECTIVES)
def test_the_same_seed_gives_the_same_panel(objective):
    problem = town()

    first, second = (
        Spread(solve(problem, objective), Chance("a")).drawn(Chance("b")) for _ in range(2)
    )

    assert first == second


@pytest.mark.parametrize("objective", OBJECTIVES)
def test_the_panel_drawn_is_one_of_those_announced(objective):
    lottery = solve(town(), objective)
    spread = Spread(lottery, Chance(3))

    panels = {panel.people for panel in spread.panels()}

    assert {spread.drawn(Chance(seed)) for seed in range(40)} <= panels


def test_the_certificate_is_recomputed_by_adding_and_multiplying():
    lottery = solve(town())
    first = lottery.stages[0]

    bound = relaxation.ceiling(lottery.kinds, first.weights, first.multipliers)

    assert bound == pytest.approx(lottery.upper)
    assert (first.weights * lottery.kinds.size).sum() == pytest.approx(1)
    assert lottery.gap <= 1e-6 * lottery.upper


def test_every_stage_is_proven():
    lottery = solve(town())

    assert [stage.level for stage in lottery.stages] == pytest.approx(
        [stage.upper for stage in lottery.stages]
    )


def test_nash_is_proven_and_at_least_as_good_for_it_as_leximin():
    nash, leximin = solve(town(), "nash"), solve(town(), "leximin")

    welfare = [relaxation.welfare_of(one.kinds, one.mixture.amounts) for one in (nash, leximin)]
    assert welfare[0] >= welfare[1]
    assert nash.gap <= 1e-6


def test_maximin_is_solved_as_leximin_and_says_so():
    lottery = solve(town(), "maximin")

    assert (lottery.objective, lottery.algorithm) == ("maximin", "leximin")


def test_where_whole_panels_cannot_be_as_fair_as_split_ones_the_lottery_is_settled_over_panels():
    """Three pairs, one seat from each pair of three: splitting each person in halves would do."""
    values = ((1, 1, 0), (1, 0, 1), (0, 1, 1), (0, 0, 0))
    people = tuple(Person(f"p{at}", tuple(map(str, row))) for at, row in enumerate(values))
    quotas = tuple(
        Quota(f"c{at}", one, 0, 2 if one == "0" else 1) for at in range(3) for one in "01"
    )
    problem = Problem(quotas, people, 2)
    panels = every_panel(problem)

    lottery = solve(problem)

    assert sorted(lottery.chances().values()) == pytest.approx(sorted_leximin(problem, panels))
    assert lottery.gap == pytest.approx(0, abs=1e-6)


def test_members_already_seated_count_in_the_quotas_and_close_their_home():
    problem = town()
    seated = problem.people[:3]
    rest = tuple(problem.people[3:])

    lottery = solve(Problem(problem.quotas, rest, problem.seats, seated))

    panel = Spread(lottery, Chance(1)).drawn(Chance(2))
    whole = [*seated, *(lottery.problem.people[one] for one in panel)]
    assert fits(problem, whole)


@pytest.mark.parametrize(
    ("people", "seats", "said"),
    [
        ((), 3, "vide"),
        ((Person("a", ("F",)),), 3, "3 places pour 1"),
        (
            (Person("a", ("F",)), Person("a", ("F",))),
            1,
            "«\u00a0a\u00a0» désigne plusieurs personnes",
        ),
        ((Person("a", ("F",)),), 0, "au moins une place"),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(people, seats, said):
    with pytest.raises(Impossible, match=said):
        solve(Problem((Quota("sexe", "F", 0, 9),), people, seats))
