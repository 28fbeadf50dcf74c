"""Answers added up: for each question, how many gave each answer, and nothing that says who.

No answer is kept beside another: that somebody gave this answer here and that one there cannot be
read back. A figure rests on five people at least, and figures are made once, when all is counted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from isegoria.core.inquiry.wordings import ITEMS, UNKNOWN, Item

SHOWN_FROM = 5
Counts = Mapping[str, Mapping[str, int]]  # question → answer → how many


@dataclass(frozen=True, slots=True)
class Figure:
    """What was answered to one question. `counts` is empty when fewer than five people did."""

    item: Item
    base: int
    counts: tuple[int, ...]

    @property
    def is_shown(self) -> bool:
        return bool(self.counts)

    @property
    def mean(self) -> float | None:
        """Of those who gave a mark, when they are five at least."""
        marks = {
            int(code): count
            for code, count in zip(self.item.scale, self.counts, strict=False)
            if code != UNKNOWN
        }
        given = sum(marks.values())
        if given < SHOWN_FROM:
            return None
        return sum(mark * count for mark, count in marks.items()) / given


def is_answer(topic: str, answers: Mapping[str, str]) -> bool:
    """Answers to questions that were asked, and to one of them at least."""
    scales = {item.key: item.scale for item in ITEMS[topic]}
    return bool(answers) and all(
        key in scales and code in scales[key] for key, code in answers.items()
    )


def as_counts(answers: Mapping[str, str]) -> Counts:
    return {key: {code: 1} for key, code in answers.items()}


def added(counts: Counts, more: Counts) -> dict[str, dict[str, int]]:
    """Both together. Sorted, so that the order in which answers came is not kept either."""
    keys = sorted({*counts, *more})
    return {key: _sum(counts.get(key, {}), more.get(key, {})) for key in keys}


def fits(topic: str, counts: Counts, people: int) -> bool:
    """Counts that so many people may have given: known answers, no question with more of them."""
    scales = {item.key: item.scale for item in ITEMS[topic]}
    return bool(counts) and all(
        key in scales
        and set(given) <= set(scales[key])
        and min(given.values(), default=0) >= 0
        and sum(given.values()) <= people
        for key, given in counts.items()
    )


def figures(topic: str, counts: Counts) -> list[Figure]:
    """One a question, in order; those that rest on fewer than five people are kept back."""
    return [_figure(item, counts.get(item.key, {})) for item in ITEMS[topic]]


def _figure(item: Item, given: Mapping[str, int]) -> Figure:
    row: Sequence[int] = [given.get(code, 0) for code in item.scale]
    base = sum(row)
    return Figure(item, base, tuple(row) if base >= SHOWN_FROM else ())


def _sum(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    return {code: one.get(code, 0) + other.get(code, 0) for code in sorted({*one, *other})}
