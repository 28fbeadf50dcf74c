"""The scheme for everybody; sums by card number for the organiser, one's own for a member; totals."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.members import Member
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.sessions.attendance import Presence
from isegoria.convention.sessions.indemnities import For, Payment, Scheme
from isegoria.convention.sessions.queries import PRESENT
from isegoria.core.charter import Role
from isegoria.core.charter.acts.sessions import HELD
from isegoria.core.provisions import FEWEST

NONE = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One member's sums, all causes together."""

    number: int
    due: Decimal
    paid: Decimal
    given_up: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """What everybody may know. None: it would tell of one to four people."""

    half_days: int
    owed: Decimal
    paid: Decimal | None
    costs: Decimal | None


def schemes_of(convention: Convention) -> list[Scheme]:
    """Every version, the one in force first."""
    return list(Scheme.objects.filter(convention=convention).select_related("convention"))


def owing(scheme: Scheme) -> list[Presence]:
    """Who took part in a session that was held, and is not owed that half-day yet."""
    if not scheme.half_day:
        return []
    there = Presence.objects.filter(
        session__convention=scheme.convention, session__state__in=HELD, how__in=PRESENT
    )
    reckoned = set(
        _payments(scheme.convention)
        .filter(what=For.HALF_DAY)
        .exclude(state="cancelled")
        .values_list("member_id", "session_id")
    )
    found = there.select_related("member", "session").order_by("session__number", "member__number")
    return [one for one in found if (one.member_id, one.session_id) not in reckoned]


def payments_of(convention: Convention, viewer: Viewer) -> QuerySet[Payment]:
    """By number, those that wait first: for the organiser."""
    found = _payments(convention).select_related("member", "session", "scheme__convention")
    return found.order_by("-number") if viewer.is_any(Role.ORGANISER) else found.none()


def payments_due(convention: Convention, viewer: Viewer) -> list[Payment]:
    """What is neither paid, given up nor cancelled: for the organiser."""
    return list(payments_of(convention, viewer).filter(state="due"))


def payment_numbered(convention: Convention, viewer: Viewer, number: int) -> Payment | None:
    return payments_of(convention, viewer).filter(number=number).first()


def payments_to(member: Member) -> list[Payment]:
    """Their own, but those that were noted by mistake."""
    found = Payment.objects.filter(member=member).exclude(state="cancelled")
    return list(found.select_related("session", "scheme__convention").order_by("-number")[:30])


def payment_to(member: Member, number: int) -> Payment | None:
    found = Payment.objects.filter(member=member, number=number).exclude(state="cancelled")
    return found.select_related("member", "scheme__convention").first()


def accounts(convention: Convention, viewer: Viewer) -> list[Account]:
    """One line a card, for the city's accounts: nothing says what a sum is for."""
    sums: dict[int, dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for one in payments_of(convention, viewer).exclude(state="cancelled"):
        sums[one.member.number][one.state] += one.amount
    return [
        Account(number=number, due=row["due"], paid=row["paid"], given_up=row["given_up"])
        for number, row in sorted(sums.items())
    ]


def sums_of(convention: Convention) -> Sums:
    """Totals for everybody. What is paid is told when those who are not paid are nobody, or five
    people at least; costs, when five people at least have some."""
    kept = list(_payments(convention).exclude(state="cancelled"))
    half_days = [one for one in kept if one.what == For.HALF_DAY]
    costs = [one for one in kept if one.what == For.COSTS]
    unpaid = _people([one for one in half_days if one.state != "paid"])
    given_up = _people([one for one in half_days if one.state == "given_up"])
    told = all(people == 0 or people >= FEWEST for people in (unpaid, given_up))
    paid = _sum([one for one in half_days if one.state == "paid"])
    return Sums(
        half_days=len(half_days),
        owed=_sum(half_days),
        paid=paid if told else None,
        costs=_sum(costs) if _people(costs) >= FEWEST else None,
    )


def _payments(convention: Convention) -> QuerySet[Payment]:
    return Payment.objects.filter(scheme__convention=convention)


def _people(payments: Sequence[Payment]) -> int:
    return len({one.member_id for one in payments})


def _sum(payments: Sequence[Payment]) -> Decimal:
    return sum((one.amount for one in payments), NONE)
