"""Who holds which role, for those who give roles."""

from uuid import UUID

from django.db.models import QuerySet

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.models import Appointment
from isegoria.convention.people.viewer import Viewer
from isegoria.core.charter import Role

GIVING = frozenset({Role.ORGANISER, Role.ADMINISTRATOR, Role.GUARANTOR})


def appointments_in(convention: Convention | None, viewer: Viewer) -> QuerySet[Appointment]:
    """The roles given here (None: in the whole instance); those in force first. Roles' givers only."""
    found = Appointment.objects.filter(convention=convention).select_related("account__person")
    allowed = viewer.is_any(*GIVING) if convention else viewer.is_any(Role.ADMINISTRATOR)
    return found.order_by("-state", "role", "-since", "pk") if allowed else found.none()


def appointment_at(convention: Convention | None, viewer: Viewer, key: UUID) -> Appointment | None:
    return appointments_in(convention, viewer).filter(pk=key).first()


def named_at(key: UUID) -> Appointment | None:
    """A role that is held, with whom it names, for the task that tells them."""
    found = Appointment.objects.filter(pk=key, state="held")
    return found.select_related("account__person", "convention").first()
