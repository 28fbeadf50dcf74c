"""Experts and requests, for somebody; and how their domains and their points of view balance."""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.members import Member
from isegoria.convention.people.models import InterestDeclaration, Seat
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.sessions.experts import ExpertRequest, Hearing
from isegoria.convention.sessions.models import Session
from isegoria.core.charter import Role

TEAM = (Role.FACILITATOR, Role.ORGANISER, Role.GUARANTOR)
STANDING = ("planned", "held")


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """Domains by points of view. A domain of the convention that nobody brings has a row of zeros."""

    viewpoints: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How many experts members asked for, and what became of their requests."""

    asked: int
    honoured: int
    refused: int
    waiting: int


def hearings_of(convention: Convention) -> QuerySet[Hearing]:
    """All that were announced, in the order of the sessions, with what each declared. Public."""
    declared = Prefetch(
        "seat__declarations", queryset=InterestDeclaration.objects.order_by("-declared_at")
    )
    found = Hearing.objects.filter(session__convention=convention)
    found = found.select_related("session__convention", "seat__body").prefetch_related(declared)
    return found.order_by("session__starts", "session__number", "seat__name", "pk")


def hearings_in(session: Session) -> list[Hearing]:
    """Those of one session. Public."""
    return list(hearings_of(session.convention).filter(session=session))


def hearing_at(convention: Convention, key: UUID) -> Hearing | None:
    return hearings_of(convention).filter(pk=key).first()


def seats_to_hear(convention: Convention) -> list[Seat]:
    """Those who hold a public seat, in the order of their names. One query."""
    found = Seat.objects.filter(body__convention=convention, state="held").exclude(name="")
    return list(found.select_related("body").order_by("name", "pk"))


def is_announced(session: Session, seat: Seat) -> bool:
    """Somebody speaks in a session once."""
    return Hearing.objects.filter(session=session, seat=seat, state__in=STANDING).exists()


def viewpoints_of(convention: Convention) -> list[str]:
    """The points of view as they were written so far."""
    found = Hearing.objects.filter(session__convention=convention)
    return sorted(set(found.values_list("viewpoint", flat=True)))


def balance_of(convention: Convention) -> Balance:
    """Who is heard, planned or held: each domain by each point of view. One query."""
    found = Hearing.objects.filter(session__convention=convention, state__in=STANDING)
    return balanced(
        list(found.values_list("viewpoint", "seat__domains")),
        [str(one) for one in convention.themes],
    )


def balanced(heard: Iterable[tuple[str, list[str]]], themes: Iterable[str]) -> Balance:
    """A domain written with a capital here and without there is one domain."""
    heard = list(heard)
    every = [*themes, *(one for _viewpoint, domains in heard for one in domains)]
    called = {_letters(one): one for one in reversed(every)}
    count: Counter[tuple[str, str]] = Counter()
    for viewpoint, domains in heard:
        count.update((called[one], viewpoint) for one in {_letters(said) for said in domains})
    viewpoints = tuple(sorted({viewpoint for viewpoint, _domains in heard}, key=_letters))
    rows = tuple(
        (called[one], tuple(count[called[one], view] for view in viewpoints))
        for one in sorted(called)
    )
    missing = tuple(one for one, counts in rows if not any(counts))
    return Balance(viewpoints=viewpoints, rows=rows, missing=missing)


def _letters(text: str) -> str:
    """As a dictionary orders: accents and capitals do not count."""
    return unicodedata.normalize("NFD", text).casefold()


def requests_of(convention: Convention, viewer: Viewer) -> QuerySet[ExpertRequest]:
    """All of them to the team; to anybody, those that were answered."""
    found = ExpertRequest.objects.filter(convention=convention)
    if not viewer.is_any(*TEAM):
        found = found.filter(state__in=["honoured", "refused"])
    found = found.select_related("convention", "member", "hearing__seat", "hearing__session")
    return found.order_by("-number")


def waiting_requests(convention: Convention, viewer: Viewer) -> list[ExpertRequest]:
    """Those that the team has not answered, the first asked first."""
    return list(requests_of(convention, viewer).filter(state="asked").order_by("number"))


def request_at(convention: Convention, viewer: Viewer, key: UUID) -> ExpertRequest | None:
    return requests_of(convention, viewer).filter(pk=key).first()


def requests_of_member(member: Member) -> QuerySet[ExpertRequest]:
    """What this member asked for, the last first."""
    found = ExpertRequest.objects.filter(member=member)
    return found.select_related("convention", "hearing__seat").order_by("-number")


def asked_of(convention: Convention) -> Asked:
    """One query."""
    states = ExpertRequest.objects.filter(convention=convention).values_list("state", flat=True)
    count = Counter(states)
    return Asked(
        asked=sum(count.values()),
        honoured=count["honoured"],
        refused=count["refused"],
        waiting=count["asked"],
    )
