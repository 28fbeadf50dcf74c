"""Acts that must see the whole river."""

import hashlib
from collections.abc import Mapping
from datetime import datetime

from django.db import IntegrityError

from isegoria.convention.chartered import By
from isegoria.convention.governance.actions import people
from isegoria.convention.governance.conduct import Records, performs, under_lock
from isegoria.convention.mandate.models import Convention
from isegoria.convention.mandate.renderings import render
from isegoria.convention.people.models import Account, Appointment, Person
from isegoria.convention.people.queries import CONSOLE
from isegoria.convention.recruitment.actions import channels
from isegoria.convention.recruitment.channels import Hand, Means, Relay
from isegoria.convention.stewardship.queries import missing
from isegoria.core.charter import Role


@performs("convention.create")
def create(convention: Convention, by: By) -> Records:
    return {"charter": convention.charter}


@performs("convention.describe")
def describe(convention: Convention, by: By, *, changes: dict[str, object]) -> Records:
    changed = [name for name, value in changes.items() if getattr(convention, name) != value]
    for name in changed:
        setattr(convention, name, changes[name])
    return {"fields": sorted(changed)}


@performs("convention.translate")
def translate(
    convention: Convention, by: By, *, language: str, texts: Mapping[str, str]
) -> Records:
    """Say short texts in another language; an empty one takes a rendering away."""
    return render(convention, language, texts)


@performs("convention.announce")
def announce(convention: Convention, by: By) -> Records:
    return None


@performs("convention.launch")
def _launch(convention: Convention, by: By, *, missing: list[str]) -> Records:
    convention.launched_at = by.at
    opinion = convention.opinions.first()
    return {"opinion": opinion.verdict if opinion else None}


def launch(convention: Convention, by: By) -> Convention:
    """Launch with everything in place."""
    with under_lock(convention):
        return _launch(convention, by, missing=missing(convention))


@performs("convention.launch_unready")
def _launch_unready(convention: Convention, by: By, *, missing: list[str], reason: str) -> Records:
    convention.launched_at = by.at
    convention.passed_over, convention.passed_over_reason = missing, reason
    return {"missing": missing, "reason_sha256": hashlib.sha256(reason.encode()).hexdigest()}


def launch_unready(convention: Convention, by: By, *, reason: str) -> Convention:
    """Launch all the same; what was missing and why are public for good."""
    with under_lock(convention):
        return _launch_unready(convention, by, missing=missing(convention), reason=reason)


@performs("convention.recruit")
def recruit(convention: Convention, by: By) -> Records:
    return None


@performs("convention.sit")
def sit(convention: Convention, by: By) -> Records:
    return None


@performs("convention.deliver")
def deliver(convention: Convention, by: By) -> Records:
    return None


@performs("convention.study")
def study(convention: Convention, by: By) -> Records:
    return None


@performs("convention.deliberate")
def deliberate(convention: Convention, by: By) -> Records:
    return None


@performs("convention.follow_up")
def follow_up(convention: Convention, by: By) -> Records:
    return None


NEXT_STEPS = {
    "convention.recruit": recruit,
    "convention.sit": sit,
    "convention.deliver": deliver,
    "convention.study": study,
    "convention.deliberate": deliberate,
    "convention.follow_up": follow_up,
}


def account_for(email: str, *, name: str, at: datetime) -> Account:
    """The account of this address, made if there is none. It gives no right by itself."""
    found = Account.objects.filter(email=email.strip().lower()).first()
    if found:
        return found
    person = Person.objects.create(full_name=name) if name else None
    return Account.objects.create_user(email.strip(), person=person, date_joined=at)


def found_instance(email: str, *, name: str, at: datetime) -> Account:
    """The host names an administrator, from the machine's own console."""
    account = account_for(email, name=name, at=at)
    held = account.appointments.filter(role=Role.ADMINISTRATOR, state="held", convention=None)
    if not held.exists():
        people.grant(
            Appointment(account=account, role=Role.ADMINISTRATOR, since=at), By(CONSOLE, at)
        )
    return account


class AlreadyHeldError(Exception):
    """This person already holds this role here."""


def invite(email: str, appointment: Appointment, by: By, *, name: str) -> Appointment:
    """Give a role to whoever has this address; an account is opened for them if need be."""
    with under_lock(appointment):
        appointment.account = account_for(email, name=name, at=by.at)
        try:
            return people.grant(appointment, by)
        except IntegrityError as held:
            raise AlreadyHeldError from held


RELAYS = {Means.PHONE: Role.INSTITUTE}  # whoever does not call is a partner


def invite_hand(email: str, hand: Hand, by: By, *, name: str) -> Appointment:
    """Let whoever has this address work for a relay: they get an account and the role of its
    channel if need be. Returns the appointment that lets them in."""
    role = _role_of(hand.relay)
    with under_lock(hand):
        hand.account = account_for(email, name=name, at=by.at)
        held = hand.account.appointments.filter(
            convention=hand.in_convention(), role=role, state="held"
        ).first()
        try:
            channels.give_access(hand, by)
        except IntegrityError as working:
            raise AlreadyHeldError from working
        return held or people.entrust(
            Appointment(
                account=hand.account, convention=hand.in_convention(), role=role, since=by.at
            ),
            By(by.actor, by.at, by.on_behalf_of),
        )


def dismiss_hand(hand: Hand, by: By) -> Hand:
    """Take back an access, and with it the role that opens nothing else."""
    with under_lock(hand):
        channels.take_access(hand, by)
        _relieve(hand, By(by.actor, by.at, by.on_behalf_of))
    return hand


def end_mission(relay: Relay, by: By) -> Relay:
    """A relay works no more: whoever worked for it has no access left, nor an empty role."""
    with under_lock(relay):
        channels.end_relay(relay, by)
        for hand in relay.hands.filter(state="held").select_related("account"):
            dismiss_hand(hand, By(by.actor, by.at, by.on_behalf_of))
    return relay


def _relieve(hand: Hand, by: By) -> None:
    role, here = _role_of(hand.relay), hand.in_convention()
    others = Hand.objects.filter(account=hand.account, state="held", relay__state="working")
    others = others.filter(relay__channel__convention=here).select_related("relay__channel")
    if any(_role_of(other.relay) == role for other in others):
        return
    for held in hand.account.appointments.filter(convention=here, role=role, state="held"):
        people.relieve(held, by)


def _role_of(relay: Relay) -> Role:
    return RELAYS.get(Means(relay.channel.means), Role.PARTNER)
