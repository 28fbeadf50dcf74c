"""Whatever the charter can say has a sentence; whatever has a sentence can be said."""

import re
from string import Formatter

from isegoria.core.charter import (
    AUDIENCE_NAMES,
    CHARTER,
    READERS,
    ROLE_NAMES,
    WINDOW_NAMES,
    Audience,
    Role,
    Situation,
    Window,
)
from isegoria.core.charter.reasons import MISSING, REFUSALS, STATES

STATES_OF_THE_CHARTER = {state for one in CHARTER for state in CHARTER.states(one.kind)}


def test_every_role_window_and_audience_has_a_name():
    assert set(ROLE_NAMES) == set(Role)
    assert set(WINDOW_NAMES) == set(Window)
    assert set(AUDIENCE_NAMES) == set(READERS) == set(Audience)


def test_every_fact_that_may_be_missing_has_a_sentence_and_no_sentence_is_idle():
    assert set(MISSING) == {fact for one in CHARTER for fact in one.given}


def test_every_state_has_a_word_and_no_word_is_idle():
    assert set(STATES) == STATES_OF_THE_CHARTER | {""}


def test_every_code_of_refusal_has_a_sentence():
    nobody = Situation(roles=frozenset(), windows=frozenset(), state="nowhere")
    met = {
        code
        for one in CHARTER
        for now in (
            nobody,
            Situation(roles=frozenset(Role), windows=frozenset(), state="nowhere"),
            Situation(roles=frozenset(Role), windows=frozenset(Window), state="nowhere"),
            *(
                Situation(roles=frozenset(Role), windows=frozenset(Window), state=state)
                for state in one.from_states
            ),
        )
        if (code := CHARTER.decide(one.name, now).code) != "chartered"
    }

    assert met == set(REFUSALS) | {"missing_fact"}


def test_every_act_has_a_label_and_a_sentence():
    assert [one.name for one in CHARTER if not one.label or not one.tells] == []


def test_a_public_act_says_who_did_it_and_to_what():
    silent = [
        one.name for one in CHARTER if one.seen_by == Audience.PUBLIC and "{by}" not in one.tells
    ]

    assert silent == []


def test_placeholders_are_plain_names():
    told = [
        (one.name, part)
        for one in CHARTER
        for part in Formatter().parse(one.tells)
        if part[1] is not None and (not part[1].isidentifier() or part[2] or part[3])
    ]

    assert told == []


def test_french_punctuation_is_held_by_a_space_that_does_not_break():
    sentences = [
        *REFUSALS.values(),
        *MISSING.values(),
        *(text for one in CHARTER for text in (one.label, one.tells, one.shows)),
    ]

    assert [text for text in sentences if re.search(r"[ \w][:;!?»]|«[ \w]", text)] == []


def test_readers_of_an_inner_circle_read_the_outer_ones():
    assert READERS[Audience.GUARANTORS] < READERS[Audience.OFFICE] < READERS[Audience.PUBLIC]
