"""Who sits where, for anybody: bodies, seats, what was declared, and which domains are covered."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.models import Body, BodyType, InterestDeclaration, Seat
from isegoria.core.texts import searchable, wanted_words

ORDER = (
    BodyType.GUARANTORS,
    BodyType.FACILITATOR,
    BodyType.COMMITTEE,
    BodyType.EXPERTS,
    BodyType.RECRUITER,
    BodyType.TEAM,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """One domain, and who brings it. Announced: the body said that it would be covered."""

    domain: str
    seats: tuple[Seat, ...]
    announced: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Seated:
    """A body with its seats, as anybody may see it."""

    body: Body
    held: tuple[Seat, ...]
    ended: tuple[Seat, ...]

    @property
    def is_past(self) -> bool:
        """Somebody sat here, and nobody does any more."""
        return bool(self.ended) and not self.held

    @property
    def coverage(self) -> list[Coverage]:
        """The announced domains in their order, then those that are there unannounced."""
        announced = list(self.body.domains)
        brought = sorted({one for seat in self.held for one in seat.domains} - set(announced))
        return [
            Coverage(
                domain=domain,
                seats=tuple(seat for seat in self.held if domain in seat.domains),
                announced=domain in announced,
            )
            for domain in [*announced, *brought]
        ]


@dataclass(frozen=True, slots=True)
class Brief:
    """A body and the names of those who sit there today."""

    name: str
    held: tuple[str, ...]


def seated_bodies(convention: Convention) -> list[Seated]:
    """The bodies in the order of the public page, each with its seats. Three queries."""
    found = Body.objects.filter(convention=convention).prefetch_related(
        Prefetch("seats", queryset=Seat.objects.order_by("since", "name", "organisation", "pk")),
        Prefetch(
            "seats__declarations", queryset=InterestDeclaration.objects.order_by("-declared_at")
        ),
    )
    made = [_seated(body, body.seats.all()) for body in found]
    return sorted(made, key=lambda one: (_place(one.body.type), one.body.name))


def seats_in_brief(convention: Convention) -> list[Brief]:
    """Who sits where today, by name alone, in the order of the public page. One query."""
    rows = _held().filter(body__convention=convention)
    names: dict[tuple[int, str], list[str]] = defaultdict(list)
    for kind, body, name, organisation in rows:
        names[_place(kind), body].append(name or organisation)
    return [Brief(body, tuple(held)) for (_order, body), held in sorted(names.items())]


@cache
def _held() -> QuerySet[Seat, tuple[str, str, str, str]]:
    """Composed once: every front page asks it."""
    found = Seat.objects.filter(state="held").order_by("name", "organisation")
    return found.values_list("body__type", "body__name", "name", "organisation")


def seat_at(convention: Convention, key: UUID) -> Seat | None:
    """One seat with its declarations. Two queries."""
    found = Seat.objects.filter(body__convention=convention, pk=key).select_related("body")
    return found.prefetch_related("declarations").first()


def seats_named(convention: Convention, words: str, limit: int) -> list[Seat]:
    """Seats whose name, function and organisation hold every word. There are tens of them."""
    wanted = wanted_words(words)
    seats = Seat.objects.filter(body__convention=convention).select_related("body").order_by("name")
    texts = ((one, searchable(one.name, one.function, one.organisation)) for one in seats)
    return [one for one, text in texts if all(word in text for word in wanted)][:limit]


def _place(kind: str) -> int:
    return ORDER.index(BodyType(kind)) if kind in ORDER else len(ORDER)


def _seated(body: Body, seats: Iterable[Seat]) -> Seated:
    seats = list(seats)
    return Seated(
        body=body,
        held=tuple(seat for seat in seats if seat.state == "held"),
        ended=tuple(seat for seat in seats if seat.state == "ended"),
    )


def body_at(convention: Convention, key: UUID) -> Body | None:
    return Body.objects.filter(convention=convention, pk=key).first()


def body_named(convention: Convention, name: str) -> Body | None:
    return Body.objects.filter(convention=convention, name=name).first()
