"""Reads of the quota table, and what its figures add up to."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.recruitment.models import QuotaCell, QuotaTable

PUBLIC_STATES = ("frozen", "replaced")


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One criterion of a table, with what its cells ask for together."""

    name: str
    cells: tuple[QuotaCell, ...]
    panel_size: int

    @property
    def least(self) -> int:
        return sum(cell.minimum for cell in self.cells)

    @property
    def target(self) -> int:
        return sum(cell.target for cell in self.cells)

    @property
    def most(self) -> int:
        return sum(cell.maximum for cell in self.cells)

    @property
    def is_possible(self) -> bool:
        """A panel of this size can satisfy every cell."""
        return self.least <= self.panel_size <= self.most

    @property
    def is_exact(self) -> bool:
        """The targets together make one panel."""
        return self.target == self.panel_size


def by_criterion(cells: Iterable[QuotaCell], panel_size: int) -> list[Criterion]:
    """The cells gathered by criterion, in the order in which criteria first appear."""
    cells = list(cells)
    order = {name: place for place, name in reversed(list(enumerate(c.criterion for c in cells)))}
    gathered = sorted(cells, key=lambda cell: order[cell.criterion])
    return [
        Criterion(name=name, cells=tuple(group), panel_size=panel_size)
        for name, group in groupby(gathered, key=lambda cell: cell.criterion)
    ]


def quota_tables(
    convention: Convention, viewer: Viewer, *, with_cells: bool = False
) -> list[QuotaTable]:
    """The versions of the table that this person may read, the newest first."""
    tables = QuotaTable.objects.filter(convention=convention)
    tables = tables.prefetch_related("cells") if with_cells else tables
    return list(tables if viewer.in_office else tables.filter(state__in=PUBLIC_STATES))


def quota_table(convention: Convention, viewer: Viewer, number: int) -> QuotaTable | None:
    """One version, if there is one that this person may read."""
    return next((one for one in quota_tables(convention, viewer) if one.number == number), None)


def criteria_of(table: QuotaTable) -> list[Criterion]:
    """What a table asks for, criterion by criterion. One query."""
    return by_criterion(table.cells.all(), table.panel_size)


def table_in_force(convention: Convention) -> QuotaTable | None:
    return QuotaTable.objects.filter(convention=convention, state="frozen").first()
