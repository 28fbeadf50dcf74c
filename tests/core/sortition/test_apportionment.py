"""Seats shared by largest remainder: exact, as near to the figures as can be, faults in words."""

from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isegoria.core.sortition.apportionment import apportioned, cells, quotas
from isegoria.core.sortition.model import Impossible, Quota

FIGURES = st.lists(st.integers(0, 10**6), min_size=1, max_size=12).filter(any)


@given(FIGURES, st.integers(0, 200))
def test_all_seats_are_given_and_each_share_is_rounded_down_or_up(figures, seats):
    given_to = apportioned(figures, seats)

    exact = [Fraction(one * seats, sum(figures)) for one in figures]
    assert sum(given_to) == seats
    assert all(abs(one - share) < 1 for one, share in zip(given_to, exact, strict=True))


@given(st.lists(st.integers(0, 30), min_size=1, max_size=4).filter(any), st.integers(0, 6))
def test_no_other_way_to_share_the_seats_is_nearer(figures, seats):
    exact = [Fraction(one * seats, sum(figures)) for one in figures]
    ways = [way for way in product(range(seats + 1), repeat=len(figures)) if sum(way) == seats]

    def distance(way):
        return sum((one - share) ** 2 for one, share in zip(way, exact, strict=True))

    assert distance(apportioned(figures, seats)) == min(map(distance, ways))


@given(FIGURES, st.integers(1, 60), st.integers(1, 9))
def test_the_unit_of_the_figures_does_not_matter(figures, seats, unit):
    percents = [Decimal(one * unit) / Decimal(10) for one in figures]

    assert apportioned(percents, seats) == apportioned(figures, seats)


@given(FIGURES, st.integers(0, 60), st.integers(0, 3))
def test_bounds_stay_between_nobody_and_everybody_and_some_panel_meets_them(figures, seats, width):
    found = cells(dict(zip(map(str, range(len(figures))), figures, strict=True)), seats, width)

    assert all(0 <= c.least <= c.target <= c.most <= seats for c in found)
    assert all(c.target - c.least <= width and c.most - c.target <= width for c in found)
    assert sum(c.least for c in found) <= seats <= sum(c.most for c in found)


def test_at_equal_remainders_the_greater_figure_comes_first_then_the_earlier():
    assert apportioned([1, 3], 2) == (0, 2)
    assert apportioned([1, 1, 1], 2) == (1, 1, 0)


def test_a_decimal_is_read_as_it_was_written():
    assert apportioned([0.1, 0.2, 0.3], 3) == apportioned([1, 2, 3], 3)


def test_the_table_of_poitiers_is_found_again():
    women = quotas("Sexe", {"Femme": 34507, "Homme": 30318}, 30)
    homes = {"seule": 29625, "couple": 16956, "enfants": 11328, "mono": 4045, "autre": 4442}

    assert women == (
        Quota("Sexe", "Femme", 15, 17, target=16),
        Quota("Sexe", "Homme", 13, 15, target=14),
    )
    assert [cell.target for cell in cells(homes, 30)] == [13, 8, 5, 2, 2]


@pytest.mark.parametrize(
    ("figures", "seats", "said"),
    [
        ([1, -2], 3, "Le chiffre de référence -2 est négatif."),
        ([float("nan")], 3, "Le chiffre de référence « nan » n’est pas un nombre."),
        ([Decimal("Infinity")], 3, "Le chiffre de référence « Infinity » n’est pas un nombre."),
        (
            [0, 0],
            3,
            "Aucun chiffre de référence n’est positif : les places ne peuvent pas être réparties.",
        ),
        (
            [],
            3,
            "Aucun chiffre de référence n’est positif : les places ne peuvent pas être réparties.",
        ),
        ([1], -1, "Le nombre de places ne peut pas être négatif (-1)."),
    ],
)
def test_what_cannot_be_shared_is_refused_in_words(figures, seats, said):
    with pytest.raises(Impossible) as refused:
        apportioned(figures, seats)

    assert str(refused.value).replace("\u00a0", " ") == said
