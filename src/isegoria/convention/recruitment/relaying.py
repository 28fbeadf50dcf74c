"""What a relay reads of its own work: its people, its calls, and whether it may still enter any."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, Sum

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.recruitment.candidates import Candidate, pool_is_closed
from isegoria.convention.recruitment.channels import CallCount, Outcome, Relay, relays_of
from isegoria.convention.recruitment.people import candidate_at, candidates
from isegoria.convention.recruitment.rules import Rules

BY_HAND = [one for one in Outcome if one != Outcome.AGREED]  # an agreement is counted at its entry


@dataclass(frozen=True, slots=True)
class Calls:
    """How many calls ended in one way: today, and since the beginning."""

    outcome: Outcome
    today: int
    total: int

    @property
    def by_hand(self) -> bool:
        return self.outcome in BY_HAND


def relay_at(convention: Convention, viewer: Viewer, key: UUID) -> Relay | None:
    """One of the organisations for which the viewer works here."""
    found = relays_of(viewer.account, convention, viewer.at).filter(pk=key)
    return found.select_related("channel__convention").first()


def is_over(convention: Convention) -> bool:
    """The list of the draw is sealed: relays see nobody any more."""
    return pool_is_closed(convention)


def count_of(relay: Relay, viewer: Viewer) -> int:
    """How many people this relay has entered, as long as it may see them."""
    return candidates(relay.channel.convention, viewer).filter(relay=relay).count()


def own_person(convention: Convention, viewer: Viewer, key: UUID) -> Candidate | None:
    """Somebody whom one of the viewer's relays entered. That they are read is noted."""
    mine = relays_of(viewer.account, convention, viewer.at)
    own = candidates(convention, viewer).filter(pk=key, relay__in=mine)
    return candidate_at(convention, viewer, key) if own.exists() else None


def calls_of(relay: Relay, viewer: Viewer) -> list[Calls]:
    """Every outcome, with its totals. Who was called is not known here."""
    day = viewer.at.astimezone(relay.channel.convention.zone).date()
    rows = CallCount.objects.filter(relay=relay).values("outcome")
    summed = rows.annotate(total=Sum("count"), today=Sum("count", filter=Q(day=day), default=0))
    known = {row["outcome"]: (row["today"], row["total"]) for row in summed}
    return [Calls(one, *known.get(one.value, (0, 0))) for one in Outcome]


def erasure_day(convention: Convention) -> date | None:
    """The day on which people who are not drawn are forgotten, if it is set."""
    latest = Rules.objects.filter(convention=convention).first()
    return latest.erased_on if latest else None
