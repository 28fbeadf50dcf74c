"""What to provide for a member: kept with what is said of the person, sealed, and erased with it.

The member reads and changes their own, and reads what becomes of it. Whoever facilitates reads,
for each provision, the numbers of the cards; that they did is noted in the log of reads. Everybody
else reads totals, once the sessions are over.
"""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from isegoria.convention.chartered import By
from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.members import Member
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.recruitment.actions.candidates import say_needs, settle_need
from isegoria.convention.recruitment.candidates import IN_THE_PANEL, Candidate
from isegoria.convention.recruitment.provisions import Fate, Provision
from isegoria.convention.recruitment.reads import note
from isegoria.convention.sessions.actions import provided
from isegoria.convention.sessions.provided import ProvisionTotals
from isegoria.core.charter import Role
from isegoria.core.provisions import FATES, totals


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One thing that one member asked for, and what became of it so far."""

    provision: Provision
    fate: Fate
    reason: str = ""
    member: Member | None = None


def needs_of(member: Member) -> list[Need]:
    """What this member asked for. For themselves, or who acts for them."""
    person = Candidate.objects.filter(member=member).first()
    return _needs(person) if person else []


def say(member: Member, by: By, provisions: list[str]) -> None:
    """What to provide from now on, for this member."""
    person = Candidate.objects.filter(member=member).first()
    if person is not None:
        say_needs(person, by, provisions=provisions)


def settle(member: Member, by: By, *, provision: str, fate: str, reason: str) -> None:
    """What becomes of one thing that a member asked for."""
    person = Candidate.objects.filter(member=member).first()
    if person is not None:
        settle_need(person, by, provision=provision, fate=fate, reason=reason)


def need_at(convention: Convention, viewer: Viewer, key: UUID, provision: str) -> Need | None:
    """One thing that a member asked for: for whoever facilitates."""
    if not viewer.is_any(Role.FACILITATOR):
        return None
    person = Candidate.objects.filter(convention=convention, member__pk=key).first()
    if person is None or person.state not in IN_THE_PANEL:
        return None
    return next((one for one in _needs(person) if one.provision == provision), None)


def to_provide(convention: Convention, viewer: Viewer) -> list[tuple[str, list[Need]]]:
    """Each provision that somebody asked for, by whom, and what became of it."""
    if not viewer.is_any(Role.FACILITATOR):
        return []
    found = Candidate.objects.filter(convention=convention, member__state="active")
    people = list(found.select_related("member").order_by("member__number"))
    if people:
        note(convention, viewer, "needs", count=len(people))
    asked = [need for person in people for need in _needs(person)]
    rows = [
        (str(one.label), [need for need in asked if need.provision == one]) for one in Provision
    ]
    return [(label, needs) for label, needs in rows if needs]


def publish_totals(new: ProvisionTotals, by: By) -> ProvisionTotals:
    """Those who left before the end asked for something too, while what they said is kept."""
    people = Candidate.objects.filter(convention=new.convention).exclude(member=None)
    asked = Counter((need.provision, need.fate) for person in people for need in _needs(person))
    counts = {str(kind): [asked[kind, Fate(fate)] for fate in FATES] for kind in Provision}
    return provided.publish(new, by, rows=totals(counts))


def _needs(person: Candidate) -> list[Need]:
    kept = person.needs
    asked, fates = set(kept.get("provisions", [])), kept.get("fates", {})
    return [
        Need(
            provision=one,
            fate=Fate(fates.get(one.value, {}).get("fate", Fate.ASKED)),
            reason=fates.get(one.value, {}).get("reason", ""),
            member=person.member,
        )
        for one in Provision
        if one.value in asked
    ]
