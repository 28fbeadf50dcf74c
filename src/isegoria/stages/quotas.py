"""The reconstructed quota table: imported, then frozen, on the same day."""

from datetime import datetime
from functools import partial

from isegoria.convention.recruitment.models import QuotaCell, QuotaTable
from isegoria.convention.verbs import quotas
from isegoria.stages.facts import Fact, Say, fr, instant, joined
from isegoria.stages.story import MORNING, Happening, Scene


def story(scene: Scene) -> list[Happening]:
    fact = scene.facts.read("quotas.toml")
    return [Happening(instant(fact["date"], hour=MORNING), partial(_freeze, scene, fact))]


def _freeze(scene: Scene, fact: Fact, at: datetime) -> None:
    table = QuotaTable(
        id=scene.key("quotas", str(fact["number"])),
        convention=scene.convention,
        panel_size=fact["panel"],
        note=note(fact, fr),
    )
    cells = [_cell(row) for row in scene.facts.rows(fact["file"])]
    quotas.import_table(table, scene.organiser(at), cells=cells)
    quotas.freeze(table, scene.organiser(at), reason=fr(fact, "reason"))


def note(fact: Fact, say: Say) -> str:
    return joined(say(fact, "notice"), say(fact, "applies_to"))


def _cell(row: dict[str, str]) -> QuotaCell:
    return QuotaCell(
        criterion=row["feature"],
        value=row["value"],
        minimum=int(row["min"]),
        target=int(row["target"]),
        maximum=int(row["max"]),
        source=row["source"],
    )
