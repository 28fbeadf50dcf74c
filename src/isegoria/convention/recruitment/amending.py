"""What changed from one version of the quota table to another, cell by cell."""

from collections.abc import Iterable
from dataclasses import dataclass

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.recruitment.draws import Draw
from isegoria.convention.recruitment.models import QuotaCell, QuotaTable
from isegoria.convention.recruitment.queries import quota_tables

BEFORE_THE_DRAW_COUNTS = ("sealed", "numbered", "drawn")


@dataclass(frozen=True, slots=True)
class Change:
    """One cell that was added, removed or changed; `before` or `after` is missing then."""

    before: QuotaCell | None
    after: QuotaCell | None

    @property
    def cell(self) -> QuotaCell | None:
        return self.after or self.before

    @property
    def kind(self) -> str:
        if self.before is None:
            return "added"
        return "removed" if self.after is None else "changed"

    @property
    def moved(self) -> bool:
        """The figures differ, and not only the source."""
        both = self.before, self.after
        return both[0] is None or both[1] is None or both[0].figures != both[1].figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    older: QuotaTable
    newer: QuotaTable
    changes: tuple[Change, ...]

    @property
    def resized(self) -> bool:
        return self.older.panel_size != self.newer.panel_size

    @property
    def is_empty(self) -> bool:
        return not self.changes and not self.resized


def changes(before: Iterable[QuotaCell], after: Iterable[QuotaCell]) -> tuple[Change, ...]:
    """In the order of the newer table; what was removed comes last."""
    old = {(cell.criterion, cell.value): cell for cell in before}
    found = []
    for cell in after:
        was = old.pop((cell.criterion, cell.value), None)
        if was is None or (was.figures, was.source) != (cell.figures, cell.source):
            found.append(Change(was, cell))
    return (*found, *(Change(cell, None) for cell in old.values()))


def compared(older: QuotaTable, newer: QuotaTable) -> Comparison:
    """Two queries."""
    found = changes(older.cells.all(), newer.cells.all())
    return Comparison(older=older, newer=newer, changes=found)


def others_of(table: QuotaTable, viewer: Viewer) -> list[QuotaTable]:
    """The other versions that this person may read; the one that this one followed comes first.

    That is the latest frozen before it; for a draft, the one in force.
    """
    others = [one for one in quota_tables(table.convention, viewer) if one != table]
    before = [one for one in others if one.frozen_at and _precedes(one, table)]
    before.sort(key=_moment, reverse=True)
    return [*before, *(one for one in others if one not in before)]


def followed_by(table: QuotaTable, tables: Iterable[QuotaTable]) -> Comparison | None:
    """What this version changed in the frozen one that it replaced, if it replaced one."""
    before = [one for one in tables if one != table and _precedes(one, table)]
    return compared(max(before, key=_moment), table) if before else None


def amendment(reference: str) -> Comparison | None:
    """What a frozen version changed in the one before it; None for the first one."""
    kind, _, key = reference.partition(":")
    tables = QuotaTable.objects.select_related("convention")
    table = tables.filter(pk=key).first() if kind == QuotaTable.KIND else None
    if table is None or table.frozen_at is None:
        return None
    frozen = QuotaTable.objects.filter(convention=table.convention, frozen_at__isnull=False)
    return followed_by(table, frozen)


def draw_under_way(convention: Convention) -> bool:
    """A list has been sealed: from then on, another table is an amendment."""
    return Draw.objects.filter(convention=convention, state__in=BEFORE_THE_DRAW_COUNTS).exists()


def _moment(table: QuotaTable) -> tuple[float, int]:
    return table.frozen_at.timestamp() if table.frozen_at else 0, table.number


def _precedes(one: QuotaTable, table: QuotaTable) -> bool:
    if one.frozen_at is None:
        return False
    return table.frozen_at is None or (one.frozen_at, one.number) < (table.frozen_at, table.number)
