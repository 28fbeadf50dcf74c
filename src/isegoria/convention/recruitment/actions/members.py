"""From a confirmed candidate to a member of the panel, and out of it again.

A member is a number: what leads from the number to the person is a column here, in the room of
recruitment, that the erasure of the person takes away.
"""

from collections.abc import Callable, Sequence
from uuid import UUID, uuid4

from django.db import transaction

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Records, performs, under_lock
from isegoria.convention.people.members import Card, Member, digest_of
from isegoria.convention.people.models import Account, Appointment
from isegoria.convention.recruitment.candidates import Candidate
from isegoria.core.charter import Role

Key = Callable[[str], UUID]
SEATED = ("confirmed", "attended")


@performs("member.welcome")
def _welcome(member: Member, by: By, *, confirmed: bool) -> Records:
    member.joined_at = by.at
    return {"number": member.number}


@performs("member.leave")
def _leave(member: Member, by: By, *, withdrawn: bool) -> Records:
    member.left_on = by.at.astimezone(member.convention.zone).date()
    return {"number": member.number}


@performs("appointment.admit")
def _admit(appointment: Appointment, by: By) -> Records:
    return {"role": appointment.role, "since": appointment.since.isoformat()}


@performs("appointment.release")
def _release(appointment: Appointment, by: By) -> Records:
    appointment.until = max(by.at, appointment.since)
    return {"role": appointment.role}


@performs("card.issue")
def issue(card: Card, by: By) -> Records:
    card.issued_at, card.digest = by.at, digest_of(card.code)
    return {"number": card.member.number}


@performs("card.revoke")
def revoke(card: Card, by: By) -> Records:
    card.member.account.end_sessions()
    return {"number": card.member.number}


def welcome(candidate: Candidate, by: By, key: Key = lambda _: uuid4()) -> Member:
    """Give a confirmed person their number, their way in and their card. key: what each is called."""
    with under_lock(candidate):
        candidate.refresh_from_db(fields=["state", "member"])
        here, inner = candidate.convention, By(by.actor, by.at, by.on_behalf_of)
        confirmed = candidate.state in SEATED and candidate.member is None
        account = Account.objects.create_cardholder(key=key("account"), date_joined=by.at)
        number = here.members.count() + 1
        member = Member(id=key("member"), convention=here, account=account, number=number)
        _welcome(member, by, confirmed=confirmed)
        role = Appointment(
            id=key("appointment"),
            account=account,
            convention=here,
            role=Role.MEMBER,
            since=by.at,
        )
        _admit(role, inner)
        issue(Card(id=key("card"), member=member), inner)
        Candidate.objects.filter(pk=candidate.pk).update(member=member)
        candidate.member = member
    return member


def welcome_all(candidates: Sequence[Candidate], by: By) -> list[Member]:
    """Everybody of the list, or nobody."""
    inner = By(by.actor, by.at, by.on_behalf_of)
    with transaction.atomic():
        return [welcome(one, inner if at else by) for at, one in enumerate(candidates)]


def replace(card: Card, by: By) -> Card:
    """A card that was lost, or whose code no longer opens: another one takes its place."""
    with under_lock(card):
        revoke(card, by)
        return issue(Card(member=card.member), By(by.actor, by.at, by.on_behalf_of))


def depart(candidate: Candidate, by: By) -> None:
    """Somebody left the panel: their card, their role and their place at tables end with it."""
    member = candidate.member
    if member is None or member.state != "active":
        return
    inner = By(by.actor, by.at, by.on_behalf_of)
    end(member, inner, withdrawn=candidate.state == "withdrawn")


def end(member: Member, inner: By, *, withdrawn: bool) -> None:
    _leave(member, inner, withdrawn=withdrawn)
    for card in member.cards.filter(state="issued"):
        revoke(card, inner)
    for role in member.account.appointments.filter(role=Role.MEMBER, state="held"):
        _release(role, inner)  # last: until then, they act as a member
