"""Reads of people, each for whoever may read them."""

from uuid import UUID

from django.db.models import QuerySet

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.recruitment.candidates import Candidate, pool_is_closed
from isegoria.convention.recruitment.channels import Relay, relays_of
from isegoria.convention.recruitment.reads import note
from isegoria.core.charter import Role


def candidates(convention: Convention, viewer: Viewer) -> QuerySet[Candidate]:
    """Everybody, for the recruitment officer; for a relay, its own people until the list of the
    draw is sealed; for others, nobody."""
    found = Candidate.objects.filter(convention=convention).select_related("relay__channel")
    if viewer.is_any(Role.RECRUITER):
        return found.order_by("code")
    if not viewer.is_any(Role.INSTITUTE, Role.PARTNER) or pool_is_closed(convention):
        return found.none()
    mine = relays_of(viewer.account, convention, viewer.at)
    return found.filter(relay__in=mine, state="consented").order_by("code")


def candidate_at(convention: Convention, viewer: Viewer, key: UUID) -> Candidate | None:
    """One person, whose reading is noted."""
    found = candidates(convention, viewer).filter(pk=key).first()
    if found is not None:
        note(convention, viewer, "person", candidate=found.pk)
    return found


def my_relays(convention: Convention, viewer: Viewer) -> list[Relay]:
    """The relays for which the viewer enters people here."""
    return list(relays_of(viewer.account, convention, viewer.at))
