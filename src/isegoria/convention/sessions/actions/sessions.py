import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime

from isegoria.convention.chartered import By, Chartered
from isegoria.convention.governance.conduct import Records, performs, under_lock
from isegoria.convention.sessions.models import Arrangement, Link, RelayRoom, Session
from isegoria.convention.sessions.queries import agenda_of, present_at
from isegoria.core.journal.canonical import Json, digest


@performs("session.plan")
def _plan(session: Session, by: By, *, starts: datetime, ends: datetime) -> Records:
    session.number = session.convention.sessions.count() + 1
    return {"number": session.number, **_when(session)}


def plan(
    session: Session, by: By, *, rooms: Sequence[RelayRoom] = (), links: Sequence[Link] = ()
) -> Session:
    """Prepare a session; nothing of it is public before its agenda is."""
    with under_lock(session):
        _plan(session, by, starts=session.starts, ends=session.ends)
        _arranged(session, by, "")
        _furnished(session, rooms, links)
    return session


@performs("session.edit")
def edit(
    session: Session,
    by: By,
    *,
    changes: Mapping[str, object],
    rooms: Sequence[RelayRoom] | None = None,
    links: Sequence[Link] | None = None,
) -> Records:
    changed = sorted(name for name, value in changes.items() if getattr(session, name) != value)
    for name in changed:
        setattr(session, name, changes[name])
    _furnished(session, rooms, links)
    furniture = [
        *(["relay_rooms"] if rooms is not None else []),
        *(["links"] if links is not None else []),
    ]
    return {"fields": [*changed, *furniture]}


@performs("session.publish_agenda")
def _publish_agenda(session: Session, by: By, *, composed: list[Json]) -> Records:
    session.agenda_published_at = by.at
    return {
        "number": session.number,
        "days_before": max(0, (session.starts - by.at).days),
        "content_sha256": digest({"title": session.title, **_when(session), "agenda": composed}),
    }


def publish_agenda(session: Session, by: By) -> Session:
    """Show when, where, how, and the titles and lengths of what is planned."""
    with under_lock(session):
        composed: list[Json] = [
            {"title": one.title, "minutes": one.minutes} for one in agenda_of(session)
        ]
        return _publish_agenda(session, by, composed=composed)


@performs("session.rearrange")
def rearrange(
    session: Session, by: By, *, starts: datetime, ends: datetime, mode: str, reason: str
) -> Records:
    session.starts, session.ends, session.mode = starts, ends, mode
    _arranged(session, by, reason)
    return {"number": session.number, **_when(session), "reason_sha256": _sha256(reason)}


@performs("session.open")
def open_(session: Session, by: By) -> Records:
    session.opened_at = by.at
    return {"number": session.number}


@performs("session.close")
def close(session: Session, by: By) -> Records:
    session.closed_at = by.at
    return {"number": session.number, "present": present_at(session)}


@performs("session.cancel")
def cancel(session: Session, by: By, *, reason: str) -> Records:
    session.cancel_reason = reason
    return {"number": session.number, "reason_sha256": _sha256(reason)}


@performs("session.recount")
def recount(session: Session, by: By, *, minutes: Chartered) -> Records:
    return {"number": session.number}


@performs("session.settle")
def settle(session: Session, by: By, *, minutes: Chartered) -> Records:
    return {"number": session.number}


@performs("session.complete")
def complete(session: Session, by: By, *, minutes: Chartered) -> Records:
    return {"number": session.number}


def _when(session: Session) -> dict[str, str]:
    return {
        "starts": session.starts.isoformat(),
        "ends": session.ends.isoformat(),
        "mode": session.mode,
    }


def _arranged(session: Session, by: By, reason: str) -> None:
    Arrangement.objects.create(
        session=session,
        number=session.arrangements.count() + 1,
        starts=session.starts,
        ends=session.ends,
        mode=session.mode,
        reason=reason,
        recorded_at=by.at,
    )


def _furnished(
    session: Session, rooms: Sequence[RelayRoom] | None, links: Sequence[Link] | None
) -> None:
    if rooms is not None:
        session.relay_rooms.all().delete()
        for position, room in enumerate(rooms, start=1):
            room.session, room.position = session, position
        RelayRoom.objects.bulk_create(rooms)
    if links is not None:
        session.links.all().delete()
        for link in links:
            link.session = session
        Link.objects.bulk_create(links)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
