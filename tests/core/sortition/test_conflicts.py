"""Quotas that conflict: what is said of them is true, and each remedy is enough."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from isegoria.core.sortition.conflicts import explained, told
from isegoria.core.sortition.model import Person, Problem, Quota
from tests.core.sortition.oracle import every_panel
from tests.core.sortition.pools import any_problem, town


def without(problem, demand):
    """The problem where this end of this quota asks for nothing."""
    free = {demand.end: 0 if demand.end == "least" else len(problem.people)}
    quotas = tuple(replace(q, **free) if same(q, demand.quota) else q for q in problem.quotas)
    return replace(problem, quotas=quotas)


def same(one, other):
    return (one.criterion, one.value) == (other.criterion, other.value)


def only(problem, demands):
    """The problem with no other demand than these."""
    quotas = tuple(
        replace(
            q,
            least=q.least if any(same(q, d.quota) and d.end == "least" for d in demands) else 0,
            most=q.most if any(same(q, d.quota) and d.end == "most" for d in demands) else 99,
        )
        for q in problem.quotas
    )
    return replace(problem, quotas=quotas)


def relaxed(problem, relaxation):
    quotas = list(problem.quotas)
    for move in relaxation:
        at = next(at for at, q in enumerate(quotas) if same(q, move.quota))
        quotas[at] = replace(quotas[at], **{move.end: move.becomes})
    return replace(problem, quotas=tuple(quotas))


@given(any_problem())
@settings(max_examples=80, deadline=None)
def test_the_set_conflicts_and_without_any_of_its_demands_no_longer_does(problem):
    explanation = explained(problem)

    assert (explanation is None) == bool(every_panel(problem))
    if explanation:
        core = only(problem, explanation.demands)
        assert not every_panel(core)
        assert all(every_panel(without(core, demand)) for demand in explanation.demands)


@given(any_problem())
@settings(max_examples=80, deadline=None)
def test_each_relaxation_is_enough_and_the_first_is_the_least(problem):
    explanation = explained(problem)

    if explanation:
        moved = [sum(move.seats for move in one) for one in explanation.relaxations]
        assert all(every_panel(relaxed(problem, one)) for one in explanation.relaxations)
        assert moved == sorted(moved)


@given(any_problem())
@settings(max_examples=80, deadline=None)
def test_the_people_to_find_are_enough(problem):
    explanation = explained(problem)

    if explanation and explanation.outreach:
        columns = [
            [quota.value for quota, count in explanation.wanted for _ in range(count)
             if quota.criterion == criterion]
            for criterion in problem.criteria
        ]  # fmt: skip
        new = tuple(Person(f"n{at}", row) for at, row in enumerate(zip(*columns, strict=True)))
        assert len(new) == explanation.outreach
        assert every_panel(replace(problem, people=(*problem.people, *new)))


def test_an_empty_cell_is_said_in_words():
    problem = town()
    people = tuple(person for person in problem.people if person.values[2] != "Q3")

    lines = told(explained(replace(problem, people=people)))
    said = "\n".join(map(str, lines)).replace("\u00a0", " ")

    assert "quartier : Q3 : au moins 3 (0 dans la liste)" in said
    assert "quartier : Q3 : minimum 3 → 0" in said
    assert "3 × quartier : Q3" in said


def test_flexible_quotas_bound_what_is_proposed():
    quotas = (
        Quota("sexe", "F", 3, 3, least_flex=2, most_flex=3),
        Quota("sexe", "H", 3, 3, least_flex=1, most_flex=3),
    )
    people = tuple(Person(f"p{at}", ("FH"[at % 2],)) for at in range(10))

    explanation = explained(Problem(quotas, people, 5))

    assert [move.end for one in explanation.relaxations for move in one] == ["least", "least"]


@pytest.mark.parametrize("seats", [19, 21])
def test_two_least_relaxations_are_proposed_where_there_are_two(seats):
    explanation = explained(replace(town(), seats=seats))

    assert len(explanation.relaxations) == 2
