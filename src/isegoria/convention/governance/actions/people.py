import hashlib
from collections.abc import Sequence
from datetime import date

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Records, performs, under_lock
from isegoria.convention.people.models import Appointment, Body, InterestDeclaration, Seat
from isegoria.convention.people.queries import held_at, roles_of
from isegoria.core.charter import Role


@performs("body.create")
def create_body(body: Body, by: By) -> Records:
    return {"type": body.type}


@performs("body.describe")
def describe_body(body: Body, by: By, *, changes: dict[str, object]) -> Records:
    return {"fields": _apply(body, changes)}


@performs("seat.fill")
def fill_seat(seat: Seat, by: By) -> Records:
    return {
        "body": seat.body.reference,
        "college": seat.college,
        "since": seat.since.isoformat() if seat.since else None,
    }


@performs("seat.correct")
def correct_seat(seat: Seat, by: By, *, changes: dict[str, object]) -> Records:
    return {"fields": _apply(seat, changes)}


@performs("seat.end")
def end_seat(seat: Seat, by: By, *, until: date, reason: str) -> Records:
    seat.until, seat.end_reason = until, reason
    return {"until": until.isoformat()}


@performs("interest.declare")
def declare_interest(declaration: InterestDeclaration, by: By) -> Records:
    declaration.declared_at = by.at
    text = "" if declaration.nothing else declaration.text
    return {
        "seat": declaration.seat.reference,
        "content_sha256": hashlib.sha256(text.encode()).hexdigest(),
    }


@performs("appointment.grant")
def _grant(appointment: Appointment, by: By, *, by_administrator: bool) -> Records:
    return {
        "role": appointment.role,
        "since": appointment.since.isoformat(),
        "until": appointment.until.isoformat() if appointment.until else None,
    }


@performs("appointment.name_guarantor")
def _name_guarantor(appointment: Appointment, by: By) -> Records:
    return {
        "since": appointment.since.isoformat(),
        "until": appointment.until.isoformat() if appointment.until else None,
    }


@performs("appointment.entrust")
def entrust(appointment: Appointment, by: By) -> Records:
    """Let somebody find people for a relay: a role that opens nothing else."""
    return {"role": appointment.role, "since": appointment.since.isoformat()}


@performs("appointment.relieve")
def relieve(appointment: Appointment, by: By) -> Records:
    """Take back a role that was entrusted for a relay, and that opens nothing any more."""
    appointment.until = max(by.at, appointment.since)
    return {"role": appointment.role}


@performs("appointment.end_guarantor")
def _end_guarantor(appointment: Appointment, by: By) -> Records:
    appointment.until = max(by.at, appointment.since)
    return {"until": appointment.until.isoformat()}


def grant(appointment: Appointment, by: By) -> Appointment:
    """Give a role. Roles of the whole instance are given by its administration alone, and
    guarantors are named in public, by those whom they do not watch over."""
    if appointment.role == Role.GUARANTOR:
        return _name_guarantor(appointment, by)
    return _grant(appointment, by, by_administrator=_administers(by))


@performs("appointment.end")
def _end(appointment: Appointment, by: By, *, by_administrator: bool, the_last: bool) -> Records:
    appointment.until = max(by.at, appointment.since)
    return {"role": appointment.role}


def end(appointment: Appointment, by: By) -> Appointment:
    """Take a role back. The instance keeps at least one administrator."""
    if appointment.role == Role.GUARANTOR:
        return _end_guarantor(appointment, by)
    with under_lock(appointment):
        others = held_at(by.at).filter(role=Role.ADMINISTRATOR).exclude(pk=appointment.pk)
        the_last = appointment.role == Role.ADMINISTRATOR and not others.exists()
        return _end(appointment, by, by_administrator=_administers(by), the_last=the_last)


def _administers(by: By) -> bool:
    return bool({Role.ADMINISTRATOR, Role.HOST} & roles_of(by.actor, None, at=by.at))


def _apply(thing: Body | Seat, changes: dict[str, object]) -> Sequence[str]:
    changed = [name for name, value in changes.items() if getattr(thing, name) != value]
    for name in changed:
        setattr(thing, name, changes[name])
    return sorted(changed)
