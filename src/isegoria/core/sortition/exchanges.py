"""Members exchanged between panels, so that no two panels are the same and nobody's count changes.

Two panels exchange as many members each way. First one, two or three. One for one: wherever both
stay within their quotas. Two or three: groups whose values are the same taken together, so that no
quota moves; they are found by giving each value of each criterion a drawn number, each person the
sum of theirs, and matching equal sums. What is still double is then shared out anew by a small
programme over the members that only one of the two panels has: x = 1 for who goes to the first,
the quotas of both as bounds on the same rows, and costs drawn so that each search meets another way.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import highspy
import numpy as np
from numpy.typing import NDArray

from isegoria.core.chance import Chance
from isegoria.core.sortition.kinds import Ints
from isegoria.core.sortition.model import Problem
from isegoria.core.sortition.polytope import make_whole, solver

PARTNERS = 24
QUICK, THOROUGH = 2, 4  # passes over what is double
GROUPS = 3
LOOKED_AT = 40
NODES = 50
IN_VAIN = (
    20 * PARTNERS
)  # thorough searches in a row that find nothing: a tiny pool has no more panels
FOUND = highspy.SolutionStatus.kSolutionStatusFeasible

Pair = tuple[set[int], set[int]]


def distinct(problem: Problem, panels: list[set[int]], chance: Chance) -> list[set[int]]:
    """The panels, each changed if it was there before; a few may stay double in a tiny pool."""
    desk, in_vain = _Desk(problem, panels, chance), 0
    for turn in range(QUICK + THOROUGH):
        thorough = turn >= QUICK
        double = [at for at, one in enumerate(desk.panels) if desk.times[frozenset(one)] > 1]
        for number in double:
            for _ in range(PARTNERS):
                if desk.times[frozenset(desk.panels[number])] == 1 or in_vain > IN_VAIN:
                    break
                found = desk.exchange(number, chance.below(len(panels)), thorough=thorough)
                in_vain = 0 if found or not thorough else in_vain + 1
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

    def exchange(self, one: int, other: int, *, thorough: bool) -> bool:
        """Make both panels new; False if no exchange was found that does."""
        first, second = self.panels[one], self.panels[other]
        a, b = np.array(sorted(first - second)), np.array(sorted(second - first))
        ways = self._otherwise if thorough else self._swapped
        for new in ways(first, second, a, b) if len(a) else ():
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

    def _swapped(self, first: set[int], second: set[int], a: Ints, b: Ints) -> Iterator[Pair]:
        """The two panels after one, two or three members changed places."""
        singles = np.argwhere(self._within(first, a, b) & self._within(second, b, a).T)
        for at, to in self._some(singles):
            yield _moved(first, second, {int(a[at])}, {int(b[to])})
        for size in range(2, min(GROUPS, len(a)) + 1):
            for leaving, entering in self._groups(size, a, b):
                yield _moved(first, second, leaving, entering)

    def _groups(self, size: int, a: Ints, b: Ints) -> Iterator[Pair]:
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
                yield {*leaving.tolist()}, {*entering.tolist()}

    def _within(self, panel: set[int], leaving: Ints, entering: Ints) -> NDArray[np.bool_]:
        """(leaving, entering): whether the panel keeps its quotas after one for one."""
        counts = self._counts(panel)
        out, into = self._values[leaving][:, None, :], self._values[entering][None, :, :]
        fits = (counts > self._least)[out] & (counts < self._most)[into]
        kept: NDArray[np.bool_] = ((out == into) | fits).all(axis=2)
        return kept

    def _counts(self, people: set[int]) -> Ints:
        """(R,) how many of these people each quota counts."""
        values = self._values[sorted(people)].ravel()
        return np.bincount(values, minlength=len(self._least))

    def _otherwise(self, first: set[int], second: set[int], a: Ints, b: Ints) -> Iterator[Pair]:
        """A drawn way of sharing out the members that only one of them has."""
        people = np.concatenate([a, b])
        common = first & second
        held = self._counts(common) if common else np.zeros(len(self._least), dtype=np.int64)
        all_of_them = self._counts({*people.tolist()})
        low = np.maximum(self._least - held, all_of_them - (self._most - held))
        high = np.minimum(self._most - held, all_of_them - (self._least - held))
        chosen = self._programme(people, len(a), low, high)
        if chosen is not None:
            to_first = set(people[chosen].tolist())
            yield common | to_first, common | (set(people.tolist()) - to_first)

    def _programme(
        self, people: Ints, seats: int, low: Ints, high: Ints
    ) -> NDArray[np.bool_] | None:
        """Which of these people go to the first panel; None when nothing was found at once."""
        model, n, criteria = highspy.HighsLp(), len(people), self._values.shape[1]
        model.num_col_, model.num_row_ = n, len(low) + 1
        model.col_cost_ = np.array([self._chance.fraction() for _ in range(n)])
        model.col_lower_, model.col_upper_ = np.zeros(n), np.ones(n)
        model.row_lower_ = np.append(low, seats).astype(np.float64)
        model.row_upper_ = np.append(high, seats).astype(np.float64)
        model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        model.a_matrix_.start_ = np.arange(n + 1, dtype=np.int32) * (criteria + 1)
        each = np.column_stack([self._values[people], np.full(n, len(low))])
        model.a_matrix_.index_ = each.ravel().astype(np.int32)
        model.a_matrix_.value_ = np.ones(each.size)
        highs = solver()
        highs.passModel(model)
        make_whole(highs, n)
        highs.setOptionValue("mip_max_nodes", NODES)
        highs.run()
        if highs.getInfo().primal_solution_status != FOUND:
            return None
        whole: NDArray[np.bool_] = np.round(np.array(highs.getSolution().col_value)) > 0.5
        return whole

    def _some(self, found: Ints) -> Ints:
        """A few of them, drawn."""
        if len(found) <= LOOKED_AT:
            return found
        start = self._chance.below(len(found))
        return np.roll(found, -start, axis=0)[:LOOKED_AT]


def _moved(first: set[int], second: set[int], leaving: set[int], entering: set[int]) -> Pair:
    return first - leaving | entering, second - entering | leaving
