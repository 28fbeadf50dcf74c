"""Words are found whatever the accents, the capitals and the letters that are joined."""

from hypothesis import given
from hypothesis import strategies as st

from isegoria.core.texts import folded, searchable, wanted_words


def test_accents_and_capitals_are_folded():
    assert folded("Écologie À Noël") == "ecologie a noel"


@given(st.text(alphabet=st.characters(max_codepoint=0x17F)))
def test_a_place_in_the_folded_text_is_a_place_in_the_text(text):
    assert len(folded(text)) >= len(text)


def test_joined_letters_and_apostrophes_are_found_both_ways():
    assert searchable("L’œuvre", "à cœur") == "l'oeuvre\na coeur"
    assert wanted_words("œuvre Coeur") == ["oeuvre", "coeur"]


def test_the_first_six_words_are_looked_for():
    assert wanted_words("un deux trois quatre cinq six sept") == [
        "un", "deux", "trois", "quatre", "cinq", "six",
    ]  # fmt: skip


def test_nothing_is_looked_for_in_no_words():
    assert wanted_words("  ") == []
