"""What somebody types as a date and an hour, as an instant; and back.

Hours are the convention's own. In March one hour does not exist; in October one comes twice.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from isegoria.convention.mandate.models import Precision

LAST_INSTANT = time(23, 59, 59)
FIRST_YEAR, LAST_YEAR = 1900, 2200  # dates beyond them are slips, and some have no instant in UTC


class NoSuchHour(ValueError):  # noqa: N818 -- reads as what happened
    """The clocks go forward over this hour: nobody can meet at it."""

    def __init__(self, after: datetime) -> None:
        super().__init__("the clocks go forward over this hour")
        self.after = after


@dataclass(frozen=True, slots=True)
class Span:
    """From one instant to another, in UTC, as exactly as it is known."""

    starts: datetime
    ends: datetime
    precision: str
    twice: bool = False


def instant(day: date, hour: time, zone: ZoneInfo) -> tuple[datetime, bool]:
    """The instant in UTC, and whether the hour comes twice that day (the first one is meant)."""
    local = datetime.combine(day, hour, tzinfo=zone)
    utc = local.astimezone(UTC)
    if (there := utc.astimezone(zone)).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise NoSuchHour(there)
    return utc, local.utcoffset() != local.replace(fold=1).utcoffset()


def span(
    first: tuple[date, time | None],
    last: tuple[date | None, time | None],
    precision: str,
    zone: ZoneInfo,
) -> Span:
    """The span that was typed: whole days, months, quarters or years unless hours are given."""
    day, hour = first
    last_day, last_hour = last[0] or day, last[1]
    if hour is not None:
        starts, twice = instant(day, hour, zone)
        until = last_hour or (hour if last_day == day else LAST_INSTANT)
        ends, twice_too = instant(last_day, until, zone)
        return Span(starts, ends, Precision.MINUTE, twice or twice_too)
    precision = Precision.DAY if precision == Precision.MINUTE else precision
    starts, _ = instant(_first_of(day, precision), time(), zone)
    ends, _ = instant(_last_of(last_day, precision), LAST_INSTANT, zone)
    return Span(starts, ends, precision)


def typed(moment: datetime, zone: ZoneInfo) -> tuple[date, time]:
    """What one would type to mean this instant."""
    local = moment.astimezone(zone)
    return local.date(), local.time().replace(second=0, microsecond=0)


def _first_of(day: date, precision: str) -> date:
    match precision:
        case Precision.YEAR:
            return day.replace(month=1, day=1)
        case Precision.QUARTER:
            return day.replace(month=3 * ((day.month - 1) // 3) + 1, day=1)
        case Precision.MONTH:
            return day.replace(day=1)
    return day


def _last_of(day: date, precision: str) -> date:
    match precision:
        case Precision.YEAR:
            return day.replace(month=12, day=31)
        case Precision.QUARTER:
            month = 3 * ((day.month - 1) // 3) + 3
            return date(day.year, month, monthrange(day.year, month)[1])
        case Precision.MONTH:
            return day.replace(day=monthrange(day.year, day.month)[1])
    return day


def days_between(earlier: datetime, later: datetime) -> int:
    """Whole days from one instant to another, rounded up."""
    return -((earlier - later) // timedelta(days=1))
