"""Leximin over the panels themselves, for the pools where splitting panels would be fairer.

Used only when `mixture` has proven that no lottery reaches the expectations of the relaxation,
which measured pools never needed but small and contrived ones do. Each stage is the programme of
`relaxation` with panels instead of expectations; panels are priced in until the dual bound meets
the level. Source: Flanigan et al., Nature 596 (2021), supplementary information, section 4.
"""

from dataclasses import dataclass

import highspy
import numpy as np

from isegoria.core.sortition.kinds import Floats, Ints, Kinds
from isegoria.core.sortition.peeling import Mixture
from isegoria.core.sortition.polytope import INFINITE, OPTIMAL, Polytope, solver
from isegoria.core.sortition.relaxation import BINDING, Stage

CLOSE = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class Settled:
    """The lottery found, its stages, and whether each of them is proven."""

    mixture: Mixture
    stages: tuple[Stage, ...]
    proven: bool


class _Stages:
    """Columns z and λ_P; rows Σ λ_P·P_t - size_t·z ≥ 0 (or ≥ what is fixed), then Σ λ ≤ 1."""

    def __init__(self, kinds: Kinds, panels: list[Ints]) -> None:
        self.kinds, self.panels = kinds, list(panels)
        self.free = kinds.most > 0
        self.fixed = np.zeros(len(kinds))
        self._highs = solver(tolerance=1e-10)
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = 1, len(kinds) + 1
        model.col_cost_, model.col_lower_, model.col_upper_ = [-1.0], [0.0], [1.0]
        model.row_lower_ = np.append(np.zeros(len(kinds)), -INFINITE)
        model.row_upper_ = np.append(np.full(len(kinds), INFINITE), 1.0)
        able = np.flatnonzero(self.free).astype(np.int32)
        model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        model.a_matrix_.start_ = np.array([0, len(able)], dtype=np.int32)
        model.a_matrix_.index_ = able
        model.a_matrix_.value_ = -kinds.size[able].astype(np.float64)
        self._highs.passModel(model)
        for panel in panels:
            self._column(panel)

    def solve(self) -> tuple[float, Floats] | None:
        """The level of the stage and the price of each kind (T,)."""
        self._highs.run()
        if self._highs.getModelStatus() != OPTIMAL:
            return None
        solution = self._highs.getSolution()
        return float(solution.col_value[0]), np.abs(np.array(solution.row_dual)[:-1])

    def bound(self, prices: Floats, most: float) -> float:
        """What the level cannot exceed when no panel is worth more than `most` at these prices."""
        owed = float((prices * self.kinds.size * self.fixed)[~self.free].sum())
        return (most - owed) / float((prices * self.kinds.size)[self.free].sum())

    def add(self, panel: Ints) -> None:
        self.panels.append(panel)
        self._column(panel)

    def fix(self, prices: Floats, level: float) -> None:
        binding = self.free & (prices * self.kinds.size > BINDING)
        for kind in np.flatnonzero(binding if binding.any() else self.free).tolist():
            self.fixed[kind], self.free[kind] = level, False
            owed = max(0.0, level - CLOSE) * float(self.kinds.size[kind])
            self._highs.changeCoeff(kind, 0, 0.0)
            self._highs.changeRowBounds(kind, owed, INFINITE)

    def mixture(self) -> Mixture:
        values = np.maximum(0.0, np.array(self._highs.getSolution().col_value)[1:])
        used = np.flatnonzero(values > 0)
        panels = np.array([self.panels[one] for one in used], dtype=np.int64)
        return Mixture(values[used] / values[used].sum(), panels)

    def _column(self, panel: Ints) -> None:
        held = np.flatnonzero(panel).astype(np.int32)
        index = np.append(held, len(panel)).astype(np.int32)
        values = np.append(panel[held].astype(np.float64), 1.0)
        self._highs.addCol(0.0, 0.0, INFINITE, len(index), index, values)


def settled(polytope: Polytope, panels: list[Ints], *, tries: int) -> Settled:
    """Leximin over panels, from those known, with at most `tries` pricings."""
    work = _Stages(polytope.kinds, panels)
    stages: list[Stage] = []
    proven = True
    while work.free.any():
        upper = 1.0
        while (answer := work.solve()) is not None:
            level, prices = answer
            if float((prices * polytope.kinds.size)[work.free].sum()) < BINDING or tries == 0:
                break
            panel, most = polytope.best_panel(prices)
            upper, tries = min(upper, work.bound(prices, most)), tries - 1
            if panel is None or upper <= level + CLOSE:
                break
            work.add(panel)
        if answer is None:
            return Settled(work.mixture(), tuple(stages), proven=False)
        proven = proven and upper <= level + 1e-6
        stages.append(Stage(level, prices, np.zeros(0), max(upper, level)))
        work.fix(prices, level)
    work.solve()
    return Settled(work.mixture(), tuple(stages), proven)
