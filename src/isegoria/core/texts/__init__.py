"""Texts as plain values: how two of them differ, and where words are."""

from isegoria.core.texts.differences import Piece, word_differences
from isegoria.core.texts.searching import folded, searchable, wanted_words

__all__ = ["Piece", "folded", "searchable", "wanted_words", "word_differences"]
