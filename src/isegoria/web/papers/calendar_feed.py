"""A convention's calendar as iCalendar (RFC 5545), no more exact than the dates are known."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from isegoria.convention.mandate.models import CalendarDate, Convention, Precision
from isegoria.convention.mandate.queries import Dated
from isegoria.convention.sessions.models import Session
from isegoria.web.dates import say
from isegoria.web.papers.session_feed import meeting

PRODUCT = "-//Isegoria//Convention//FR"
VAGUE = {Precision.MONTH, Precision.QUARTER, Precision.YEAR}
AGAIN = timedelta(hours=12)


Meeting = tuple[Session, str]  # a session, and the page where it is read


def calendar(
    convention: Convention, dated: list[Dated], *, url: str, meetings: Iterable[Meeting] = ()
) -> bytes:
    """The whole calendar; `url` is the page where it is read."""
    made = _empty(convention)
    for one in dated:
        made.add_component(_event(one, convention.zone, url))
    for session, page in meetings:
        made.add_component(meeting(session, page))
    return bytes(made.to_ical())


def one_session(session: Session, url: str) -> bytes:
    """A calendar that holds one session."""
    made = _empty(session.convention)
    made.add_component(meeting(session, url))
    return bytes(made.to_ical())


def _empty(convention: Convention) -> Calendar:
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("name", convention.title)
    made.add("x-wr-calname", convention.title)
    made.add("x-wr-timezone", convention.time_zone)
    made.add("refresh-interval", AGAIN, parameters={"value": "DURATION"})
    return made


def _event(one: Dated, zone: ZoneInfo, url: str) -> Event:
    event, said = Event(), one.current
    event.add("uid", f"{one.item.pk}@isegoria")
    event.add("dtstamp", said.recorded_at.astimezone(UTC))
    event.add("last-modified", said.recorded_at.astimezone(UTC))
    event.add("sequence", one.item.revision)
    starts, ends = _span(said, zone)
    event.add("dtstart", starts)
    if ends is not None:
        event.add("dtend", ends)
    event.add("summary", _summary(one, zone))
    event.add("status", _status(one))
    event.add("transp", "OPAQUE" if said.precision == Precision.MINUTE else "TRANSPARENT")
    event.add("url", url)
    for name, text in (("location", one.item.place), ("description", _description(one, zone))):
        if text:
            event.add(name, text)
    return event


def _span(said: CalendarDate, zone: ZoneInfo) -> tuple[date | datetime, date | datetime | None]:
    """Instants when hours are known; otherwise days, of which the last is not included.

    Hours with no known end are a moment, which has no DTEND (3.6.1).
    """
    if said.precision == Precision.MINUTE:
        ends = said.ends.astimezone(UTC) if said.ends > said.starts else None
        return said.starts.astimezone(UTC), ends
    last = said.ends.astimezone(zone).date()
    return said.starts.astimezone(zone).date(), last + timedelta(days=1)


def _summary(one: Dated, zone: ZoneInfo) -> str:
    label = one.item.label
    if one.item.state == "cancelled":
        return _("Annulé : %(label)s") % {"label": label}
    if one.current.precision in VAGUE:
        return _("%(label)s (%(when)s, jour à préciser)") % {
            "label": label,
            "when": say(one.current, zone),
        }
    return label


def _status(one: Dated) -> str:
    if one.item.state == "cancelled":
        return "CANCELLED"
    return "TENTATIVE" if one.current.precision in VAGUE and not one.actual else "CONFIRMED"


def _description(one: Dated, zone: ZoneInfo) -> str:
    first, now = one.first_planned, one.current
    lines = [one.item.detail, one.item.cancel_reason or now.reason]
    if first and (first.starts, first.ends) != (now.starts, now.ends):
        lines.append(_("Date d’abord prévue : %(when)s.") % {"when": say(first, zone)})
    lines.append(_("Source : %(source)s") % {"source": one.item.source} if one.item.source else "")
    return "\n".join(line for line in lines if line)
