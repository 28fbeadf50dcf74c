"""Pairs met, badly balanced cells and CPU time, ours and groupselect's algorithms, in one run.

`python -m bench.seating`; `--seed N`. Exit code 1 when a target is missed.
"""

import argparse
import random
import sys
import time
from dataclasses import dataclass

from bench.seating.groupselect import People, Tables, dream, legacy
from isegoria.core.seating.cooling import seated
from isegoria.core.seating.measures import Measures, measured
from isegoria.core.seating.model import Asked, Attendee, Plan

SHARES = {
    "sex": (50, 50),
    "age": (20, 27, 27, 26),
    "district": (27, 23, 20, 17, 13),
    "diploma": (40, 33, 27),
}
THEIRS = {"legacy": legacy, "DREAM": dream}


@dataclass(frozen=True, slots=True)
class Case:
    """A convention; the targets, where there are some: pairs, bad cells, CPU seconds."""

    people: int
    tables: int
    rounds: int
    criteria: int
    target: tuple[int, int, float] | None = None


CASES = (
    Case(30, 5, 6, 2, (360, 0, 1)),
    Case(30, 5, 6, 3),
    Case(30, 5, 6, 4),
    Case(150, 20, 8, 2, (3_750, 5, 10)),
    Case(150, 20, 8, 4, (3_750, 5, 10)),
)


def invited(case: Case, seed: int) -> People:
    """People whose values have the shares above, shuffled apart from one another."""
    chance, columns = random.Random(f"{seed} {case}"), []
    for shares in list(SHARES.values())[: case.criteria]:
        column = [
            value
            for value, share in enumerate(shares)
            for _ in range(round(case.people * share / 100))
        ]
        column = (column + [0] * case.people)[: case.people]
        columns.append(chance.sample(column, len(column)))
    return list(zip(*columns, strict=True))


def asked_for(case: Case, people: People) -> Asked:
    criteria = tuple(SHARES)[: case.criteria]
    attendees = tuple(
        Attendee(f"p{at}", tuple(map(str, values))) for at, values in enumerate(people)
    )
    return Asked(attendees, case.tables, case.rounds, criteria)


def told(case: Case, who: str, measures: Measures, spent: float, ours: float) -> str:
    worst = max(abs(cell.count - cell.fair) for cell in measures.cells)
    cells = [
        f"{case.people} × {case.tables} × {case.rounds}, {case.criteria} criteria",
        who,
        f"{measures.met:,}",
        f"{measures.bound:,}",
        f"{100 * measures.met / measures.bound:.0f} %",
        f"{len(measures.bad)} of {len(measures.cells)}",
        f"{float(worst):.1f}",
        f"{spent:.2f}",
        "" if who == "isegoria" else f"{ours / measures.met:.2f}",
    ]
    return f"| {' | '.join(cells)} |"


def run(case: Case, seed: int) -> bool:
    """Print the lines of a case; whether its targets are met."""
    people = invited(case, seed)
    asked = asked_for(case, people)
    begun = time.process_time()
    plan = seated(asked, seed)
    spent = time.process_time() - begun
    ours = measured(plan)
    print(told(case, "isegoria", ours, spent, ours.met), flush=True)
    for name, algorithm in THEIRS.items():
        begun = time.process_time()
        rounds = algorithm(people, case.tables, case.rounds, seed)
        took = time.process_time() - begun
        print(told(case, name, measured(as_plan(asked, rounds)), took, ours.met), flush=True)
    if case.target is None:
        return True
    pairs, bad, seconds = case.target
    return ours.met >= pairs and len(ours.bad) <= bad and spent <= seconds


def as_plan(asked: Asked, rounds: list[Tables]) -> Plan:
    return Plan(
        asked,
        tuple(tuple(tuple(f"p{one}" for one in table) for table in seated) for seated in rounds),
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    seed = parser.parse_args().seed
    print(
        "| people × tables × rounds | who | pairs met | upper bound | of it | bad cells "
        "| farthest from fair | CPU s | pairs, ours ÷ theirs |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    missed = [case for case in CASES if not run(case, seed)]
    for case in missed:
        print(f"target missed: {case}", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
