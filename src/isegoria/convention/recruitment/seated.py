"""Those who confirmed their place: who is a member already, who is still to be welcomed."""

from django.db.models import QuerySet

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.recruitment.actions.members import SEATED
from isegoria.convention.recruitment.candidates import Candidate
from isegoria.core.charter import Role


def to_welcome(convention: Convention, viewer: Viewer) -> QuerySet[Candidate]:
    """In the order of their places, for the recruitment officer."""
    found = Candidate.objects.filter(convention=convention, state__in=SEATED, member=None)
    return found.order_by("seat") if viewer.is_any(Role.RECRUITER) else found.none()


def next_number(convention: Convention) -> int:
    """The number of the next card: one that was never given."""
    return convention.members.count() + 1
