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
from isegoria.convention.sessions.captures import Capture, Kind, ZoneCount
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

    sequence: UUID | None = None
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


def on_the_board(session: Session, viewer: Viewer, wanted: Wanted) -> QuerySet[Capture]:
    """What was said in a session, sequence after sequence, the last of each first."""
    asked = {
        "sequence": wanted.sequence,
        "state": wanted.state,
        "kind": wanted.kind,
        "table": wanted.table,
    }
    found = captures_of(session.convention, viewer).filter(
        sequence__session=session,
        **{name: value for name, value in asked.items() if value not in {"", None}},
    )
    return found.order_by("sequence__position", "sequence_id", "-taken_at", "-pk")


def how_many(session: Session, viewer: Viewer) -> dict[str, int]:
    """How many expressions are in each state. One query."""
    found = captures_of(session.convention, viewer).filter(sequence__session=session)
    counted = found.order_by().values_list("state").annotate(n=Count("pk"))
    return dict(counted)


def to_publish(session: Session, viewer: Viewer) -> list[Capture]:
    """What its tables have confirmed, as many as one looks at on one page."""
    found = on_the_board(session, viewer, Wanted(state="confirmed"))
    return [one for one in found[:MOST_SHOWN] if one.words.strip() or one.kind == Kind.POSITIONS]


def sequences_to_capture(session: Session) -> QuerySet[Sequence]:
    return session.sequences.exclude(state="dropped").order_by("position", "pk")


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


def played_for(
    convention: Convention, viewer: Viewer, key: UUID, receipts: Collection[str] = ()
) -> Capture | None:
    """A capture whose file they may see or hear: what was withdrawn or set aside, those who
    facilitate alone; what is shown in the room, those who are in it."""
    found = Capture.objects.filter(sequence__session__convention=convention, pk=key)
    one = found.exclude(file="").first()
    if one is None or viewer.is_any(Role.FACILITATOR) or one.state == "published":
        return one
    if one.state in {"withdrawn", "set_aside"}:
        return None
    here = viewer.is_any(Role.MEMBER) and one.shown_at is not None
    return one if here or one in taken_here(convention, viewer, receipts) else None


def sequence_on_screen(session: Session) -> Sequence | None:
    """The one that runs; or the last that did; or the first."""
    every = list(sequences_to_capture(session))
    begun = [one for one in every if one.started_at]
    running = [one for one in begun if one.state == "running"]
    return next(iter([*running, *reversed(begun), *every]), None)


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


def published_in(session: Session) -> QuerySet[Capture]:
    """What was said in a session, in the order of its sequences, as anybody reads it."""
    rows = Capture.objects.filter(sequence__session=session, state__in=PUBLIC)
    rows = rows.select_related("sequence").prefetch_related("zones")
    return rows.order_by(
        "sequence__position", "sequence_id", "round", "table", "group", "taken_at", "pk"
    )


def sessions_that_said(convention: Convention) -> QuerySet[Session]:
    """The public sessions in which something was published, with `said`, how much. One query."""
    said = Count("sequences__captures", filter=Q(sequences__captures__state="published"))
    tombs = Count("sequences__captures", filter=Q(sequences__captures__state__in=PUBLIC))
    found = Session.objects.filter(convention=convention, agenda_published_at__isnull=False)
    return found.annotate(said=said, tombs=tombs).filter(tombs__gt=0).order_by("starts", "number")


def public_session(convention: Convention, key: UUID) -> Session | None:
    return Session.objects.filter(
        convention=convention, pk=key, agenda_published_at__isnull=False
    ).first()


def public_file(convention: Convention, key: UUID) -> Capture | None:
    """The picture or the voice that anybody may see or hear now."""
    found = Capture.objects.filter(sequence__session__convention=convention, pk=key)
    return found.filter(state="published").exclude(file="").first()


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
