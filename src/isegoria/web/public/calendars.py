"""A calendar as a page shows it: what was announced, what holds, what happened, and the distance."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from isegoria.convention.mandate.models import CalendarDate, Convention, Lane, Precision
from isegoria.convention.mandate.queries import Dated
from isegoria.core.charter import WINDOW_NAMES, Window
from isegoria.web.dates import say, say_distance, say_drift, say_short_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One date that was said, and when it was said."""

    nature: str
    when: str
    recorded: str
    reason: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing of the calendar, in words."""

    key: str
    title: str
    language: str
    place: str
    detail: str
    source: str
    state: str
    tone: str
    when: str
    day: str
    distance: str
    planned: str
    reason: str
    drift: str
    history: tuple[Said, ...]


def line(dated: Dated, convention: Convention, moment: datetime) -> Line:
    zone, item = convention.zone, dated.item
    first, current = dated.dates[0], dated.current
    cancelled = item.state == "cancelled"
    return Line(
        key=str(item.pk),
        title=_(WINDOW_NAMES[Window(item.window)]).capitalize() if item.window else item.label,
        language="" if item.window else convention.language,
        place=item.place,
        detail=item.detail,
        source=current.source or item.source,
        state=_state(dated, moment),
        tone=_tone(dated, moment),
        when=say(current, zone),
        day=current.starts.astimezone(zone).date().isoformat(),
        distance=_distance(current, convention, moment),
        planned=_first_announced(first, current, convention),
        reason=item.cancel_reason if cancelled else current.reason,
        drift="" if cancelled else say_drift(dated.drift),
        history=tuple(_said(one, convention) for one in dated.dates),
    )  # fmt: skip


def lanes(
    calendar: Sequence[Dated], convention: Convention, moment: datetime, only: str = ""
) -> list[dict[str, Any]]:
    """The lanes, each with its lines; the windows of the charter are a list of their own."""
    return [
        {
            "key": lane.value,
            "name": lane.label,
            "lines": [
                line(one, convention, moment)
                for one in calendar
                if one.item.lane == lane and not one.item.window
            ],
        }
        for lane in Lane
        if not only or lane == only
    ]


def windows(calendar: Iterable[Dated], convention: Convention, moment: datetime) -> list[Line]:
    return [line(one, convention, moment) for one in calendar if one.item.window]


def overdue(calendar: Iterable[Dated], moment: datetime) -> int:
    return sum(one.is_overdue(moment) for one in calendar)


def _distance(date: CalendarDate, convention: Convention, moment: datetime) -> str:
    """How far the day is, when the day is known."""
    if date.precision not in {Precision.DAY, Precision.MINUTE}:
        return ""
    zone = convention.zone
    return say_distance(date.starts.astimezone(zone).date(), moment.astimezone(zone).date())


def _state(dated: Dated, moment: datetime) -> str:
    match dated.item.state:
        case "cancelled":
            return _("annulé")
        case "held" if not dated.item.window:
            return _("réalisé")
    if dated.item.window and dated.is_open(moment):
        return _("ouverte")
    if dated.item.window and (dated.is_past(moment) or dated.item.state == "held"):
        return _("terminée")
    return _("date passée : rien n’est dit") if dated.is_overdue(moment) else _("prévu")


def _tone(dated: Dated, moment: datetime) -> str:
    match dated.item.state:
        case "cancelled":
            return "refusal"
        case "held":
            return "success"
    if dated.is_overdue(moment):
        return "warn"
    return "info" if dated.item.window and dated.is_open(moment) else "neutral"


def _first_announced(first: CalendarDate, current: CalendarDate, convention: Convention) -> str:
    """Said only when something has changed since."""
    announced = say(first, convention.zone)
    if first.pk == current.pk or announced == say(current, convention.zone):
        return ""
    return _("D’abord annoncé : %(when)s") % {"when": announced}


def _said(one: CalendarDate, convention: Convention) -> Said:
    return Said(
        nature=str(CalendarDate.Nature(one.nature).label),
        when=say(one, convention.zone),
        recorded=say_short_day(one.recorded_at.astimezone(convention.zone).date()),
        reason=one.reason,
        source=one.source,
    )
