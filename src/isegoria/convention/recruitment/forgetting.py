"""Who is forgotten, and when."""

from datetime import date, timedelta

from django.db.models import QuerySet

from isegoria.convention.mandate.models import Convention, Lane
from isegoria.convention.mandate.queries import calendar_of
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.recruitment.candidates import IN_THE_PANEL, Candidate
from isegoria.convention.recruitment.letters import Written
from isegoria.convention.recruitment.rules import Rules
from isegoria.core.charter import Role, Window

KEPT_AFTER = timedelta(days=30)


def to_forget(convention: Convention) -> QuerySet[Candidate]:
    """Everybody who does not sit in the panel: on the date that was set, they are forgotten."""
    return Candidate.objects.filter(convention=convention).exclude(state__in=IN_THE_PANEL)


def how_many_to_forget(convention: Convention, viewer: Viewer) -> int:
    return to_forget(convention).count() if viewer.is_any(Role.RECRUITER) else 0


def how_many_places_to_forget(convention: Convention, viewer: Viewer) -> int:
    """Digests of where letters went, which are destroyed on the same date."""
    found = Written.objects.filter(convention=convention)
    return found.count() if viewer.is_any(Role.RECRUITER) else 0


def erasure_day(convention: Convention) -> date | None:
    """The date that the rules in force set."""
    latest = Rules.objects.filter(convention=convention).first()
    return latest.erased_on if latest else None


def proposed_day(convention: Convention) -> date | None:
    """Thirty days after the last session; None while the calendar has no session."""
    dated = [
        one
        for one in calendar_of(convention)
        if one.item.state != "cancelled" and one.item.lane == Lane.CONVENTION
    ]
    spans = [one for one in dated if one.item.window == Window.SESSIONS]
    ends = [one.current.ends for one in spans or dated if spans or not one.item.window]
    return max(ends).astimezone(convention.zone).date() + KEPT_AFTER if ends else None
