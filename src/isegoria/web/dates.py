"""Dates as people say them, no more exactly than they are known."""

from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from isegoria.convention.mandate.models import CalendarDate, Precision

register = template.Library()
QUARTERS = {
    1: gettext_lazy("début %(year)d"),
    4: gettext_lazy("printemps %(year)d"),
    7: gettext_lazy("été %(year)d"),
    10: gettext_lazy("fin %(year)d"),
}
MANY_DAYS, DAYS_A_MONTH = 60, 30.44
NEAR = {0: gettext_lazy("aujourd’hui"), 1: gettext_lazy("demain"), -1: gettext_lazy("hier")}


def say(said: CalendarDate, zone: tzinfo) -> str:
    """« samedi 26 juin 2021, 9 h–12 h 30 », « mars 2021 », « de mars à mai 2021 »."""
    first, last = said.starts.astimezone(zone), said.ends.astimezone(zone)
    return say_span(first, last, said.precision)


def say_span(first: datetime, last: datetime, precision: str) -> str:
    """A span of time, both ends in the zone of the place."""
    match precision:
        case Precision.MINUTE:
            return _hours(first, last)
        case Precision.MONTH:
            return _months(first.date(), last.date())
        case Precision.QUARTER:
            return _quarters(first.date(), last.date())
        case Precision.YEAR:
            return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    return _days(first.date(), last.date())


def say_day(day: date) -> str:
    """« vendredi 30 avril 2021 »."""
    return f"{_weekday(day)} {_day_of_month(day)} {_month(day)}"


def say_short_day(day: date) -> str:
    """« 30 avril 2021 »."""
    return f"{_day_of_month(day)} {_month(day)}"


def say_known_day(day: date, precision: str) -> str:
    """A day that is known only to the month, the quarter or the year."""
    if precision in {Precision.DAY, Precision.MINUTE}:
        return say_short_day(day)
    noon = datetime(day.year, day.month, day.day, 12)  # noqa: DTZ001 -- only its day is said
    return say_span(noon, noon, precision)


def say_moment(instant: datetime, zone: tzinfo) -> str:
    """« vendredi 30 avril 2021, 9 h 30 »."""
    local = instant.astimezone(zone)
    return f"{say_day(local.date())}, {_hour(local)}"


def say_drift(drift: timedelta) -> str:
    """How far what happened is from what was first announced, in days; "" when it is on time."""
    days = round(drift / timedelta(days=1))
    if days == 0:
        return ""
    sentence = (
        ngettext(
            "%(days)d jour après la date annoncée", "%(days)d jours après la date annoncée", days
        )
        if days > 0
        else ngettext(
            "%(days)d jour avant la date annoncée", "%(days)d jours avant la date annoncée", -days
        )
    )
    return sentence % {"days": abs(days)}


def say_distance(day: date, today: date) -> str:
    """« dans 3 jours », « demain », « il y a 2 jours »: a day seen from another."""
    days = (day - today).days
    if days in NEAR:
        return str(NEAR[days])
    if abs(days) >= MANY_DAYS:
        return _far(days)
    if days > 0:
        return ngettext("dans %(days)d jour", "dans %(days)d jours", days) % {"days": days}
    return ngettext("il y a %(days)d jour", "il y a %(days)d jours", -days) % {"days": -days}


def _far(days: int) -> str:
    """Beyond two months a count of days says nothing: « il y a 17 mois »."""
    months = round(abs(days) / DAYS_A_MONTH)
    sentence = _("dans %(months)d mois") if days > 0 else _("il y a %(months)d mois")
    return sentence % {"months": months}


@register.filter
def when(value: CalendarDate | datetime | date | None, zone: tzinfo | None = None) -> str:
    """`{{ date|when:convention.zone }}`: a date said, a moment or a day, in words."""
    zone = zone or timezone.get_current_timezone()
    match value:
        case CalendarDate():
            return say(value, zone)
        case datetime():
            return say_moment(value, zone)
        case date():
            return say_day(value)
    return ""


@register.filter
def short_day(value: datetime | date | None, zone: tzinfo | None = None) -> str:
    """`{{ instant|short_day:convention.zone }}`: the day alone."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = value.astimezone(zone or timezone.get_current_timezone()).date()
    return say_short_day(value)


@register.filter
def known_day(value: date | None, precision: str = Precision.DAY) -> str:
    """`{{ mandate.decided_on|known_day:mandate.precision }}`."""
    return say_known_day(value, precision) if value else ""


@register.filter
def known_date(value: date | None, precision: str = Precision.DAY) -> str:
    """The same, with the day of the week when the day is known."""
    exact = precision in {Precision.DAY, Precision.MINUTE}
    return when(value) if exact else known_day(value, precision)


@register.filter
def hour(value: datetime | None, zone: tzinfo | None = None) -> str:
    """`{{ instant|hour:convention.zone }}`: « 9 h 30 », without its day."""
    return _hour(value.astimezone(zone or timezone.get_current_timezone())) if value else ""


@register.filter
def lasting(minutes: int) -> str:
    """`{{ 90|lasting }}`: « 1 h 30 min », « 45 min »."""
    hours, rest = divmod(abs(minutes), 60)
    said = [f"{hours}\N{NO-BREAK SPACE}h"] if hours else []
    said += [f"{rest}\N{NO-BREAK SPACE}min"] if rest or not hours else []
    return "\N{NO-BREAK SPACE}".join(said)


@register.filter
def drift(value: timedelta) -> str:
    return say_drift(value)


@register.filter
def iso(value: datetime | date | None) -> str:
    """For `<time datetime>`, which takes no more than milliseconds."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    return value.isoformat() if value else ""


def _weekday(day: date) -> str:
    return _worded(day.toordinal(), "l", get_language())


def _day_of_month(day: date) -> str:
    """The first of the month has a name of its own in French."""
    return _("1er") if day.day == 1 else str(day.day)


def _month(day: date) -> str:
    return _worded(day.toordinal(), "F Y", get_language())


@lru_cache(maxsize=4096)
def _worded(day: int, shape: str, language: str | None) -> str:  # noqa: ARG001 -- it is said in it
    """Remembered: a page says the same months many times over."""
    return date_format(date.fromordinal(day), shape)


def _hour(local: datetime) -> str:
    """« 9 h », « 9 h 30 »; “9:30” elsewhere."""
    if get_language() not in {None, "fr"}:
        return f"{local.hour}:{local.minute:02}"
    return f"{local.hour}\N{NO-BREAK SPACE}h" + (
        f"\N{NO-BREAK SPACE}{local.minute:02}" if local.minute else ""
    )


def _hours(first: datetime, last: datetime) -> str:
    if first == last:
        return f"{say_day(first.date())}, {_hour(first)}"
    if first.date() == last.date():
        return f"{say_day(first.date())}, {_hour(first)}–{_hour(last)}"
    return _("du %(first)s au %(last)s") % {
        "first": f"{say_day(first.date())}, {_hour(first)},",
        "last": f"{say_day(last.date())}, {_hour(last)}",
    }


def _days(first: date, last: date) -> str:
    """Only what differs is repeated: « du 26 au 28 juin 2021 »."""
    if first == last:
        return say_day(first)
    if (first.year, first.month) == (last.year, last.month):
        begun = _day_of_month(first)
    elif first.year == last.year:
        begun = f"{_day_of_month(first)} {date_format(first, 'F')}"
    else:
        begun = say_short_day(first)
    return _("du %(first)s au %(last)s") % {"first": begun, "last": say_short_day(last)}


def _months(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return _month(first)
    begun = date_format(first, "F" if first.year == last.year else "F Y")
    sentence = _("d’%(first)s à %(last)s") if begun[0] in "aeo" else _("de %(first)s à %(last)s")
    return sentence % {"first": begun, "last": _month(last)}


def _quarters(first: date, last: date) -> str:
    begun, ended = _quarter(first), _quarter(last)
    if begun == ended:
        return begun
    return _("%(first)s – %(last)s") % {"first": begun, "last": ended}


def _quarter(day: date) -> str:
    """« fin 2021 » for October to December: no more precise than what was said."""
    return str(QUARTERS[3 * ((day.month - 1) // 3) + 1]) % {"year": day.year}
