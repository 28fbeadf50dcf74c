"""Who is who, for somebody."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from isegoria.convention.people.models import Account, Appointment
from isegoria.core.charter import Role


class Console:
    """Whoever types commands on the machine itself. The host is a role like any other."""

    pk = None


CONSOLE = Console()


def held_at(at: datetime) -> QuerySet[Appointment]:
    """The appointments in force at that instant."""
    return Appointment.objects.filter(state="held", since__lte=at).filter(
        Q(until__isnull=True) | Q(until__gt=at)
    )


def roles_of(actor: object, convention: UUID | None, *, at: datetime) -> frozenset[Role]:
    """The roles somebody holds at that instant: the convention's and the whole instance's."""
    if isinstance(actor, Console):
        return frozenset({Role.HOST, Role.ANYONE})
    if not isinstance(actor, Account):
        return frozenset({Role.ANYONE})
    held = (
        held_at(at)
        .filter(account=actor)
        .filter(Q(convention__isnull=True) | Q(convention=convention))
        .values_list("role", flat=True)
    )
    return frozenset(Role(role) for role in held) | {Role.ANYONE}
