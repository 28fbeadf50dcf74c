"""The first stage where there is a register: how many letters each stratum gets, and to whom.

A stratum is the people of the register who have the same values in the chosen columns. Letters go
to strata in proportion to their size divided by their expected response rate, so that the answers
are expected in proportion to the register. Whole numbers come by largest remainder, no stratum
gets more letters than it holds, and what it cannot take goes to the others. Within a stratum the
draw is simple and without replacement: each has the same chance. A seed determines it, so that
whoever holds the register can draw again and compare.

Source: Groves and others, “Survey Methodology”, 2009, chapter 4 (stratified element samples).
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from isegoria.core.chance import Chance
from isegoria.core.sentences import _
from isegoria.core.sortition.apportionment import apportioned
from isegoria.core.sortition.model import Impossible

Stratum = tuple[str, ...]  # the values of the chosen columns, in their order; () is everybody
LEAST_RATE = Fraction(1, 1000)


@dataclass(frozen=True, slots=True)
class Share:
    """What a stratum holds (people or addresses), its response rate, and the letters it gets."""

    stratum: Stratum
    holds: int
    rate: Fraction
    letters: int

    @property
    def expected(self) -> Fraction:
        """How many answers its letters should bring."""
        return self.letters * self.rate


def needed(holds: Mapping[Stratum, int], rates: Mapping[Stratum, Fraction], answers: int) -> int:
    """The letters that should bring this many answers: the least whole number that is enough.

    Raises Impossible for a rate out of 0.1 % … 100 %, or when the register is too small.
    """
    weights = _weights(holds, rates)
    total = sum(holds.values())
    if answers < 1:
        raise Impossible(_("Il faut viser au moins une réponse."))
    letters = ceil(answers * sum(weights.values()) / total) if total else 0
    if not 0 < letters <= total:
        raise Impossible(
            _(
                "Pour {answers} réponses, il faudrait {letters} lettres : le registre en permet {total}."
            ),
            answers=answers,
            letters=letters,
            total=total,
        )
    return letters


def shared(
    holds: Mapping[Stratum, int], rates: Mapping[Stratum, Fraction], letters: int
) -> tuple[Share, ...]:
    """These letters, shared between the strata, in their order; they sum to `letters`.

    Raises Impossible for a rate out of 0.1 % … 100 %, or more letters than the register holds.
    """
    weights, total = _weights(holds, rates), sum(holds.values())
    if letters < 1:
        raise Impossible(_("Il faut au moins une lettre."))
    if letters > total:
        raise Impossible(
            _("Vous demandez {letters} lettres : le registre en permet {total}."),
            letters=letters,
            total=total,
        )
    given = _within(holds, weights, letters)
    return tuple(Share(one, holds[one], rates[one], given[one]) for one in holds)


def drawn(strata: Sequence[Stratum], letters: Mapping[Stratum, int], seed: str) -> tuple[int, ...]:
    """The places (from 0) of the rows that get a letter, in the order of the register.

    strata: the stratum of each row. Each stratum is shuffled by a chance of its own, whose seed is
    `seed`, “/” and its values separated by “/”: a stratum's draw does not depend on the others.
    """
    members: dict[Stratum, list[int]] = defaultdict(list)
    for place, stratum in enumerate(strata):
        members[stratum].append(place)
    found: list[int] = []
    for stratum, count in letters.items():
        chance = Chance("/".join((seed, *stratum)))
        found += chance.shuffled(members[stratum])[:count]
    return tuple(sorted(found))


def one_a_home(homes: Sequence[Hashable], seed: str) -> tuple[int, ...]:
    """The places of the rows that stand for their home, one each, in the order of the register.

    Each of a home has the same chance. An empty home ("" or only empty values) is nobody's: such
    rows all stay. With the register's own digest as the seed, this is fixed before any draw.
    """
    members: dict[Hashable, list[int]] = defaultdict(list)
    for place, home in enumerate(homes):
        members[home if _is_said(home) else (place,)].append(place)
    chance = Chance(f"{seed}/homes")
    return tuple(sorted(rows[chance.below(len(rows))] for rows in members.values()))


def _is_said(home: Hashable) -> bool:
    return any(home) if isinstance(home, tuple) else bool(home)


def _weights(
    holds: Mapping[Stratum, int], rates: Mapping[Stratum, Fraction]
) -> dict[Stratum, Fraction]:
    for stratum in holds:
        if not LEAST_RATE <= rates[stratum] <= 1:
            raise Impossible(
                _("Un taux de réponse est compris entre 0,1 % et 100 % ({stratum})."),
                stratum=" · ".join(stratum) or "–",
            )
    return {stratum: count / rates[stratum] for stratum, count in holds.items()}


def _within(
    holds: Mapping[Stratum, int], weights: Mapping[Stratum, Fraction], letters: int
) -> dict[Stratum, int]:
    """Largest remainder under ceilings: a stratum whose share exceeds what it holds is filled,
    and the letters left are shared again between the others."""
    given: dict[Stratum, int] = {}
    open_ones = [one for one in holds if holds[one]]
    while True:
        left = letters - sum(given.values())
        shares = apportioned([weights[one] for one in open_ones], left)
        full = [one for one, share in zip(open_ones, shares, strict=True) if share > holds[one]]
        if not full:
            break
        given |= {one: holds[one] for one in full}
        open_ones = [one for one in open_ones if one not in given]
    given |= dict(zip(open_ones, shares, strict=True))
    return {one: given.get(one, 0) for one in holds}
