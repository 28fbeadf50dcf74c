"""Fictional people who answer as the quota table of Poitiers says that its inhabitants would.

No joint table of the eight criteria is public, so each value is drawn apart, with its share of the
target; only those in studies have “studies under way” for diploma, which the table makes the same
people. The same seed gives the same people.
"""

import csv
from pathlib import Path

from isegoria.core.chance import Chance
from isegoria.core.sortition.model import Person, Quota

TABLE = Path(__file__).parents[1] / "src/isegoria/stages/poitiers/quotas.csv"
CHANNEL = "Voie de recrutement"
ASKED = ("Sexe", "Âge", "Situation familiale", "Quartier", "Équipement numérique", CHANNEL)


def quotas(criteria: tuple[str, ...] | None = None) -> tuple[Quota, ...]:
    """The table, or these criteria of it."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return tuple(
            Quota(row["feature"], row["value"], int(row["min"]), int(row["max"]), target=int(row["target"]))
            for row in csv.DictReader(lines)
            if criteria is None or row["feature"] in criteria
        )  # fmt: skip


class Town:
    """Draws inhabitants one after the other."""

    def __init__(self, table: tuple[Quota, ...], chance: Chance) -> None:
        self._chance, self._count = chance, 0
        self.criteria = tuple(dict.fromkeys(quota.criterion for quota in table))
        self._cells = {
            name: [quota for quota in table if quota.criterion == name] for name in self.criteria
        }

    def somebody(self, channel: str = "") -> Person:
        """The next one, by this channel when the table has channels."""
        said: dict[str, str] = {}
        for name in self.criteria:
            cells = self._cells[name]
            if name == "Diplôme" and "Activité" in said:
                studies = said["Activité"] == "En études"
                cells = [cell for cell in cells if (cell.value == "Études en cours") == studies]
            said[name] = channel if name == CHANNEL else self._one(cells)
        self._count += 1
        return Person(f"p{self._count:04d}", tuple(said.values()))

    def _one(self, cells: list[Quota]) -> str:
        left = self._chance.below(sum(cell.aim for cell in cells))
        for cell in cells:
            left -= cell.aim
            if left < 0:
                return cell.value
        raise AssertionError("the shares sum to their total")
