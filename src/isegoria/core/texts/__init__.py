"""Texts as plain values: how two of them differ."""

from isegoria.core.texts.differences import Piece, word_differences

__all__ = ["Piece", "word_differences"]
