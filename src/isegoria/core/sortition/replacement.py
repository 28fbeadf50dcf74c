"""Who should take the seat of somebody who leaves, so that the panel still looks like the city.

Two measures, the smaller the better: `outside`, the seats by which the cells of the panel are out
of their bounds, then `deviation`, Σ |count - target| over all cells. Between the nearest candidates
comes what would happen next: `repairs` counts the members whose own departure could then still be
mended without leaving the bounds. Last, equals are in a drawn order: SHA-256 of a seed (published
as a fingerprint beforehand) and of their identifier, so that nobody chooses between them.

When several seats are empty at once, the best set is sought, not the best person each time: it
exists more often (see docs/methods/draw.md for the figures).
"""

import hashlib
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from isegoria.core.sortition.filling import filled
from isegoria.core.sortition.kinds import Ints
from isegoria.core.sortition.model import Person, Quota

SHORTLIST = 12

Same = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vacancy:
    """Empty seats: who still sits (`panel`), who `left` them, and what must not change.

    Whoever takes a seat has the values of the person who left it in the criteria `same`: the
    recruitment channel.
    """

    quotas: tuple[Quota, ...]
    panel: tuple[Person, ...]
    left: tuple[Person, ...]
    same: tuple[str, ...] = ()

    def kept(self, person: Person) -> Same:
        """Their values in the criteria that a replacement keeps."""
        criteria = tuple(dict.fromkeys(quota.criterion for quota in self.quotas))
        return tuple(person.values[criteria.index(name)] for name in self.same)

    def open_to(self, reserve: Sequence[Person]) -> tuple[Person, ...]:
        """Those who may take one of the seats: same channel, nobody of their home sits or sat."""
        seats = {self.kept(one) for one in self.left}
        homes = {one.household for one in self.panel if one.household}
        known = {one.id for one in (*self.panel, *self.left)}
        return tuple(
            one
            for one in reserve
            if self.kept(one) in seats and one.household not in homes and one.id not in known
        )


@dataclass(frozen=True, slots=True)
class Ranked:
    """Somebody who could take a seat, and the panel once they have it.

    `repairs` is known for the nearest ones, when one seat is empty. `is_of_best_set`: several
    seats are empty and they belong to the set that fills them best.
    """

    person: Person
    outside: int
    deviation: int
    repairs: int | None = None
    is_of_best_set: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """A cell of the panel: before anybody left, now, and after; `quota` has its bounds and aim."""

    quota: Quota
    before: int
    now: int
    after: int

    @property
    def is_outside(self) -> bool:
        return not self.quota.least <= self.after <= self.quota.most

    @property
    def moved(self) -> bool:
        return self.after != self.before


def ranked(vacancy: Vacancy, reserve: Sequence[Person], seed: str) -> tuple[Ranked, ...]:
    """Everybody of the reserve who may take a seat, in the order in which to call them.

    After a refusal, take the person out of the reserve and ask again.
    """
    able = sorted(vacancy.open_to(reserve), key=lambda one: place_of(seed, one.id))
    if not able:
        return ()
    gauge = Gauge(vacancy.quotas)
    counts = gauge.counts(vacancy.panel) + gauge.rows(able)
    outside, deviation = gauge.outside(counts), gauge.deviation(counts)
    order = np.lexsort((np.arange(len(able)), deviation, outside)).tolist()
    found = [Ranked(able[at], int(outside[at]), int(deviation[at])) for at in order]
    if len(vacancy.left) > 1:
        best = {one.id for one in together(vacancy, able, seed)}
        found = [replace(one, is_of_best_set=one.person.id in best) for one in found]
        return tuple(sorted(found, key=lambda one: not one.is_of_best_set))
    near = _looking_ahead(vacancy, gauge, found[:SHORTLIST], reserve)
    near.sort(key=lambda one: (one.outside, -(one.repairs or 0), one.deviation))
    return (*near, *found[SHORTLIST:])


def together(vacancy: Vacancy, reserve: Sequence[Person], seed: str) -> tuple[Person, ...]:
    """The people who fill the empty seats best, all at once, in the drawn order.

    Exact: first as many seats filled as can be, then `outside`, then `deviation`; a programme in
    whole numbers. Fewer people than seats when the reserve of a channel is too short.
    """
    able = sorted(vacancy.open_to(reserve), key=lambda one: place_of(seed, one.id))
    seats: Counter[Hashable] = Counter(vacancy.kept(one) for one in vacancy.left)
    held = Gauge(vacancy.quotas).counts(vacancy.panel)
    groups = [(vacancy.kept(one), one) for one in able]
    return filled(vacancy.quotas, held, groups, seats)


def compared(vacancy: Vacancy, joining: Sequence[Person]) -> tuple[Change, ...]:
    """The table of the panel before the departures, now, and once these people have joined."""
    gauge = Gauge(vacancy.quotas)
    now, gone, new = (gauge.counts(those) for those in (vacancy.panel, vacancy.left, joining))
    rows = zip(
        vacancy.quotas, (now + gone).tolist(), now.tolist(), (now + new).tolist(), strict=True
    )
    return tuple(Change(*row) for row in rows)


def place_of(seed: str, identity: str) -> str:
    """Where chance puts somebody among equals: hexadecimal, compared as text.

    It does not depend on who else is there. The fingerprint of the seed is published before.
    """
    return hashlib.sha256(f"{seed} {identity}".encode()).hexdigest()


class Gauge:
    """Counts of people by cell, and how far they are from the quotas."""

    def __init__(self, quotas: Sequence[Quota]) -> None:
        criteria = list(dict.fromkeys(quota.criterion for quota in quotas))
        self._cells = {
            (criteria.index(quota.criterion), quota.value): at for at, quota in enumerate(quotas)
        }
        self._least = np.array([quota.least for quota in quotas], dtype=np.int16)
        self._most = np.array([quota.most for quota in quotas], dtype=np.int16)
        self._aim = np.array([quota.aim for quota in quotas], dtype=np.int16)

    def rows(self, people: Sequence[Person]) -> NDArray[np.int16]:
        """(people, cells): 1 where the person has the value."""
        rows = np.zeros((len(people), len(self._cells)), dtype=np.int16)
        for row, person in enumerate(people):
            for at in enumerate(person.values):
                if at in self._cells:
                    rows[row, self._cells[at]] = 1
        return rows

    def counts(self, people: Sequence[Person]) -> NDArray[np.int16]:
        """(cells,): how many of them have each value."""
        counted: NDArray[np.int16] = self.rows(people).sum(axis=0, dtype=np.int16)
        return counted

    def outside(self, counts: NDArray[np.int16]) -> Ints:
        """(…): seats out of the bounds, all cells together, for counts (…, cells)."""
        short, over = self._least - counts, counts - self._most
        out: Ints = np.maximum(np.maximum(short, over), 0).sum(axis=-1, dtype=np.int64)
        return out

    def deviation(self, counts: NDArray[np.int16]) -> Ints:
        """(…): Σ |count - target|, for counts (…, cells)."""
        away: Ints = np.abs(counts - self._aim).sum(axis=-1, dtype=np.int64)
        return away


def _looking_ahead(
    vacancy: Vacancy, gauge: Gauge, near: Sequence[Ranked], reserve: Sequence[Person]
) -> list[Ranked]:
    """The same, with the number of members whose departure could be mended afterwards."""
    known = {one.id for one in (*vacancy.panel, *vacancy.left)}
    rest = [one for one in reserve if one.id not in known]
    rows = gauge.rows(rest)
    channels = [vacancy.kept(one) for one in rest]
    by_channel = {
        key: np.array([at for at, one in enumerate(channels) if one == key], dtype=np.int64)
        for key in set(channels)
    }
    sitting = gauge.rows(vacancy.panel)
    found = []
    for one in near:
        counts = sitting.sum(axis=0, dtype=np.int16) + gauge.rows([one.person])[0]
        repairs = 0
        for member, row in zip(vacancy.panel, sitting, strict=True):
            those = by_channel.get(vacancy.kept(member), np.zeros(0, dtype=np.int64))
            after = gauge.outside(counts - row + rows[those])
            mended = {rest[at].id for at in those[after == 0][:2].tolist()} - {one.person.id}
            repairs += bool(mended)
        found.append(replace(one, repairs=repairs))
    return found
