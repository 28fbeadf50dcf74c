"""A round while it is improved: tables as bit masks of people, moves judged in whole numbers.

The cost of a round is `MEETING` for each pair at one table who already meet in another round, plus
`weight` for each person too many or too few in a cell of the balance. With more sessions than
people to meet, masks repeat the people once per `level`: a pair who met twice elsewhere counts
twice, and so on.
"""

from collections.abc import Iterable, Sequence

from isegoria.core.seating.balance import Values, limits
from isegoria.core.seating.zones import Zone

MEETING = 4
Move = tuple[int, int, int]


class Board:
    """One round. `where` is the table of each person (-1: away); `masks` are the tables."""

    def __init__(
        self,
        people: tuple[Sequence[int], Values],
        zones: Sequence[Zone],
        where: dict[int, int],
        levels: int = 1,
    ) -> None:
        self._foes, values = people
        self.levels = levels
        self._values = values.of
        count, tables = len(values.of), 1 + max((max(one.tables) for one in zones), default=0)
        self._bits = [
            sum(1 << (one + level * count) for level in range(levels)) for one in range(count)
        ]
        self.where = [where.get(one, -1) for one in range(count)]
        self.masks = [0] * tables
        self.counts = [[0] * (len(values.names) + 1) for _ in range(tables)]
        for one, table in where.items():
            self._sit(one, table)
        sizes = {table: mask.bit_count() // levels for table, mask in enumerate(self.masks)}
        self.limits = dict[int, list[tuple[int, int]]]()
        for zone in zones:
            self.limits |= limits(zone, values, sizes)
        self.seen = [0] * count
        self.reweigh(0)

    def reweigh(self, weight: int) -> None:
        """What one person out of the limits costs from now on."""
        self._weight = weight
        self._more = [[0] * len(row) for row in self.counts]
        self._less = [[0] * len(row) for row in self.counts]
        for table in self.limits:
            self._judge(table, range(len(self.counts[table])))

    def swap(self, moves: Iterable[Move]) -> None:
        """Swap each (person, person) whose cost rises by no more than the third number.

        Both are of one zone and alone in their groups. This is where the time goes: no call in it.
        """
        where, masks, bits, seen = self.where, self.masks, self._bits, self.seen
        more, less, values, foes = self._more, self._less, self._values, self._foes
        for p, q, most in moves:
            a, b = where[p], where[q]
            if a == b:
                continue
            left, right = masks[a] ^ bits[p], masks[b] ^ bits[q]
            met, known = seen[p], seen[q]
            rise = MEETING * (
                (met & right).bit_count()
                - (met & left).bit_count()
                + (known & left).bit_count()
                - (known & right).bit_count()
            )
            more_a, less_a, more_b, less_b = more[a], less[a], more[b], less[b]
            for v, w in zip(values[p], values[q]):  # noqa: B905 -- the check costs a tenth
                if v != w:
                    rise += less_a[v] + more_a[w] + less_b[w] + more_b[v]
            if rise <= most and not (foes[p] & right or foes[q] & left):
                self._exchange((p,), (q,))

    def trade(self, group: tuple[int, ...], others: tuple[int, ...], most: int) -> None:
        """Swap two sets of as many people, each at one table, if the cost rises by no more."""
        tables = self.where[group[0]], self.where[others[0]]
        before = self._cost(tables)
        self._exchange(group, others)
        if self._cost(tables) - before > most or self._quarrel(tables):
            self._exchange(others, group)

    def cost(self) -> int:
        return self._cost(self.limits)

    def _quarrel(self, tables: Iterable[int]) -> bool:
        return any(
            self._foes[one] & self.masks[table] for table in tables for one in self.seated(table)
        )

    def seated(self, table: int) -> list[int]:
        return [one for one, at in enumerate(self.where) if at == table]

    def _cost(self, tables: Iterable[int]) -> int:
        cost = 0
        for table in tables:
            met = sum(
                (self.seen[one] & self.masks[table]).bit_count() for one in self.seated(table)
            )
            out = sum(
                max(least - count, count - most, 0)
                for count, (least, most) in zip(self.counts[table], self.limits[table], strict=True)
            )
            cost += MEETING * met // 2 + self._weight * out
        return cost

    def _exchange(self, group: tuple[int, ...], others: tuple[int, ...]) -> None:
        a, b = self.where[group[0]], self.where[others[0]]
        for people, table in ((group, b), (others, a)):
            for one in people:
                self._rise(one)
                self._sit(one, table)
        changed = {value for one in (*group, *others) for value in self._values[one]}
        self._judge(a, changed)
        self._judge(b, changed)

    def _sit(self, one: int, table: int) -> None:
        self.where[one] = table
        self.masks[table] |= self._bits[one]
        for value in self._values[one]:
            self.counts[table][value] += 1

    def _rise(self, one: int) -> None:
        table = self.where[one]
        self.masks[table] ^= self._bits[one]
        for value in self._values[one]:
            self.counts[table][value] -= 1

    def _judge(self, table: int, values: Iterable[int]) -> None:
        """What one more, or one less, of these values would cost at a table."""
        for value in values:
            count, (least, most) = self.counts[table][value], self.limits[table][value]
            self._more[table][value] = self._weight * ((count >= most) - (count < least))
            self._less[table][value] = self._weight * ((count <= least) - (count > most))
