"""A member leaves: the person withdraws, where what is said of them is kept, and their number ends."""

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import under_lock
from isegoria.convention.people.members import Member
from isegoria.convention.recruitment.actions import candidates, members
from isegoria.convention.recruitment.candidates import Candidate


def leave(member: Member, by: By) -> None:
    """At any moment, and without a reason. Whoever was forgotten already has only a number to end."""
    with under_lock(member):
        person = Candidate.objects.filter(member=member).first()
        if person is not None:
            candidates.withdraw(person, by)
        else:
            members.end(member, by, withdrawn=True)
