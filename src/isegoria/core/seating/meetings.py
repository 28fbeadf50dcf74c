"""Who meets whom elsewhere: in the other rounds, and in the sessions already held."""

from collections.abc import Iterator, Sequence
from itertools import islice

from isegoria.core.seating.boards import Board
from isegoria.core.seating.model import Asked
from isegoria.core.seating.zones import Zone


def levels_for(asked: Asked, rooms: Sequence[Sequence[Zone]]) -> int:
    """How many earlier meetings of a pair are worth counting: more when everybody meets again."""
    widest = sum(max((max(zone.sizes) for zone in zones), default=1) - 1 for zones in rooms)
    widest += sum(max(map(len, tables), default=1) - 1 for tables in asked.held)
    return min(3, 1 + 4 * widest // (5 * max(1, len(asked.people) - 1)))


Times = list[list[int]]  # for once, twice … : for each person, the mask of those met so often


class Meetings:
    """All the rounds: who met whom in the sessions already held, and in the other rounds."""

    def __init__(self, asked: Asked, boards: Sequence[Board]) -> None:
        self._boards = boards
        self._count = len(asked.people)
        self._levels = boards[0].levels
        self._held = self._none()
        for tables in asked.held:
            for table in tables:
                there = [asked.number[one] for one in table if one in asked.number]
                mask = sum(1 << one for one in there)
                for one in there:
                    self._meet(self._held, one, mask)

    def sweep(self) -> Iterator[Board]:
        """Each round in turn, told whom people meet in the others as they stand by then."""
        later = [self._none()]
        for board in reversed(self._boards[1:]):
            later.append(self._and_then(later[-1], board))
        earlier = self._held
        for board in self._boards:
            board.seen = self._elsewhere(earlier, later.pop())
            yield board
            earlier = self._and_then(earlier, board)

    def look(self, number: int) -> Board:
        """The board of a round (from 0), told whom each person meets elsewhere."""
        return next(islice(self.sweep(), number, None))

    def _none(self) -> Times:
        return [[0] * self._count for _ in range(self._levels)]

    def _and_then(self, times: Times, board: Board) -> Times:
        more = [list(level) for level in times]
        for one, table in enumerate(board.where):
            if table >= 0:
                self._meet(more, one, board.masks[table] & ((1 << self._count) - 1))
        return more

    @staticmethod
    def _meet(times: Times, one: int, mask: int) -> None:
        for level in times:
            level[one], mask = level[one] | mask, level[one] & mask

    def _elsewhere(self, one: Times, other: Times) -> list[int]:
        """Both added up, a level after the other in one mask, without the person themselves."""
        seen = []
        for person in range(self._count):
            packed, a, b = 0, [level[person] for level in one], [level[person] for level in other]
            for level in range(self._levels):
                met = a[level] | b[level]
                for less in range(level):
                    met |= a[less] & b[level - 1 - less]
                packed |= (met & ~(1 << person)) << (level * self._count)
            seen.append(packed)
        return seen
