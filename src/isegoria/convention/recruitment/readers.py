"""The log of reads, narrowed: for guarantors and the officer. It never says of whom."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.models import Account
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.recruitment.candidates import Reading
from isegoria.convention.recruitment.reads import readings


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which reads: of what, by whom (an account's key), between two days of the convention."""

    what: str = ""
    who: str = ""
    since: date | None = None
    until: date | None = None


def asked_for(convention: Convention, viewer: Viewer, asked: Asked) -> QuerySet[Reading]:
    """The reads that were asked for, the newest first."""
    found = readings(convention, viewer)
    if asked.what:
        found = found.filter(what=asked.what)
    if asked.who:
        those = [one for one in readers(convention, viewer) if str(one.pk) == asked.who]
        found = found.filter(account__in=those)
    if asked.since:
        found = found.filter(at__gte=_midnight(convention, asked.since))
    if asked.until:
        found = found.filter(at__lt=_midnight(convention, asked.until + timedelta(1)))
    return found


def readers(convention: Convention, viewer: Viewer) -> list[Account]:
    """Everybody who read something."""
    who = readings(convention, viewer).order_by().values("account")
    found = Account.objects.filter(pk__in=who).select_related("person")
    return sorted(found, key=str)


def kinds(convention: Convention, viewer: Viewer) -> list[str]:
    """What was read, as the log names it."""
    found = readings(convention, viewer).order_by().values_list("what", flat=True)
    return sorted(found.distinct())


def _midnight(convention: Convention, day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=convention.zone)
