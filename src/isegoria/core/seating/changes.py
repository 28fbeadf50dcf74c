"""A plan after somebody leaves or arrives at the last minute, with as few people moved as possible.

Whoever leaves leaves an empty chair. Whoever arrives sits at a smallest table that may take them
(with those they stay with, if these are there). Then, while tables of a place differ by more than
one, one person goes from a largest to a smallest table. One departure or one arrival so moves one
person at most. Among equals, the move that makes fewest repeated meetings and the best balance.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from isegoria.core.seating.balance import Values, least_and_most, values_of
from isegoria.core.seating.boards import MEETING, Board
from isegoria.core.seating.cooling import HEAVY
from isegoria.core.seating.meetings import Meetings
from isegoria.core.seating.model import Asked, Impossible, Plan, Round, checked, named
from isegoria.core.seating.zones import Zone
from isegoria.core.sentences import _


@dataclass(frozen=True, slots=True)
class Shift:
    """Somebody who was seated and changes tables in a round (all from 1)."""

    id: str
    round: int
    before: int
    after: int


def changed(
    rounds: Sequence[Round], asked: Asked, first: int = 1
) -> tuple[Plan, tuple[Shift, ...]]:
    """The rounds of a plan settled anew for the people of `asked`; and who moves.

    Rounds before `first` (from 1) stay as they were: whoever was not seated there was away. Raises
    Impossible, naming who cannot be seated without making the whole plan again.
    """
    checked(asked)
    if len(rounds) != asked.rounds or any(len(tables) > asked.tables for tables in rounds):
        raise Impossible(
            _("Le plan à garder a {rounds} tours et {tables} tables : demandez les mêmes nombres."),
            tables=max(map(len, rounds), default=0),
            rounds=len(rounds),
        )
    asked = _as_held(asked, rounds[: first - 1])
    rooms = [_kept(asked, rounds, number) for number in range(1, asked.rounds + 1)]
    people = asked.foes, values_of(asked)
    boards = [Board(people, zones, where) for zones, where in rooms]
    for number in range(first, asked.rounds + 1):
        zones, where = rooms[number - 1]
        seen = Meetings(asked, boards).look(number - 1).seen
        for zone in zones:
            _Settling(asked, people[1], zone, where, seen).settle(number)
        boards[number - 1] = Board(people, zones, where)
    return _told(rounds, asked, [where for _zones, where in rooms])


def _as_held(asked: Asked, rounds: Sequence[Round]) -> Asked:
    """Away from each of these rounds: whoever was not seated in it."""
    people = []
    for one in asked.people:
        missed = {
            number
            for number, tables in enumerate(rounds, start=1)
            if not any(one.id in ids for ids in tables)
        }
        people.append(replace(one, away=one.away | missed))
    return replace(asked, people=tuple(people))


def _kept(asked: Asked, rounds: Sequence[Round], number: int) -> tuple[list[Zone], dict[int, int]]:
    """Who keeps their seat in a round, and the tables of each place: those where it sits already."""
    where = {
        asked.number[one]: table
        for table, ids in enumerate(rounds[number - 1])
        for one in ids
        if one in asked.number and asked.is_there(asked.number[one], number)
    }
    places = _places(asked, where)
    groups: dict[str, list[tuple[int, ...]]] = {place: [] for place in places}
    for group in asked.groups:
        if there := tuple(at for at in group if asked.is_there(at, number)):
            place = asked.people[there[0]].place
            if place not in groups:
                raise Impossible(
                    _("Tour {number} : aucune table n’est à l’endroit de {names} ({place})."),
                    number=number,
                    names=named(asked, there),
                    place=place,
                )
            groups[place].append(there)
    zones = [
        Zone(place, tuple(groups[place]), tuple(tables), ()) for place, tables in places.items()
    ]
    return zones, where


def _places(asked: Asked, where: dict[int, int]) -> dict[str, list[int]]:
    """The tables of each place, by who sits there; an empty one goes with the table before it."""
    sits = {table: asked.people[at].place for at, table in where.items()}
    place = sits[min(sits)] if sits else asked.people[0].place
    places: dict[str, list[int]] = {}
    for table in range(asked.tables):
        place = sits.get(table, place)
        places.setdefault(place, []).append(table)
    return places


class _Settling:
    """One place in one round, until everybody sits and tables are equal."""

    def __init__(
        self,
        asked: Asked,
        values: Values,
        zone: Zone,
        where: dict[int, int],
        seen: Sequence[int],
    ) -> None:
        self._asked, self._values, self._zone = asked, values, zone
        self._where, self._seen = where, seen
        self._totals = {
            value: sum(value in values.of[at] for at in zone.people)
            for value in range(len(values.names))
        }

    def settle(self, number: int) -> None:
        for group in self._zone.groups:
            for one in group:
                if one not in self._where:
                    self._welcome(one, group, number)
        while self._gap() > 1:
            self._level(number)

    def _there(self, table: int) -> list[int]:
        return [one for one in self._zone.people if self._where.get(one) == table]

    def _sizes(self) -> dict[int, int]:
        return {table: len(self._there(table)) for table in self._zone.tables}

    def _gap(self) -> int:
        sizes = self._sizes().values()
        return max(sizes) - min(sizes)

    def _welcome(self, one: int, group: tuple[int, ...], number: int) -> None:
        mates = {self._where[mate] for mate in group if mate in self._where}
        tables = [t for t in mates or self._zone.tables if self._takes(t, (one,))]
        if not tables:
            self._refuse((one,), number)
        sizes = self._sizes()
        self._where[one] = min(tables, key=lambda t: (sizes[t], self._strain({one: t}), t))

    def _level(self, number: int) -> None:
        """The best group goes from a largest to a smallest table: alone if there is one."""
        sizes = self._sizes()
        most, least = max(sizes.values()), min(sizes.values())
        moves = [
            (len(group), self._strain(dict.fromkeys(group, table)), group, table)
            for group in self._zone.groups
            if sizes[self._where[group[0]]] == most and len(group) < most - least
            for table, size in sizes.items()
            if size == least and self._takes(table, group)
        ]
        if not moves:
            self._refuse([at for at in self._zone.people if sizes[self._where[at]] == most], number)
        _size, _cost, group, table = min(moves)
        self._where.update(dict.fromkeys(group, table))

    def _takes(self, table: int, group: Iterable[int]) -> bool:
        there = self._there(table)
        return not any(self._asked.foes[one] >> other & 1 for one in group for other in there)

    def _strain(self, moves: dict[int, int]) -> int:
        """What the tables concerned would cost after these moves."""
        tables = {*moves.values(), *(self._where[one] for one in moves if one in self._where)}
        after = self._where | moves
        cost = 0
        for table in tables:
            there = [one for one in self._zone.people if after.get(one) == table]
            mask = sum(1 << one for one in there)
            cost += MEETING * sum((self._seen[one] & mask).bit_count() for one in there) // 2
            cost += HEAVY * sum(self._out(value, there) for value in self._totals)
        return cost

    def _out(self, value: int, there: Sequence[int]) -> int:
        count = sum(value in self._values.of[one] for one in there)
        everybody = len(self._zone.people)
        least, most = least_and_most(self._totals[value], len(there), everybody)
        return max(least - count, count - most, 0)

    def _refuse(self, people: Sequence[int], number: int) -> None:
        raise Impossible(
            _(
                "Tour {number} : impossible de placer {names} en déplaçant peu de monde. Refaites "
                "le plan, en comptant les tours déjà tenus."
            ),
            number=number,
            names=named(self._asked, people),
        )


def _told(
    before: Sequence[Round], asked: Asked, rooms: Sequence[dict[int, int]]
) -> tuple[Plan, tuple[Shift, ...]]:
    rounds: list[Round] = []
    shifts: list[Shift] = []
    for number, where in enumerate(rooms, start=1):
        was = {one: table for table, ids in enumerate(before[number - 1]) for one in ids}
        rounds.append(
            tuple(
                tuple(asked.people[at].id for at in sorted(where) if where[at] == table)
                for table in range(asked.tables)
            )
        )
        for at, table in sorted(where.items()):
            one = asked.people[at].id
            if was.get(one, table) != table:
                shifts.append(Shift(one, number, was[one] + 1, table + 1))
    return Plan(asked, tuple(rounds)), tuple(shifts)
