"""The panels of people entered and of people still to find, counted by value only (see `fitting`)."""

from collections.abc import Mapping, Sequence

import highspy
import numpy as np

from isegoria.core.sortition.diving import HASTY, dived
from isegoria.core.sortition.kinds import Floats, Ints, Kinds, added, kinds_of
from isegoria.core.sortition.model import Problem, to_draw
from isegoria.core.sortition.polytope import OPTIMAL, make_whole, model_of
from isegoria.core.sortition.worth import NEAR

PRIMAL = 4  # the simplex that HiGHS numbers so

Rooms = Mapping[tuple[str, str], int]
End = tuple[int, float]  # of which quota; 1 for the least of it, -1 for the most


class Open:
    """The panels of those entered and of people still to find: T columns, a y for each quota, f."""

    def __init__(self, problem: Problem, rooms: Rooms) -> None:
        rest = to_draw(problem)
        self.kinds: Kinds = kinds_of(rest)
        self._highs, self._seats = model_of(self.kinds), rest.seats
        self._highs.setOptionValue("presolve", "off")  # the last basis is worth more
        self._first = len(self.kinds)
        self._new = self._first + len(rest.quotas)
        room = [rooms.get((quota.criterion, quota.value), rest.seats) for quota in rest.quotas]
        most = np.clip([*room, rest.seats], 0, rest.seats)
        self._columns = np.arange(self._new + 1, dtype=np.int32)
        self._low = np.zeros(self._new + 1)
        self._high = np.append(self.kinds.most, most).astype(np.float64)
        self._near: Floats = self._low
        names = [quota.criterion for quota in rest.quotas]
        order = {name: place for place, name in enumerate(dict.fromkeys(names))}
        self._groups = np.array([order[name] for name in names], dtype=np.int64)
        for row in range(len(names)):
            self._column(0.0, self._first + row, row)
        self._column(1.0, self._new, len(names))
        for group in range(len(order)):
            ours = self._first + np.flatnonzero(self._groups == group)
            index = np.append(ours, self._new).astype(np.int32)
            ones = np.append(np.ones(len(ours)), -1.0)
            self._highs.addRow(0.0, 0.0, len(index), index, ones)

    def missing(self) -> int | None:
        """The fewest people to find; None when even unknown ones would not do."""
        highs = self._highs
        highs.run()
        if highs.getModelStatus() != OPTIMAL:
            return None
        fewest = int(np.ceil(highs.getSolution().col_value[self._new] - NEAR))
        highs.changeColCost(self._new, 0.0)  # without a cost, the first panel found is enough
        for count in range(fewest, self._seats + 1):
            self._low[self._new] = self._high[self._new] = count
            found = self._panel()
            if found is not None:
                self._near = found
                return count
        return None

    def wanted(self) -> list[int]:
        """How many of those to find have each value, in one of the panels nearest."""
        return [round(value) for value in self._near[self._first : self._new]]

    def ranges(self, missing: int) -> list[tuple[int, int]]:
        """After `missing`: of those to find, the least and the most who have each value.

        Ends of different criteria are first sought together, which mostly finds them all; an end
        that this does not reach is then sought alone.
        """
        self._bound()
        self._highs.setOptionValue("simplex_strategy", PRIMAL)  # feasible when costs change
        ends = _Ends(self._near[self._first : self._new], *self._proven(missing))
        while together := ends.unmet(self._groups):
            ends.see(self._pushed(together))
        for at, sign in ends.left():
            if not ends.met(at, sign):
                ends.see(self._pushed([(at, sign)]))
        return ends.whole()

    def _proven(self, missing: int) -> tuple[Floats, Floats]:
        """Bounds of what people to find have of each value, from the quotas of a criterion alone."""
        kinds, count = self.kinds, len(self._groups)
        there = kinds.counts(kinds.most)[:count]
        low = np.maximum(0.0, kinds.least[:count] - there)
        high = np.minimum(kinds.greatest[:count], self._high[self._first : self._new])
        high = np.minimum(high, missing)
        sums = [added(self._groups, ends, count)[self._groups] for ends in (low, high)]
        return np.maximum(low, missing - sums[1] + high), np.minimum(high, missing - sums[0] + low)

    def _panel(self) -> Floats | None:
        """A panel within the bounds: by diving, which mostly finds one; else HiGHS searches."""
        highs, bounds = self._highs, (self._low, self._high)
        self._bound()
        highs.run()
        if highs.getModelStatus() != OPTIMAL:
            return None
        point = np.array(highs.getSolution().col_value)
        found, _ = dived(highs, point, bounds, HASTY, keeping=True)
        return self._searched() if found is None else found

    def _searched(self) -> Floats | None:
        highs, count = self._highs, len(self._columns)
        self._bound()
        make_whole(highs, count)
        highs.setOptionValue("presolve", "choose")
        highs.run()
        status, point = highs.getModelStatus(), np.array(highs.getSolution().col_value)
        continuous = np.full(count, int(highspy.HighsVarType.kContinuous), dtype=np.uint8)
        highs.changeColsIntegrality(count, self._columns, continuous)
        highs.setOptionValue("presolve", "off")
        return np.round(point) if status == OPTIMAL else None

    def _bound(self) -> None:
        self._highs.changeColsBounds(len(self._columns), self._columns, self._low, self._high)

    def _pushed(self, ends: Sequence[End]) -> Floats:
        """The people to find in a panel nearest that goes as far as it can towards these ends."""
        columns = np.array([self._first + at for at, _ in ends], dtype=np.int32)
        costs = np.array([sign for _, sign in ends])
        self._highs.changeColsCost(len(ends), columns, costs)
        self._highs.run()
        found = np.array(self._highs.getSolution().col_value)[self._first : self._new]
        self._highs.changeColsCost(len(ends), columns, np.zeros(len(ends)))
        return found

    def _column(self, cost: float, at: int, row: int) -> None:
        place = np.array([row], dtype=np.int32)
        self._highs.addCol(cost, 0.0, float(self._high[at]), 1, place, np.ones(1))


class _Ends:
    """The least and the most seen of each y, until what is proven is met."""

    def __init__(self, seen: Floats, low: Floats, high: Floats) -> None:
        self._least, self._most, self._low, self._high = seen, seen, low, high
        self._tried: set[End] = set()

    def see(self, amounts: Floats) -> None:
        self._least, self._most = np.minimum(self._least, amounts), np.maximum(self._most, amounts)

    def met(self, at: int, sign: float) -> bool:
        if sign > 0:
            return bool(self._least[at] < self._low[at] + NEAR)
        return bool(self._most[at] > self._high[at] - NEAR)

    def left(self) -> list[End]:
        every = ((at, sign) for at in range(len(self._low)) for sign in (1.0, -1.0))
        return [end for end in every if not self.met(*end)]

    def unmet(self, groups: Ints) -> list[End]:
        """An end of each criterion that was not sought yet."""
        chosen: dict[int, End] = {}
        for end in self.left():
            if end not in self._tried:
                chosen.setdefault(int(groups[end[0]]), end)
        self._tried |= set(chosen.values())
        return list(chosen.values())

    def whole(self) -> list[tuple[int, int]]:
        least, most = np.ceil(self._least - NEAR), np.floor(self._most + NEAR)
        return list(zip(least.astype(int).tolist(), most.astype(int).tolist(), strict=True))
