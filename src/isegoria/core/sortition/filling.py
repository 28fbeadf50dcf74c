"""Empty seats filled at once by whom serves the panel best: a programme in whole numbers.

People of the same channel, values and home-sharing are one column. A cell with `n` people already
there has one row, n + Σ x + under - over = target, where the first seats under or over, up to the
bound, cost 1 each, and the next cost `OUT` more: the sum is `OUT`·outside + deviation. Leaving a
seat empty costs more than anything else.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence

import highspy
import numpy as np
from numpy.typing import NDArray

from isegoria.core.sortition.model import Person, Quota
from isegoria.core.sortition.polytope import INFINITE, OPTIMAL, make_whole, solver

OUT = 1_000.0
EMPTY = 1_000_000.0
ORDER = 1e-3  # what the drawn order may weigh in all, under one seat of deviation


def filled(
    quotas: Sequence[Quota],
    held: NDArray[np.int16],
    able: Sequence[tuple[Hashable, Person]],
    seats: Mapping[Hashable, int],
) -> tuple[Person, ...]:
    """Those who fill `seats` (group → number) best; `able` come in the drawn order with their group.

    `held` (cells,) counts who sits already. Between equal sets, those who come first by the sum of
    their places.
    """
    columns = _columns(able)
    highs = _model(quotas, held, columns, seats)
    highs.run()
    if highs.getModelStatus() != OPTIMAL:
        return ()
    amounts = np.round(np.array(highs.getSolution().col_value)[: len(columns)]).astype(int)
    places = [
        place
        for those, many in zip(columns.values(), amounts, strict=True)
        for place in those[:many]
    ]
    return tuple(able[place][1] for place in sorted(places))


_Key = tuple[Hashable, tuple[str, ...], str]


def _columns(able: Sequence[tuple[Hashable, Person]]) -> dict[_Key, list[int]]:
    """Interchangeable people: same group, same values, and a home of their own."""
    homes = Counter(one.household for _, one in able)
    columns: dict[_Key, list[int]] = defaultdict(list)
    for place, (group, one) in enumerate(able):
        home = one.household if homes[one.household] > 1 else ""
        columns[group, one.values, home].append(place)
    return columns


def _model(
    quotas: Sequence[Quota],
    held: NDArray[np.int16],
    columns: Mapping[_Key, list[int]],
    seats: Mapping[Hashable, int],
) -> highspy.Highs:
    highs, rows = solver(), dict[Hashable, int]()
    criteria = list(dict.fromkeys(quota.criterion for quota in quotas))
    bounds: list[tuple[Hashable, int, int]] = [
        ((criteria.index(quota.criterion), quota.value), quota.aim - count, quota.aim - count)
        for quota, count in zip(quotas, held.tolist(), strict=True)
    ]
    bounds += [(("group", group), 0, number) for group, number in seats.items()]
    bounds += [(("home", home), 0, 1) for home in sorted({key[2] for key in columns if key[2]})]
    for name, low, high in bounds:
        rows[name] = len(rows)
        highs.addRow(float(low), float(high), 0, np.zeros(0, dtype=np.int32), np.zeros(0))
    scale = ORDER / max(1, sum(seats.values()) * sum(map(len, columns.values())))
    for (group, values, home), those in columns.items():
        own = [*enumerate(values), ("group", group), ("home", home)]
        index = np.array(sorted(rows[one] for one in own if one in rows), dtype=np.int32)
        cost = scale * those[0] - EMPTY
        highs.addCol(cost, 0.0, float(len(those)), len(index), index, np.ones(len(index)))
    make_whole(highs, len(columns))
    _measure(highs, quotas)
    return highs


def _measure(highs: highspy.Highs, quotas: Sequence[Quota]) -> None:
    """Columns for the seats under and over each target, dear beyond the bounds."""
    for row, quota in enumerate(quotas):
        place = np.array([row], dtype=np.int32)
        for sign, room in ((1.0, quota.aim - quota.least), (-1.0, quota.most - quota.aim)):
            highs.addCol(1.0, 0.0, float(max(0, room)), 1, place, np.array([sign]))
            highs.addCol(1.0 + OUT, 0.0, INFINITE, 1, place, np.array([sign]))
    highs.setOptionValue("mip_rel_gap", 0.0)
    highs.setOptionValue("mip_abs_gap", 1e-9)
