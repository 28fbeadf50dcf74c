"""The chances that the quotas allow, when panels may be split: an upper bound, and most often it.

Over x (T,), the expected number of people of each kind in the panel, the chance of one person of
kind t is x_t / size_t. **Leximin**: maximise the least chance z; the kinds whose constraint
x_t ≥ z·size_t has a positive dual cannot do better; fix them at z; again with the others.
**Nash** maximises Σ size_t·log(x_t / size_t): see `nash`.

No lottery over panels can be fairer, since its expectations are a point of the relaxation; whether
one reaches it is settled by `peeling` and `mixture`. Each stage carries multipliers from which
anybody recomputes the bound by adding and multiplying (`bound`).
"""

from dataclasses import dataclass

import highspy
import numpy as np

from isegoria.core.sortition.kinds import Floats, Kinds
from isegoria.core.sortition.nash import greatest_welfare
from isegoria.core.sortition.polytope import INFINITE, OPTIMAL, Polytope, solver

BINDING = 1e-8


@dataclass(frozen=True, slots=True, eq=False)
class Stage:
    """A level of chance, and the multipliers that prove that no lottery does better.

    With weights w (T,) and y (R,): Σ w·x ≤ `ceiling(kinds, w, y)` for the expectations x of any
    lottery. Kinds fixed at earlier stages have their expectation; the others weigh 1 in all.
    """

    level: float
    weights: Floats
    multipliers: Floats
    upper: float


@dataclass(frozen=True, slots=True, eq=False)
class Target:
    """Expectations (T,) to be reached by a lottery, and the stages that prove them."""

    amounts: Floats
    stages: tuple[Stage, ...]


def ceiling(kinds: Kinds, weights: Floats, multipliers: Floats) -> float:
    """An upper bound of Σ w·x over the relaxation, true for *any* multipliers (weak duality).

    Σ w·x = Σ (w - A'y)·x + y·Ax ≤ Σ most·max(0, w - A'y) + Σ max(y·least, y·greatest).
    """
    over = np.maximum(0.0, weights - kinds.prices(multipliers))
    rows = np.maximum(multipliers * kinds.least, multipliers * kinds.greatest)
    return float((kinds.most * over).sum() + rows.sum())


def leximin(kinds: Kinds) -> Target | None:
    """The leximin expectations; None if the quotas conflict.

    Kinds that no panel can hold (`most` 0) stay at 0 and do not count.
    """
    ladder = _Ladder(kinds)
    done: list[Stage] = []
    while ladder.free.any():
        stage = ladder.climb()
        if stage is None:
            return None
        done.append(stage)
    return Target(np.clip(ladder.fixed * kinds.size, 0.0, kinds.most), tuple(done))


class _Ladder:
    """The programme of the stages: columns x_t and z, rows of the quotas then x_t - size_t·z ≥ 0."""

    def __init__(self, kinds: Kinds) -> None:
        self.kinds, self.count, self.rows = kinds, len(kinds), len(kinds.least)
        self.free = kinds.most > 0
        self.fixed = np.zeros(self.count)
        self._highs = solver(tolerance=1e-10)
        self._highs.passModel(_with_levels(kinds, self.free))

    def climb(self) -> Stage | None:
        """Solve a stage and fix the kinds that bind it."""
        self._highs.run()
        if self._highs.getModelStatus() != OPTIMAL:
            return None
        solution = self._highs.getSolution()
        values, duals = np.array(solution.col_value), -np.array(solution.row_dual)
        level = float(values[self.count])
        weights = np.where(self.kinds.most > 0, np.maximum(0.0, -duals[self.rows :]), 0.0)
        stage = self._proved(level, weights, duals[: self.rows])
        binding = self.free & (weights * self.kinds.size > BINDING)
        self._fix(np.flatnonzero(binding if binding.any() else self.free), level)
        return stage

    def _proved(self, level: float, weights: Floats, multipliers: Floats) -> Stage:
        total = float((weights * self.kinds.size)[self.free].sum())
        if total < BINDING:  # everybody left is sure of a seat
            return Stage(level, weights, multipliers, 1.0)
        weights, multipliers = weights / total, multipliers / total
        owed = float((weights * self.fixed * self.kinds.size)[~self.free].sum())
        return Stage(level, weights, multipliers, ceiling(self.kinds, weights, multipliers) - owed)

    def _fix(self, those: np.ndarray, level: float) -> None:
        for kind in those.tolist():
            self.fixed[kind], self.free[kind] = level, False
            owed = level * float(self.kinds.size[kind])
            self._highs.changeCoeff(self.rows + kind, self.count, 0.0)
            self._highs.changeRowBounds(self.rows + kind, owed, INFINITE)


def _with_levels(kinds: Kinds, free: np.ndarray) -> highspy.HighsLp:
    count, rows = len(kinds), len(kinds.least)
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = count + 1, rows + count
    model.col_cost_ = np.append(np.zeros(count), -1.0)
    model.col_lower_ = np.zeros(count + 1)
    model.col_upper_ = np.append(kinds.most.astype(np.float64), 1.0)
    model.row_lower_ = np.append(kinds.least, np.zeros(count))
    model.row_upper_ = np.append(kinds.greatest, np.full(count, INFINITE))
    able = np.flatnonzero(free)
    index = np.insert(kinds.row, kinds.start[1:], rows + np.arange(count, dtype=np.int32))
    model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    model.a_matrix_.start_ = np.append(
        kinds.start + np.arange(count + 1), kinds.start[-1] + count + len(able)
    ).astype(np.int32)
    model.a_matrix_.index_ = np.append(index, rows + able).astype(np.int32)
    model.a_matrix_.value_ = np.append(np.ones(len(index)), -kinds.size[able].astype(np.float64))
    return model


def nash(kinds: Kinds, start: Floats) -> Target:
    """The expectations of greatest Nash welfare, from others that seat whoever can be.

    Around the optimum the welfare is the sum of size_t·x_t / x*_t: the multipliers of the programme
    that maximises it prove the welfare too.
    """
    amounts = greatest_welfare(kinds, start)
    able = kinds.most > 0
    slopes = np.where(able, kinds.size / np.where(able, amounts, 1.0), 0.0)
    best = Polytope(kinds).best_point(slopes)
    multipliers = np.zeros(len(kinds.least)) if best is None else best.multipliers
    upper = welfare_ceiling(kinds, multipliers)
    stage = Stage(welfare_of(kinds, amounts), np.zeros(len(kinds)), multipliers, upper)
    return Target(amounts, (stage,))


def welfare_ceiling(kinds: Kinds, multipliers: Floats) -> float:
    """An upper bound of the welfare of any lottery, true for *any* multipliers (weak duality).

    Σ_t max over 0 ≤ x ≤ most of size·log(x / size) - (A'y)·x, plus Σ max(y·least, y·greatest).
    """
    able = kinds.most > 0
    size, most = kinds.size[able].astype(np.float64), kinds.most[able].astype(np.float64)
    prices = kinds.prices(multipliers)[able]
    best = np.where(prices * most > size, size / np.where(prices > 0, prices, 1.0), most)
    rows = np.maximum(multipliers * kinds.least, multipliers * kinds.greatest)
    return float((size * np.log(best / size) - prices * best).sum() + rows.sum())


def welfare_of(kinds: Kinds, amounts: Floats) -> float:
    """Σ log of each person's chance, over those who can be seated."""
    able = kinds.most > 0
    return float((kinds.size[able] * np.log(amounts[able] / kinds.size[able])).sum())
