import hashlib
from collections.abc import Sequence
from decimal import Decimal

from django.db import transaction

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Records, performs, under_lock
from isegoria.convention.people.members import Member
from isegoria.convention.sessions.indemnifying import owing
from isegoria.convention.sessions.indemnities import For, Payment, Scheme


@performs("scheme.declare")
def declare(scheme: Scheme, by: By) -> Records:
    scheme.number = Scheme.objects.filter(convention=scheme.convention).count() + 1
    scheme.declared_at = by.at
    return {"number": scheme.number}


@performs("payment.owe")
def owe(payment: Payment, by: By) -> Records:
    earlier = Payment.objects.filter(scheme__convention=payment.scheme.convention)
    payment.number, payment.owed_at = earlier.count() + 1, by.at
    return {"number": payment.number}


def reckon(scheme: Scheme, by: By) -> int:
    """Owe each member a half-day for each session where they took part, once. How many were new."""
    with under_lock(scheme):
        new = owing(scheme)
        for at, presence in enumerate(new):
            half_day = Payment(
                scheme=scheme,
                member=presence.member,
                session=presence.session,
                what=For.HALF_DAY,
                amount=scheme.half_day,
            )
            owe(half_day, by if at == 0 else By(by.actor, by.at))
    return len(new)


def owe_costs(scheme: Scheme, by: By, *, member: Member, amount: Decimal) -> Payment:
    """Costs to pay back. Which ones is not written: it would say what somebody needs."""
    return owe(Payment(scheme=scheme, member=member, what=For.COSTS, amount=amount), by)


@performs("payment.pay")
def pay(payment: Payment, by: By) -> Records:
    payment.ended_at = by.at
    return {"number": payment.number}


def pay_all(payments: Sequence[Payment], by: By) -> None:
    """All of them, or none."""
    with transaction.atomic():
        for at, payment in enumerate(payments):
            pay(payment, by if at == 0 else By(by.actor, by.at))


@performs("payment.give_up")
def give_up(payment: Payment, by: By) -> Records:
    payment.ended_at = by.at
    return {"number": payment.number}


@performs("payment.cancel")
def cancel(payment: Payment, by: By, *, reason: str) -> Records:
    payment.reason, payment.ended_at = reason, by.at
    return {
        "number": payment.number,
        "reason_sha256": hashlib.sha256(reason.encode()).hexdigest(),
    }
