"""What must see the whole river to be known: is the convention ready to be launched?"""

from collections.abc import Iterator
from dataclasses import dataclass

from isegoria.convention.mandate.models import Convention, Precision
from isegoria.convention.people.models import BodyType
from isegoria.convention.publishing.models import Place

MILESTONES = 3


@dataclass(frozen=True, slots=True)
class GateItem:
    """One thing that must be public before a launch: is it there, and where is it seen."""

    key: str
    met: bool
    detail: str = ""


def readiness(convention: Convention) -> list[GateItem]:
    """The launch-readiness gate, item by item, in the order in which they are shown."""
    return list(_items(convention))


def missing(convention: Convention) -> list[str]:
    """The keys of what the gate still lacks."""
    return [item.key for item in readiness(convention) if not item.met]


def _items(convention: Convention) -> Iterator[GateItem]:
    yield GateItem("mandate", convention.mandates.exists())
    yield GateItem("calendar", _announced_days(convention) >= MILESTONES)
    committees = convention.bodies.filter(type=BodyType.COMMITTEE)
    yield GateItem("committee_members", committees.filter(seats__state="held").exists())
    yield GateItem("committee_mission", committees.exclude(mission="").exists())
    yield GateItem("quotas", convention.quota_tables.filter(state="frozen").exists())
    shown = convention.documents.filter(place=Place.PRESENTATION, versions__state="published")
    yield GateItem("presentation", shown.exists())
    opinion = convention.opinions.first()
    yield GateItem("opinion", opinion is not None, opinion.verdict if opinion else "")


def _announced_days(convention: Convention) -> int:
    """How many milestones have been announced to the day: a month is not a calendar."""
    dated = convention.calendar.filter(
        window="", dates__nature="planned", dates__precision__in=[Precision.DAY, Precision.MINUTE]
    )
    return dated.exclude(state="cancelled").distinct().count()
