"""One run of sortition-algorithms, by its own interpreter; prints a line of JSON."""

import json
import sys
import time
from collections import defaultdict
from pathlib import Path

from sortition_algorithms import adapters, committee_generation
from sortition_algorithms.settings import Settings

begun = time.process_time()
folder, objective, backend = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
home = ["address"] if folder.name.endswith("_hh") else []
people_text = (folder / "respondents.csv").read_text("utf-8")
source = adapters.CSVStringDataSource((folder / "categories.csv").read_text("utf-8"), people_text)
seats = int((folder / "k").read_text())
settings = Settings(
    id_column=people_text.split(",", 1)[0],
    columns_to_keep=[],
    check_same_address=bool(home),
    check_same_address_columns=home,
    solver_backend=backend,
)
data = adapters.SelectionData(source)
features, _ = data.load_features(seats)
people, _ = data.load_people(settings, features)

ran = objective
if objective == "leximin" and not committee_generation.GUROBI_AVAILABLE:
    ran = "maximin (no Gurobi)"
find = getattr(committee_generation, f"find_distribution_{ran.split()[0]}")
panels, weights, _ = find(features, people, seats, home, solver_backend=backend)
spent = time.process_time() - begun
chances = defaultdict(float)
for panel, weight in zip(panels, weights, strict=True):
    for one in panel:
        chances[one] += float(weight)
print(json.dumps({"spent": spent, "ran": ran, "smallest": min(chances[one] for one in people)}))
