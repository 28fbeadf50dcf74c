"""The explanation of quotas that conflict: a value that nobody has, a maximum of a criterion too low."""

import sys
import time
from dataclasses import replace
from pathlib import Path

from ours import problem_in

from isegoria.core.sortition.conflicts import explained

for name in sys.argv[1:]:
    problem = problem_in(Path(name))
    some = max(problem.quotas, key=lambda quota: quota.least)
    place = problem.criteria.index(some.criterion)
    others = tuple(one for one in problem.people if one.values[place] != some.value)
    for case, broken in (
        ("nobody has a value", replace(problem, people=others)),
        ("three seats too many", replace(problem, seats=problem.seats + 3)),
        ("three seats too few", replace(problem, seats=problem.seats - 3)),
    ):
        begun = time.process_time()
        said = explained(broken)
        spent = time.process_time() - begun
        what = (
            "feasible"
            if said is None
            else f"{len(said.demands)} demands, {len(said.relaxations)} relaxations, {said.outreach} to find"
        )
        print(f"{Path(name).name}, {case}: {spent:.2f} s, {what}", flush=True)
