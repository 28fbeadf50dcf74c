"""Whatever is asked, everybody sits once, with and without whom they must; or the reason is said."""

import hashlib

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from isegoria.core.seating.cooling import seated
from isegoria.core.seating.measures import measured
from isegoria.core.seating.model import Asked, Attendee, Impossible, Plan
from isegoria.core.seating.zones import tables_by_place
from tests.core.seating.parties import (
    everybody_sits_once,
    largest_gap,
    panel,
    places_are_split,
    tables_with,
)

FEW = 20_000


@st.composite
def requests(draw):
    count, rounds = draw(st.integers(1, 24)), draw(st.integers(1, 4))
    ids = [f"p{at}" for at in range(count)]
    away = st.frozensets(st.integers(1, rounds), max_size=1)
    people = tuple(
        Attendee(
            one,
            (draw(st.sampled_from(["", "F", "H"])), draw(st.sampled_from(["a", "b", "c"]))),
            draw(st.sampled_from(["salle", "salle", "distance"])),
            draw(away),
        )
        for one in ids
    )
    pairs = st.tuples(st.sampled_from(ids), st.sampled_from(ids)).filter(
        lambda two: two[0] != two[1]
    )
    few = st.lists(pairs, max_size=3).map(tuple) if count > 1 else st.just(())
    tables = draw(st.integers(1, min(6, count)))
    return Asked(people, tables, rounds, ("sexe", "âge"), draw(few), draw(few))


def tried(asked):
    """A plan, or why there is none."""
    try:
        return seated(asked, 1, moves=2_000)
    except Impossible as why:
        return str(why)


@given(requests())
@settings(max_examples=150, deadline=None)
def test_a_plan_does_what_is_asked_or_says_who_prevents_it(asked):
    plan = tried(asked)
    if isinstance(plan, str):
        event("impossible")
        assert any(one.id in plan for one in asked.people) or "une par endroit" in plan
        return

    assert everybody_sits_once(plan)
    assert places_are_split(plan)
    assert largest_gap(plan) <= 1 or plan.notes
    for one, other in asked.apart:
        assert tables_with(plan, one, other) == 0
    for group in asked.together:
        for number, tables in enumerate(plan.rounds, start=1):
            there = {one for one in group if asked.is_there(asked.number[one], number)}
            assert not there or any(there <= set(ids) for ids in tables)


@given(requests())
@settings(max_examples=50, deadline=None)
def test_no_plan_meets_more_pairs_than_the_bound(asked):
    plan = tried(asked)
    if isinstance(plan, str):
        return

    measures = measured(plan)

    assert measures.met <= measures.bound <= measures.possible


def test_thirty_people_meet_widely_and_no_table_is_badly_balanced():
    measures = measured(seated(panel(), 1))

    assert measures.met >= 360
    assert measures.bad == ()


def test_the_same_seed_gives_the_same_plan():
    assert seated(panel(), 7, FEW).rounds == seated(panel(), 7, FEW).rounds


def test_another_seed_gives_another_plan():
    assert seated(panel(), 7, FEW).rounds != seated(panel(), 8, FEW).rounds


def test_a_plan_is_the_same_on_every_machine():
    plan = seated(panel(together=(("p0", "p1"),), apart=(("p2", "p3"),)), 7, FEW)

    digest = hashlib.sha256(repr(plan.rounds).encode()).hexdigest()

    assert digest[:16] == "b395d2c030611ada"


def test_meetings_of_sessions_already_held_count():
    first = seated(panel(rounds=3), 1)

    later = seated(panel(rounds=3, held=first.rounds), 2)

    forgetful = Plan(later.asked, seated(panel(rounds=3), 2).rounds)
    assert measured(later).before == measured(first).met
    assert measured(later).met > measured(forgetful).met + 20


def test_people_who_left_since_a_held_session_are_passed_over():
    plan = seated(panel(rounds=1, held=((("p0", "gone"),),)), 1, FEW)

    assert measured(plan).before == 0


def test_a_helper_counts_in_no_criterion_when_left_blank():
    people = tuple(Attendee(f"p{at}", ("F" if at % 2 else "H",)) for at in range(8))
    helper = Attendee("aide", ("",))

    plan = seated(Asked((*people, helper), 3, 2, ("sexe",), (("p0", "aide"),)), 1, FEW)

    assert {cell.value for cell in measured(plan).cells} == {"F", "H"}


def test_tables_go_to_places_so_that_the_largest_is_small():
    assert tables_by_place({"salle": 22, "distance": 8}, 5) == {"salle": 3, "distance": 2}


def test_groups_too_large_for_equal_tables_are_named():
    people = tuple(Attendee(f"p{at}") for at in range(6))

    plan = seated(Asked(people, 2, 1, (), (("p0", "p1"), ("p2", "p3"), ("p4", "p5"))), 1, FEW)

    assert str(plan.notes[0]) == (
        "Tour 1\u00a0: les tables ne sont pas égales à une personne près, à cause de ce qui est "
        "demandé pour p0, p1, p2, p3, p4, p5."
    )


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"tables": 31}, "30 personnes pour 31 tables"),
        ({"rounds": 0}, "au moins une table et un tour"),
        ({"together": (("p0", "inconnu"),)}, "«\u00a0inconnu\u00a0» n’est pas dans la liste"),
        ({"together": (("p0", "p1"), ("p1", "p2")), "apart": (("p0", "p2"),)}, "p0, p2 ne doivent"),
        (
            {"tables": 2, "apart": (("p0", "p1"), ("p1", "p2"), ("p2", "p0"), ("p3", "p4"))},
            "Tour 1\u00a0: p0, p1, p2 ne peuvent pas être tous séparés",
        ),
    ],
)
def test_what_no_plan_can_do_is_said(more, said):
    with pytest.raises(Impossible, match=said):
        seated(panel(**more), 1, FEW)


def test_people_who_stay_together_are_at_one_place():
    people = Attendee("a", (), "salle"), Attendee("b", (), "distance")

    with pytest.raises(Impossible, match="a, b doivent rester ensemble"):
        seated(Asked(people, 2, 1, (), (("a", "b"),)), 1)


def test_each_place_needs_a_table():
    people = Attendee("a", (), "salle"), Attendee("b", (), "distance")

    with pytest.raises(Impossible, match="2 endroits"):
        seated(Asked(people, 1, 1), 1)
