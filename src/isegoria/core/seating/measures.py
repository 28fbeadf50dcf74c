"""What a plan is worth: pairs who met beside what nobody can exceed, and the balance of each table.

**Upper bound of the distinct pairs met.** The least of three counts that no plan can exceed:

1. the pairs who could ever meet: not to be kept apart, of one place, and both there in one round at
   least (or met in a session already held);
2. the pairs already met, plus Σ s·(s − 1)/2 over all tables of all rounds, s being their sizes;
3. half of Σ over people of the least of: those they could ever meet; those already met, plus those
   they stay with, plus in each round the largest table of their place less themselves and less
   those they stay with.

It is rarely reached: balance, and the arithmetic of groups, forbid it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from isegoria.core.seating.balance import values_of
from isegoria.core.seating.model import Asked, Plan


@dataclass(frozen=True, slots=True)
class Cell:
    """How many people with a value sit at a table (both from 1), beside their fair share."""

    round: int
    table: int
    criterion: str
    value: str
    count: int
    fair: Fraction

    @property
    def is_bad(self) -> bool:
        return abs(self.count - self.fair) > 1


@dataclass(frozen=True, slots=True)
class Measures:
    """`met` of `bound` pairs met (`before`: in held rounds); the person who meets fewest others,
    how often the same two meet at most; every cell of the balance."""

    met: int
    before: int
    bound: int
    possible: int
    fewest: int
    most_often: int
    cells: tuple[Cell, ...]

    @property
    def bad(self) -> tuple[Cell, ...]:
        return tuple(cell for cell in self.cells if cell.is_bad)


def measured(plan: Plan) -> Measures:
    """The measures of a plan; only the people of `plan.asked` count."""
    asked = plan.asked
    times = meetings(asked, asked.held)
    before = sum(one.bit_count() for one in times[0]) // 2 if times else 0
    all_times = meetings(asked, (*asked.held, *plan.rounds))
    degrees = [one.bit_count() for one in all_times[0]] if all_times else [0] * len(asked.people)
    earlier = list(times[0]) if times else [0] * len(asked.people)
    possible = _possible(asked, earlier)
    return Measures(
        met=sum(degrees) // 2,
        before=before,
        bound=_bound(plan, earlier, possible),
        possible=sum(one.bit_count() for one in possible) // 2,
        fewest=min(degrees),
        most_often=len(all_times),
        cells=tuple(cells(plan)),
    )


def meetings(asked: Asked, rounds: tuple[tuple[tuple[str, ...], ...], ...]) -> list[list[int]]:
    """For once, twice … : for each person, the mask of those met at least so often."""
    count = len(asked.people)
    levels: list[list[int]] = []
    for tables in rounds:
        for table in tables:
            there = [asked.number[one] for one in table if one in asked.number]
            mask = sum(1 << at for at in there)
            for at in there:
                carried, level = mask & ~(1 << at), 0
                while carried:
                    if level == len(levels):
                        levels.append([0] * count)
                    known = levels[level][at]
                    levels[level][at] |= carried
                    carried, level = known & carried, level + 1
    return levels


def _possible(asked: Asked, earlier: list[int]) -> list[int]:
    places: dict[tuple[int, str], int] = {}
    for at, one in enumerate(asked.people):
        for number in range(1, asked.rounds + 1):
            if asked.is_there(at, number):
                key = (number, one.place)
                places[key] = places.get(key, 0) | 1 << at
    found = []
    for at, one in enumerate(asked.people):
        mask = 0
        for number in range(1, asked.rounds + 1):
            if asked.is_there(at, number):
                mask |= places[number, one.place]
        found.append((mask & ~asked.foes[at] & ~(1 << at)) | earlier[at])
    return found


def _bound(plan: Plan, earlier: list[int], possible: list[int]) -> int:
    asked = plan.asked
    mates = {at: len(group) - 1 for group in asked.groups for at in group}
    reach = [known.bit_count() + mates[at] for at, known in enumerate(earlier)]
    seats = sum(len(t) * (len(t) - 1) // 2 for tables in plan.rounds for t in tables)
    for number, tables in enumerate(plan.rounds, start=1):
        widest: dict[str, int] = {}
        for table in tables:
            if table:
                place = asked.people[asked.number[table[0]]].place
                widest[place] = max(widest.get(place, 0), len(table))
        for group in asked.groups:
            there = [at for at in group if asked.is_there(at, number)]
            for at in there:
                reach[at] += widest[asked.people[at].place] - len(there)
    halves = sum(min(one, could.bit_count()) for one, could in zip(reach, possible, strict=True))
    known = sum(one.bit_count() for one in earlier) // 2
    return min(sum(one.bit_count() for one in possible) // 2, known + seats, halves // 2)


def cells(plan: Plan) -> Iterator[Cell]:
    """Every (round, table, value) of a plan whose place has people with this value in this round."""
    asked = plan.asked
    values = values_of(asked)
    for number, tables in enumerate(plan.rounds, start=1):
        crowd: dict[str, list[int]] = {}
        for at, one in enumerate(asked.people):
            if asked.is_there(at, number):
                crowd.setdefault(one.place, []).append(at)
        for table, ids in enumerate(tables, start=1):
            there = [asked.number[one] for one in ids]
            everybody = crowd[asked.people[there[0]].place] if there else []
            for value, (criterion, name) in enumerate(values.names):
                total = sum(value in values.of[at] for at in everybody)
                if total:
                    count = sum(value in values.of[at] for at in there)
                    fair = Fraction(total * len(there), len(everybody))
                    yield Cell(number, table, criterion, name, count, fair)
