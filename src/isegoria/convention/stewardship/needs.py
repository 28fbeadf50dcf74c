"""What to provide for a member: kept with what is said of the person, sealed, and erased with it.

The member reads and changes their own. Whoever facilitates reads, for each provision, the numbers
of the cards; that they did is noted in the log of reads.
"""

from isegoria.convention.chartered import By
from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.members import Member
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.recruitment.actions.candidates import say_needs
from isegoria.convention.recruitment.candidates import Candidate
from isegoria.convention.recruitment.provisions import Provision
from isegoria.convention.recruitment.reads import note
from isegoria.core.charter import Role


def needs_of(member: Member) -> list[str]:
    """The codes of the provisions that this member asked for. For themselves, or who acts for
    them."""
    person = Candidate.objects.filter(member=member).first()
    return list(person.needs.get("provisions", [])) if person else []


def say(member: Member, by: By, provisions: list[str]) -> None:
    """What to provide from now on, for this member."""
    person = Candidate.objects.filter(member=member).first()
    if person is not None:
        say_needs(person, by, provisions=provisions)


def to_provide(convention: Convention, viewer: Viewer) -> list[tuple[str, list[int]]]:
    """Each provision that somebody asked for, and the numbers of their cards."""
    if not viewer.is_any(Role.FACILITATOR):
        return []
    found = Candidate.objects.filter(convention=convention, member__state="active")
    people = list(found.select_related("member").order_by("member__number"))
    if people:
        note(convention, viewer, "needs", count=len(people))
    asked = [
        (one.member.number, set(one.needs.get("provisions", []))) for one in people if one.member
    ]
    rows = [(str(one.label), [n for n, codes in asked if one.value in codes]) for one in Provision]
    return [(label, cards) for label, cards in rows if cards]
