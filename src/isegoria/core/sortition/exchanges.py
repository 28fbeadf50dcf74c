"""Members exchanged between panels, so that no two panels are the same and nobody's count changes.

Two panels exchange as many members each way, one, two or three. One for one: wherever both stay
within their quotas. Two or three: groups whose values are the same taken together, so that no
quota moves; they are found by giving each value of each criterion a drawn number, each person the
sum of theirs, and matching equal sums.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from isegoria.core.chance import Chance
from isegoria.core.sortition.kinds import Ints
from isegoria.core.sortition.model import Problem

PARTNERS = 24
PASSES = 4
GROUPS = 3
LOOKED_AT = 40

Swap = tuple[tuple[int, ...], tuple[int, ...]]


def distinct(problem: Problem, panels: list[set[int]], chance: Chance) -> list[set[int]]:
    """The panels, each changed if it was there before; a few may stay double in a tiny pool."""
    desk = _Desk(problem, panels, chance)
    for _ in range(PASSES):
        double = [at for at, one in enumerate(desk.panels) if desk.times[frozenset(one)] > 1]
        for number in double:
            for _ in range(PARTNERS):
                if desk.times[frozenset(desk.panels[number])] == 1:
                    break
                desk.exchange(number, chance.below(len(panels)))
    return desk.panels


class _Desk:
    def __init__(self, problem: Problem, panels: list[set[int]], chance: Chance) -> None:
        self.panels, self._chance = panels, chance
        self.times = Counter(frozenset(panel) for panel in panels)
        self._homes = [person.household for person in problem.people]
        rows = {at: row for row, at in enumerate(problem.values())}
        self._values = np.array(
            [[rows[at] for at in enumerate(person.values)] for person in problem.people]
        )
        self._least = np.array([quota.least for quota in problem.quotas])
        self._most = np.array([quota.most for quota in problem.quotas])
        numbers = np.array([chance.below(2**56) for _ in problem.quotas])
        self._sums = numbers[self._values].sum(axis=1)

    def exchange(self, one: int, other: int) -> bool:
        """Make both panels new; False if no exchange was found that does."""
        first, second = self.panels[one], self.panels[other]
        only = np.array(sorted(first - second)), np.array(sorted(second - first))
        if not len(only[0]):
            return False
        for leaving, entering in self._swaps(first, second, *only):
            new = first - {*leaving} | {*entering}, second - {*entering} | {*leaving}
            if self._is_new(*new):
                self.times.subtract([frozenset(first), frozenset(second)])
                self.times.update(map(frozenset, new))
                self.panels[one], self.panels[other] = new
                return True
        return False

    def _is_new(self, first: set[int], second: set[int]) -> bool:
        seen = self.times[frozenset(first)] or self.times[frozenset(second)] or first == second
        return not seen and self._one_a_home(first) and self._one_a_home(second)

    def _one_a_home(self, panel: set[int]) -> bool:
        homes = [home for one in panel if (home := self._homes[one])]
        return len(set(homes)) == len(homes)

    def _swaps(self, first: set[int], second: set[int], a: Ints, b: Ints) -> Iterator[Swap]:
        singles = np.argwhere(self._within(first, a, b) & self._within(second, b, a).T)
        for at, to in self._some(singles):
            yield (int(a[at]),), (int(b[to]),)
        for size in range(2, min(GROUPS, len(a)) + 1):
            yield from self._groups(size, a, b)

    def _within(self, panel: set[int], leaving: Ints, entering: Ints) -> NDArray[np.bool_]:
        """(leaving, entering): whether the panel keeps its quotas after one for one."""
        counts = np.bincount(self._values[sorted(panel)].ravel(), minlength=len(self._least))
        out, into = self._values[leaving][:, None, :], self._values[entering][None, :, :]
        fits = (counts > self._least)[out] & (counts < self._most)[into]
        kept: NDArray[np.bool_] = ((out == into) | fits).all(axis=2)
        return kept

    def _groups(self, size: int, a: Ints, b: Ints) -> Iterator[Swap]:
        """Groups of this size with the same values taken together."""
        groups = np.array(list(combinations(range(len(a)), size)))
        sums = self._sums[a][groups].sum(axis=1), self._sums[b][groups].sum(axis=1)
        order = np.argsort(sums[1], kind="stable")
        place = np.minimum(np.searchsorted(sums[1][order], sums[0]), len(order) - 1)
        match = order[place]
        for at in self._some(np.flatnonzero(sums[1][match] == sums[0])):
            leaving, entering = a[groups[at]], b[groups[match[at]]]
            left, came = (np.sort(self._values[those], axis=0) for those in (leaving, entering))
            if np.array_equal(left, came):
                yield tuple(leaving.tolist()), tuple(entering.tolist())

    def _some(self, found: Ints) -> Ints:
        """A few of them, drawn."""
        if len(found) <= LOOKED_AT:
            return found
        start = self._chance.below(len(found))
        return np.roll(found, -start, axis=0)[:LOOKED_AT]
