"""What will be published of the panel: totals by criterion, prepared for the officer.

One-way tables only, and what the core's suppression lets through: no cell of one or two, nothing
that two versions would give away by difference. The channel is a criterion like any other.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.recruitment.candidates import IN_THE_PANEL, Candidate
from isegoria.convention.recruitment.draws import Composition, Draw
from isegoria.convention.recruitment.places import drawn_draw
from isegoria.convention.recruitment.pool import quotas_of
from isegoria.convention.recruitment.rules import are_forgotten
from isegoria.core.charter import Role
from isegoria.core.journal.canonical import digest
from isegoria.core.sortition.model import Quota
from isegoria.core.sortition.suppression import Group, published

Table = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A composition that could be published now, and the one that was published last."""

    draw: Draw
    tables: list[Table]
    seats: int
    filled: int
    pool: int
    last: Composition | None

    @property
    def sha256(self) -> str:
        """Changes with anything that would be published."""
        return digest([self.tables, self.seats, self.filled, self.pool])

    @property
    def is_news(self) -> bool:
        """It says something that the last version does not."""
        last = self.last
        return last is None or (last.tables, last.filled, last.pool) != (
            self.tables,
            self.filled,
            self.pool,
        )

    def composition(self) -> Composition:
        return Composition(convention=self.draw.convention, draw=self.draw, seats=self.seats)


def composed(convention: Convention, viewer: Viewer) -> Composed | None:
    """The totals as they stand, for the officer. None before the draw, and once those whom it
    left out are forgotten: they can no longer be counted."""
    draw = drawn_draw(convention)
    if draw is None or not viewer.is_any(Role.RECRUITER) or are_forgotten(convention):
        return None
    pool = list(Candidate.objects.filter(entries__draw=draw))
    answers = [(one.state in IN_THE_PANEL, one.answers) for one in pool]
    before = list(draw.compositions.order_by("number"))
    quotas = quotas_of(draw.table)
    tables = [
        _table([one for one in quotas if one.criterion == criterion], answers, before)
        for criterion in dict.fromkeys(quota.criterion for quota in quotas)
    ]
    return Composed(
        draw=draw,
        tables=tables,
        seats=draw.table.panel_size,
        filled=sum(sits for sits, _ in answers),
        pool=len(pool),
        last=before[-1] if before else None,
    )


def _table(
    quotas: Sequence[Quota],
    answers: Sequence[tuple[bool, dict[str, str]]],
    before: Sequence[Composition],
) -> Table:
    """One criterion. `since`: the version that showed these figures first; when nothing new can
    be shown safely, those of the last version stay."""
    criterion = quotas[0].criterion
    pool = Counter(said.get(criterion) for _, said in answers)
    panel = Counter(said.get(criterion) for sits, said in answers if sits)
    counts = {one.value: (pool[one.value], panel[one.value]) for one in quotas}
    shown = _shown(criterion, before)
    groups = published(counts, [_groups(one) for one in shown if one["groups"]])
    if not groups and shown:
        return shown[-1]
    targets = {one.value: one.aim for one in quotas}
    return {
        "criterion": criterion,
        "since": len(before) + 1,
        "groups": [
            {
                "values": list(one.values),
                "target": sum(targets[value] for value in one.values),
                "pool": one.counts[0],
                "panel": one.counts[1],
            }
            for one in groups
        ],
    }


def _shown(criterion: str, before: Sequence[Composition]) -> list[Table]:
    """The different tables of this criterion that were published, the oldest first."""
    return [
        table
        for one in before
        for table in one.tables
        if table["criterion"] == criterion and table.get("since") == one.number
    ]


def _groups(table: Table) -> tuple[Group, ...]:
    return tuple(
        Group(values=tuple(one["values"]), counts=(one["pool"], one["panel"]))
        for one in table["groups"]
    )
