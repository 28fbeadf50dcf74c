"""Replacements: the nearest first, the channel and the homes kept, the best set together."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from isegoria.core.sortition.model import Person, Quota
from isegoria.core.sortition.replacement import (
    Vacancy,
    compared,
    place_of,
    ranked,
    together,
)
from tests.core.sortition.pools import CRITERIA

QUOTAS = tuple(
    Quota(criterion, value, least, least + 2, target=least + 1)
    for (criterion, values), least in zip(CRITERIA, (2, 1, 2), strict=True)
    for value in values
)
ROW = st.tuples(*(st.sampled_from(values) for _, values in CRITERIA))
HOMES = st.sampled_from(["", "", "h1", "h2", "h3"])


@st.composite
def vacancies(draw, seats=1):
    rows = draw(st.lists(ROW, min_size=6, max_size=6))
    homes = draw(st.permutations(["", "", "", "h1", "", ""]))
    people = [
        Person(f"m{at}", row, home) for at, (row, home) in enumerate(zip(rows, homes, strict=True))
    ]
    others = draw(st.lists(st.tuples(ROW, HOMES), max_size=9))
    reserve = tuple(Person(f"r{at}", row, home) for at, (row, home) in enumerate(others))
    same = draw(st.sampled_from([(), ("sexe",)]))
    return Vacancy(QUOTAS, tuple(people[seats:]), tuple(people[:seats]), same), reserve


def measures(panel):
    outside = deviation = 0
    for quota in QUOTAS:
        place = [name for name, _ in CRITERIA].index(quota.criterion)
        count = sum(one.values[place] == quota.value for one in panel)
        outside += max(0, quota.least - count, count - quota.most)
        deviation += abs(count - quota.target)
    return outside, deviation


def may_sit(vacancy, one):
    homes = {member.household for member in vacancy.panel} - {""}
    fits = not vacancy.same or one.values[0] in {gone.values[0] for gone in vacancy.left}
    return fits and one.household not in homes


@given(vacancies())
@settings(deadline=None)
def test_each_candidate_is_measured_by_the_panel_they_would_make(case):
    vacancy, reserve = case

    found = ranked(vacancy, reserve, "graine")

    assert {one.person.id for one in found} == {one.id for one in reserve if may_sit(vacancy, one)}
    assert all(
        (one.outside, one.deviation) == measures((*vacancy.panel, one.person)) for one in found
    )
    assert [one.outside for one in found] == sorted(one.outside for one in found)


@given(vacancies())
@settings(deadline=None)
def test_who_repairs_more_comes_first_then_the_nearest_then_chance(case):
    vacancy, reserve = case

    found = ranked(vacancy, reserve, "graine")

    def mended(member, joined):
        panel = [*[one for one in vacancy.panel if one != member], joined]
        return any(
            measures([*panel, one])[0] == 0
            for one in reserve
            if one != joined and (not vacancy.same or one.values[0] == member.values[0])
        )

    for one in found:
        assert one.repairs == sum(mended(member, one.person) for member in vacancy.panel)
    keys = [
        (one.outside, -one.repairs, one.deviation, place_of("graine", one.person.id))
        for one in found
    ]
    assert keys == sorted(keys)


@given(vacancies(), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_the_order_of_the_reserve_does_not_matter(case, shuffle):
    vacancy, reserve = case
    other = list(reserve)
    shuffle.shuffle(other)

    assert ranked(vacancy, other, "graine") == ranked(vacancy, reserve, "graine")


@given(st.integers(2, 3).flatmap(vacancies))
@settings(max_examples=60, deadline=None)
def test_the_best_set_is_the_best_of_all_sets(case):
    vacancy, reserve = case

    def makes_a_set(those):
        homes = [one.household for one in those if one.household]
        free = [gone.values[0] for gone in vacancy.left] if vacancy.same else []
        for one in those:
            if vacancy.same and one.values[0] not in free:
                return False
            if vacancy.same:
                free.remove(one.values[0])
        return len(set(homes)) == len(homes) and all(may_sit(vacancy, one) for one in those)

    found = together(vacancy, reserve, "graine")

    sets = [
        those
        for size in range(len(vacancy.left) + 1)
        for those in combinations(reserve, size)
        if makes_a_set(those)
    ]
    most = max(map(len, sets))
    best = min(measures((*vacancy.panel, *those)) for those in sets if len(those) == most)
    assert makes_a_set(found)
    assert (len(found), measures((*vacancy.panel, *found))) == (most, best)
    first = ranked(vacancy, reserve, "graine")[: len(found)]
    assert {one.person for one in first} == set(found)


@given(vacancies(), ROW)
def test_the_table_says_what_was_what_is_and_what_would_be(case, row):
    vacancy, _ = case
    joining = Person("new", row)

    table = compared(vacancy, [joining])

    for criterion, _ in CRITERIA:
        cells = [one for one in table if one.quota.criterion == criterion]
        assert sum(one.before for one in cells) == sum(one.after for one in cells) == 6
        assert sum(one.now for one in cells) == 5
    outside, _ = measures((*vacancy.panel, joining))
    assert any(one.is_outside for one in table) == (outside > 0)
    twin = vacancy.left[0].values == row
    assert any(one.moved for one in table) != twin
