"""From panels of kinds to panels of people, with the same chance inside each kind.

A panel of kinds of weight λ lasts from 0 to 1. The `c` holders of its seats (the people of a kind,
or the homes of one composition) take them in turn: at moment t, seat i belongs to the holder
numbered (⌊t·c⌋ + i) mod c. Holders are distinct at each moment, and each holds each seat for 1/c of
the time; in a home, people of the same values share its turn. What is seated between two changes
is a panel of people. Holders are first put in a drawn order, so who sits with whom is drawn too.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

import numpy as np

from isegoria.core.chance import Chance
from isegoria.core.sortition.kinds import Ints
from isegoria.core.sortition.lottery import Lottery

MOST_PANELS = 20_000
MOMENTS = 2**62

Holder = dict[int, tuple[int, ...]]  # kind → the people of that kind whom the holder can seat


@dataclass(frozen=True, slots=True)
class Panel:
    """People (places in the pool, in order) and the weight of this panel in the lottery."""

    weight: float
    people: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Wheel:
    """Holders who take in turn the seats of these kinds."""

    holders: list[Holder]
    seats: tuple[int, ...]

    @property
    def turns(self) -> int:
        """Into how many equal parts the time is cut for everybody to have their share."""
        shared = {len(those) for holder in self.holders for those in holder.values()}
        return len(self.holders) * lcm(*shared)

    def seated(self, moment: Fraction) -> Iterator[int]:
        """The people seated at a moment of [0, 1)."""
        count = len(self.holders)
        turn, within = divmod(moment * count, 1)
        for place, kind in enumerate(self.seats):
            those = self.holders[(int(turn) + place) % count][kind]
            yield those[int(within * len(those))]


class Spread:
    """A lottery over panels of people, for an order of the holders drawn once."""

    def __init__(self, lottery: Lottery, chance: Chance) -> None:
        self.lottery = lottery
        self._wheel_of, self._holders = _holders(lottery, chance)

    def count(self) -> int:
        """How many panels of people `panels` would give."""
        return sum(len(_cuts(self._wheels(one))) for one in self.lottery.mixture.panels)

    def panels(self) -> Iterator[Panel]:
        """The panels of people with their weights, which sum to 1."""
        mixture = self.lottery.mixture
        for weight, panel in zip(mixture.weights, mixture.panels, strict=True):
            wheels = self._wheels(panel)
            cuts = _cuts(wheels)
            for start, end in zip(cuts, [*cuts[1:], Fraction(1)], strict=True):
                yield Panel(float(weight) * float(end - start), _seated(wheels, start))

    def drawn(self, chance: Chance) -> tuple[int, ...]:
        """One of `panels`, by its weight: a panel of kinds is drawn, then a moment of it."""
        weights = np.cumsum(self.lottery.mixture.weights)
        place = int(np.searchsorted(weights, chance.fraction() * weights[-1], "right"))
        moment = Fraction(chance.below(MOMENTS), MOMENTS)
        return _seated(self._wheels(self.lottery.mixture.panels[place]), moment)

    def _wheels(self, panel: Ints) -> list[_Wheel]:
        seats: dict[int, list[int]] = defaultdict(list)
        for kind in np.flatnonzero(panel).tolist():
            seats[self._wheel_of[kind]] += [kind] * int(panel[kind])
        return [_Wheel(self._holders[wheel], tuple(kinds)) for wheel, kinds in seats.items()]


def _seated(wheels: list[_Wheel], moment: Fraction) -> tuple[int, ...]:
    return tuple(sorted(person for wheel in wheels for person in wheel.seated(moment)))


def _cuts(wheels: list[_Wheel]) -> list[Fraction]:
    turns = {wheel.turns for wheel in wheels}
    return sorted({Fraction(at, count) for count in turns for at in range(count)})


def _holders(lottery: Lottery, chance: Chance) -> tuple[list[int], dict[int, list[Holder]]]:
    """The wheel of each kind, and the holders of each wheel in a drawn order."""
    people, wheel_of = lottery.problem.people, []
    found: dict[int, dict[object, Holder]] = defaultdict(lambda: defaultdict(dict))
    homes = lottery.kinds.home.tolist()
    for kind, (home, members) in enumerate(zip(homes, lottery.kinds.members, strict=True)):
        wheel = -1 - home if home >= 0 else kind
        wheel_of.append(wheel)
        for place in members:
            holder = found[wheel][people[place].household if home >= 0 else place]
            holder[kind] = (*holder.get(kind, ()), place)
    return wheel_of, {wheel: chance.shuffled(list(h.values())) for wheel, h in found.items()}
