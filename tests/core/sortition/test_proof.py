"""A public draw: what is published is true, and whatever is altered is found."""

import copy
import hashlib
import json
import time
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from isegoria.core.chance import Chance
from isegoria.core.journal.canonical import canonical, digest
from isegoria.core.sortition.lottery import solve
from isegoria.core.sortition.proof import (
    Altered,
    Listed,
    commitment,
    outcome,
    receipts,
    sealed,
    step,
)
from isegoria.core.sortition.tickets import tickets_of
from isegoria.core.sortition.verification import (
    openings_hold,
    outcome_holds,
    receipt_holds,
    record_holds,
)
from tests.core.sortition.oracle import fits
from tests.core.sortition.pools import feasible, town

GUARANTORS = ["Garante A", "Garant B", "Garante C"]


def salts():
    numbers = iter(range(10**9))
    return lambda: hashlib.sha256(str(next(numbers)).encode()).digest()


@cache
def _draw():
    lottery = solve(town())
    tickets = tickets_of(lottery, Chance("town"))
    source = {"kind": "balls", "guarantors": GUARANTORS}
    return sealed(Listed.of(lottery, tickets), software="test", source=source, salt=salts())


@pytest.fixture
def draw():
    return copy.deepcopy(_draw())


def recorded(notice, openings, number=427, signed=GUARANTORS[:2]):
    record = [step([], "notice", digest(notice))]
    record.append(step(record, "number", {"number": number, "signed": signed}))
    record.append(step(record, "outcome", outcome(openings, number)))
    return record


def test_tickets_are_distinct_panels_that_meet_the_quotas():
    problem = town()

    tickets = tickets_of(solve(problem), Chance(1))

    assert tickets.distinct == 1000
    assert all(fits(problem, [problem.people[one] for one in panel]) for panel in tickets.panels)


def test_everybody_has_the_tickets_of_their_chance():
    tickets = tickets_of(solve(town()), Chance(1))

    assert tickets.fewest >= tickets.promised
    assert tickets.farthest <= 4


@given(feasible(homes=True), st.integers(2, 60))
@settings(max_examples=40, deadline=None)
def test_any_number_of_tickets_meets_the_quotas(problem, count):
    tickets = tickets_of(solve(problem), Chance(1), count)

    assert len(tickets.panels) == count
    assert all(fits(problem, [problem.people[one] for one in panel]) for panel in tickets.panels)


def test_the_same_seed_gives_the_same_list():
    first, second = (tickets_of(solve(town()), Chance("x")) for _ in range(2))

    assert first == second


def test_an_honest_draw_is_found_true_within_a_second(draw):
    notice, openings = draw

    begun = time.process_time()
    said = str(openings_hold(notice, openings))

    assert said.startswith("Les 1000 panels respectent les quotas (1000 différents)")
    assert time.process_time() - begun < 1


def test_a_candidate_finds_themselves_with_their_receipt(draw):
    notice, openings = draw

    receipt = list(receipts(openings))[17]

    assert "« c017 » était dans la liste" in str(receipt_holds(notice, receipt))


def test_the_panel_of_the_number_follows(draw):
    notice, openings = draw

    assert str(outcome_holds(notice, outcome(openings, 42))) == (
        "Le panel publié est bien celui du ticket 042."
    )
    assert str(record_holds(notice, recorded(notice, openings))) == (
        "Les étapes se suivent dans l’ordre\u00a0: 3."
    )


def test_the_notice_tells_no_answer_and_no_name(draw):
    notice, openings = draw

    published = canonical({**notice, "quotas": []}).decode()

    hidden = [one["hidden"] for one in openings["candidates"]]
    texts = {text for one in hidden for text in (one["id"], *one["values"].values())}
    assert not [text for text in texts if f'"{text}"' in published]


def paths(document, way=()):
    if isinstance(document, dict):
        for name in document:
            yield from paths(document[name], (*way, name))
    elif isinstance(document, list):
        for at, one in enumerate(document):
            yield from paths(one, (*way, at))
    else:
        yield way


def altered(document, way, value):
    *before, last = way
    for one in before:
        document = document[one]
    document[last] = value


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_whatever_is_altered_in_the_openings_is_found(data):
    notice, openings = copy.deepcopy(_draw())
    way = data.draw(st.sampled_from(SOME_PATHS))
    altered(openings, way, data.draw(st.sampled_from([None, 5_000, "autre", "0" * 64])))

    with pytest.raises(Altered):
        openings_hold(notice, openings)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_whatever_is_altered_in_the_notice_is_found(data):
    notice, openings = copy.deepcopy(_draw())
    way = data.draw(st.sampled_from(NOTICE_PATHS))
    altered(notice, way, data.draw(st.sampled_from([None, 5_000, "autre", "0" * 64])))

    with pytest.raises(Altered):
        openings_hold(notice, openings)


SOME_PATHS = list(paths(_draw()[1]))[::97]
NOTICE_PATHS = list(paths(_draw()[0]))


def resealed(notice, openings, kind, place):
    """A forger who also writes the commitment and the hash again, everywhere but in a journal."""
    one = openings[kind][place]
    notice[kind][place] = commitment(one["salt"], one["hidden"])
    openings["notice"] = digest(notice)


def test_a_forged_panel_that_breaks_a_quota_is_found_by_the_guarantors(draw):
    notice, openings = draw
    panel = openings["tickets"][3]["hidden"]["panel"]
    panel[:] = list(range(20))
    resealed(notice, openings, "tickets", 3)

    with pytest.raises(Altered, match="le ticket 3"):
        openings_hold(notice, openings)


def test_two_tickets_put_in_each_others_place_are_found(draw):
    notice, openings = draw
    for kind in (notice["tickets"], openings["tickets"]):
        kind[1], kind[2] = kind[2], kind[1]
    openings["notice"] = digest(notice)

    with pytest.raises(Altered, match="porte un autre numéro"):
        openings_hold(notice, openings)


def test_the_openings_hold_without_somebody_who_was_forgotten_and_say_so(draw):
    notice, openings = draw
    openings["candidates"][5] = {}

    assert str(openings_hold(notice, openings)).endswith("ne peuvent plus être lues : 1.")


def test_a_candidate_taken_out_is_found(draw):
    notice, openings = draw
    del openings["candidates"][5], notice["candidates"][5]
    openings["notice"] = digest(notice)

    with pytest.raises(Altered):
        openings_hold(notice, openings)


def test_a_receipt_with_another_value_is_refused(draw):
    notice, openings = draw
    receipt = next(receipts(openings))
    receipt["hidden"]["values"]["âge"] = "99"

    with pytest.raises(Altered, match="n’est pas ce qui a été scellé"):
        receipt_holds(notice, receipt)


def test_another_panel_than_that_of_the_number_is_refused(draw):
    notice, openings = draw
    record = recorded(notice, openings, 427)[:2]
    record.append(step(record, "outcome", outcome(openings, 428)))

    with pytest.raises(Altered, match="n’est pas le numéro tiré"):
        record_holds(notice, record)


def test_a_number_signed_by_one_guarantor_is_refused(draw):
    notice, openings = draw

    with pytest.raises(Altered, match="deux garants"):
        record_holds(notice, recorded(notice, openings, signed=["Garante A", "Garante A", "X"]))


@pytest.mark.parametrize("order", [(1, 0, 2), (0, 2, 1), (1, 2), (0, 0)])
def test_steps_in_another_order_are_refused(draw, order):
    notice, openings = draw
    record = recorded(notice, openings)

    with pytest.raises(Altered):
        record_holds(notice, [record[at] for at in order])


def test_a_document_of_another_shape_is_altered_not_a_crash(draw):
    notice, _ = draw

    for odd in ({}, {"v": 1}, {"v": 1, "notice": digest(notice), "hidden": 3}, [], json.loads("3")):
        with pytest.raises(Altered):
            receipt_holds(notice, odd)
