"""What a plan lacks is said in words; a plan that lacks nothing is told nothing."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isegoria.core.runsheet.plan import Item, lacks, shares
from isegoria.core.runsheet.words import Modality, Need

PEN, VOICE, PENCIL, BODY = Modality.WRITTEN, Modality.ORAL, Modality.DRAWING, Modality.MOVEMENT
EACH = dict.fromkeys(Need, "une autre façon")


def item(minutes, *ways, equivalents=EACH):
    return Item(title="x", minutes=minutes, modalities=frozenset(ways), equivalents=equivalents)


def codes(*items):
    return [(one.code, one.at) for one in lacks(items)]


def test_a_plan_with_three_ways_short_stretches_and_equivalents_lacks_nothing():
    assert codes(item(45, PEN), item(45, VOICE), item(45, PENCIL), item(90, VOICE, BODY)) == []


def test_two_ways_are_too_few_and_the_others_are_named():
    found = lacks([item(30, PEN), item(30, VOICE)])

    assert [str(one.sentence) for one in found] == [
        "La séance utilise 2 façon(s) de s’exprimer sur 4 : il en faut 3. Ajoutez : dessin, mouvement."
    ]


def test_an_empty_plan_is_not_blamed():
    assert codes() == []


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([item(46, PEN), item(5, VOICE, PENCIL)], [("on_end", 0)]),
        ([item(30, PEN), item(16, PEN), item(5, VOICE, PENCIL)], [("on_end", 1)]),
        ([item(30, PEN), item(1, VOICE, PENCIL), item(30, PEN)], []),
        ([item(90, PEN, VOICE), item(5, PENCIL)], []),
    ],
)
def test_more_than_45_minutes_on_end_in_one_way_is_too_long(items, expected):
    assert codes(*items) == expected


def test_each_need_without_another_way_is_named():
    told = {**EACH, Need.PHONE: " "}

    found = lacks([item(10, PEN, VOICE, PENCIL, equivalents=told)])

    assert [str(one.sentence) for one in found] == [
        "Une autre façon de faire manque pour : à distance, au téléphone seul."
    ]


def test_a_sequence_without_any_way_is_told():
    assert codes(item(10, PEN, VOICE, PENCIL), item(10)) == [("no_way", 1)]


WAYS = st.frozensets(st.sampled_from(Modality), min_size=1)
ITEMS = st.lists(st.builds(lambda m, w: item(m, *w), st.integers(1, 600), WAYS))


@given(ITEMS)
def test_the_minutes_of_the_ways_add_up_to_the_plans(items):
    assert sum(shares(items).values()) == sum(one.minutes for one in items)


def test_a_sequence_shares_its_time_between_its_ways():
    assert shares([item(45, PEN, VOICE)])[PEN] == Fraction(45, 2)


def test_a_break_needs_no_way_and_ends_a_stretch():
    rest = Item(title="Pause", minutes=15, modalities=frozenset(), equivalents=EACH, rests=True)

    assert codes(item(30, PEN), rest, item(30, PEN), item(5, VOICE, BODY)) == []


def test_a_plan_longer_than_its_session_says_by_how_much():
    found = lacks([item(70, PEN, VOICE, PENCIL)], room=60)

    assert [str(one.sentence) for one in found] == [
        "Le déroulé dépasse la fin de la séance de 10 minute(s)."
    ]
    assert lacks([item(60, PEN, VOICE, PENCIL)], room=60) == []
