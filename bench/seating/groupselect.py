"""The two algorithms that groupselect publishes, written again from their descriptions.

The package (PyPI `groupselect`, sortitionfoundation/groupselect-lib) is described in its pages
`docs/algorithms/legacy.md` (Verpoort, 2020) and `docs/algorithms/dream.md` (Barrett and Gal,
arXiv:2410.21451); HERMES, its later default, is DREAM with a weight for each criterion, and is
DREAM itself at its strictest weight, 0.5. Differences of detail with the package are possible.
"""

import random
from collections import Counter
from collections.abc import Callable
from itertools import combinations

ATTEMPTS = 100
People = list[tuple[int, ...]]
Tables = list[list[int]]


def legacy(people: People, tables: int, rounds: int, seed: int) -> list[Tables]:
    """Sort people by their values (chance breaks ties), seat each where their values are fewest;
    a hundred times for each round; then keep the best of a hundred samples of rounds."""
    chance = random.Random(seed)
    tries = [[_sorted_in(people, tables, chance) for _ in range(rounds)] for _ in range(ATTEMPTS)]
    samples = [[chance.choice(tries)[number] for number in range(rounds)] for _ in range(ATTEMPTS)]
    return max(samples, key=lambda sample: len(pairs_met(sample)))


def _sorted_in(people: People, tables: int, chance: random.Random) -> Tables:
    widest = -(-len(people) // tables)
    ranks = []
    for column in zip(*people, strict=True):
        common = [value for value, _ in Counter(column).most_common()]
        ranks.append([common.index(value) for value in column])
    order = chance.sample(range(len(people)), len(people))
    order.sort(key=lambda one: [rank[one] for rank in ranks])
    seated: Tables = [[] for _ in range(tables)]
    for one in order:
        open_to = [table for table in seated if len(table) < widest]
        for at, value in enumerate(people[one]):
            held = [sum(people[other][at] == value for other in table) for table in open_to]
            open_to = [
                table for table, count in zip(open_to, held, strict=True) if count == min(held)
            ]
        min(open_to, key=len).append(one)
    return seated


def dream(people: People, tables: int, rounds: int, seed: int) -> list[Tables]:
    """Round after round: everybody at random, then each person once swaps, if nothing gets worse:
    half the time for the best balance, half the time for the fewest people met again."""
    chance = random.Random(seed)
    times: Counter[tuple[int, int]] = Counter()
    plan = []
    for _ in range(rounds):
        order = chance.sample(range(len(people)), len(people))
        seated = [order[table::tables] for table in range(tables)]
        for one in chance.sample(order, len(order)):
            _best_swap(people, seated, one, times, chance)
        times.update(pair for table in seated for pair in combinations(sorted(table), 2))
        plan.append(seated)
    return plan


def _best_swap(
    people: People,
    seated: Tables,
    one: int,
    times: Counter[tuple[int, int]],
    chance: random.Random,
) -> None:
    home = next(table for table in seated if one in table)
    again, uneven = _again(times), _uneven(people)
    options = []
    for table in seated:
        for other in table if table is not home else ():
            new = [o for o in home if o != one] + [other], [o for o in table if o != other] + [one]
            balance = sum(map(uneven, new)) - uneven(home) - uneven(table)
            met = sum(map(again, new)) - again(home) - again(table)
            if balance <= 1e-9 and met <= 0 and (balance < -1e-9 or met < 0):
                options.append((balance, met, len(options), table, new))
    if options:
        first = chance.random() < 0.5
        *_, table, new = min(options, key=lambda o: o[:3] if first else (o[1], o[0], o[2]))
        home[:], table[:] = new


def _again(times: Counter[tuple[int, int]]) -> Callable[[list[int]], int]:
    return lambda table: sum(times[pair] for pair in combinations(sorted(table), 2))


def _uneven(people: People) -> Callable[[list[int]], float]:
    """The distance of a table's shares from everybody's, over the values of each criterion."""
    fair = Counter((at, value) for one in people for at, value in enumerate(one))

    def distance(table: list[int]) -> float:
        held = Counter((at, value) for one in table for at, value in enumerate(people[one]))
        return sum(abs(held[key] / len(table) - n / len(people)) for key, n in fair.items())

    return distance


def pairs_met(plan: list[Tables]) -> set[tuple[int, int]]:
    return {pair for seated in plan for table in seated for pair in combinations(sorted(table), 2)}
