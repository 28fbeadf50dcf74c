"""Alternates chosen with the panel, so that whoever leaves can be replaced well from among them.

The alternates are tried on departures: every single one, and pairs drawn by the seed. What a
departure costs is how far from the quotas the best replacement among the alternates leaves the
panel; alternates are added one by one, each time the one who most reduces the expected cost. For
single departures this is a facility location, where this greedy choice gains at least 1 - 1/e of
the best possible (Nemhauser, Wolsey, Fisher, Mathematical Programming 14, 1978).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from isegoria.core.chance import Chance
from isegoria.core.sortition.apportionment import apportioned
from isegoria.core.sortition.kinds import Ints
from isegoria.core.sortition.model import Person
from isegoria.core.sortition.replacement import Gauge, Vacancy, place_of

PAIRS = 200
OUT, EMPTY = 10, 1_000  # what a seat out of the bounds weighs, and a seat that nobody can take

Counts = NDArray[np.int16]


def alternates(panel: Vacancy, pool: Sequence[Person], count: int, seed: str) -> tuple[Person, ...]:
    """`count` people of the pool, or all who can be, the most useful first.

    `panel` is a Vacancy where nobody has left yet: quotas, members, and the criteria in which an
    alternate is like whom they replace. Each channel has its share of them by largest remainder.
    Whoever lives with a member, or with an alternate already chosen, is left out.
    """
    vacancy = replace(panel, left=panel.panel)
    able = sorted(vacancy.open_to(pool), key=lambda one: place_of(seed, one.id))
    channels = Counter(vacancy.kept(one) for one in vacancy.panel)
    rooms = dict(zip(channels, apportioned(tuple(channels.values()), count), strict=True))
    trial = _Trial(vacancy, able, Chance(f"{seed} departures"))
    free = np.ones(len(able), dtype=np.bool_)
    chosen: list[Person] = []
    while True:
        free &= np.array([rooms[vacancy.kept(one)] > 0 for one in able], dtype=np.bool_)
        if not free.any():
            return tuple(chosen)
        best = trial.best(free)
        one = able[best]
        trial.take(best)
        chosen.append(one)
        rooms[vacancy.kept(one)] -= 1
        free &= np.array([not _together(one, other) for other in able], dtype=np.bool_)


def _together(one: Person, other: Person) -> bool:
    return one.id == other.id or (one.household != "" and one.household == other.household)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two members who leave: counts of the panel without them (1, cells)."""

    counts: Counts
    first: NDArray[np.bool_]  # (N,) who may take the one seat
    second: NDArray[np.bool_]  # (N,) who may take the other


class _Trial:
    """What departures cost with the alternates taken so far (S,), and with one more (S, N)."""

    def __init__(self, vacancy: Vacancy, able: Sequence[Person], chance: Chance) -> None:
        self._gauge = Gauge(vacancy.quotas)
        self._rows = self._gauge.rows(able)
        sitting = self._gauge.rows(vacancy.panel)
        whole = sitting.sum(axis=0, dtype=np.int16)
        kept = [vacancy.kept(one) for one in vacancy.panel]
        fits = {
            key: np.array([vacancy.kept(one) == key for one in able], dtype=np.bool_)
            for key in set(kept)
        }
        singles = [
            np.where(fits[key], self._cost(whole - row + self._rows), EMPTY)
            for key, row in zip(kept, sitting, strict=True)
        ]
        self._pairs = [
            _Pair((whole - sitting[one] - sitting[two])[None], fits[kept[one]], fits[kept[two]])
            for one, two in _drawn_pairs(len(kept), chance)
        ]
        halves = [
            EMPTY + np.where(pair.first | pair.second, self._cost(pair.counts + self._rows), EMPTY)
            for pair in self._pairs
        ]
        self._with_one = np.array([*singles, *halves], dtype=np.int64)
        self._now = np.array([EMPTY] * len(singles) + [2 * EMPTY] * len(halves), dtype=np.int64)
        self._first_pair = len(singles)

    def best(self, free: NDArray[np.bool_]) -> int:
        """Who of those free reduces most what departures cost; the first of equals."""
        totals = np.minimum(self._now[:, None], self._with_one).sum(axis=0)
        return int(np.argmin(np.where(free, totals, np.iinfo(np.int64).max)))

    def take(self, one: int) -> None:
        self._now = np.minimum(self._now, self._with_one[:, one])
        for at, pair in enumerate(self._pairs, start=self._first_pair):
            partner = (pair.first & pair.second[one]) | (pair.second & pair.first[one])
            partner[one] = False
            those = np.flatnonzero(partner)
            costs = self._cost(pair.counts + self._rows[one] + self._rows[those])
            self._with_one[at, those] = np.minimum(self._with_one[at, those], costs)

    def _cost(self, counts: Counts) -> Ints:
        cost: Ints = OUT * self._gauge.outside(counts) + self._gauge.deviation(counts)
        return cost


def _drawn_pairs(members: int, chance: Chance) -> list[tuple[int, int]]:
    every = [(one, two) for two in range(members) for one in range(two)]
    return chance.shuffled(every)[:PAIRS]
