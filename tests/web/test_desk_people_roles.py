"""Roles: given by invitation, ended with a confirmation."""

import re
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.core import mail
from django.urls import reverse

from isegoria.convention.models import Account, Appointment
from isegoria.core.charter import Role
from isegoria.web import clock
from isegoria.web.desk.people_mail import send_invitation
from tests import cast


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: cast.AT)


@pytest.fixture
def desk(client, odile):
    client.force_login(odile)
    return client


def page(name, *args):
    return reverse(f"desk:{name}", args=["poitiers", *args])


def invitation(**given):
    return {
        "once": uuid4(),
        "email": "Nina@exemple.org",
        "name": "Nina Nouvelle",
        "role": "facilitator",
        "since": "2021-04-02",
        **given,
    }


def test_an_invitation_opens_an_account_and_gives_the_role_at_once(desk, poitiers):
    desk.post(page("appointment_give"), invitation())

    given = Appointment.objects.get(account__email="nina@exemple.org")
    assert (given.role, given.state, given.since) == ("facilitator", "held", cast.AT)
    assert str(given.account) == "Nina Nouvelle"


def test_the_last_day_of_a_role_is_whole(desk, poitiers):
    desk.post(page("appointment_give"), invitation(until="2021-06-30"))

    until = Appointment.objects.get(account__email="nina@exemple.org").until
    assert until == datetime(2021, 6, 30, 21, 59, 59, tzinfo=UTC)


def test_the_letter_holds_a_link_that_lets_in(client, desk, poitiers):
    desk.post(page("appointment_give"), invitation())
    key = Appointment.objects.get(account__email="nina@exemple.org").pk
    send_invitation.call(str(key))
    link = re.search(r"/compte/entrer/\S+", mail.outbox[0].body)[0]

    newcomer = type(client)()
    newcomer.post(link)

    seen = newcomer.get(reverse("compte:home")).context["viewer"].account
    assert str(seen) == "Nina Nouvelle"
    assert "animation" in mail.outbox[0].body


def test_the_same_role_is_not_given_twice(desk, poitiers):
    desk.post(page("appointment_give"), invitation())

    answer = desk.post(page("appointment_give"), invitation())

    assert "a déjà ce rôle" in answer.content.decode()
    assert answer.status_code == 422


def test_a_form_sent_twice_gives_once(desk, poitiers):
    sent = invitation()

    desk.post(page("appointment_give"), sent)
    again = desk.post(page("appointment_give"), sent)

    assert again.status_code == 302
    assert Account.objects.filter(email="nina@exemple.org").count() == 1


def test_an_organiser_is_not_offered_to_name_a_guarantor(desk, poitiers):
    form = desk.get(page("appointment_give")).context["form"]

    assert "guarantor" not in dict(form.fields["role"].choices)


def test_an_administrator_names_a_guarantor(client, alice, poitiers):
    client.force_login(alice)

    client.post(page("appointment_give"), invitation(role="guarantor"))

    assert Appointment.objects.get(role=Role.GUARANTOR).state == "held"


def test_a_role_is_ended_after_a_confirmation(desk, awa):
    held = awa.appointments.get()

    seen = desk.get(page("appointment_end", held.pk))
    desk.post(page("appointment_end", held.pk), {"once": uuid4(), "base": held.revision})

    held.refresh_from_db()
    assert "Retirer ce rôle" in seen.content.decode()
    assert held.state == "ended"


def test_an_organiser_does_not_send_a_guarantor_away(desk, gaston):
    held = gaston.appointments.get()

    answer = desk.post(page("appointment_end", held.pk), {"once": uuid4()})

    assert answer.status_code == 403


def test_the_last_administrator_stays(client, alice):
    client.force_login(alice)
    held = alice.appointments.get()

    answer = client.post(reverse("desk:administration_end", args=[held.pk]), {"once": uuid4()})

    assert answer.status_code == 409
    assert "dernière administration" in answer.content.decode()


def test_an_administrator_appoints_another(client, alice):
    client.force_login(alice)

    client.post(reverse("desk:administration_give"), invitation(role="administrator"))

    assert Appointment.objects.filter(role=Role.ADMINISTRATOR, state="held").count() == 2


def test_an_organiser_does_not_open_the_administration(client, odile):
    client.force_login(odile)

    assert client.get(reverse("desk:administration")).status_code == 403


def test_an_end_before_the_beginning_is_refused(desk, poitiers):
    answer = desk.post(page("appointment_give"), invitation(until="2021-04-01"))

    assert answer.status_code == 422


def test_the_administration_sees_who_has_a_role_in_the_instance(client, alice):
    client.force_login(alice)

    shown = client.get(reverse("desk:administration")).content.decode()

    assert "Alice Administratrice" in shown
    assert "administration du site" in shown


def test_the_roles_of_a_convention_are_listed_with_their_dates(desk, awa):
    shown = desk.get(page("appointments")).content.decode()

    assert "Awa Membre" in shown
    assert "1er janvier 2021" in shown
