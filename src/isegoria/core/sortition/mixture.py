"""The best weights for panels that are known, and the panels that would improve them.

Over panels P with weights λ ≥ 0, Σ λ = 1: maximise θ with Σ λ_P·P ≥ θ·x*. θ = 1 means that the
lottery has exactly the expectations x*. For the duals y ≥ 0 of that programme (Σ y·x* = 1) no
lottery exceeds θ = max over all panels of y·P, which `Polytope.best_panel` bounds: either it
finds a panel that improves θ, or θ is proven.
"""

from dataclasses import dataclass

import highspy
import numpy as np

from isegoria.core.sortition.kinds import Floats, Ints
from isegoria.core.sortition.peeling import Mixture
from isegoria.core.sortition.polytope import INFINITE, Polytope, solver

EXACT = 1e-5  # what is called exact: nobody is short of a hundred-thousandth of their chance


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """θ for the panels known, their weights, and the duals (T,) that price a new one."""

    theta: float
    mixture: Mixture
    prices: Floats


class Master:
    """The programme over the panels known so far."""

    def __init__(self, amounts: Floats) -> None:
        self.amounts = amounts
        self.panels: list[Ints] = []
        self._known: set[bytes] = set()
        self._highs = solver(tolerance=1e-10)
        self._highs.setOptionValue("presolve", "off")
        self._rows = np.flatnonzero(amounts > 0).astype(np.int32)
        self._place = np.full(len(amounts), -1, dtype=np.int32)
        self._place[self._rows] = np.arange(len(self._rows), dtype=np.int32)
        self._highs.passModel(self._empty())

    def add(self, panel: Ints) -> bool:
        """Make a panel known; False if it was."""
        if panel.tobytes() in self._known:
            return False
        self._known.add(panel.tobytes())
        self.panels.append(panel)
        held = np.flatnonzero((panel > 0) & (self._place >= 0))
        index = np.append(self._place[held], len(self._rows)).astype(np.int32)
        values = np.append(panel[held].astype(np.float64), 1.0)
        self._highs.addCol(0.0, 0.0, INFINITE, len(index), index, values)
        return True

    def fit(self) -> Fit:
        self._highs.run()
        solution = self._highs.getSolution()
        values = np.maximum(0.0, np.array(solution.col_value))
        prices = np.zeros(len(self.amounts))
        prices[self._rows] = np.abs(np.array(solution.row_dual)[:-1])
        worn = values[1:] if values[1:].any() else np.ones(len(self.panels))
        used = np.flatnonzero(worn)
        weights = worn[used] / worn[used].sum()
        mixture = Mixture(weights, np.array([self.panels[one] for one in used], dtype=np.int64))
        return Fit(theta(mixture, self.amounts), mixture, prices)

    def _empty(self) -> highspy.HighsLp:
        rows = len(self._rows)
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = 1, rows + 1
        model.col_cost_, model.col_lower_, model.col_upper_ = [-1.0], [0.0], [1.0]
        model.row_lower_ = np.append(np.zeros(rows), -INFINITE)
        model.row_upper_ = np.append(np.full(rows, INFINITE), 1.0)
        model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        model.a_matrix_.start_ = np.array([0, rows], dtype=np.int32)
        model.a_matrix_.index_ = np.arange(rows, dtype=np.int32)
        model.a_matrix_.value_ = -self.amounts[self._rows]
        return model


def theta(mixture: Mixture, amounts: Floats) -> float:
    """The part of its expectation that every kind is given, recomputed by adding."""
    able = amounts > 0
    return min(1.0, float((mixture.amounts[able] / amounts[able]).min(initial=1.0)))


def hastened(polytope: Polytope, master: Master, tries: int) -> Fit:
    """Add panels quickly found that raise θ, until none is found, θ is exact or `tries` are spent.

    It proves nothing, but where whole panels are hard to search for, as in a pool with many tight
    quotas, it is worth many rounds of peeling.
    """
    fit = master.fit()
    for _ in range(tries):
        panel = polytope.some_panel(fit.prices, polytope.box)
        worth = float((fit.prices * master.amounts).sum())
        gains = panel is not None and float((fit.prices * panel).sum()) > fit.theta * worth
        if fit.theta >= 1 - EXACT or panel is None or not gains or not master.add(panel):
            break
        fit = master.fit()
    return fit


def improved(polytope: Polytope, master: Master, tries: int) -> tuple[Fit, float]:
    """Price panels in until θ is exact, or proven, or `tries` are spent; θ's upper bound beside."""
    upper = 1.0
    fit = master.fit()
    for _ in range(tries):
        if fit.theta >= upper - EXACT:
            break
        panel, bound = polytope.best_panel(fit.prices)
        worth = float((fit.prices * master.amounts).sum())
        upper = min(upper, bound / worth)
        if panel is None or not master.add(panel):
            break
        fit = master.fit()
    return fit, upper
