"""Who is who, for somebody."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from uuid import UUID

from django.db.models import Q, QuerySet

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.models import Account, Appointment, BodyType, Seat
from isegoria.convention.people.viewer import Viewer
from isegoria.core.charter import Role


class Console:
    """Whoever types commands on the machine itself. The host is a role like any other."""

    pk = None


CONSOLE = Console()


@cache
def _held() -> QuerySet[Appointment, tuple[str, UUID | None, datetime, datetime | None]]:
    """Composed once: every request asks it."""
    return Appointment.objects.filter(state="held").values_list(
        "role", "convention_id", "since", "until"
    )


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
    return frozenset(
        Role(role)
        for role, where, since, until in _held().filter(account=actor)
        if where in {None, convention} and since <= at and (until is None or at < until)
    ) | {Role.ANYONE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mine:
    """A convention in which somebody works, and as what."""

    convention: Convention
    roles: tuple[Role, ...]


def conventions_of(viewer: Viewer) -> list[Mine]:
    """Where somebody works, by title. Whoever works for the whole instance works in each."""
    held = held_at(viewer.at).filter(account=viewer.account)
    roles: dict[UUID | None, set[str]] = {}
    for key, role in held.values_list("convention", "role"):
        roles.setdefault(key, set()).add(role)
    everywhere = roles.pop(None, set())
    found = Convention.objects.order_by("title", "slug")
    return [
        Mine(
            convention=one,
            roles=tuple(role for role in Role if role in roles.get(one.pk, set()) | everywhere),
        )
        for one in (found if everywhere else found.filter(pk__in=[key for key in roles if key]))
    ]


def guarantors_of(convention: Convention) -> list[Seat]:
    """The guarantors who hold their seat, in the order of their names. One query."""
    return list(
        Seat.objects.filter(
            body__convention=convention, body__type=BodyType.GUARANTORS, state="held"
        ).order_by("name")
    )


def holders_of(convention: Convention, role: Role, *, at: datetime) -> list[Account]:
    """The open accounts that hold this role in the convention at that instant. One query."""
    held = held_at(at).filter(role=role).filter(Q(convention=convention) | Q(convention=None))
    return list(Account.objects.filter(pk__in=held.values("account"), is_active=True))


def account_at(key: str) -> Account | None:
    """The account that has this identity, as long as it is open."""
    return Account.objects.filter(pk=key, is_active=True).first()


def cast_at(at: datetime) -> list[Account]:
    """Everybody who holds a role at that instant, and does not come by a card, in the order of the roles, then of the names."""
    order = {role.value: position for position, role in enumerate(Role)}
    held = held_at(at).filter(account__email__isnull=False).select_related("account__person")
    first: dict[Account, int] = {}
    for one in held:
        first[one.account] = min(order[one.role], first.get(one.account, len(order)))
    return sorted(first, key=lambda account: (first[account], str(account)))


def appointments_of(viewer: Viewer) -> list[Appointment]:
    """The roles of somebody, past and present, the newest first. One query."""
    mine = Appointment.objects.filter(account=viewer.account).select_related("convention")
    return list(mine.order_by("-since", "role"))
