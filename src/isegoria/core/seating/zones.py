"""The tables of each place in one round, and how many sit at each."""

from dataclasses import dataclass
from fractions import Fraction

from isegoria.core.seating.model import Asked, Impossible
from isegoria.core.sentences import _


@dataclass(frozen=True, slots=True)
class Zone:
    """One place in one round: who is there, in groups that stay together; its tables.

    `tables` are the numbers of the tables (from 0), `sizes` how many should sit at each: they
    differ by one at most.
    """

    place: str
    groups: tuple[tuple[int, ...], ...]
    tables: tuple[int, ...]
    sizes: tuple[int, ...]

    @property
    def people(self) -> list[int]:
        return [at for group in self.groups for at in group]


def zones_of(asked: Asked, number: int) -> tuple[Zone, ...]:
    """The zones of a round (counted from 1), places in the order of the list of people."""
    there: dict[str, list[tuple[int, ...]]] = {}
    for group in asked.groups:
        if present := tuple(at for at in group if asked.is_there(at, number)):
            there.setdefault(asked.people[group[0]].place, []).append(present)
    counts = {place: sum(map(len, groups)) for place, groups in there.items()}
    shares = tables_by_place(counts, asked.tables)
    zones, first = [], 0
    for place, groups in there.items():
        base, more = divmod(counts[place], shares[place])
        zones.append(
            Zone(
                place,
                tuple(groups),
                tuple(range(first, first + shares[place])),
                tuple(base + (at < more) for at in range(shares[place])),
            )
        )
        first += shares[place]
    return tuple(zones)


def tables_by_place(counts: dict[str, int], tables: int) -> dict[str, int]:
    """One table for each place, then one more where tables would be largest, until none is left.

    This makes the largest table as small as it can be. Places of equal size: the first gets it.
    """
    if len(counts) > tables:
        raise Impossible(
            _("{places} endroits ({names}) pour {tables} tables : il en faut une par endroit."),
            places=len(counts),
            names=", ".join(counts),
            tables=tables,
        )
    shares = dict.fromkeys(counts, 1)
    for _more in range(tables - len(counts) if counts else 0):
        fullest = max(shares, key=lambda place: Fraction(counts[place], shares[place]))
        shares[fullest] += 1
    return shares
