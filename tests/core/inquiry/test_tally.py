"""Answers added up: nothing of who gave which, and no figure that rests on fewer than five."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isegoria.core.inquiry.tally import added, as_counts, figures, fits, is_answer
from isegoria.core.inquiry.wordings import AGREEMENT, SURVEY, UNKNOWN

ANSWERS = st.dictionaries(
    st.sampled_from([item.key for item in SURVEY]), st.sampled_from(sorted(AGREEMENT)), min_size=1
)


def total(answers):
    counts = {}
    for one in answers:
        counts = added(counts, as_counts(one))
    return counts


@given(
    st.lists(ANSWERS, max_size=8).flatmap(lambda one: st.tuples(st.just(one), st.permutations(one)))
)
def test_the_order_in_which_people_answer_leaves_no_trace(both):
    came, otherwise = both

    assert repr(total(came)) == repr(total(otherwise))


@given(st.lists(ANSWERS, max_size=12))
def test_a_question_that_fewer_than_five_answered_shows_nothing(answers):
    for figure in figures("survey", total(answers)):
        answered = sum(1 for one in answers if figure.item.key in one)

        assert figure.is_shown == (answered >= 5)
        assert sum(figure.counts) == (answered if answered >= 5 else 0)


def test_the_mean_is_of_those_who_gave_a_mark():
    answers = [{"respect": mark} for mark in ("5", "5", "4", "4", "2", UNKNOWN)]

    respect = next(one for one in figures("survey", total(answers)) if one.item.key == "respect")

    assert respect.base == 6
    assert respect.mean == 4.0


def test_no_mean_is_shown_of_fewer_than_five_marks():
    answers = [{"respect": mark} for mark in ("5", "5", "4", "4", UNKNOWN)]

    respect = next(one for one in figures("survey", total(answers)) if one.item.key == "respect")

    assert (respect.is_shown, respect.mean) == (True, None)


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"mood": "4"}, True),
        ({}, False),
        ({"mood": "6"}, False),
        ({"respect": "4"}, False),
    ],
)
def test_an_answer_is_to_a_question_that_was_asked(answers, said):
    assert is_answer("pulse", answers) == said


@pytest.mark.parametrize(
    ("counts", "people", "fitting"),
    [
        ({"mood": {"4": 2, "5": 1}}, 3, True),
        ({"mood": {"4": 2}}, 3, True),
        ({"mood": {"4": 2, "5": 2}}, 3, False),
        ({"mood": {"9": 1}}, 3, False),
        ({"mood": {"4": -1, "5": 1}}, 3, False),
        ({}, 3, False),
    ],
)
def test_sheets_are_counted_only_if_so_many_people_may_have_filled_them(counts, people, fitting):
    assert fits("pulse", counts, people) == fitting
