"""A first plan of a round: groups stay together, nobody sits with whom they must not.

A search by hand order: the largest groups and those with most people to avoid first, each at every
table that can take them. Sizes are the equal ones if that can be; else one more seat is allowed at
each table, then two … A search that ends without a plan proves that there is none.
"""

from collections.abc import Sequence

from isegoria.core.chance import Chance
from isegoria.core.seating.model import Asked, Impossible, named
from isegoria.core.seating.zones import Zone
from isegoria.core.sentences import _

MOST_STEPS = 20_000


class Unfinished(Exception):  # noqa: N818 -- reads as what happened
    """The search was longer than MOST_STEPS: nothing is proven."""


def opened(asked: Asked, zone: Zone, number: int, chance: Chance) -> tuple[dict[int, int], int]:
    """The table of each person of a zone, and by how many seats its tables had to grow.

    Raises Impossible, naming a set of people who cannot be separated, none of them for nothing.
    """
    groups = chance.shuffled(zone.groups)
    for more in _growths(zone):
        try:
            found = _placed(asked.foes, groups, _seats(zone, more))
        except Unfinished:
            continue
        if found is not None:
            return found, more
    people = _to_blame(asked, zone, groups)
    raise Impossible(
        _(
            "Tour {number} : {names} ne peuvent pas être tous séparés comme demandé, à {tables} "
            "tables. Ajoutez une table ou retirez une séparation."
        ),
        number=number,
        names=named(asked, people),
        tables=len(zone.tables),
    )


def _growths(zone: Zone) -> list[int]:
    """By how much tables may grow: 0, 1, 2, 4 … until one holds everybody."""
    farthest = len(zone.people) - max(zone.sizes)
    doubled = [1 << power for power in range(farthest.bit_length())]
    return [0, *(more for more in doubled if more < farthest), *([farthest] if farthest else [])]


def _seats(zone: Zone, more: int) -> dict[int, int]:
    widest = max(zone.sizes) + more
    return {
        table: widest if more else size for table, size in zip(zone.tables, zone.sizes, strict=True)
    }


def _placed(
    foes: Sequence[int], groups: Sequence[tuple[int, ...]], seats: dict[int, int]
) -> dict[int, int] | None:
    """The table of each person; None if there is provably no such plan."""
    order = sorted(
        groups, key=lambda group: (-len(group), -sum(foes[at].bit_count() for at in group))
    )
    search = _Search(foes, order, seats)
    if not search.places(0):
        return None
    return {at: table for group, table in zip(order, search.chosen, strict=True) for at in group}


class _Search:
    def __init__(
        self, foes: Sequence[int], order: Sequence[tuple[int, ...]], seats: dict[int, int]
    ) -> None:
        self._order, self._seats = order, seats
        self._shunned = [_joined(foes, group) for group in order]
        self._free = dict(seats)
        self._there = dict.fromkeys(seats, 0)
        self._steps = 0
        self.chosen: list[int] = []

    def places(self, first: int) -> bool:
        """Seat the groups from this one on; go back one group where a group finds no table."""
        tried: list[list[int]] = []
        while len(self.chosen) < len(self._order):
            at = len(self.chosen)
            if len(tried) == at:
                tried.append(self._open_to(at))
            self._steps += 1
            if self._steps > MOST_STEPS + len(self._order):
                raise Unfinished
            if tried[at]:
                self._sit(at, tried[at].pop())
            elif at == first:
                return False
            else:
                tried.pop()
                self._rise(at - 1)
        return True

    def _open_to(self, at: int) -> list[int]:
        """Tables that can take a group, the emptiest last; of equal empty tables, one."""
        size, seen, found = len(self._order[at]), set(), []
        for table, free in self._free.items():
            if free < size or self._there[table] & self._shunned[at]:
                continue
            if not self._there[table]:
                if self._seats[table] in seen:
                    continue
                seen.add(self._seats[table])
            found.append(table)
        return sorted(found, key=lambda table: (self._free[table], -table))

    def _sit(self, at: int, table: int) -> None:
        self.chosen.append(table)
        self._free[table] -= len(self._order[at])
        for one in self._order[at]:
            self._there[table] |= 1 << one

    def _rise(self, at: int) -> None:
        table = self.chosen.pop()
        self._free[table] += len(self._order[at])
        for one in self._order[at]:
            self._there[table] &= ~(1 << one)


def _joined(foes: Sequence[int], group: tuple[int, ...]) -> int:
    mask = 0
    for at in group:
        mask |= foes[at]
    return mask


def _to_blame(asked: Asked, zone: Zone, groups: Sequence[tuple[int, ...]]) -> list[int]:
    """People of whom none can be left out: without any one of them the others can be seated."""
    seats = dict.fromkeys(zone.tables, len(zone.people))
    kept = [group for group in groups if any(asked.foes[at] for at in group)]
    for group in list(kept):
        fewer = [one for one in kept if one != group]
        try:
            if _placed(asked.foes, fewer, seats) is None:
                kept = fewer
        except Unfinished:
            continue
    return sorted(at for group in kept for at in group if asked.foes[at])
