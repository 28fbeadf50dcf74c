"""The log of reads: who looked at what was said of people, and when."""

from uuid import UUID

from django.db.models import QuerySet

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.models import Account
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.recruitment.candidates import Reading
from isegoria.core.charter import Role


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
