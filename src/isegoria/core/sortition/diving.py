"""A whole point of a linear programme, sought by a few of its relaxations, one after the other."""

import highspy
import numpy as np

from isegoria.core.sortition.kinds import Floats

WHOLE = 1e-6
HASTY, PATIENT = 60, 200  # programmes solved while one panel is sought
OPTIMAL = highspy.HighsModelStatus.kOptimal


def dived(
    highs: highspy.Highs,
    point: Floats,
    bounds: tuple[Floats, Floats],
    steps: int,
    *,
    keeping: bool,
) -> tuple[Floats | None, bool]:
    """From this optimum, a whole point within the bounds of all columns, in so many steps at most;
    and whether all that was to be searched was. The bounds of `highs` are left where that ended.
    """
    dive = _Dive(*bounds, keeping=keeping)
    columns = np.arange(len(point), dtype=np.int32)
    amounts: Floats | None = point
    for _ in range(steps):
        if amounts is None:
            if not dive.back():
                return None, True
        elif not dive.deeper(amounts):
            return np.round(amounts), True
        highs.changeColsBounds(len(columns), columns, dive.low, dive.high)
        highs.run()
        optimal = highs.getModelStatus() == OPTIMAL
        amounts = np.array(highs.getSolution().col_value) if optimal else None
    return None, False


class _Dive:
    """Bounds of the amounts, ever tighter: one that is split is raised, then held below.

    `keeping`: what is whole on the way is not lowered any more, which goes faster and may miss.
    """

    def __init__(self, low: Floats, high: Floats, *, keeping: bool) -> None:
        self.low, self.high, self._keeping = low, high.copy(), keeping
        self._ways: list[tuple[int, Floats, float, float | None]] = []

    def deeper(self, amounts: Floats) -> bool:
        """Raise the amount nearest below a whole number; False when all are whole."""
        nearest = np.round(amounts)
        whole = np.abs(amounts - nearest) <= WHOLE
        if whole.all():
            return False
        floors = np.floor(amounts)
        one = int(np.argmax(np.where(whole, -1.0, amounts - floors)))
        self._ways.append((one, self.low, float(self.high[one]), float(floors[one])))
        kept = whole if self._keeping else np.zeros_like(whole)
        self.low = np.where(kept, np.maximum(self.low, nearest), self.low)
        self.low[one] = floors[one] + 1
        return True

    def back(self) -> bool:
        """Hold below what was last raised; False when everything was tried."""
        while self._ways:
            one, self.low, self.high[one], floor = self._ways.pop()
            if floor is not None:
                self._ways.append((one, self.low, float(self.high[one]), None))
                self.high[one] = floor
                return True
        return False
