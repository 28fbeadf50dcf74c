"""Alternates: as many as asked in each channel, one a home, the same for a seed, and useful."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from isegoria.core.sortition.alternates import EMPTY, OUT, alternates
from isegoria.core.sortition.model import Person
from isegoria.core.sortition.replacement import Vacancy
from tests.core.sortition.test_replacement import HOMES, QUOTAS, ROW, measures

PEOPLE = st.lists(st.tuples(ROW, HOMES), min_size=1, max_size=10)


def people(rows, name):
    return tuple(Person(f"{name}{at}", row, home) for at, (row, home) in enumerate(rows))


@given(PEOPLE, PEOPLE, st.integers(0, 6))
@settings(deadline=None)
def test_each_channel_has_its_share_and_nobody_lives_with_a_member_or_another(sits, waits, count):
    panel, pool = people([(row, "") for row, _ in sits], "m"), people(waits, "r")

    found = alternates(Vacancy(QUOTAS, panel, (), ("sexe",)), pool, count, "graine")

    homes = [one.household for one in found if one.household]
    shares = Counter(one.values[0] for one in found)
    seats = Counter(one.values[0] for one in panel)
    assert len(set(homes)) == len(homes)
    assert len({one.id for one in found}) == len(found) <= count
    assert all(shares[value] <= count * seats[value] / len(panel) + 1 for value in shares)


@given(PEOPLE, PEOPLE)
@settings(deadline=None)
def test_the_first_alternate_is_the_one_without_whom_departures_cost_most(sits, waits):
    panel, pool = people([(row, "") for row, _ in sits], "m"), people(waits, "r")

    def cost(one):
        def left_by(*gone):
            outside, away = measures([*(m for m in panel if m not in gone), one])
            return OUT * outside + away

        pairs = [(a, b) for at, b in enumerate(panel) for a in panel[:at]]
        alone = [min(EMPTY, left_by(member)) for member in panel]
        return sum(alone) + sum(min(2 * EMPTY, EMPTY + left_by(*pair)) for pair in pairs)

    (first,) = alternates(Vacancy(QUOTAS, panel, ()), pool, 1, "graine")

    assert cost(first) == min(map(cost, pool))


@given(PEOPLE, PEOPLE, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=40)
def test_a_seed_gives_the_same_alternates_whatever_the_order_of_the_pool(sits, waits, shuffle):
    panel, pool = people([(row, "") for row, _ in sits], "m"), list(people(waits, "r"))
    found = alternates(Vacancy(QUOTAS, panel, ()), pool, 4, "graine")
    shuffle.shuffle(pool)

    assert alternates(Vacancy(QUOTAS, panel, ()), pool, 4, "graine") == found
