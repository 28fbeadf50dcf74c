"""When each sequence comes: as it was planned, and once the day has its own pace."""

import itertools
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isegoria.core.runsheet.clock import Length, Slot, expected, minutes_left, planned

NINE = datetime(2021, 6, 26, 9, 0, tzinfo=UTC)


def at(minutes):
    return NINE + timedelta(minutes=minutes)


def test_sequences_follow_each_other_from_the_start():
    assert planned(NINE, [20, 45]) == [Slot(at(0), at(20)), Slot(at(20), at(65))]


def test_before_the_session_what_is_expected_is_what_was_planned():
    items = [Length(minutes=20), Length(minutes=45)]

    assert expected(NINE, items, at(-600)) == planned(NINE, [20, 45])


def test_what_runs_over_pushes_the_rest():
    items = [
        Length(minutes=20, began=at(5), ended=at(30)),
        Length(minutes=30, began=at(30)),
        Length(minutes=10),
    ]

    assert expected(NINE, items, at(70)) == [
        Slot(at(5), at(30)),
        Slot(at(30), at(70)),
        Slot(at(70), at(80)),
    ]


def test_a_session_that_begins_early_goes_on_early():
    items = [Length(minutes=20, began=at(-10)), Length(minutes=30)]

    assert expected(NINE, items, at(-5)) == [Slot(at(-10), at(10)), Slot(at(10), at(40))]


def test_a_sequence_that_has_not_begun_begins_now_at_the_earliest():
    assert expected(NINE, [Length(minutes=20)], at(12)) == [Slot(at(12), at(32))]


@pytest.mark.parametrize(
    ("seconds", "left"), [(0, 20), (30, 20), (60, 19), (1199, 1), (1200, 0), (1201, -1), (1320, -2)]
)
def test_minutes_left_are_whole_and_go_below_zero(seconds, left):
    running = Length(minutes=20, began=NINE)

    assert minutes_left(running, NINE + timedelta(seconds=seconds)) == left


LENGTHS = st.lists(st.builds(Length, minutes=st.integers(1, 600)))


@given(LENGTHS, st.integers(-500, 5000))
def test_nothing_overlaps_and_nothing_to_come_is_in_the_past(items, now):
    slots = expected(NINE, items, at(now))

    assert all(one.ends == two.starts for one, two in itertools.pairwise(slots))
    assert all(one.starts >= max(NINE, at(now)) for one in slots)
