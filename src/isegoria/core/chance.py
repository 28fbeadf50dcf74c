"""Chance that anybody can compute again: a seed, SHA-256, and a counter.

Block i is SHA-256(seed ‖ i), the seed as UTF-8 text and i on eight bytes, big-endian; each block
gives four numbers of 64 bits. It is the same on every machine and in every language, which no
library's generator promises from one version to the next.
"""

import hashlib
from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
WORD = 2**64


class Chance:
    """A stream of numbers that a seed determines."""

    def __init__(self, seed: int | str) -> None:
        self._words = _words(str(seed).encode())

    def below(self, limit: int) -> int:
        """A whole number of 0 … limit - 1, each as likely (rejection, so without bias)."""
        if not 0 < limit <= WORD:
            raise ValueError("a limit is between 1 and 2⁶⁴")
        usable = WORD - WORD % limit
        while (word := next(self._words)) >= usable:
            pass
        return word % limit

    def fraction(self) -> float:
        """A number of [0, 1), a multiple of 2⁻⁵³."""
        return (next(self._words) >> 11) / 2**53

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """All of them, each order as likely (Fisher and Yates)."""
        order = list(items)
        for last in range(len(order) - 1, 0, -1):
            other = self.below(last + 1)
            order[last], order[other] = order[other], order[last]
        return order


def _words(seed: bytes) -> Iterator[int]:
    block = 0
    while True:
        drawn = hashlib.sha256(seed + block.to_bytes(8, "big")).digest()
        for start in range(0, 32, 8):
            yield int.from_bytes(drawn[start : start + 8], "big")
        block += 1
