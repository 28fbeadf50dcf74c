"""Interchangeable people made one kind, which is what makes a large pool small.

Two people with the same values are interchangeable, so at the optimum they have the same chance,
and a panel only needs to say how many of each kind it holds. Sharing a home changes little: homes
of the same composition are interchangeable in turn. A kind is therefore (values, composition of
the home), where the composition is empty for whoever shares it with nobody of the pool; and the
`c` homes of one composition make one row: at most `c` people, one a home.

100,000 people make some thousands of kinds. Source: Flanigan, Gölz, Gupta, Hennig, Procaccia,
“Fair algorithms for selecting citizens’ assemblies”, Nature 596 (2021), 548-552, for the problem.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from isegoria.core.sortition.model import Person, Problem

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Index = NDArray[np.int32]
Composition = tuple[tuple[str, ...], ...]


def added(places: Index | Ints, values: Floats | Ints, count: int) -> Floats:
    """(count,): the sum of the values at each place, in their order, the same on every machine."""
    return np.bincount(places, weights=values, minlength=count).astype(np.float64, copy=False)


@dataclass(frozen=True, slots=True, eq=False)
class Kinds:
    """The problem over T kinds and R rows; the matrix holds only ones, column by column.

    Rows: a quota each (in the problem's order), then the number of seats, then a composition each.
    """

    members: tuple[tuple[int, ...], ...]  # T places in problem.people
    home: Ints  # (T,) the composition shared, or -1
    size: Ints  # (T,) people of the kind
    most: Ints  # (T,) how many of them one panel can hold
    start: Index  # (T + 1,) where each column begins in `row`
    row: Index  # rows of the ones
    least: Floats  # (R,) bounds of the rows
    greatest: Floats  # (R,)
    owner: Index  # the kind of each one, beside `row`

    def __len__(self) -> int:
        return len(self.size)

    def counts(self, amounts: Floats | Ints) -> Floats:
        """(R,): for amounts of each kind (T,), how much each row holds."""
        return added(self.row, amounts[self.owner], len(self.least))

    def prices(self, multipliers: Floats) -> Floats:
        """(T,): for a multiplier of each row (R,), what one person of each kind costs."""
        return added(self.owner, multipliers[self.row], len(self))

    def holds(self, panel: Ints) -> bool:
        """Whether this panel of kinds (T,) meets every row."""
        rows = self.counts(panel)
        fits = (panel >= 0).all() and (panel <= self.most).all()
        return bool(fits and (rows >= self.least).all() and (rows <= self.greatest).all())


def kinds_of(problem: Problem) -> Kinds:
    """The kinds of a problem whose `seated` are already counted (see `model.to_draw`)."""
    homes = _homes(problem.people)
    groups: dict[tuple[tuple[str, ...], Composition], list[int]] = defaultdict(list)
    for place, person in enumerate(problem.people):
        groups[person.values, homes.get(person.household, ())].append(place)
    keys = sorted(groups)
    shared = Counter(home for home in homes.values() if home)
    each = [shared[home] or len(groups[values, home]) for values, home in keys]
    rows = {at: row for row, at in enumerate(problem.values())}
    known = [all(at in rows for at in enumerate(values)) for values, _ in keys]
    order = {home: place for place, home in enumerate(sorted(shared))}
    seats, homes_from = len(problem.quotas), len(problem.quotas) + 1
    columns = [
        [rows[at] for at in enumerate(values) if at in rows]
        + ([seats, homes_from + order[home]] if home else [seats])
        for values, home in keys
    ]
    lengths = np.array([len(column) for column in columns], dtype=np.int32)
    least, most = ([getattr(q, end) for q in problem.quotas] for end in ("least", "most"))
    return Kinds(
        members=tuple(tuple(groups[key]) for key in keys),
        home=np.array([order.get(home, -1) for _, home in keys], dtype=np.int64),
        size=np.array([len(groups[key]) for key in keys], dtype=np.int64),
        most=np.where(known, each, 0).astype(np.int64),
        start=np.append(0, np.cumsum(lengths)).astype(np.int32),
        row=np.array([row for column in columns for row in column], dtype=np.int32),
        least=np.array([*least, problem.seats, *[0] * len(order)], dtype=np.float64),
        greatest=np.array([*most, problem.seats, *[shared[h] for h in order]], dtype=np.float64),
        owner=np.repeat(np.arange(len(keys)), lengths).astype(np.int32),
    )


def _homes(people: tuple[Person, ...]) -> dict[str, Composition]:
    """Household → composition, for those that several people of the pool share."""
    sharing: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for person in people:
        if person.household:
            sharing[person.household].append(person.values)
    return {home: tuple(sorted(those)) for home, those in sharing.items() if len(those) > 1}


def without(kinds: Kinds, out: NDArray[np.bool_]) -> Kinds:
    """The same problem where these kinds (T,) can no longer be chosen."""
    return Kinds(
        **{
            name: getattr(kinds, name)
            for name in ("members", "home", "size", "start", "row", "least", "greatest", "owner")
        },
        most=np.where(out, 0, kinds.most),
    )
