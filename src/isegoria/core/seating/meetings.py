"""Who meets whom elsewhere: in the other rounds, and in the sessions already held."""

from collections.abc import Iterator, Sequence

from isegoria.core.seating.boards import Board
from isegoria.core.seating.model import Asked
from isegoria.core.seating.zones import Zone


def levels_for(asked: Asked, rooms: Sequence[Sequence[Zone]]) -> int:
    """How many earlier meetings of a pair are worth counting: more when everybody meets again."""
    widest = sum(max((max(zone.sizes) for zone in zones), default=1) - 1 for zones in rooms)
    widest += sum(max(map(len, tables), default=1) - 1 for tables in asked.held)
    return min(3, 1 + 4 * widest // (5 * max(1, len(asked.people) - 1)))


class Meetings:
    """All the rounds: who met whom in the sessions already held, and in the other rounds."""

    def __init__(self, asked: Asked, boards: Sequence[Board]) -> None:
        self.boards = boards
        self._count = len(asked.people)
        self._all = (1 << self._count) - 1
        self._levels = boards[0].levels
        self._held = [self._tables(asked, tables) for tables in asked.held]

    @staticmethod
    def _tables(asked: Asked, tables: Sequence[Sequence[str]]) -> list[int]:
        masks = [0] * len(asked.people)
        for table in tables:
            there = [asked.number[one] for one in table if one in asked.number]
            for at in there:
                masks[at] |= sum(1 << one for one in there)
        return masks

    def look(self, number: int) -> Board:
        """The board of a round (from 0), told whom each person meets elsewhere."""
        board = self.boards[number]
        others = [one for at, one in enumerate(self.boards) if at != number]
        for person in range(self._count):
            met = [0, 0, 0]
            for mask in self._elsewhere(others, person):
                met[2] |= met[1] & mask
                met[1] |= met[0] & mask
                met[0] |= mask
            board.seen[person] = sum(
                (met[level] & ~(1 << person)) << (level * self._count)
                for level in range(self._levels)
            )
        return board

    def _elsewhere(self, others: Sequence[Board], person: int) -> Iterator[int]:
        for held in self._held:
            yield held[person]
        for board in others:
            if board.where[person] >= 0:
                yield board.masks[board.where[person]] & self._all
