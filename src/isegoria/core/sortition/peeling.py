"""Expectations written as weights of whole panels, one panel after the other.

What is left to write is a residue r (T,) of weight W (the sum of the weights still to give, 1 at
first, with Ar between W·least and W·greatest). A panel v may take weight a when what remains is a
residue of weight W - a:

    0 ≤ r - a·v ≤ (W - a)·most     and     (W - a)·least ≤ A(r - a·v) ≤ (W - a)·greatest,

which, for a given a, are *bounds* on v and on Av. So the search for a panel that can take much is
a search for a whole point in a box; when there is none, a shrinks. The panel found takes all that
it can. Leximin expectations have few distinct levels, so a panel exhausts many kinds at once: some
tens of panels write the expectations of hundreds of kinds to 1e-6, without a programme over
panels. A residue that is no mixture of panels stops the peeling; `mixture` decides from there.
"""

from dataclasses import dataclass

import numpy as np

from isegoria.core.chance import Chance
from isegoria.core.sortition.kinds import Floats, Ints, Kinds
from isegoria.core.sortition.polytope import Box, Polytope

DUST = 1e-9  # of an expected person
ROUND = 1e-6  # of a person, when a bound is divided by a weight
LIGHTEST = 2e-8
SHRINK = 0.8
PATIENCE = 8
FIRST = 0.3


@dataclass(frozen=True, slots=True, eq=False)
class Residue:
    """What is left to write (T,), and its weight."""

    kinds: Kinds
    amounts: Floats
    weight: float

    def box(self, share: float) -> Box:
        """Where a panel must be to take this weight."""
        kinds, left = self.kinds, self.weight - share
        rows = kinds.counts(self.amounts)

        def up(bound: Floats) -> Floats:
            return np.ceil((bound - DUST) / share - ROUND)

        def down(bound: Floats) -> Floats:
            return np.floor((bound + DUST / 100) / share + ROUND)

        return Box(
            low=np.maximum(0.0, up(self.amounts - left * kinds.most)),
            high=np.minimum(kinds.most, down(self.amounts)),
            row_low=np.maximum(kinds.least, up(rows - left * kinds.greatest)),
            row_high=np.minimum(kinds.greatest, down(rows - left * kinds.least + DUST)),
        )

    def room(self, panel: Ints) -> float:
        """The greatest weight that this panel can take."""
        kinds, rows, held = self.kinds, self.kinds.counts(self.amounts), self.kinds.counts(panel)
        limits = (
            (self.amounts, panel),
            (self.weight * kinds.most - self.amounts, kinds.most - panel),
            (self.weight * kinds.greatest - rows, kinds.greatest - held),
            (rows - self.weight * kinds.least, held - kinds.least),
        )
        ratios = [float((left[by > 0] / by[by > 0]).min()) for left, by in limits if (by > 0).any()]
        return min(self.weight, *ratios)

    def less(self, panel: Ints, share: float) -> "Residue":
        amounts = np.maximum(0.0, self.amounts - share * panel)
        amounts[amounts < DUST] = 0.0
        return Residue(self.kinds, amounts, self.weight - share)


@dataclass(frozen=True, slots=True, eq=False)
class Mixture:
    """Weights (P,) of P panels of kinds (P, T); they sum to 1, or to less while unfinished."""

    weights: Floats
    panels: Ints

    @property
    def amounts(self) -> Floats:
        """(T,) the expectations, added in a fixed order so as to be the same everywhere."""
        total = np.zeros(self.panels.shape[1])
        for weight, panel in zip(self.weights, self.panels, strict=True):
            total += weight * panel
        return total


def peeled(polytope: Polytope, amounts: Floats, chance: Chance | None = None) -> Mixture:
    """Panels whose weights write these expectations (T,), or as much of them as can be peeled.

    Without `chance` the panel sought is the one that serves best what is left; with it, each kind
    is valued at random, so that another round finds other panels.
    """
    kinds = polytope.kinds
    residue = Residue(kinds, amounts, 1.0)
    share, failures = FIRST, 0
    weights: list[float] = []
    panels: list[Ints] = []
    while residue.weight > LIGHTEST and share > LIGHTEST and failures < PATIENCE:
        share = min(share, residue.weight)
        gains = residue.amounts / kinds.size
        if chance is not None:
            gains *= np.array([chance.fraction() for _ in range(len(kinds))])
        panel = polytope.some_panel(gains, residue.box(share))
        if panel is None:
            share, failures = share * SHRINK ** (1 + failures), failures + 1
            continue
        failures = 0
        share = max(share, residue.room(panel))
        residue = residue.less(panel, share)
        weights.append(share)
        panels.append(panel)
    whole = np.array(panels, dtype=np.int64).reshape(len(panels), len(kinds))
    return Mixture(np.array(weights), whole)
