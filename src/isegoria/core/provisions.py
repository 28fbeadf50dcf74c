"""What was asked for and provided, as totals in which nobody is recognised.

Each kind of thing to provide has a row: how many asked, and what became of it. A row stands alone
only when five people at least asked, and all other kinds, those that nobody asked for too, are one
group, so that a reader cannot tell which of them were asked for. The group counts five requests at
least and never stands for a single kind: the smallest rows join it until it does. What became of a
row is said when each part is nought or five at least. Such totals are published once: two versions
would tell what one person asked for between them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

FEWEST = 5
ASKED, PLANNED, PROVIDED, NOT_PROVIDED = "asked", "planned", "provided", "not_provided"
FATES = (ASKED, PLANNED, PROVIDED, NOT_PROVIDED)


@dataclass(frozen=True, slots=True)
class Total:
    """One row: the kinds that it counts together, and how many requests ended in each way.

    `fates` is empty when telling them would tell of one to four people.
    """

    kinds: tuple[str, ...]
    asked: int
    fates: tuple[int, ...]


def totals(counts: Mapping[str, Sequence[int]]) -> list[Total]:
    """The rows to publish; none when there is too little to say anything safely.

    `counts`: for each kind, how many requests are in each of FATES.
    """
    alone = [kind for kind, row in counts.items() if sum(row) >= FEWEST]
    together = [kind for kind in counts if kind not in alone]
    for kind in sorted(alone, key=lambda one: sum(counts[one])):
        if not together or _is_safe(together, counts):
            break
        alone.remove(kind)
        together.append(kind)
    rows = [_total((kind,), counts) for kind in counts if kind in alone]
    if not together:
        return rows
    if not _is_safe(together, counts):
        return []
    kinds = tuple(kind for kind in counts if kind in together)
    return [*rows, _total(kinds, counts)] if _asked(kinds, counts) else rows


def _is_safe(together: Sequence[str], counts: Mapping[str, Sequence[int]]) -> bool:
    """Nobody asked for any of these, or five requests at least are spread over several kinds."""
    asked = _asked(together, counts)
    return asked == 0 or (asked >= FEWEST and len(together) > 1)


def _asked(kinds: Sequence[str], counts: Mapping[str, Sequence[int]]) -> int:
    return sum(sum(counts[kind]) for kind in kinds)


def _total(kinds: tuple[str, ...], counts: Mapping[str, Sequence[int]]) -> Total:
    row = tuple(sum(counts[kind][place] for kind in kinds) for place in range(len(FATES)))
    told = all(part == 0 or part >= FEWEST for part in row)
    return Total(kinds, sum(row), row if told else ())
