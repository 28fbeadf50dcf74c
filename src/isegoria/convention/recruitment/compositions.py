"""What everybody may read of the panel: the compositions that were published, and a count."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import Count, Q, QuerySet

from isegoria.convention.mandate.models import Convention
from isegoria.convention.recruitment.candidates import IN_THE_PANEL
from isegoria.convention.recruitment.draws import Composition


@dataclass(frozen=True, slots=True, kw_only=True)
class Seated:
    """How many places of the panel are filled now, of how many."""

    filled: int
    seats: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Some values of a criterion, counted together."""

    values: tuple[str, ...]
    target: int
    pool: int
    panel: int

    @property
    def is_merged(self) -> bool:
        return len(self.values) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One criterion. `since`: the version whose figures these are."""

    criterion: str
    since: int
    groups: tuple[Group, ...]

    @property
    def is_merged(self) -> bool:
        return any(one.is_merged for one in self.groups)


def compositions(convention: Convention) -> list[Composition]:
    """Every version, the newest first. All are public for good."""
    return list(Composition.objects.filter(convention=convention, state="published"))


def tables_of(composition: Composition) -> list[Table]:
    return tables(composition.tables)


def tables(kept: list[dict[str, Any]]) -> list[Table]:
    """The tables, as a composition keeps them."""
    return [
        Table(
            criterion=one["criterion"],
            since=one.get("since", 0),
            groups=tuple(
                Group(
                    values=tuple(group["values"]),
                    target=group["target"],
                    pool=group["pool"],
                    panel=group["panel"],
                )
                for group in one["groups"]
            ),
        )
        for one in kept
    ]


def seated(convention: Convention) -> Seated | None:
    """The members, once the composition of the panel is public."""
    latest = _sitting().filter(convention=convention).first()
    return Seated(filled=latest[0], seats=latest[1]) if latest else None


@cache
def _sitting() -> QuerySet[Composition, tuple[int, int]]:
    """Composed once: every front page asks it."""
    sitting = Count(
        "convention__candidates", filter=Q(convention__candidates__state__in=IN_THE_PANEL)
    )
    found = Composition.objects.filter(state="published").annotate(sitting=sitting)
    return found.values_list("sitting", "seats")
