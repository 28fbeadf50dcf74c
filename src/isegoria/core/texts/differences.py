"""What changed between two texts, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

Change = Literal["same", "removed", "added"]
WORDS = re.compile(r"\S+\s*|\s+")
LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that were kept, removed or added."""

    change: Change
    text: str


def word_differences(before: str, after: str) -> list[Piece]:
    """The pieces that, without the added ones, make `before`, and without the removed ones `after`.

    Texts longer than LONGEST are compared line by line, to bound the time that it takes.
    """
    old, new = _cut(before), _cut(after)
    pieces: list[Piece] = []
    for tag, start, end, begun, ended in SequenceMatcher(None, old, new, False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", "".join(old[start:end])))
            continue
        if removed := "".join(old[start:end]):
            pieces.append(Piece("removed", removed))
        if added := "".join(new[begun:ended]):
            pieces.append(Piece("added", added))
    return _joined(pieces)


def _cut(text: str) -> list[str]:
    return text.splitlines(keepends=True) if len(text) > LONGEST else WORDS.findall(text)


def _joined(pieces: list[Piece]) -> list[Piece]:
    return [
        Piece(change, "".join(piece.text for piece in run))
        for change, run in groupby(pieces, key=lambda piece: piece.change)
    ]
