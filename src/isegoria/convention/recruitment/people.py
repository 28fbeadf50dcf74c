"""Reads of people, each for whoever may read them, and the log of these reads."""

from uuid import UUID

from django.db.models import QuerySet

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.models import Account
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.recruitment.candidates import Candidate, Reading, pool_is_closed
from isegoria.convention.recruitment.channels import Relay, relays_of
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


def note(
    convention: Convention,
    viewer: Viewer,
    what: str,
    *,
    candidate: UUID | None = None,
    count: int = 1,
) -> None:
    """Write in the log of reads who looked at what, before it is shown."""
    if isinstance(viewer.account, Account):
        Reading.objects.create(
            convention=convention,
            account=viewer.account,
            at=viewer.at,
            what=what,
            candidate=candidate,
            count=count,
        )


def readings(convention: Convention, viewer: Viewer) -> QuerySet[Reading]:
    """Who read what, the newest first: for guarantors and the officer."""
    found = Reading.objects.filter(convention=convention).select_related("account__person")
    allowed = viewer.is_any(Role.GUARANTOR, Role.RECRUITER)
    return found.order_by("-at", "-pk") if allowed else found.none()


def my_relays(convention: Convention, viewer: Viewer) -> list[Relay]:
    """The relays for which the viewer enters people here."""
    return list(relays_of(viewer.account, convention, viewer.at))
