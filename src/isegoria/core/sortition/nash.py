"""The expectations of greatest Nash welfare over the relaxation: Σ size_t·log(x_t / size_t).

A primal-dual interior-point method (Nocedal, Wright, “Numerical Optimization”, 2006, chapter 19).
With rows r = Ax, multipliers y of the rows, u of x ≤ most, v and w of least ≤ r ≤ greatest, a step
solves

    (A·H⁻¹·A' + D⁻¹)·dy = …     H = size/x² + u/(most - x)     D = v/(r - least) + w/(greatest - r)

and brings u·(most - x), v·(r - least), w·(greatest - r) down together. The homes of one
composition share no kind with another, so their rows are eliminated first: what is left has a row
a quota, some tens, whatever the number of kinds. Some twenty steps reach eleven digits.
"""

from collections.abc import Mapping

import numpy as np

from isegoria.core.sortition.kinds import Floats, Kinds, added

STEPS = 60
SHRINK = 0.1
INSIDE = 0.99
CLOSE = 1e-11
FLAT = 1e-11  # a pivot so small, beside its diagonal, is that of a row that others imply


def greatest_welfare(kinds: Kinds, start: Floats) -> Floats:
    """The expectations (T,), from `start` that meets every row and seats whoever can be."""
    point = _Point(kinds, start)
    for _ in range(STEPS):
        if point.step() < CLOSE:
            break
    amounts = np.zeros(len(kinds))
    amounts[point.able] = point.x
    return amounts


class _Point:
    """Where the method stands, over the kinds that can be seated.

    The rooms left, below and above what is held, are kept beside it: subtracting would lose them.
    """

    def __init__(self, kinds: Kinds, start: Floats) -> None:
        self.kinds, self.able = kinds, np.flatnonzero(kinds.most > 0)
        self.size, most = (one[self.able].astype(float) for one in (kinds.size, kinds.most))
        self.system = _System(kinds, self.able)
        self.x = np.minimum(start[self.able], 0.9 * most)
        self.left = most - self.x
        rows, width = self._rows(self.x), kinds.greatest - kinds.least
        self.loose = (width > 0) & (rows > 0)
        inside = np.clip(rows, kinds.least + 0.1 * width, kinds.greatest - 0.1 * width)
        self.r = np.where(self.loose, inside, np.where(rows > 0, kinds.least, 0.0))
        self.below = np.where(self.loose, self.r - kinds.least, 1.0)
        self.above = np.where(self.loose, kinds.greatest - self.r, 1.0)
        self.y = np.zeros(len(rows))
        self.u = 1.0 / self.left
        self.v, self.w = self.loose / self.below, self.loose / self.above

    def step(self) -> float:
        """Move once, unless there is no need; returns how far from the optimum it was."""
        x, left, u, lacks = self.x, self.left, self.u, self.r - self._rows(self.x)
        held = (u * left).sum() + (self.v * self.below + self.w * self.above).sum()
        mean = float(held / (len(left) + 2 * self.loose.sum()))
        far, aim = max(mean, float(np.abs(lacks).max())), SHRINK * mean
        if far < CLOSE:
            return far
        bend = self.size / x**2 + u / left
        steep = self.v / self.below + self.w / self.above
        slack = self.loose / np.where(self.loose, steep, 1.0)
        pull = self._prices(self.y) + self.size / x - aim / left
        push = self.loose * (aim / self.below - aim / self.above) - self.y
        right = lacks - self._rows(pull / bend) + slack * push
        dy = self.system.solved(1.0 / bend, slack, right)
        dx, dr = (pull + self._prices(dy)) / bend, slack * (push - dy)
        self._move({"x": dx, "left": -dx, "r": dr, "below": dr, "above": -dr, "y": dy,
                    "u": (aim + u * dx) / left - u,
                    "v": self.loose * (aim - self.v * dr) / self.below - self.v,
                    "w": self.loose * (aim + self.w * dr) / self.above - self.w})  # fmt: skip
        return far

    def _move(self, ways: Mapping[str, Floats]) -> None:
        """As far along these ways as what is positive stays so."""
        bounded = [(getattr(self, name), by) for name, by in ways.items() if name not in "ry"]
        share = min([1.0, *(_reach(one, by) for one, by in bounded)])
        for name, by in ways.items():
            setattr(self, name, getattr(self, name) + share * by)

    def _rows(self, x: Floats) -> Floats:
        whole = np.zeros(len(self.kinds))
        whole[self.able] = x
        return self.kinds.counts(whole)

    def _prices(self, multipliers: Floats) -> Floats:
        prices: Floats = self.kinds.prices(multipliers)[self.able]
        return prices


def _reach(values: Floats, by: Floats) -> float:
    falls = by < 0
    return float(INSIDE * (-values[falls] / by[falls]).min()) if falls.any() else 1.0


class _System:
    """(A·E·A' + F)·y = right for diagonals E (each kind that can be seated) and F (each row)."""

    def __init__(self, kinds: Kinds, able: np.ndarray) -> None:
        self.homes = int(kinds.home.max(initial=-1)) + 1
        self.quotas = len(kinds.least) - self.homes
        home = kinds.home[able]
        width = int((kinds.start[able + 1] - kinds.start[able] - (home >= 0))[0])
        rows = kinds.row[kinds.start[able][:, None] + np.arange(width)].astype(np.int64)
        self._pairs = (rows[:, :, None] * self.quotas + rows[:, None, :]).reshape(len(able), -1)
        self._sharing = np.flatnonzero(home >= 0)
        self._home = home[self._sharing]
        self._crossed = rows[self._sharing] * self.homes + self._home[:, None]

    def solved(self, each: Floats, diagonal: Floats, right: Floats) -> Floats:
        """The y of one system; 0 for a row that others imply."""
        count, sharing = self.quotas, each[self._sharing]
        square = _gathered(self._pairs, each, (count, count))
        square[np.diag_indices(count)] += diagonal[:count]
        own = added(self._home, sharing, self.homes) + diagonal[count:]
        own = np.where(own > 0, own, 1.0)
        cross = _gathered(self._crossed, sharing, (count, self.homes))
        square -= np.einsum("ih,jh->ij", cross / own, cross)
        first = _solved(square, right[:count] - (cross * (right[count:] / own)).sum(axis=1))
        return np.append(first, (right[count:] - (cross * first[:, None]).sum(axis=0)) / own)


def _gathered(places: np.ndarray, values: Floats, shape: tuple[int, int]) -> Floats:
    """A matrix: each value (N,) added at all its places (N, ·)."""
    spread = np.repeat(values, places.shape[1])
    return added(places.ravel(), spread, shape[0] * shape[1]).reshape(shape)


def _solved(square: Floats, right: Floats) -> Floats:
    """Elimination in a symmetric, semi-definite system, the same on every machine."""
    work, found, flat = square.copy(), right.copy(), FLAT * np.diag(square)
    firm = np.zeros(len(right), dtype=bool)
    for at in range(len(right)):
        firm[at] = work[at, at] > flat[at]
        if firm[at]:
            ratio = work[at + 1 :, at] / work[at, at]
            found[at + 1 :] -= ratio * found[at]
            work[at + 1 :, at + 1 :] -= ratio[:, None] * work[at, at + 1 :]
    for at in reversed(range(len(right))):
        rest = (work[at, at + 1 :] * found[at + 1 :]).sum()
        found[at] = (found[at] - rest) / work[at, at] if firm[at] else 0.0
    return found
