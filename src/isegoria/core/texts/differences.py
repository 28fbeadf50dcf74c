"""What changed between two texts, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Change = Literal["same", "removed", "added"]
WORDS = re.compile(r"\S+\s*|\s+")
LONGEST = 20_000
ALIKE = 0.4
SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that were kept, removed or added."""

    change: Change
    text: str


def word_differences(before: str, after: str) -> list[Piece]:
    """The pieces that, without the added ones, make `before`, and without the removed ones `after`.

    A few words that happen to be the same between two changes are not set apart: nobody can read
    such lace. Texts longer than LONGEST are compared line by line, to bound the time it takes.
    """
    old, new = _cut(before), _cut(after)
    matcher = SequenceMatcher(None, old, new, False)
    if matcher.ratio() < ALIKE:
        return _change(before, after)
    pieces: list[Piece] = []
    removed, added = "", ""
    steps = matcher.get_opcodes()
    for place, (tag, start, end, begun, ended) in enumerate(steps):
        was, became = "".join(old[start:end]), "".join(new[begun:ended])
        between = 0 < place < len(steps) - 1
        if tag == "equal" and not (between and end - start < SHORTEST):
            pieces += [*_change(removed, added), Piece("same", was)]
            removed, added = "", ""
        else:
            removed, added = removed + was, added + became
    return [*pieces, *_change(removed, added)]


def _change(removed: str, added: str) -> list[Piece]:
    if removed == added:
        return [Piece("same", added)] if added else []
    pieces = [Piece("removed", removed)] if removed else []
    return [*pieces, Piece("added", added)] if added else pieces


def _cut(text: str) -> list[str]:
    return text.splitlines(keepends=True) if len(text) > LONGEST else WORDS.findall(text)
