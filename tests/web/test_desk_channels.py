"""Channels, relays and accesses, for the officer and the organiser; nobody recruited is shown."""

import re
import uuid

import pytest
from django.core import mail
from django.urls import reverse

from isegoria.convention.models import Account, Appointment, Channel, Hand, Relay
from isegoria.convention.people.queries import roles_of
from isegoria.core.charter import Role
from isegoria.web import clock
from isegoria.web.desk.people_mail import send_invitation
from tests import cast, recruiting, story
from tests.recruiting import PARTNERS, PHONE, WAY
from tests.web.reading import said


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: cast.AT)


@pytest.fixture
def told(alice):
    told = story.announced(alice)
    recruiting.table(told)
    return told


@pytest.fixture(params=["officer", "organiser"])
def desk(request, client, told):
    """Both do everything here."""
    by = recruiting.officer(told) if request.param == "officer" else told.organiser
    client.force_login(by.actor)
    return client


def page(name, *args):
    return reverse(f"desk:{name}", args=["poitiers", *args])


def sent(client, name, /, *args, **fields):
    return client.post(page(name, *args), {"once": str(uuid.uuid4()), **fields})


def invited(client, relay, email="ines@exemple.org", name="Inès Enquêtrice", **more):
    return sent(client, "hand_new", relay.pk, email=email, name=name, **more)


@pytest.fixture
def phone(told):
    return recruiting.relay(told, PHONE, "phone", "Institut")


def test_a_channel_is_opened_from_a_value_of_the_table(desk, told):
    sent(desk, "channel_new", value=f"{WAY}\t{PHONE}", means="phone", note="Qui appelle qui.")

    made = Channel.objects.get()
    assert (made.criterion, made.value, made.state) == (WAY, PHONE, "open")
    assert "Qui appelle qui." in said(desk.get(page("channels")))


def test_the_next_channels_are_values_of_the_same_criterion(desk, phone):
    form = desk.get(page("channel_new")).context["form"]

    groups = dict(form.fields["value"].choices[1:])
    assert list(groups) == [WAY]
    assert [value for _, value in groups[WAY]] == [PARTNERS, "Lettre"]


@pytest.mark.parametrize(("typed", "kept", "told_so"), [
    ("40", 40, "40 personnes attendues, au plus."), ("", None, "Institut"),
])  # fmt: skip
def test_how_many_a_channel_can_find_is_said_and_changed(desk, phone, typed, kept, told_so):
    sent(desk, "channel_expect", phone.channel.pk, expected="12")
    wrong = sent(desk, "channel_expect", phone.channel.pk, expected="-1")
    sent(desk, "channel_expect", phone.channel.pk, expected=typed)

    phone.channel.refresh_from_db()
    assert (wrong.status_code, phone.channel.expected) == (422, kept)
    assert told_so in said(desk.get(page("channels")))


def test_an_organisation_is_added_with_whom_to_call(desk, phone):
    sent(desk, "relay_new", phone.channel.pk, name="Second", contact="Inès, 05 49 00 00 00")

    assert Relay.objects.get(name="Second").contact == "Inès, 05 49 00 00 00"


@pytest.mark.parametrize(
    ("value", "means", "role"),
    [(PHONE, "phone", Role.INSTITUTE), (PARTNERS, "partner", Role.PARTNER)],
)
def test_an_access_opens_an_account_and_gives_the_role_of_the_channel(
    desk, told, value, means, role
):
    relay = recruiting.relay(told, value, means, "Relais")

    invited(desk, relay)

    account = Account.objects.get(email="ines@exemple.org")
    assert Hand.objects.get(relay=relay).account == account
    assert roles_of(account, told.convention.pk, at=cast.AT) == {role, Role.ANYONE}


def test_a_letter_lets_in(desk, client, phone):
    invited(desk, phone)
    given = Appointment.objects.get(account__email="ines@exemple.org")
    send_invitation.call(str(given.pk))

    newcomer = type(client)()
    newcomer.post(re.search(r"/compte/entrer/\S+", mail.outbox[0].body)[0])

    entered = newcomer.get(reverse("relays:convention", args=["poitiers"]), follow=True)
    assert entered.status_code == 200
    assert entered.context["relay"] == phone


def test_whoever_works_already_gets_the_second_relay_without_a_second_role(desk, phone, told):
    invited(desk, phone)
    second = recruiting.channels.engage(
        Relay(channel=phone.channel, name="Second"), recruiting.officer(told)
    )

    invited(desk, second)

    assert Hand.objects.filter(account__email="ines@exemple.org").count() == 2
    assert Appointment.objects.filter(account__email="ines@exemple.org").count() == 1


def test_the_same_access_is_not_given_twice(desk, phone):
    invited(desk, phone)

    again = invited(desk, phone)

    assert again.status_code == 422
    assert "a déjà cet accès" in said(again)
    assert Hand.objects.count() == 1


def test_a_form_sent_twice_gives_once(desk, phone):
    once = str(uuid.uuid4())

    answers = [invited(desk, phone, once=once).status_code for _ in range(2)]

    assert answers == [302, 302]
    assert Hand.objects.count() == 1


def test_an_access_is_taken_back(desk, phone):
    invited(desk, phone)
    hand = Hand.objects.get()

    sent(desk, "hand_end", hand.pk, base=str(hand.revision))

    hand.refresh_from_db()
    assert (hand.state, hand.until) == ("ended", cast.AT)
    assert "Personne n’a encore d’accès" in said(desk.get(page("channels")))


def test_whoever_loses_their_last_access_loses_the_role_with_it(desk, told, phone):
    invited(desk, phone)
    second = recruiting.channels.engage(
        Relay(channel=phone.channel, name="Second"), recruiting.officer(told)
    )
    invited(desk, second)
    first, last = Hand.objects.order_by("since", "relay__name")

    def roles():
        return roles_of(last.account, told.convention.pk, at=cast.AT)

    sent(desk, "hand_end", first.pk, base=str(first.revision))
    assert roles() == {Role.INSTITUTE, Role.ANYONE}

    sent(desk, "hand_end", last.pk, base=str(last.revision))
    assert roles() == {Role.ANYONE}


def test_the_end_of_a_relay_takes_its_accesses_and_their_roles_back(desk, told, phone):
    invited(desk, phone)

    sent(desk, "relay_end", phone.pk, base=str(phone.revision))

    hand = Hand.objects.get()
    assert hand.state == "ended"
    assert roles_of(hand.account, told.convention.pk, at=cast.AT) == {Role.ANYONE}


def test_a_relay_is_ended_and_a_channel_closed(desk, phone):
    sent(desk, "relay_end", phone.pk, base=str(phone.revision))
    sent(desk, "channel_close", phone.channel.pk, base=str(phone.channel.revision))

    phone.refresh_from_db()
    assert (phone.state, Channel.objects.get().state) == ("ended", "closed")


def test_an_officer_gives_no_other_role(client, told, phone):
    client.force_login(recruiting.officer(told).actor)

    answer = client.post(
        reverse("desk:appointment_give", args=["poitiers"]),
        {
            "once": str(uuid.uuid4()),
            "email": "x@exemple.org",
            "name": "X",
            "role": "organiser",
            "since": "2021-04-02",
        },
    )

    assert answer.status_code == 403
    assert not Appointment.objects.filter(account__email="x@exemple.org").exists()


def test_nobody_recruited_is_shown(desk, told, phone):
    somebody = recruiting.entered(told, phone, recruiting.YOUNG, name="Nina Recrutée")

    shown = said(desk.get(page("channels")))

    assert "Nina" not in shown
    assert somebody.code not in shown


def test_the_officer_is_not_led_to_pages_that_are_closed_to_them(client, told):
    client.force_login(recruiting.officer(told).actor)

    shown = client.get(page("channels")).content.decode()

    inside = set(re.findall(r'href="(/bureau/poitiers/[^"]*)"', shown))
    assert [url for url in sorted(inside) if client.get(url).status_code == 403] == []
    assert reverse("recruiters:convention", args=["poitiers"]) in shown
