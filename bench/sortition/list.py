"""The list of a thousand tickets of a pool: its time, its counts, and the time of the check."""

import hashlib
import sys
import time
from itertools import count
from pathlib import Path

from ours import problem_in

from isegoria.core.chance import Chance
from isegoria.core.sortition.lottery import solve
from isegoria.core.sortition.proof import Listed, sealed
from isegoria.core.sortition.tickets import tickets_of
from isegoria.core.sortition.verification import openings_hold

for name in sys.argv[1:]:
    lottery = solve(problem_in(Path(name)))
    begun = time.process_time()
    tickets = tickets_of(lottery, Chance(1))
    listed = time.process_time()
    numbers = count()
    notice, openings = sealed(
        Listed.of(lottery, tickets),
        software="bench",
        source={"kind": "none"},
        salt=lambda numbers=numbers: hashlib.sha256(str(next(numbers)).encode()).digest(),
    )
    made = time.process_time()
    openings_hold(notice, openings)
    checked = time.process_time()
    print(
        f"{Path(name).name}: list {listed - begun:.2f} s, {tickets.distinct} distinct; "
        f"fewest {tickets.fewest} for {1000 * lottery.smallest:.2f} (bound {tickets.promised}), "
        f"farthest {tickets.farthest:.2f}; check {checked - made:.2f} s",
        flush=True,
    )
