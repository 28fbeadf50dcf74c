"""One run of Isegoria's draw, in a process of its own; prints a line of JSON."""

import json
import sys
import time
from pathlib import Path

from isegoria.core.sheets.reading import sheet
from isegoria.core.sortition.lottery import solve
from isegoria.core.sortition.model import Problem
from isegoria.core.sortition.readings import Columns, people_of, quotas_of


def problem_in(folder: Path) -> Problem:
    read = {
        name: sheet(name, (folder / name).read_bytes())
        for name in ("categories.csv", "respondents.csv")
    }
    quotas = quotas_of(read["categories.csv"])
    home = ("address",) if folder.name.endswith("_hh") else ()
    people = people_of(read["respondents.csv"], quotas, Columns(household=home))
    return Problem(quotas, people, int((folder / "k").read_text()))


if __name__ == "__main__":
    begun = time.process_time()
    lottery = solve(problem_in(Path(sys.argv[1])), sys.argv[2])
    said = {
        "spent": time.process_time() - begun,
        "ran": lottery.algorithm,
        "smallest": lottery.smallest,
        "theta": lottery.theta,
        "gap": lottery.gap,
    }
    print(json.dumps(said))
