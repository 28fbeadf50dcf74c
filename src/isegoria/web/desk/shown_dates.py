"""An item of the calendar, as the desk shows it."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.convention.mandate.models import CalendarDate, Convention
from isegoria.convention.mandate.queries import Dated
from isegoria.core.charter import CHARTER, Window
from isegoria.web.dates import say, say_drift, say_moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One item: what holds now, what was first planned, and how far they are from each other."""

    title: str
    when: str
    planned: str
    reason: str
    drift: str
    tone: str
    place: str
    detail: str
    url: str
    state: str
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One date that was said, as a row of the item's history."""

    number: int
    nature: str
    when: str
    reason: str
    source: str
    recorded: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A window of the charter, and the acts that it makes possible."""

    shown: Shown
    opens: list[str]
    is_open: bool


def shown(dated: Dated, convention: Convention, at: datetime) -> Shown:
    item, zone = dated.item, convention.zone
    current, first = dated.current, dated.dates[0]
    moved = (current.starts, current.ends) != (first.starts, first.ends)
    return Shown(
        title=item.label,
        when=say(current, zone),
        planned=_("Annoncé d’abord : %(date)s") % {"date": say(first, zone)} if moved else "",
        reason=item.cancel_reason or current.reason,
        drift=say_drift(dated.drift) if moved else "",
        tone=_tone(dated, at),
        place=item.place,
        detail=item.detail,
        url=reverse("desk:calendar_item", args=[convention.slug, item.pk]),
        state=_state(dated, at),
        late=dated.is_overdue(at),
    )


def opening(dated: Dated, convention: Convention, at: datetime) -> Opening:
    window = Window(dated.item.window)
    return Opening(
        shown=shown(dated, convention, at),
        opens=[_(act.label) for act in CHARTER if window in act.during],
        is_open=dated.is_open(at),
    )


def history(dated: Dated, zone: ZoneInfo) -> list[Said]:
    return [_said(one, zone) for one in reversed(dated.dates)]


def _said(one: CalendarDate, zone: ZoneInfo) -> Said:
    return Said(
        number=one.number,
        nature=str(CalendarDate.Nature(one.nature).label),
        when=say(one, zone),
        reason=one.reason,
        source=one.source,
        recorded=say_moment(one.recorded_at, zone),
    )


def _tone(dated: Dated, at: datetime) -> str:
    if dated.item.state == "cancelled":
        return "refusal"
    if dated.is_overdue(at):
        return "warn"
    return "success" if dated.item.state == "held" else "neutral"


def _state(dated: Dated, at: datetime) -> str:
    if dated.item.state == "cancelled":
        return _("annulé")
    if dated.item.window:
        return _window_state(dated, at)
    if dated.item.state == "held":
        return _("a eu lieu")
    return _("à constater") if dated.is_overdue(at) else _("prévu")


def _window_state(dated: Dated, at: datetime) -> str:
    if dated.is_open(at):
        return _("ouverte")
    return _("passée") if dated.is_past(at) else _("à venir")
