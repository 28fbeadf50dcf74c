"""The places of the panel: who holds each, who left it, who is called for it. For the officer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.db.models import QuerySet

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.recruitment.candidates import (
    IN_THE_PANEL,
    LEFT_A_SEAT,
    Candidate,
)
from isegoria.convention.recruitment.draws import Draw
from isegoria.convention.recruitment.models import QuotaTable
from isegoria.convention.recruitment.pasts import PlacePast
from isegoria.convention.recruitment.reads import note
from isegoria.convention.recruitment.rules import Rules, may_replace
from isegoria.core.charter import Role

CONFIRMED = ("confirmed", "attended")
IN_RESERVE = ("consented", "alternate", "unreached")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place. `leaver`: who left it, while it is empty; `called`: who is asked to take it;
    `past`: what is left of those who are forgotten."""

    number: int
    holder: Candidate | None = None
    leaver: Candidate | None = None
    called: Candidate | None = None
    past: PlacePast | None = None

    @property
    def is_vacant(self) -> bool:
        return self.holder is None

    @property
    def state(self) -> str:
        """drawn, confirmed, attended; nothing when the place is empty."""
        return self.holder.state if self.holder else ""


@dataclass(frozen=True, kw_only=True)
class Panel:
    """A panel that was drawn, as it stands."""

    draw: Draw
    rules: Rules
    places: tuple[Place, ...]
    may_replace: bool

    @property
    def convention(self) -> Convention:
        return self.draw.convention

    @property
    def table(self) -> QuotaTable:
        """The table under which it was drawn, whatever was frozen since."""
        return self.draw.table

    @cached_property
    def vacant(self) -> tuple[Place, ...]:
        return tuple(one for one in self.places if one.is_vacant)

    @property
    def seats(self) -> int:
        return len(self.places)

    @property
    def filled(self) -> int:
        return self.seats - len(self.vacant)

    @property
    def confirmed(self) -> int:
        return sum(one.state in CONFIRMED for one in self.places)

    @property
    def attended(self) -> int:
        return sum(one.state == "attended" for one in self.places)

    @property
    def quorum(self) -> int:
        return quorum(self.filled, self.rules.quorum_percent)


def quorum(filled: int, percent: int) -> int:
    """How many members must be there: the share of the filled places, rounded up."""
    return -(-filled * percent // 100)


def panel_for(convention: Convention, viewer: Viewer) -> Panel | None:
    """The panel, for the officer alone; that it was looked at is noted."""
    panel = panel_now(convention, viewer.at) if viewer.is_any(Role.RECRUITER) else None
    if panel is not None:
        note(convention, viewer, "panel", count=panel.filled)
    return panel


def panel_now(convention: Convention, at: datetime) -> Panel | None:
    """The same, for the acts that depend on it: it is shown to nobody."""
    draw = drawn_draw(convention)
    if draw is None:
        return None
    rules = Rules.objects.filter(convention=convention).first()
    return Panel(
        draw=draw,
        rules=rules or Rules(convention=convention),
        places=tuple(_places(convention, draw.table.panel_size)),
        may_replace=may_replace(convention, at),
    )


def drawn_draw(convention: Convention) -> Draw | None:
    """The draw that gave the panel."""
    found = Draw.objects.filter(convention=convention, state="drawn")
    return found.select_related("table", "convention").first()


def reserve_of(draw: Draw) -> QuerySet[Candidate]:
    """Who may be called: those of the sealed list whom the draw left out, and no newcomer."""
    found = Candidate.objects.filter(convention=draw.convention, state__in=IN_RESERVE, seat=None)
    return found.filter(entries__draw=draw).order_by("code")


def alternates_of(convention: Convention) -> QuerySet[Candidate]:
    """The alternates who were listed, by rank, whatever became of them."""
    return Candidate.objects.filter(convention=convention, rank__isnull=False).order_by("rank")


def tried_for(convention: Convention, place: Place) -> list[Candidate]:
    """Who was called for this place and did not take it."""
    found = Candidate.objects.filter(convention=convention, called_for=place.number)
    return list(found.filter(state__in=LEFT_A_SEAT, seat=None).order_by("code"))


def empty_seat(candidate: Candidate) -> int | None:
    """The place that somebody is called for, unless it is taken."""
    people = Candidate.objects.filter(convention=candidate.convention, seat=candidate.called_for)
    taken = people.filter(state__in=IN_THE_PANEL).exists()
    return None if taken else candidate.called_for


def kept_seat(candidate: Candidate) -> int | None:
    """The place that the draw gave to somebody, as long as nobody else is called for it."""
    others = Candidate.objects.filter(convention=candidate.convention, called_for=candidate.seat)
    return None if others.filter(state="called").exists() else candidate.seat


def leaver_of(convention: Convention, seat: int | None) -> Candidate | None:
    """Who left this place and is not replaced yet."""
    found = Candidate.objects.filter(convention=convention, seat=seat, seat__isnull=False)
    return found.filter(state__in=LEFT_A_SEAT).first()


def _places(convention: Convention, seats: int) -> Iterable[Place]:
    people = Candidate.objects.filter(convention=convention)
    holders = {one.seat: one for one in people.filter(state__in=IN_THE_PANEL)}
    left = people.filter(state__in=LEFT_A_SEAT, seat__isnull=False)
    leavers = {one.seat: one for one in left}
    called = {one.called_for: one for one in people.filter(state="called")}
    pasts = {one.seat: one for one in PlacePast.objects.filter(convention=convention)}
    for number in range(1, seats + 1):
        holder = holders.get(number)
        yield Place(
            number=number,
            holder=holder,
            leaver=None if holder else leavers.get(number),
            called=None if holder else called.get(number),
            past=pasts.get(number),
        )
