"""Quotas that no panel can meet: which ones conflict, what would mend it, whom to look for.

* An irreducible set: quotas that cannot hold together, though all but any one of them can
  (deletion filter; Chinneck, “Feasibility and Infeasibility in Optimization”, 2008, section 6.2).
* Least relaxations, each sufficient by itself: fewest seats moved, then fewest quotas touched.
* Outreach: the fewest people to add, and the values they should have. New people are unknown, so
  the programme only counts them by value; any matching of these counts into people will do.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import highspy
import numpy as np

from isegoria.core.sentences import Sentence, _, said
from isegoria.core.sortition.finding import Open
from isegoria.core.sortition.kinds import Kinds, kinds_of
from isegoria.core.sortition.model import Problem, Quota, checked, to_draw
from isegoria.core.sortition.polytope import INFINITE, OPTIMAL, Polytope, make_whole, model_of

End = Literal["least", "most"]
LEAST = _("– {criterion} : {value} : au moins {bound} ({available} dans la liste)")
MOST = _("– {criterion} : {value} : au plus {bound} ({available} dans la liste)")
MINIMUM = _("– {criterion} : {value} : minimum {before} → {after}")
MAXIMUM = _("– {criterion} : {value} : maximum {before} → {after}")
SLOW = (  # searches that cost more than they spare in programmes as small as these
    "mip_detect_symmetry",
    "mip_heuristic_run_rins",
    "mip_heuristic_run_rens",
    "mip_heuristic_run_root_reduced_cost",
    "mip_heuristic_run_feasibility_jump",
)
INFEASIBLE = highspy.HighsModelStatus.kInfeasible


@dataclass(frozen=True, slots=True)
class Demand:
    """One end of a quota, and how many people of the pool have the value."""

    quota: Quota
    end: End
    available: int

    @property
    def bound(self) -> int:
        return self.quota.least if self.end == "least" else self.quota.most


@dataclass(frozen=True, slots=True)
class Move:
    """An end of a quota that moves, by so many seats."""

    quota: Quota
    end: End
    seats: int

    @property
    def becomes(self) -> int:
        low = self.end == "least"
        return self.quota.least - self.seats if low else self.quota.most + self.seats


Relaxation = tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why no panel exists. Quotas are those left once the members already seated are counted.

    `wanted` counts the `outreach` people to find, by value; (0, ()) when nobody new would help.
    """

    demands: tuple[Demand, ...]
    relaxations: tuple[Relaxation, ...]
    outreach: int
    wanted: tuple[tuple[Quota, int], ...]


def explained(problem: Problem, *, relaxations: int = 2) -> Explanation | None:
    """Why no panel meets these quotas, or None if one does. Raises Impossible as `solve` does."""
    rest = to_draw(checked(problem))
    kinds = kinds_of(rest)
    demands = _irreducible(rest, kinds)
    if demands is None:
        return None
    found = _relaxations(rest, kinds, relaxations, flexible=True)
    found = found or _relaxations(rest, kinds, relaxations, flexible=False)
    outreach, wanted = _outreach(rest)
    return Explanation(demands, found, outreach, wanted)


def _irreducible(problem: Problem, kinds: Kinds) -> tuple[Demand, ...] | None:
    """An irreducible set of demands, or None if a panel exists."""
    highs = model_of(kinds)
    if _feasible(highs):
        make_whole(highs, len(kinds))
        if _feasible(highs):
            return None
    least, most = kinds.least.copy(), kinds.greatest.copy()
    kept: list[tuple[int, End]] = []
    for row in range(len(problem.quotas)):
        for end, bounds, free in (("least", least, 0.0), ("most", most, float(problem.seats))):
            bound, bounds[row] = bounds[row], free
            highs.changeRowBounds(row, least[row], most[row])
            if bound != free and _feasible(highs):
                bounds[row] = bound
                highs.changeRowBounds(row, least[row], most[row])
                kept.append((row, end))  # type: ignore[arg-type]
    counts = kinds.counts(kinds.size)
    return tuple(Demand(problem.quotas[row], end, int(counts[row])) for row, end in kept)


def _feasible(highs: highspy.Highs) -> bool:
    highs.run()
    return bool(highs.getModelStatus() != INFEASIBLE)


def _relaxations(
    problem: Problem, kinds: Kinds, wanted: int, *, flexible: bool
) -> tuple[Relaxation, ...]:
    elastic = _Elastic(problem, kinds, flexible=flexible)
    found: list[Relaxation] = []
    while len(found) < wanted and (relaxation := elastic.least()):
        found.append(relaxation)
        elastic.forbid(relaxation)
    return tuple(found)


class _Elastic:
    """The panels when each end of each quota may move, at the price of one a seat.

    Columns after the T kinds, for each movable end: how far it moves, and whether it does. Kinds
    may be split at first: the moves found are the least where a whole panel meets them, which is
    most often so; where none is found, kinds are made whole.
    """

    def __init__(self, problem: Problem, kinds: Kinds, *, flexible: bool) -> None:
        self._highs, self._at, self._kinds = model_of(kinds), {}, kinds
        self._rows = {quota: row for row, quota in enumerate(problem.quotas)}
        heavy = 2.0 * len(problem.quotas) + 1
        for row, quota in enumerate(problem.quotas):
            for end, room in _rooms(quota, problem.seats, flexible=flexible):
                if room > 0:
                    far = self._highs.getNumCol()
                    self._at[quota, end] = far
                    self._move(row, 1.0 if end == "least" else -1.0, room, heavy)
        make_whole(self._highs, self._highs.getNumCol(), since=len(kinds))
        self._polytope = Polytope(kinds)
        self._highs.setOptionValue("mip_rel_gap", 0.0)
        self._highs.setOptionValue("mip_abs_gap", 0.9)  # prices are whole
        self._highs.setOptionValue("presolve", "off")
        for name in SLOW:
            self._highs.setOptionValue(name, False)

    def _move(self, row: int, sign: float, room: int, heavy: float) -> None:
        far, empty = self._highs.getNumCol(), (np.array([], dtype=np.int32), np.array([]))
        self._highs.addCol(heavy, 0.0, room, 1, np.array([row], dtype=np.int32), np.array([sign]))
        self._highs.addCol(1.0, 0.0, 1.0, 0, *empty)
        pair = np.array([far, far + 1], dtype=np.int32)
        self._highs.addRow(-INFINITE, 0.0, 2, pair, np.array([1.0, -float(room)]))

    def least(self) -> Relaxation:
        """The cheapest relaxation that is not forbidden; empty if there is none."""
        found = self._cheapest()
        if found and not self._met(found):
            make_whole(self._highs, self._highs.getNumCol())
            found = self._cheapest()
        return found

    def _cheapest(self) -> Relaxation:
        self._highs.run()
        if self._highs.getModelStatus() != OPTIMAL:
            return ()
        values = np.round(np.array(self._highs.getSolution().col_value)).astype(int)
        return tuple(
            Move(quota, end, int(values[far]))
            for (quota, end), far in self._at.items()
            if values[far] > 0
        )

    def _met(self, relaxation: Relaxation) -> bool:
        """Whether a whole panel was found that these moves allow."""
        box = self._polytope.box
        low, high = box.row_low.copy(), box.row_high.copy()
        for move in relaxation:
            bounds = low if move.end == "least" else high
            bounds[self._rows[move.quota]] = move.becomes
        wide = replace(box, row_low=low, row_high=high)
        return self._polytope.some_panel(np.zeros(len(self._kinds)), wide) is not None

    def forbid(self, relaxation: Relaxation) -> None:
        """No relaxation from now on moves all the ends that this one moves."""
        marks = np.array([self._at[m.quota, m.end] + 1 for m in relaxation], dtype=np.int32)
        ones = np.ones(len(marks))
        self._highs.addRow(-INFINITE, len(marks) - 1.0, len(marks), marks, ones)


def _rooms(quota: Quota, seats: int, *, flexible: bool) -> tuple[tuple[End, int], tuple[End, int]]:
    """How far each end may move: to what was said to be flexible, else as far as makes sense."""
    low, high = 0, max(seats, quota.least)
    if flexible and quota.least_flex is not None:
        low = quota.least_flex
    if flexible and quota.most_flex is not None:
        high = quota.most_flex
    return ("least", quota.least - low), ("most", high - quota.most)


def _outreach(problem: Problem) -> tuple[int, tuple[tuple[Quota, int], ...]]:
    """The fewest people to add so that a panel exists, and how many should have each value."""
    model = Open(problem, {})
    missing = model.missing()
    if not missing:
        return 0, ()
    pairs = zip(problem.quotas, model.wanted(), strict=True)
    return missing, tuple((quota, count) for quota, count in pairs if count)


def told(explanation: Explanation) -> list[Sentence]:
    """The same in words, a sentence each; those that begin with a dash list what is above them."""
    return [
        *_conflict(explanation.demands),
        *(
            sentence
            for number, relaxation in enumerate(explanation.relaxations, start=1)
            for sentence in _solution(number, relaxation)
        ),
        *_search(explanation),
    ]


def _conflict(demands: Sequence[Demand]) -> Iterator[Sentence]:
    yield said(
        _(
            "Aucun panel ne peut tenir ensemble ces exigences (sans l’une d’elles, ce serait possible) :"
        )
    )
    for one in demands:
        yield said(
            LEAST if one.end == "least" else MOST,
            criterion=one.quota.criterion,
            value=one.quota.value,
            bound=one.bound,
            available=one.available,
        )
    if not demands:
        yield said(_("– le nombre de places : trop peu de personnes ou de foyers différents"))


def _solution(number: int, relaxation: Relaxation) -> Iterator[Sentence]:
    seats = sum(move.seats for move in relaxation)
    yield said(
        _("Solution {number}, suffisante à elle seule ({seats} place(s) déplacée(s)) :"),
        number=number,
        seats=seats,
    )
    for move in relaxation:
        yield said(
            MINIMUM if move.end == "least" else MAXIMUM,
            criterion=move.quota.criterion,
            value=move.quota.value,
            before=move.quota.least if move.end == "least" else move.quota.most,
            after=move.becomes,
        )


def _search(explanation: Explanation) -> Iterator[Sentence]:
    if explanation.outreach:
        yield said(
            _("Sinon, trouver {count} personne(s) de plus, par exemple :"),
            count=explanation.outreach,
        )
        for quota, count in explanation.wanted:
            yield said(
                _("– {count} × {criterion} : {value}"),
                count=count,
                criterion=quota.criterion,
                value=quota.value,
            )
    elif explanation.relaxations:
        yield said(_("Aucune candidature nouvelle n’y suffirait : les quotas se contredisent."))
