"""Two texts, and what changed from one to the other."""

from hypothesis import given
from hypothesis import strategies as st

from isegoria.core.texts import Piece, word_differences


def test_a_changed_word_is_shown_removed_then_added():
    assert word_differences("un panel de 15 personnes", "un panel de 30 personnes") == [
        Piece("same", "un panel de "),
        Piece("removed", "15 "),
        Piece("added", "30 "),
        Piece("same", "personnes"),
    ]


def test_the_same_text_has_no_difference():
    assert word_differences("la 5G", "la 5G") == [Piece("same", "la 5G")]


def test_everything_is_new_after_nothing():
    assert word_differences("", "la 5G") == [Piece("added", "la 5G")]
    assert word_differences("", "") == []


def test_two_texts_that_have_little_in_common_are_shown_whole():
    assert word_differences("le climat et la santé", "la ville répond") == [
        Piece("removed", "le climat et la santé"),
        Piece("added", "la ville répond"),
    ]


def test_a_word_that_is_the_same_between_two_changes_is_not_set_apart():
    before = "la ville lit puis étudie puis répond à tous les habitants de la commune"
    after = "la ville reçoit puis écoute puis répond à tous les habitants de la commune"
    assert word_differences(before, after) == [
        Piece("same", "la ville "),
        Piece("removed", "lit puis étudie "),
        Piece("added", "reçoit puis écoute "),
        Piece("same", "puis répond à tous les habitants de la commune"),
    ]


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_pieces_hold_both_texts_whole(before, after):
    pieces = word_differences(before, after)
    assert "".join(one.text for one in pieces if one.change != "added") == before
    assert "".join(one.text for one in pieces if one.change != "removed") == after
