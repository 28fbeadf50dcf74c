"""The explanation of quotas that conflict, in CPU seconds: values nobody has, seats, quotas raised."""

import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ours import problem_in

from isegoria.core.sortition.conflicts import explained
from isegoria.core.sortition.model import Impossible, Problem


def raised(problem: Problem, places: list[int], by: int) -> Problem:
    quotas = list(problem.quotas)
    for at in places:
        ends = quotas[at].most + by
        quotas[at] = replace(quotas[at], least=ends, most=ends)
    return replace(problem, quotas=tuple(quotas))


def cases(problem: Problem) -> Iterator[tuple[str, Problem]]:
    some = max(problem.quotas, key=lambda quota: quota.least)
    place = problem.criteria.index(some.criterion)
    others = tuple(one for one in problem.people if one.values[place] != some.value)
    yield "nobody has a value", replace(problem, people=others)
    yield "three seats too many", replace(problem, seats=problem.seats + 3)
    yield "three seats too few", replace(problem, seats=problem.seats - 3)
    last = len(problem.quotas) - 1
    for at in (0, last // 2, last):
        yield f"quota {at} raised by five", raised(problem, [at], 5)
    held = Counter(at for one in problem.people for at in enumerate(one.values))
    values = list(problem.values())
    order = sorted(range(last + 1), key=lambda at: held[values[at]])
    beyond = held[values[order[0]]] + 2 - problem.quotas[order[0]].most
    yield "the rarest value over the pool", raised(problem, order[:1], beyond)
    yield "the three rarest raised by six", raised(problem, order[:3], 6)


for name in sys.argv[1:]:
    for case, broken in cases(problem_in(Path(name))):
        begun = time.process_time()
        try:
            said = explained(broken)
        except Impossible as why:
            print(f"{Path(name).name}, {case}: {why}", flush=True)
            continue
        spent = time.process_time() - begun
        what = (
            "feasible"
            if said is None
            else f"{len(said.demands)} demands, {len(said.relaxations)} relaxations, {said.outreach} to find"
        )
        print(f"{Path(name).name}, {case}: {spent:.2f} s, {what}", flush=True)
