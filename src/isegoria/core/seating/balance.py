"""The fair share of a value at a table, and how far a table may be from it.

Of the P people who are in one place in one round, N have a value; a table of s people has a fair
share of N·s/P of them. A cell (round, table, value) is **badly balanced** when its count differs
from the fair share by more than 1. When the share is not whole, this is to leave its floor or its
ceiling; when it is whole, one more or one less is still well balanced.
"""

from dataclasses import dataclass

from isegoria.core.seating.model import Asked
from isegoria.core.seating.zones import Zone


@dataclass(frozen=True, slots=True)
class Values:
    """Criteria as whole numbers: `names` are (criterion, value); `of` gives each person's.

    The last number stands for "not counted": an empty value.
    """

    names: tuple[tuple[str, str], ...]
    of: tuple[tuple[int, ...], ...]


def values_of(asked: Asked) -> Values:
    """The values of the people, numbered in order of criteria, then as people are listed."""
    criteria = list(enumerate(asked.criteria))
    names = dict.fromkeys(
        (name, one.values[at]) for at, name in criteria for one in asked.people if one.values[at]
    )
    number = {name: at for at, name in enumerate(names)}
    of = tuple(
        tuple(number.get((name, one.values[at]), len(names)) for at, name in criteria)
        for one in asked.people
    )
    return Values(tuple(names), of)


def least_and_most(total: int, size: int, people: int) -> tuple[int, int]:
    """The counts that differ from the fair share `total`·`size`/`people` by 1 at most."""
    fair = total * size
    return max(0, -((people - fair) // people)), min(size, (fair + people) // people)


def limits(zone: Zone, values: Values, sizes: dict[int, int]) -> dict[int, list[tuple[int, int]]]:
    """For each table of a zone, the (least, most) of each value; the last one is free."""
    people = zone.people
    totals = [0] * (len(values.names) + 1)
    for at in people:
        for value in values.of[at]:
            totals[value] += 1
    return {
        table: [least_and_most(total, sizes[table], len(people)) for total in totals[:-1]]
        + [(0, totals[-1])]
        for table in zone.tables
    }
