"""Recruiting: what is said to be missing is enough and no less; what is said of a person is true."""

from dataclasses import replace
from itertools import combinations_with_replacement, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from isegoria.core.sortition.fitting import fits, standing
from isegoria.core.sortition.model import Person, Problem, Quota
from tests.core.sortition.oracle import every_panel
from tests.core.sortition.pools import CRITERIA
from tests.core.sortition.test_replacement import HOMES, ROW

SEATS = 4
QUOTAS = tuple(
    Quota(criterion, value, least, least + 1, target=least + at % 2)
    for at, (criterion, values) in enumerate(CRITERIA)
    for value, least in zip(values, (2, 1, 1), strict=False)
)
ENTERED = st.lists(st.tuples(ROW, HOMES), max_size=6)


def problem_of(rows):
    people = tuple(Person(f"e{at}", row, home) for at, (row, home) in enumerate(rows))
    return Problem(QUOTAS, people, SEATS)


def fewest(problem):
    """The fewest newcomers up to two, by trying every one of them; None if more are needed."""
    rows = list(product(*(values for _, values in CRITERIA)))
    for count in range(3):
        for those in combinations_with_replacement(rows, count):
            new = tuple(Person(f"n{at}", row) for at, row in enumerate(those))
            whole = replace(problem, people=(*problem.people, *new))
            if len(whole.people) >= SEATS and every_panel(whole):
                return count
    return None


@given(ENTERED.filter(lambda rows: len(rows) > 2))
@settings(max_examples=40, deadline=None)
def test_what_is_missing_is_the_fewest_people_with_whom_a_panel_exists(rows):
    problem = problem_of(rows)

    missing, found = standing(problem).missing, fewest(problem)

    assert missing == found if found is not None else missing > 2


@given(ENTERED)
@settings(max_examples=60, deadline=None)
def test_the_seats_left_in_each_cell_can_be_completed(rows):
    now = standing(problem_of(rows))

    for criterion, _ in CRITERIA:
        cells = [cell for cell in now.cells if cell.quota.criterion == criterion]
        assert sum(cell.least for cell in cells) <= now.missing <= sum(cell.most for cell in cells)
    assert all(0 <= cell.least <= cell.most <= now.missing for cell in now.cells)


@given(ENTERED, ROW)
@settings(max_examples=60, deadline=None)
def test_entering_somebody_does_what_was_said(rows, row):
    now = standing(problem_of(rows))
    person = Person("new", row)

    fit = fits(now, person)

    after = standing(replace(now.problem, people=(*now.problem.people, person)))
    assert fit.missing == after.missing
    assert fit.nearer == (after.missing < now.missing)
    if fit.nearer:
        theirs = [c for c in now.cells if c.quota.value in row]
        assert all(cell.most > 0 for cell in theirs)


@given(ENTERED)
@settings(max_examples=40, deadline=None)
def test_the_same_people_give_the_same_prices(rows):
    assert standing(problem_of(rows)).cells == standing(problem_of(rows)).cells


def test_the_average_contact_is_worth_one_and_whom_the_panel_lacks_more():
    table = (Quota("sexe", "F", 2, 2), Quota("sexe", "H", 2, 2))
    entered = tuple(Person(f"e{at}", ("F",)) for at in range(6))

    women, men = standing(Problem(table, entered, SEATS)).cells

    assert (women.price, men.price) == (pytest.approx(0), pytest.approx(2))
    assert (women.state, men.state) == ("enough", "sought")


def test_an_institute_with_few_calls_left_is_told_who_would_be_one_too_many():
    table = (
        *(Quota("sexe", value, 1, 1) for value in ("F", "H")),
        Quota("voie", "téléphone", 2, 2),
    )
    one = Person("one", ("F", "téléphone"))

    now = standing(Problem(table, (one,), 2), {("voie", "téléphone"): 1})

    woman, man = (fits(now, Person("new", (sex, "téléphone"))) for sex in ("F", "H"))
    assert (now.missing, woman.missing, man.missing) == (1, None, 0)
    assert (woman.helps, man.helps) == (False, True)
    assert [quota.value for quota in woman.full] == ["F"]


def test_somebody_from_the_home_of_another_brings_nothing():
    one = Person("one", ("F", "30-59", "A"), "h1")
    now = standing(Problem(QUOTAS, (one,), SEATS))

    assert fits(now, Person("two", ("H", "16-29", "B"), "h1")).nearer is False
    assert fits(now, Person("two", ("H", "16-29", "B"), "h2")).nearer is True
