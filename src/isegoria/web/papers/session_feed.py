"""A session as an event of iCalendar. The ways of joining at a distance are never in it."""

from datetime import UTC

from django.utils.translation import gettext as _
from icalendar import Event

from isegoria.convention.sessions.models import Mode, Session


def meeting(session: Session, url: str) -> Event:
    event, said = Event(), session.agenda_published_at or session.starts
    event.add("uid", f"{session.pk}@isegoria")
    event.add("dtstamp", said.astimezone(UTC))
    event.add("sequence", session.revision)
    event.add("dtstart", session.starts.astimezone(UTC))
    event.add("dtend", session.ends.astimezone(UTC))
    event.add("summary", _summary(session))
    event.add("status", "CANCELLED" if session.state == "cancelled" else "CONFIRMED")
    event.add("url", url)
    for name, text in (("location", _place(session)), ("description", _description(session))):
        if text:
            event.add(name, text)
    return event


def _summary(session: Session) -> str:
    if session.state == "cancelled":
        return _("Annulée : %(title)s") % {"title": session.title}
    return session.title


def _place(session: Session) -> str:
    parts = [session.place, session.address]
    if session.is_at_a_distance:
        parts.append(str(Mode.REMOTE.label))
    return ", ".join(part for part in parts if part)


def _description(session: Session) -> str:
    phone = session.help_phone
    lines = [
        session.cancel_reason,
        session.aim,
        session.access,
        _("Téléphone d’aide, le jour même : %(phone)s") % {"phone": phone} if phone else "",
    ]
    return "\n".join(line for line in lines if line)
