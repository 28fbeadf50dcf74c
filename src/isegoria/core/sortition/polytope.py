"""HiGHS behind four questions about the panels that meet the quotas.

The relaxation is {x : least ≤ Ax ≤ greatest, 0 ≤ x ≤ most}; a panel is a whole point of it.
HiGHS runs on one thread with its own arithmetic, so its answers do not depend on the load of the
machine; a question asked twice in one order gets one answer.
"""

from dataclasses import dataclass

import highspy
import numpy as np

from isegoria.core.sortition.diving import HASTY, PATIENT, dived
from isegoria.core.sortition.kinds import Floats, Ints, Kinds

INFINITE = highspy.kHighsInf
OPTIMAL = highspy.HighsModelStatus.kOptimal


@dataclass(frozen=True, slots=True, eq=False)
class Box:
    """Bounds of the amounts (T,) and of the rows (R,), within those of the problem."""

    low: Floats
    high: Floats
    row_low: Floats
    row_high: Floats

    @property
    def is_empty(self) -> bool:
        return bool((self.low > self.high).any() or (self.row_low > self.row_high).any())


@dataclass(frozen=True, slots=True, eq=False)
class Point:
    """An optimum of the relaxation: amounts (T,), multipliers of the rows (R,)."""

    amounts: Floats
    multipliers: Floats


class _Silent(highspy.Highs):
    """Highs() prints its banner when it enables the callbacks, which are not used here."""

    def enableCallbacks(self) -> None:  # noqa: N802 -- HiGHS names it
        self.silent()


def solver(*, tolerance: float = 1e-9) -> highspy.Highs:
    """HiGHS, silent, on one thread."""
    highs: highspy.Highs = _Silent()  # type: ignore[no-untyped-call]
    for name, value in (
        ("threads", 1),
        ("random_seed", 0),
        ("primal_feasibility_tolerance", tolerance),
        ("dual_feasibility_tolerance", tolerance),
    ):
        highs.setOptionValue(name, value)
    return highs


class Polytope:
    """The panels of a problem, asked again and again with other costs and bounds."""

    def __init__(self, kinds: Kinds) -> None:
        self.kinds = kinds
        self._columns = np.arange(len(kinds), dtype=np.int32)
        self._rows = np.arange(len(kinds.least), dtype=np.int32)
        self._relaxed, self._whole = model_of(kinds), model_of(kinds)
        self._relaxed.setOptionValue("presolve", "off")  # the last basis is worth more
        make_whole(self._whole, len(kinds))

    @property
    def box(self) -> Box:
        """The bounds of the problem itself."""
        kinds = self.kinds
        zeros = np.zeros(len(kinds))
        return Box(zeros, kinds.most.astype(np.float64), kinds.least, kinds.greatest)

    def best_point(self, gains: Floats, box: Box | None = None) -> Point | None:
        """The point of the relaxation that maximises `gains` (T,), or None if there is none."""
        self._ask(self._relaxed, gains, box or self.box)
        self._relaxed.run()
        if self._relaxed.getModelStatus() != OPTIMAL:
            return None
        solution = self._relaxed.getSolution()
        return Point(np.array(solution.col_value), -np.array(solution.row_dual))

    def some_panel(self, gains: Floats, box: Box) -> Ints | None:
        """A panel within the box that gains much, quickly found; None if none was found.

        The optimum of the relaxation is sometimes whole. Else what is whole in it is kept and the
        rest is searched; then the whole box is, which may prove that it holds no panel; at last
        HiGHS takes the first panel that it meets.
        """
        if box.is_empty or (point := self.best_point(gains, box)) is None:
            return None
        for steps, keeping in ((HASTY, True), (PATIENT, False)):
            bounds = box.low, box.high
            amounts, searched = dived(self._relaxed, point.amounts, bounds, steps, keeping=keeping)
            if amounts is not None:
                return amounts.astype(np.int64)
            if searched and not keeping:
                return None
        self._limit(first=True)
        return self._search(gains, box)

    def best_panel(self, gains: Floats, box: Box | None = None) -> tuple[Ints | None, float]:
        """The panel that gains most, and a proven upper bound of the gain of any panel."""
        self._limit(first=False)
        panel = self._search(gains, box or self.box)
        if panel is None:
            return None, -INFINITE
        return panel, -float(self._whole.getInfo().mip_dual_bound)

    def _search(self, gains: Floats, box: Box) -> Ints | None:
        self._ask(self._whole, gains, box)
        self._whole.run()
        if (
            self._whole.getInfo().primal_solution_status
            != highspy.SolutionStatus.kSolutionStatusFeasible
        ):
            return None
        return np.round(np.array(self._whole.getSolution().col_value)).astype(np.int64)

    def _limit(self, *, first: bool) -> None:
        for name, value in (
            ("mip_max_improving_sols", 1 if first else 2**31 - 1),
            ("mip_max_nodes", 50 if first else 2**31 - 1),
            ("mip_rel_gap", 0.5 if first else 0.0),
            ("mip_abs_gap", 1e-9),
        ):
            self._whole.setOptionValue(name, value)

    def _ask(self, highs: highspy.Highs, gains: Floats, box: Box) -> None:
        """Costs are the opposite of gains: HiGHS minimises."""
        highs.changeColsBounds(len(gains), self._columns, box.low, box.high)
        highs.changeRowsBounds(len(box.row_low), self._rows, box.row_low, box.row_high)  # type: ignore[attr-defined]
        highs.changeColsCost(len(gains), self._columns, -gains)


def model_of(kinds: Kinds) -> highspy.Highs:
    """The relaxation in HiGHS: T columns, R rows, no cost."""
    highs, model = solver(), highspy.HighsLp()
    model.num_col_, model.num_row_ = len(kinds), len(kinds.least)
    model.col_cost_ = model.col_lower_ = np.zeros(len(kinds))
    model.col_upper_ = kinds.most.astype(np.float64)
    model.row_lower_, model.row_upper_ = kinds.least, kinds.greatest
    model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    model.a_matrix_.start_, model.a_matrix_.index_ = kinds.start, kinds.row
    model.a_matrix_.value_ = np.ones(len(kinds.row))
    highs.passModel(model)
    return highs


def make_whole(highs: highspy.Highs, count: int, since: int = 0) -> None:
    """The columns from `since` to `count` take whole values only."""
    places = np.arange(since, count, dtype=np.int32)
    marks = np.full(len(places), int(highspy.HighsVarType.kInteger), dtype=np.uint8)
    highs.changeColsIntegrality(len(places), places, marks)
