"""What was said, for somebody: before publication the facilitators alone read it, and on the day
the device on which a table entered it."""

import hashlib
import hmac
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Count, Max, Prefetch, Q, QuerySet

from isegoria.convention.governance.models import Deed
from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.members import LETTERS
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.sessions.captures import Capture, ZoneCount
from isegoria.convention.sessions.models import Session
from isegoria.convention.sessions.sequences import Sequence
from isegoria.core.charter import Role

PUBLIC = ("published", "withdrawn")
A_DAY = timedelta(hours=14)
LAST = 5
MOST_SHOWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a facilitator looks for."""

    state: str = ""
    kind: str = ""
    table: int | None = None


def captures_of(
    convention: Convention, viewer: Viewer, *, sequence: Sequence | None = None
) -> QuerySet[Capture]:
    """All of them to those who facilitate; to anybody else, what was published, and its tombs."""
    found = Capture.objects.filter(sequence__session__convention=convention)
    if sequence is not None:
        found = found.filter(sequence=sequence)
    if not viewer.is_any(Role.FACILITATOR):
        found = found.filter(state__in=PUBLIC)
    zones = Prefetch("zones", queryset=ZoneCount.objects.order_by("zone", "moment"))
    return found.select_related("sequence__session__convention").prefetch_related(zones)


def on_the_board(sequence: Sequence, viewer: Viewer, wanted: Wanted) -> list[Capture]:
    found = captures_of(sequence.session.convention, viewer, sequence=sequence)
    asked = {"state": wanted.state, "kind": wanted.kind, "table": wanted.table}
    found = found.filter(
        **{name: value for name, value in asked.items() if value not in {"", None}}
    )
    return list(found.order_by("-taken_at", "-pk")[:500])


def capture_at(
    convention: Convention, viewer: Viewer, key: UUID, receipts: Collection[str] = ()
) -> Capture | None:
    """One of them, if it is theirs to read."""
    found = captures_of(convention, viewer).filter(pk=key).first()
    if found is not None:
        return found
    return next((one for one in taken_here(convention, viewer, receipts) if one.pk == key), None)


def taken_here(convention: Convention, viewer: Viewer, receipts: Iterable[str]) -> list[Capture]:
    """What this device entered today, the last first: it shows the receipts that it was given."""
    held = {key: receipt for receipt in receipts if (key := _key(receipt)) is not None}
    found = Capture.objects.filter(pk__in=held, taken_at__gt=viewer.at - A_DAY)
    found = found.filter(sequence__session__convention=convention).exclude(state="set_aside")
    rows = found.select_related("sequence__session__convention").prefetch_related("zones")
    return [
        one
        for one in rows.order_by("-taken_at", "-pk")
        if hmac.compare_digest(one.receipt, held[one.pk])
    ]


def shown_in_the_room(sequence: Sequence, viewer: Viewer) -> list[Capture]:
    """What is on the screen: published, or shown by those who facilitate. For those who are in
    the room, or follow it: members and facilitators. The last first."""
    found = Capture.objects.filter(sequence=sequence)
    if viewer.is_any(Role.FACILITATOR, Role.MEMBER):
        found = found.filter(Q(state="published") | _shown())
    else:
        found = found.filter(state="published")
    return list(found.prefetch_related("zones").order_by("-taken_at", "-pk")[:MOST_SHOWN])


def screen_version(sequence: UUID) -> str:
    """Changes when the screen does. One query."""
    rows = Capture.objects.filter(sequence=sequence).filter(Q(state="published") | _shown())
    seen = rows.aggregate(
        n=Count("pk"), r=Max("revision"), s=Max("shown_at"), p=Max("published_at")
    )
    sums = rows.order_by("pk").values_list("pk", "revision")
    said = f"{seen}{list(sums)}" if seen["n"] else "empty"
    return hashlib.sha256(said.encode()).hexdigest()[:24]


def published_in(session: Session) -> list[tuple[Sequence, list[Capture]]]:
    """What was said in a session, in the order of its sequences, as anybody reads it."""
    rows = Capture.objects.filter(sequence__session=session, state__in=PUBLIC)
    by_sequence: dict[UUID, list[Capture]] = {}
    for one in rows.prefetch_related("zones").order_by("round", "table", "taken_at", "pk"):
        by_sequence.setdefault(one.sequence_id, []).append(one)
    sequences = Sequence.objects.filter(pk__in=by_sequence).order_by("position", "pk")
    return [(one, by_sequence[one.pk]) for one in sequences]


def hands_behind(captures: Collection[Capture], viewer: Viewer) -> dict[UUID, str]:
    """Who entered them, for those who facilitate: helpers alone, never the members. One query."""
    if not viewer.is_any(Role.FACILITATOR):
        return {}
    keys = {one.reference: one.pk for one in captures}
    rows = Deed.objects.filter(
        entry__act="capture.take", entry__subject__in=keys, actor__isnull=False
    )
    rows = rows.select_related("entry", "actor__person")
    return {keys[one.entry.subject]: str(one.actor) for one in rows}


def code_of(sequence: Sequence) -> str:
    """Four letters for the paper sheets of a sequence. They are made from the site's key."""
    made = hmac.digest(settings.SECRET_KEY.encode(), f"sheet:{sequence.pk}".encode(), "sha256")
    number = int.from_bytes(made, "big")
    return "".join(LETTERS[number // len(LETTERS) ** at % len(LETTERS)] for at in range(4))


def sheet_code(sequence: Sequence, table: int, turn: int) -> str:
    """What is printed on the sheet of one table, for one round."""
    return f"{code_of(sequence)}-{table}-{turn}"


def of_sheet(convention: Convention, code: str) -> tuple[list[Sequence], int, int]:
    """The sequence (two, once in a long while), the table and the round of a sheet; or nothing."""
    letters, *numbers = code.upper().replace("–", "-").replace(" ", "-").split("-")
    if len(numbers) != 2 or not all(one.isdecimal() and len(one) < 4 for one in numbers):
        return [], 0, 0
    every = Sequence.objects.filter(session__convention=convention).exclude(state="dropped")
    found = [one for one in every.select_related("session__convention") if code_of(one) == letters]
    return found, int(numbers[0]), int(numbers[1])


def keyed_before(sequence: Sequence, sheet: str) -> int:
    """How many expressions this sheet gave already."""
    return sequence.captures.filter(sheet=sheet).exclude(state="set_aside").count()


def sequence_to_capture(convention: Convention, viewer: Viewer, key: UUID) -> Sequence | None:
    """A sequence in which something may be said: of a session whose agenda was published, for
    those who are in the room."""
    found = Sequence.objects.filter(session__convention=convention, pk=key)
    if not viewer.is_any(Role.FACILITATOR):
        found = found.exclude(session__agenda_published_at=None)
    return found.select_related("session__convention").first()


def _shown() -> Q:
    return Q(shown_at__isnull=False) & ~Q(state__in=["set_aside", "withdrawn"])


def _key(receipt: str) -> UUID | None:
    try:
        return UUID(hex=receipt[:32])
    except ValueError:
        return None
