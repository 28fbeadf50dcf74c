"""Four withdrawals of thirty: how often is the panel still within ±1? `python -m bench.replacement`

Pools of 100 people by telephone and 25 by associations, a panel of 20 + 10 on its targets, four
members drawn to leave; every rule meets the same people and the same departures.
"""

import argparse
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bench.town import ASKED, CHANNEL, Town, quotas
from isegoria.core.chance import Chance
from isegoria.core.sortition.alternates import alternates
from isegoria.core.sortition.kinds import kinds_of
from isegoria.core.sortition.model import Person, Problem, Quota
from isegoria.core.sortition.polytope import Polytope
from isegoria.core.sortition.replacement import (
    Gauge,
    Vacancy,
    compared,
    place_of,
    ranked,
    together,
)

SEATS, LEAVING = 30, 4
BY_TELEPHONE, BY_ASSOCIATION = 100, 25

Rule = Callable[[Vacancy, Sequence[Person]], Person | None]


@dataclass(frozen=True, slots=True)
class Case:
    table: tuple[Quota, ...]
    panel: tuple[Person, ...]
    reserve: tuple[Person, ...]
    leaving: tuple[Person, ...]


def cases(table: tuple[Quota, ...], pools: int, each: int, *, exact: bool) -> Iterator[Case]:
    number = done = 0
    channels = [quota.value for quota in table if quota.criterion == CHANNEL]
    while done < pools:
        chance, number = Chance(f"pool {number}"), number + 1
        town = Town(table, chance)
        people = tuple(
            town.somebody(channels[at >= BY_TELEPHONE])
            for at in range(BY_TELEPHONE + BY_ASSOCIATION)
        )
        panel = drawn(table, people, chance, exact=exact)
        if not panel:
            continue
        done += 1
        reserve = tuple(one for one in people if one not in set(panel))
        for _ in range(each):
            yield Case(table, panel, reserve, tuple(chance.shuffled(panel)[:LEAVING]))


def drawn(
    table: tuple[Quota, ...], people: tuple[Person, ...], chance: Chance, *, exact: bool
) -> tuple[Person, ...]:
    """A panel on its targets, or only within its bounds; empty when there is none."""
    if exact:
        table = tuple(replace(quota, least=quota.aim, most=quota.aim) for quota in table)
    kinds = kinds_of(Problem(table, people, SEATS))
    polytope = Polytope(kinds)
    panel = polytope.some_panel(
        np.array([chance.fraction() for _ in range(len(kinds))]), polytope.box
    )
    if panel is None:
        return ()
    return tuple(
        people[place]
        for kind, many in enumerate(panel.tolist())
        for place in chance.shuffled(kinds.members[kind])[:many]
    )


def twin(vacancy: Vacancy, reserve: Sequence[Person]) -> Person | None:
    """Same channel, same sex, same age; else same channel, whoever comes first in the drawn order."""
    table, gone = vacancy.quotas, vacancy.left[0]
    criteria = list(dict.fromkeys(quota.criterion for quota in table))
    kept = [criteria.index(name) for name in ("Sexe", "Âge")]
    able = sorted(vacancy.open_to(reserve), key=lambda one: place_of("bench", one.id))
    like = [one for one in able if all(one.values[at] == gone.values[at] for at in kept)]
    return next(iter(like or able), None)


def least(vacancy: Vacancy, reserve: Sequence[Person]) -> Person | None:
    """Least Σ |count - target|, and nothing else."""
    able = sorted(vacancy.open_to(reserve), key=lambda one: place_of("bench", one.id))
    gauge = Gauge(vacancy.quotas)
    counts = gauge.counts(vacancy.panel) + gauge.rows(able)
    return able[int(np.argmin(gauge.deviation(counts)))] if able else None


def ours(vacancy: Vacancy, reserve: Sequence[Person]) -> Person | None:
    return next((one.person for one in ranked(vacancy, reserve, "bench")), None)


def one_by_one(case: Case, rule: Rule, reserve: tuple[Person, ...]) -> bool:
    """Each departure is mended before the next is known; whether the panel ends within bounds."""
    panel = list(case.panel)
    for gone in case.leaving:
        panel.remove(gone)
        found = rule(Vacancy(case.table, tuple(panel), (gone,), (CHANNEL,)), reserve)
        if found is None:
            return False
        panel.append(found)
        reserve = tuple(one for one in reserve if one != found)
    return within(case, panel)


def at_once(case: Case, reserve: tuple[Person, ...]) -> bool:
    panel = tuple(one for one in case.panel if one not in case.leaving)
    vacancy = Vacancy(case.table, panel, case.leaving, (CHANNEL,))
    return within(case, [*panel, *together(vacancy, reserve, "bench")])


def within(case: Case, panel: Sequence[Person]) -> bool:
    changes = compared(Vacancy(case.table, (), ()), panel)
    return len(panel) == SEATS and not any(change.is_outside for change in changes)


def spare(case: Case, count: int, *, chosen: bool) -> tuple[Person, ...]:
    """Alternates of each channel in proportion to its seats: chosen by us, or by chance alone."""
    if chosen:
        return alternates(
            Vacancy(case.table, case.panel, (), (CHANNEL,)), case.reserve, count, "bench"
        )
    order = sorted(case.reserve, key=lambda one: place_of("spare", one.id))
    at = list(dict.fromkeys(quota.criterion for quota in case.table)).index(CHANNEL)
    rooms = {
        quota.value: count * quota.aim / SEATS for quota in case.table if quota.criterion == CHANNEL
    }
    found = []
    for one in order:
        if rooms[one.values[at]] >= 0.5:
            rooms[one.values[at]] -= 1
            found.append(one)
    return tuple(found)


def tell(title: str, table: tuple[Quota, ...], options: argparse.Namespace, *, exact: bool) -> None:
    every = list(cases(table, options.pools, options.each, exact=exact))
    print(f"\n{title}: {len(every)} panels, {LEAVING} withdrawals of {SEATS}, within ±1 at the end")
    ways: list[tuple[str, Callable[[Case], bool]]] = [
        ("same channel, sex and age", lambda case: one_by_one(case, twin, case.reserve)),
        ("least deviation", lambda case: one_by_one(case, least, case.reserve)),
        ("ours, one departure after the other", lambda case: one_by_one(case, ours, case.reserve)),
        ("ours, the four seats at once", lambda case: at_once(case, case.reserve)),
    ]
    for count in (12,):
        ways += [
            (f"{count} alternates by chance, at once", lambda case, n=count: at_once(case, spare(case, n, chosen=False))),
            (f"{count} alternates chosen, at once", lambda case, n=count: at_once(case, spare(case, n, chosen=True))),
        ]  # fmt: skip
    for name, way in ways:
        begun = time.process_time()
        share = sum(map(way, every)) / len(every)
        spent = (time.process_time() - begun) / len(every)
        print(f"  {name:<40} {100 * share:5.1f} %   {1000 * spent:6.1f} ms a case", flush=True)


def speed(table: tuple[Quota, ...]) -> None:
    town = Town(table, Chance("speed"))
    people = [town.somebody("Téléphone (institut)") for _ in range(SEATS + 1000)]
    vacancy = Vacancy(table, tuple(people[1:SEATS]), (people[0],), (CHANNEL,))
    empty = replace(vacancy, panel=tuple(people[4:SEATS]), left=tuple(people[:4]))
    for name, one in (("one empty seat", vacancy), ("four empty seats", empty)):
        begun = time.process_time()
        count = len(ranked(one, people[SEATS:], "bench"))
        print(f"ranking {count} people, {name}: {time.process_time() - begun:.3f} s of CPU")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pools", type=int, default=20)
    parser.add_argument("--each", type=int, default=10, help="draws of departures in each pool")
    options = parser.parse_args()
    for table in (quotas(), quotas(ASKED)):
        count = len({quota.criterion for quota in table}) - 1
        tell(f"{count} criteria, panel on its targets", table, options, exact=True)
        tell(f"{count} criteria, panel anywhere within ±1", table, options, exact=False)
    speed(quotas())


if __name__ == "__main__":
    main()
