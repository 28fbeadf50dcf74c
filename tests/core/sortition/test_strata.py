"""Letters by stratum: never too many, in proportion, and drawn so that each has the same chance."""

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isegoria.core.sortition.model import Impossible
from isegoria.core.sortition.strata import drawn, needed, one_a_home, shared

NORTH, SOUTH = ("Nord",), ("Sud",)


def rates(holds, percent=5):
    return dict.fromkeys(holds, Fraction(percent, 100))


@st.composite
def registers(draw):
    sizes = draw(st.lists(st.integers(0, 400), min_size=1, max_size=8))
    holds = {(f"s{n}",): size for n, size in enumerate(sizes)}
    return holds, {one: Fraction(draw(st.integers(1, 1000)), 1000) for one in holds}


@given(registers(), st.data())
def test_every_letter_is_given_and_no_stratum_gets_more_than_it_holds(register, data):
    holds, rate = register
    total = sum(holds.values())
    if not total:
        return
    letters = data.draw(st.integers(1, total))

    found = shared(holds, rate, letters)

    assert sum(one.letters for one in found) == letters
    assert all(0 <= one.letters <= one.holds for one in found)


@given(registers())
def test_all_the_letters_the_register_permits_are_one_each(register):
    holds, rate = register
    if sum(holds.values()):
        assert [one.letters for one in shared(holds, rate, sum(holds.values()))] == [
            *holds.values()
        ]


@given(registers(), st.integers(1, 30))
def test_as_many_letters_as_are_needed_bring_the_answers_unless_a_stratum_is_full(
    register, answers
):
    holds, rate = register
    try:
        letters = needed(holds, rate, answers)
    except Impossible:
        return

    found = shared(holds, rate, letters)

    if all(one.letters < one.holds or not one.holds for one in found):
        slack = sum(one.rate for one in found)  # each stratum is rounded by less than a letter
        assert sum(one.expected for one in found) > answers - slack


def test_a_stratum_that_answers_half_as_much_gets_twice_the_letters():
    holds = {NORTH: 1000, SOUTH: 1000}

    found = shared(holds, {NORTH: Fraction(4, 100), SOUTH: Fraction(2, 100)}, 300)

    assert [(one.letters, one.expected) for one in found] == [(100, 4), (200, 4)]


def test_what_a_full_stratum_cannot_take_goes_to_the_others():
    holds = {NORTH: 10, SOUTH: 1000, ("Est",): 1000}

    found = shared(holds, {**rates(holds), NORTH: Fraction(1, 1000)}, 210)

    assert [one.letters for one in found] == [10, 100, 100]


def test_120_answers_at_5_percent_need_2400_letters():
    assert needed({NORTH: 3000, SOUTH: 1000}, rates([NORTH, SOUTH]), 120) == 2400


@pytest.mark.parametrize(
    ("ask", "sentence"),
    [
        (lambda: shared({NORTH: 5}, rates([NORTH]), 6), "Vous demandez 6 lettres"),
        (lambda: shared({NORTH: 5}, rates([NORTH]), 0), "au moins une lettre"),
        (lambda: shared({NORTH: 5}, {NORTH: Fraction(0)}, 1), "taux de réponse"),
        (lambda: shared({NORTH: 5}, {NORTH: Fraction(2)}, 1), "taux de réponse"),
        (lambda: needed({NORTH: 5}, rates([NORTH]), 1), "il faudrait 20 lettres"),
        (lambda: needed({}, {}, 1), "le registre en permet 0"),
        (lambda: needed({NORTH: 5}, rates([NORTH]), 0), "au moins une réponse"),
    ],
)
def test_what_makes_no_sense_is_said(ask, sentence):
    with pytest.raises(Impossible, match=sentence):
        ask()


@given(st.lists(st.sampled_from([NORTH, SOUTH]), max_size=60), st.text(max_size=5))
def test_each_stratum_gives_its_number_of_different_rows_and_the_seed_decides(strata, seed):
    letters = {one: (count + 1) // 2 for one, count in Counter(strata).items()}

    found = drawn(strata, letters, seed)

    assert Counter(strata[place] for place in found) == letters
    assert found == tuple(sorted(set(found)))
    assert found == drawn(strata, letters, seed)


def test_each_row_of_a_stratum_has_the_same_chance():
    strata = [NORTH] * 5 + [SOUTH] * 3
    times = Counter(
        place for n in range(3000) for place in drawn(strata, {NORTH: 2, SOUTH: 1}, f"seed {n}")
    )

    assert all(abs(times[place] - 1200) < 110 for place in range(5))
    assert all(abs(times[place] - 1000) < 105 for place in range(5, 8))


def test_the_draw_of_a_register_never_changes():
    """Published seeds are worth something only if the same seed always draws the same rows."""
    strata = [(f"q{n % 3}",) for n in range(30)]

    assert drawn(strata, {("q0",): 2, ("q1",): 1, ("q2",): 3}, "2021") == PINNED


PINNED = (3, 5, 6, 23, 26, 28)


@given(st.lists(st.sampled_from(["", "1 rue Haute", "2 rue Haute", "3 rue Haute"]), max_size=40))
def test_one_letter_a_home_and_those_without_an_address_all_stay(homes):
    found = one_a_home(homes, "seed")

    kept = [homes[place] for place in found]
    assert kept.count("") == homes.count("")
    assert sorted(set(homes) - {""}) == sorted(one for one in kept if one)


def test_each_of_a_home_has_the_same_chance():
    homes = [("1", "rue Haute")] * 3
    times = Counter(one_a_home(homes, f"seed {n}") for n in range(3000))

    assert all(abs(times[(place,)] - 1000) < 105 for place in range(3))
