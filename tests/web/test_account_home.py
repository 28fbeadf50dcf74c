"""One's own account."""

import re

import pytest
from allauth.core.context import request_context
from allauth.mfa.models import Authenticator
from django.core import mail
from django.urls import reverse

from tests.web.factors import code_of

FACTOR_PAGES = [
    "mfa_index",
    "mfa_activate_totp",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
]


def test_the_account_page_says_who_i_am_and_my_roles(client, odile):
    client.force_login(odile)

    page = client.get(reverse("compte:home")).content.decode()

    assert "Odile Organisatrice" in page
    assert "odile@exemple.org" in page
    assert "organisation" in page


def test_the_account_page_asks_strangers_to_sign_in(client, db):
    answer = client.get(reverse("compte:home"))

    assert answer.url.startswith(reverse("account_login"))


def test_signing_out_everywhere_closes_the_other_sessions(client, odile):
    elsewhere = type(client)()
    elsewhere.force_login(odile)
    client.force_login(odile)

    client.post(reverse("compte:end_sessions"))

    assert elsewhere.get(reverse("compte:home")).status_code == 302


@pytest.mark.parametrize("name", FACTOR_PAGES)
def test_each_page_of_second_factors_opens(client, odile, name):
    client.force_login(odile)

    assert client.get(reverse(name)).status_code == 200


def test_an_application_of_codes_is_added_and_a_mail_says_so(
    client, odile, django_capture_on_commit_callbacks
):

    client.force_login(odile)
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret

    with django_capture_on_commit_callbacks() as waiting:
        answer = client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    with request_context(answer.wsgi_request):
        for send in waiting:
            send()

    kinds = set(Authenticator.objects.filter(user=odile).values_list("type", flat=True))
    assert kinds == {"totp", "recovery_codes"}
    assert "application de codes a été ajoutée" in mail.outbox[0].body
    assert client.get(reverse("mfa_view_recovery_codes")).status_code == 200


def test_working_pages_ask_for_a_second_factor_where_it_is_required(client, odile, settings):
    settings.STAFF_MFA = "required"
    client.force_login(odile)

    assert client.get(reverse("desk:people", args=["poitiers"])).url == reverse("mfa_index")


def test_the_login_page_of_a_demonstration_says_where_the_links_are(client, db, settings):
    settings.DEMO = True

    assert "terminal" in client.get(reverse("account_login")).content.decode()


def test_each_role_in_force_leads_to_its_place_of_work(client, odile, gaston, awa):
    opened = {}
    for somebody in (odile, gaston, awa):
        client.force_login(somebody)
        ((_, opened[somebody]),) = client.get(reverse("compte:home")).context["appointments"]

    assert opened == {
        odile: reverse("desk:convention", args=["poitiers"]),
        gaston: reverse("guarantors:convention", args=["poitiers"]),
        awa: reverse("panel:home", args=["poitiers"]),
    }


@pytest.mark.parametrize("name", ["account_logout", "compte:end_sessions", "mfa_add_webauthn"])
def test_what_cancels_is_a_link_and_does_nothing(client, odile, name):
    client.force_login(odile)

    text = client.get(reverse(name)).content.decode()

    assert re.search(r'<a class="button button-quiet[^>]* href="/compte/', text)
    assert '<button type="submit" class="button button-quiet' not in text
