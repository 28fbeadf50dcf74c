"""The annealing of all rounds: swaps at random, fewer and fewer of them for the worse.

Rounds are improved in turn, each against what the others make people meet. Whether a swap that
raises the cost is taken is chance: with probability qᵈ for a rise of d, where q goes down from
`WARM` to `COLD` (in 65,536ths), and last to 0. The weight of the balance goes up meanwhile. All in
whole numbers: proposals are read from SHAKE-128 of the seed, the step and the round.

Source: Kirkpatrick, Gelatt and Vecchi, “Optimization by Simulated Annealing”, Science 220, 1983.
"""

import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence

import numpy as np

from isegoria.core.chance import Chance
from isegoria.core.seating.balance import values_of
from isegoria.core.seating.boards import Board, Move
from isegoria.core.seating.meetings import Meetings, levels_for
from isegoria.core.seating.model import Asked, Plan, Round, checked, named
from isegoria.core.seating.opening import opened
from isegoria.core.seating.zones import Zone, zones_of
from isegoria.core.sentences import Sentence, _, said

STEPS = 200
WARM, COLD, SURE = 45_900, 19_700, 65_536
LIGHT, HEAVY = 2, 16
A_SEAT = 4_000
MOST_MOVES = 4_000_000
FARTHEST = 48


def seated(asked: Asked, seed: int | str, moves: int | None = None) -> Plan:
    """A plan of all rounds. `moves`: how many swaps to try (4,000 a seat, 4 million at most).

    Everybody who is there sits once a round; sizes of tables differ by one at most in a place,
    unless a note says who prevents it; groups stay together; nobody sits with whom they must not.
    Raises Impossible. The same seed gives the same plan on every machine.
    """
    checked(asked)
    rooms = [zones_of(asked, number) for number in range(1, asked.rounds + 1)]
    seats = sum(len(zone.people) for zones in rooms for zone in zones)
    boards, notes = _boards(asked, rooms, seed)
    meetings = Meetings(asked, boards)
    if moves is None:
        moves = min(A_SEAT * seats, MOST_MOVES)
    each = moves // (STEPS * asked.rounds)
    for step in range(STEPS + 1):
        cool(meetings, rooms, step, each, str(seed))
    return Plan(asked, tuple(rows(asked, board) for board in boards), tuple(notes))


def _boards(
    asked: Asked, rooms: Sequence[Sequence[Zone]], seed: int | str
) -> tuple[list[Board], list[Sentence]]:
    boards, notes = [], []
    values, levels = values_of(asked), levels_for(asked, rooms)
    for number, zones in enumerate(rooms, start=1):
        where: dict[int, int] = {}
        for zone in zones:
            chance = Chance(f"{seed} opening {number} {zone.place}")
            found, more = opened(asked, zone, number, chance)
            where |= found
            if more and zone_is_uneven(zone, found):
                notes.append(_uneven(asked, zone, number))
        boards.append(Board((asked.foes, values), zones, where, levels))
    return boards, notes


def zone_is_uneven(zone: Zone, where: dict[int, int]) -> bool:
    held = [list(where.values()).count(table) for table in zone.tables]
    return max(held) - min(held) > 1


def _uneven(asked: Asked, zone: Zone, number: int) -> Sentence:
    bound = [at for group in zone.groups for at in group if len(group) > 1 or asked.foes[at]]
    return said(
        _(
            "Tour {number} : les tables ne sont pas égales à une personne près, à cause de ce qui "
            "est demandé pour {names}."
        ),
        number=number,
        names=named(asked, bound),
    )


def cool(
    meetings: Meetings, rooms: Sequence[Sequence[Zone]], step: int, each: int, seed: str
) -> None:
    """One step: every round in turn, `each` proposals in it, groups moved whole."""
    heat = WARM - (WARM - COLD) * step // (STEPS - 1) if step < STEPS else 0
    weight = min(HEAVY, LIGHT + (HEAVY - LIGHT) * 5 * step // (4 * STEPS))
    ladder = rises(heat)
    for number, (zones, board) in enumerate(zip(rooms, meetings.sweep(), strict=True)):
        board.reweigh(weight)
        everybody = sum(len(zone.people) for zone in zones)
        for zone in zones:
            key = f"{seed} {step} {number} {zone.place}"
            board.swap(proposals(zone, key, each * len(zone.people) // everybody, ladder))
            if any(len(group) > 1 for group in zone.groups) and len(zone.tables) > 1:
                trade_groups(board, zone, Chance(f"{key} groups"), ladder)


def rises(heat: int) -> list[int]:
    """For a rise of 0, 1, 2 …, how many of 65,536 chances take it."""
    ladder = [SURE]
    while ladder[-1] and len(ladder) < FARTHEST:
        ladder.append(ladder[-1] * heat >> 16)
    return ladder


def proposals(zone: Zone, key: str, count: int, ladder: list[int]) -> Iterator[Move]:
    """Pairs of people of a zone, each with the largest rise that it may bring.

    Each takes 8 bytes of SHAKE-128(key), little-endian: 20 bits, 20 bits and 16 bits of them.
    """
    alone = np.array([group[0] for group in zone.groups if len(group) == 1], dtype=np.int64)
    if len(alone) < 2:
        return iter(())
    drawn = hashlib.shake_128(key.encode()).digest(8 * count)
    words = np.frombuffer(drawn, "<u8").astype(np.uint64)
    first, other = (
        alone[((words >> shift & 0xFFFFF) * len(alone) >> 20).astype(np.int64)].tolist()
        for shift in (0, 20)
    )
    lots = (words >> 40 & 0xFFFF).astype(np.int64)
    most = len(ladder) - 1 - np.searchsorted(np.array(ladder[::-1]), lots, side="right")
    return zip(first, other, most.tolist(), strict=True)


def trade_groups(board: Board, zone: Zone, chance: Chance, ladder: list[int]) -> None:
    """Each group that stays together may take the seats of as many people of another table."""
    for group in (one for one in zone.groups if len(one) > 1):
        table = zone.tables[chance.below(len(zone.tables))]
        others: tuple[int, ...] = ()
        for one in chance.shuffled([one for one in zone.groups if board.where[one[0]] == table]):
            if len(others) + len(one) <= len(group):
                others += one
        if len(others) == len(group) and board.where[group[0]] != table:
            lot = chance.below(SURE)
            most = len(ladder) - 1 - bisect_right(ladder[::-1], lot)
            board.trade(group, others, most)


def rows(asked: Asked, board: Board) -> Round:
    """The ids at each table of a board."""
    return tuple(
        tuple(asked.people[one].id for one in board.seated(table)) for table in range(asked.tables)
    )
