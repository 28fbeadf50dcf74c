"""A thousand numbered panels, so that a number drawn with balls in public decides.

The weights of the lottery become whole numbers of tickets. The whole part of `count`·λ is given at
once; what is left is rounded to whole expectations that some mixture of panels could have, then
peeled with weights of one ticket (see `peeling`), so that no kind strays by more than a ticket or
two. People of a kind then take its seats by turns, whoever has fewest tickets first. Tickets must
be distinct: where two are the same, `exchanges` moves members between two of them.

No list of `count` tickets gives everybody more than ⌊count·z⌋ tickets, for a smallest chance z;
`promised` is one less.
"""

from collections import Counter
from dataclasses import dataclass, replace

import numpy as np

from isegoria.core.chance import Chance
from isegoria.core.sortition.exchanges import distinct
from isegoria.core.sortition.kinds import Floats, Ints
from isegoria.core.sortition.lottery import Conflict, Lottery
from isegoria.core.sortition.mixture import theta
from isegoria.core.sortition.peeling import Mixture, Residue, peeled
from isegoria.core.sortition.polytope import Box, Polytope

COUNT = 1000
NEAR = 1e-6
ENOUGH = 0.95  # of the tickets are distinct by themselves: exchanges do the rest
VARIETY = 0.25  # panels of kinds for each ticket, when people are all of different kinds
FAILURES = 3

Seats = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Tickets:
    """Numbered panels of people (places in the pool): the panel of number n is `panels[n]`."""

    panels: tuple[Seats, ...]
    promised: int  # tickets that whoever can be seated holds at least, by construction
    held: tuple[int, ...]  # tickets of each person of the pool
    ideal: tuple[float, ...]  # `count` times the chance of each

    @property
    def fewest(self) -> int:
        """Tickets of the least served among those who can be seated."""
        return min(
            (held for held, ideal in zip(self.held, self.ideal, strict=True) if ideal > NEAR),
            default=0,
        )

    @property
    def farthest(self) -> float:
        """How many tickets the worst served person, or the best, is away from their chance."""
        return max(abs(held - ideal) for held, ideal in zip(self.held, self.ideal, strict=True))

    @property
    def distinct(self) -> int:
        return len(set(self.panels))


def tickets_of(lottery: Lottery, chance: Chance, count: int = COUNT) -> Tickets:
    """The list for a lottery; the order of the panels and who is in them are drawn."""
    panels = _first(lottery, chance, count)
    if len({frozenset(panel) for panel in panels}) < ENOUGH * count:
        panels = _first(replace(lottery, mixture=_varied(lottery, chance, count)), chance, count)
    panels = distinct(lottery.problem, panels, chance)
    held = Counter(place for panel in panels for place in panel)
    chances = lottery.chances().values()
    return Tickets(
        panels=tuple(tuple(sorted(panel)) for panel in panels),
        promised=max(0, int(count * lottery.smallest + NEAR) - 1),
        held=tuple(held[place] for place in range(len(chances))),
        ideal=tuple(count * one for one in chances),
    )


def _first(lottery: Lottery, chance: Chance, count: int) -> list[set[int]]:
    """`count` panels of people, some of them perhaps the same."""
    return _peopled(lottery, chance.shuffled(_whole(lottery, count)), chance)


def _varied(lottery: Lottery, chance: Chance, count: int) -> Mixture:
    """The same expectations, written by more panels: several peelings, each with its share.

    Few panels write the expectations of a pool whose people are all different, and hundreds of
    tickets would be the same.
    """
    polytope, amounts = Polytope(lottery.kinds), lottery.mixture.amounts
    found, failures = [lottery.mixture], 0
    while sum(len(one.panels) for one in found) < VARIETY * count and failures < FAILURES:
        other = peeled(polytope, amounts, chance)
        if len(other.panels) and theta(other, amounts) >= 1 - NEAR:
            found.append(other)
        else:
            failures += 1
    weights = np.concatenate([one.weights / one.weights.sum() for one in found]) / len(found)
    return Mixture(weights, np.concatenate([one.panels for one in found]))


def _whole(lottery: Lottery, count: int) -> list[Ints]:
    """`count` panels of kinds, some of them several times."""
    mixture, kinds = lottery.mixture, lottery.kinds
    times = np.floor(count * mixture.weights + NEAR).astype(np.int64)
    panels = [panel for panel, n in zip(mixture.panels, times, strict=True) for _ in range(n)]
    left = count - len(panels)
    if left:
        given = np.sum(panels, axis=0, dtype=np.float64) if panels else np.zeros(len(kinds))
        polytope = Polytope(kinds)
        owed = _rounded(polytope, np.maximum(0.0, count * mixture.amounts - given), left)
        panels += _one_by_one(polytope, owed, left)
    return panels


def _rounded(polytope: Polytope, owed: Floats, left: int) -> Floats:
    """Whole amounts next to those owed, that meet `left` times the bounds of the rows."""
    kinds = polytope.kinds
    box = Box(
        np.floor(owed + NEAR),
        np.minimum(np.ceil(owed - NEAR), left * kinds.most),
        left * kinds.least,
        left * kinds.greatest,
    )
    whole = polytope.some_panel((owed - np.floor(owed)) / kinds.size, box)
    return owed if whole is None else whole.astype(np.float64)


def _one_by_one(polytope: Polytope, owed: Floats, left: int) -> list[Ints]:
    """Panels of a ticket each: exactly what is owed while it can be, then who is owed most."""
    kinds, found = polytope.kinds, []
    residue, amounts = Residue(polytope.kinds, owed, float(left)), owed
    for remaining in range(left, 0, -1):
        gains = np.maximum(0.0, amounts) / kinds.size + amounts / (4.0 * kinds.size.sum())
        panel = polytope.some_panel(gains, residue.box(1.0)) if residue.weight else None
        if panel is None:
            panel, _ = polytope.best_panel(gains)
        if panel is None:
            raise Conflict
        amounts = amounts - panel
        residue = Residue(kinds, np.maximum(0.0, amounts), remaining - 1.0)
        found.append(panel)
    return found


def _peopled(lottery: Lottery, panels: list[Ints], chance: Chance) -> list[set[int]]:
    """People for each panel of kinds: whoever has fewest tickets, one a home, ties drawn."""
    people, held = lottery.problem.people, Counter[int]()
    seated: list[set[int]] = []
    for panel in panels:
        chosen: set[int] = set()
        homes: set[str] = set()
        for kind in np.flatnonzero(panel).tolist():
            members = chance.shuffled(lottery.kinds.members[kind])
            free = [one for one in members if people[one].household not in homes]
            free.sort(key=held.__getitem__)
            for one in free:
                if int(panel[kind]) <= sum(1 for _ in chosen & set(members)):
                    break
                home = people[one].household
                if home in homes:
                    continue
                chosen.add(one)
                homes |= {home} if home else set()
        held.update(chosen)
        seated.append(chosen)
    return seated
