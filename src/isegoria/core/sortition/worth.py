"""What one more person is worth while people are being entered, in contacts that it spares.

Imagine that the next N contacts answer as the targets say that the population would: with S people
drawn from the targets, each comes N / S times. The fewest such N with whom a panel exists (one
that may be split) is a linear programme:

    min N    with  z_s ≤ N / S,  people entered x ≤ 1,  and the quotas over x + z.

Its dual prices say by how much N would fall with one more person of any values: what they are
worth, in contacts. The prices of the z_s ≤ N / S sum to S, so that **the next contact is worth 1 on
average**: somebody worth 3 spares three of them, and somebody worth 0 is no use today.

The criteria are drawn apart, since targets say nothing of how they go together.
"""

from dataclasses import dataclass
from functools import lru_cache

import highspy
import numpy as np

from isegoria.core.chance import Chance
from isegoria.core.sortition.kinds import Floats, Kinds
from isegoria.core.sortition.model import Problem, Quota
from isegoria.core.sortition.polytope import INFINITE, OPTIMAL, model_of

FUTURE = 400
NEAR = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class Prices:
    """`contacts`: the N of the programme. `cells` (quotas,), `seat`: dual prices.

    `means` (quotas,): what a contact with this value is worth on average.
    """

    contacts: float
    cells: Floats
    seat: float
    means: Floats

    def worth(self, places: list[int]) -> float:
        """For somebody whose values are those of the quotas at these places."""
        return max(0.0, float(self.cells[places].sum()) + self.seat)


def prices(problem: Problem, kinds: Kinds) -> Prices | None:
    """Prices for `problem` (its targets, its whole quotas) when `kinds` are entered.

    None when they tell nothing: a split panel exists already, or none will.
    """
    rows = _future(problem.quotas)
    highs = _model(kinds, rows, len(problem.quotas))
    highs.run()
    contacts = highs.getSolution().col_value[-1] if highs.getModelStatus() == OPTIMAL else 0.0
    if contacts < NEAR:
        return None
    duals = np.array(highs.getSolution().row_dual)
    spared = np.abs(duals[len(kinds.least) :])
    count = np.bincount(rows.ravel(), minlength=len(problem.quotas))
    total = np.bincount(
        rows.ravel(), weights=np.repeat(spared, rows.shape[1]), minlength=len(problem.quotas)
    )
    means = total / np.maximum(1, count)
    seat = float(duals[len(problem.quotas)])
    return Prices(float(contacts), duals[: len(problem.quotas)], seat, means)


@lru_cache(maxsize=8)
def _future(quotas: tuple[Quota, ...]) -> np.ndarray:
    """(S, criteria): the quota that each person to come answers to, drawn from the targets.

    Each criterion gives its values to S people by its shares, evenly, then shuffles them.
    """
    chance = Chance("people to come")
    columns = []
    for name in dict.fromkeys(quota.criterion for quota in quotas):
        places = [at for at, quota in enumerate(quotas) if quota.criterion == name]
        shares = np.cumsum([max(quotas[at].aim, 0.1) for at in places])
        evenly = (np.arange(FUTURE) + 0.5) / FUTURE * shares[-1]
        drawn = np.searchsorted(shares, evenly).tolist()
        columns.append(chance.shuffled([places[one] for one in drawn]))
    return np.array(columns, dtype=np.int64).T


def _model(kinds: Kinds, rows: np.ndarray, seats: int) -> highspy.Highs:
    """Columns: T kinds, S people to come, N. Rows: those of the kinds, then S."""
    highs, width = model_of(kinds), rows.shape[1] + 1
    highs.setOptionValue("presolve", "off")  # on so few rows, it takes longer than it spares
    index = np.column_stack([rows, np.full(FUTURE, seats)]).astype(np.int32).ravel()
    starts = np.arange(0, FUTURE * width, width, dtype=np.int32)
    zeros, endless = np.zeros(FUTURE), np.full(FUTURE, INFINITE)
    highs.addCols(FUTURE, zeros, zeros, endless, len(index), starts, index, np.ones(len(index)))
    first = len(kinds)
    highs.addCol(1.0, 0.0, INFINITE, 0, np.zeros(0, dtype=np.int32), np.zeros(0))
    pairs = np.column_stack(
        [np.arange(first, first + FUTURE), np.full(FUTURE, first + FUTURE)]
    ).astype(np.int32).ravel()  # fmt: skip
    values = np.tile([1.0, -1.0 / FUTURE], FUTURE)
    starts = np.arange(0, 2 * FUTURE, 2, dtype=np.int32)
    highs.addRows(FUTURE, -endless, zeros, 2 * FUTURE, starts, pairs, values)
    return highs
