"""Changes of the panel, criterion by criterion."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from isegoria.core.sortition.replacement import Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The cells of one criterion, those that moved first said."""

    name: str
    cells: tuple[Change, ...]

    @property
    def moved(self) -> bool:
        return any(one.moved or one.is_outside for one in self.cells)


def by_criterion(changes: Sequence[Change]) -> list[Changes]:
    gathered = groupby(changes, key=lambda one: one.quota.criterion)
    return [Changes(name=name, cells=tuple(cells)) for name, cells in gathered]
