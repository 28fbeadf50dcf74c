"""Totals of what was asked for: nobody is recognised, not even by subtraction."""

from hypothesis import given
from hypothesis import strategies as st

from isegoria.core.provisions import totals

KINDS = ("transport", "childcare", "interpreter", "meal", "lift")
ROW = st.lists(st.integers(0, 9), min_size=4, max_size=4)
COUNTS = st.fixed_dictionaries(dict.fromkeys(KINDS, ROW))


@given(COUNTS)
def test_a_kind_that_fewer_than_five_asked_for_is_never_told_apart(counts):
    """Not from those that nobody asked for either: all of them are in one group."""
    rows = totals(counts)
    alone = {row.kinds[0]: row.asked for row in rows if len(row.kinds) == 1}

    assert all(asked >= 5 for asked in alone.values())
    assert len([row for row in rows if len(row.kinds) > 1]) <= 1


@given(COUNTS)
def test_the_group_counts_five_requests_at_least_over_several_kinds(counts):
    for row in totals(counts):
        if len(row.kinds) > 1:
            assert row.asked >= 5


@given(COUNTS)
def test_nothing_is_left_out_of_the_sum_that_a_subtraction_could_find(counts):
    rows = totals(counts)

    if rows:
        assert sum(row.asked for row in rows) == sum(map(sum, counts.values()))


@given(COUNTS)
def test_what_became_of_one_to_four_requests_is_not_told(counts):
    for row in totals(counts):
        assert [part for part in row.fates if 0 < part < 5] == []


def test_a_lonely_small_kind_takes_the_smallest_row_with_it():
    counts = {"transport": [0, 0, 9, 0], "childcare": [0, 0, 6, 0], "meal": [0, 0, 2, 0]}

    first, second = totals(counts)

    assert (first.kinds, first.asked, first.fates) == (("transport",), 9, (0, 0, 9, 0))
    assert (second.kinds, second.asked) == (("childcare", "meal"), 8)


def test_too_few_requests_give_no_row_at_all():
    assert totals({"transport": [1, 1, 1, 0], "meal": [0, 0, 1, 0]}) == []
    assert totals({kind: [0, 0, 0, 0] for kind in KINDS}) == []
