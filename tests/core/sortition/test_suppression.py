"""What is published of a criterion tells nothing of one or two people, even beside what was."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isegoria.core.sortition.model import Impossible
from isegoria.core.sortition.suppression import Group, is_safe, published


@st.composite
def counted(draw, most=8):
    """A pool and the panel drawn from it, by value."""
    pools = draw(st.lists(st.integers(0, most), min_size=1, max_size=7))
    return {f"v{at}": (pool, draw(st.integers(0, pool))) for at, pool in enumerate(pools)}


def moved(draw, counts):
    """The same later: some people left, some came."""
    later = {}
    for value, (pool, panel) in counts.items():
        now = max(0, pool + draw(st.integers(-2, 4)))
        later[value] = (now, min(now, max(0, panel + draw(st.integers(-1, 1)))))
    return later


@st.composite
def versions(draw):
    first = draw(counted())
    second = moved(draw, first)
    return first, second, moved(draw, second)


def small(number):
    return 0 < abs(number) < 3


@given(counted())
def test_groups_hold_every_value_once_in_order_and_add_up(counts):
    table = published(counts)

    if table:
        assert [value for group in table for value in group.values] == list(counts)
        totals = [sum(column) for column in zip(*(group.counts for group in table), strict=True)]
        assert totals == [sum(column) for column in zip(*counts.values(), strict=True)]


@given(counted())
def test_no_cell_is_one_or_two_people_drawn_or_not(counts):
    for group in published(counts):
        pool, panel = group.counts
        assert not small(pool)
        assert not small(panel)
        assert not small(pool - panel)
        assert pool == 0 or pool - panel > 0


@given(counted())
def test_no_subtraction_from_the_total_gives_a_small_cell(counts):
    table = published(counts)

    for column in range(2):
        total = sum(group.counts[column] for group in table)
        for size in range(1, len(table)):
            for those in combinations(table, size):
                assert not small(total - sum(group.counts[column] for group in those))


@given(counted(most=30))
def test_a_table_without_small_cells_is_published_whole(counts):
    rows = {
        value: (pool + 6, min(max(panel, 3), pool + 3)) for value, (pool, panel) in counts.items()
    }

    assert len(published(rows)) == (len(rows) if len(rows) > 1 else 0)


@given(versions())
def test_no_two_versions_side_by_side_tell_what_one_or_two_people_are(versions):
    tables = []
    for counts in versions:
        if table := published(counts, tables):
            tables.append(table)

    for one, other in combinations(tables, 2):
        for group in other:
            inside = [old for old in one if set(old.values) <= set(group.values)]
            assert sum(len(old.values) for old in inside) == len(group.values)
            for column in range(2):
                then = sum(old.counts[column] for old in inside)
                assert not small(group.counts[column] - then)


@given(counted())
def test_as_many_groups_as_can_be(counts):
    values = list(counts)

    def every_way():
        for marks in range(2 ** (len(values) - 1)):
            cuts = [0, *(at + 1 for at in range(len(values) - 1) if marks >> at & 1), len(values)]
            yield [
                Group(tuple(values[start:end]), tuple(
                    sum(counts[value][column] for value in values[start:end]) for column in (0, 1)
                ))
                for start, end in pairwise(cuts)
            ]  # fmt: skip

    table = published(counts)

    most = max((len(way) for way in every_way() if all(map(is_safe, way))), default=0)
    assert len(table) in ({most} if table else range(most + 1))
    if table:
        assert all(map(is_safe, table))


def test_a_small_cell_joins_its_neighbour():
    ages = {"16-24": (20, 6), "25-64": (70, 20), "65-74": (8, 3), "75+": (4, 1)}

    table = published(ages)

    assert [group.values for group in table] == [("16-24",), ("25-64",), ("65-74", "75+")]
    assert table[-1].counts == (12, 4)


def test_a_value_of_nobody_shows_but_not_when_all_the_others_are_alike():
    assert published({"a": (9, 4), "b": (0, 0), "c": (9, 4)})[1] == Group(("b",), (0, 0))
    assert published({"a": (9, 4), "b": (0, 0)}) == ()


def test_a_replacement_that_changes_one_person_keeps_the_table_of_before():
    first = published({"F": (60, 16), "H": (65, 14)})

    assert published({"F": (60, 15), "H": (65, 15)}, [first]) == ()
    assert published({"F": (60, 16), "H": (65, 14)}, [first]) == first


def test_the_panel_may_be_added_to_a_pool_already_published():
    pool = published({"F": (60,), "H": (65,)})

    assert len(published({"F": (60, 16), "H": (65, 14)}, [pool])) == 2


@pytest.mark.parametrize(
    ("counts", "before"),
    [
        ({"F": (3, 4)}, ()),
        ({"F": (-1,)}, ()),
        ({"F": (3,), "H": (3, 3)}, ()),
        ({"F": (3,)}, [(Group(("H",), (3,)),)]),
    ],
)
def test_counts_that_contradict_themselves_are_refused(counts, before):
    with pytest.raises(Impossible):
        published(counts, before)
