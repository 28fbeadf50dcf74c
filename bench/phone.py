"""How many people who agree must be found to fill the quotas? `python -m bench.phone`

People who agree come one after the other, drawn from the reference figures of Poitiers, for
thirty seats; every rule meets the same ones in the same order. “Entered” counts those
whose answers are written down: the fewer, the better for privacy and for the agent.
"""

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from statistics import median, quantiles

from bench.town import ASKED, CHANNEL, Town, quotas
from isegoria.core.chance import Chance
from isegoria.core.sortition.fitting import Standing, fits, standing
from isegoria.core.sortition.model import Person, Problem, Quota

SEATS = 30
LIMIT = 20_000

Run = tuple[int, int]  # contacts, entered
Takes = Callable[[Standing, Person], bool]


def contacts(table: tuple[Quota, ...], run: int) -> Iterator[Person]:
    town = Town(table, Chance(f"contacts {run}"))
    while True:
        yield town.somebody()


def first_come(table: tuple[Quota, ...], run: int, width: int) -> Run:
    """Whoever comes sits if none of their cells is full, and each minimum can still be reached."""
    places = {name: at for at, name in enumerate(dict.fromkeys(q.criterion for q in table))}
    counts: Counter[tuple[str, str]] = Counter()
    seated = 0
    for number, person in enumerate(contacts(table, run), start=1):
        left = SEATS - seated - 1
        short: Counter[str] = Counter()
        full = False
        for quota in table:
            key = quota.criterion, quota.value
            count = counts[key] + (person.values[places[quota.criterion]] == quota.value)
            full |= count > quota.aim + width
            short[quota.criterion] += max(0, max(0, quota.aim - width) - count)
        if not full and max(short.values()) <= left:
            seated += 1
            counts.update(zip(places, person.values, strict=True))
        if seated == SEATS or number == LIMIT:
            return number, seated
    raise AssertionError("contacts never end")


def screened(table: tuple[Quota, ...], run: int, takes: Takes) -> Run:
    """Whoever the rule takes is entered, until a panel can be drawn among those entered."""
    now = standing(Problem(table, (), SEATS))
    for number, person in enumerate(contacts(table, run), start=1):
        if takes(now, person):
            now = standing(replace(now.problem, people=(*now.problem.people, person)))
        if now.missing == 0 or number == LIMIT:
            return number, len(now.problem.people)
    raise AssertionError("contacts never end")


@dataclass(frozen=True, slots=True)
class Rule:
    name: str
    run: Callable[[tuple[Quota, ...], int], Run]


def helps(now: Standing, person: Person) -> bool:
    return fits(now, person).helps


RULES = (
    Rule("first come, exact quotas", lambda table, run: first_come(table, run, 0)),
    Rule("first come, ±1 quotas", lambda table, run: first_come(table, run, 1)),
    Rule(
        "everybody entered, panel after", lambda table, run: screened(table, run, lambda *_: True)
    ),
    Rule("ours: who helps", lambda table, run: screened(table, run, helps)),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=21)
    options = parser.parse_args()
    asked = tuple(name for name in ASKED if name != CHANNEL)
    every = tuple(quota for quota in quotas() if quota.criterion != CHANNEL)
    for table in (quotas(asked), every):
        compare(table, options.runs)
    answering(every)


def compare(table: tuple[Quota, ...], runs: int) -> None:
    count = len({quota.criterion for quota in table})
    print(
        f"{count} criteria, {runs} runs: contacts, median and 9 in 10 under | entered, median | CPU"
    )
    for rule in RULES:
        begun = time.process_time()
        found = [rule.run(table, run) for run in range(runs)]
        numbers = [number for number, _ in found]
        ninth = quantiles(numbers, n=10)[-1]
        entered = median(count for _, count in found)
        spent = time.process_time() - begun
        many = f"{median(numbers):8.0f} {ninth:8.0f} | {entered:6.0f}"
        print(f"  {rule.name:<30} {many} | {spent:.1f} s", flush=True)


def answering(table: tuple[Quota, ...]) -> None:
    """The time of an answer with many people entered; then with none of the oldest, so all open."""
    for entered in (100, 1000):
        town = Town(table, Chance(f"answering {entered}"))
        people = tuple(town.somebody() for _ in range(entered))
        young = tuple(one for one in people if "65 ans ou plus" not in one.values)
        for name, those in (("a panel exists", people), ("nobody of 65 or more", young)):
            begun = time.process_time()
            now = standing(Problem(table, those, SEATS))
            shown = time.process_time() - begun
            begun = time.process_time()
            times = 10
            for _ in range(times):
                fits(now, town.somebody())
            each = (time.process_time() - begun) / times
            print(f"{entered} entered, {name} (missing {now.missing}): "
                  f"cells {shown:.3f} s, a person {each:.3f} s")  # fmt: skip


if __name__ == "__main__":
    main()
