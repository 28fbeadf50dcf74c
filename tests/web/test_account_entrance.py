"""Coming in: by a code, by a link, with a second factor; and never by a password."""

import re

import pytest
from allauth.mfa.totp.internal.auth import (
    TOTP,
    generate_totp_secret,
)
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import NoReverseMatch, reverse

from isegoria.web.entry import demo_links, entry_link
from tests.web.factors import code_of

BASE = "http://testserver"


@pytest.fixture(autouse=True)
def _no_rate_limit_from_another_test():
    cache.clear()


def path_of(link: str) -> str:
    return link.removeprefix(BASE)


def test_a_code_sent_by_mail_lets_in(client, odile):
    client.post(reverse("account_login"), {"email": odile.email})
    code = re.search(r"^ {4}(\S+)$", mail.outbox[0].body, re.MULTILINE)[1]

    answer = client.post(reverse("account_confirm_login_code"), {"code": code})

    assert answer.url == reverse("compte:home")
    assert client.get(answer.url).context["viewer"].account == odile


def test_the_mail_with_the_code_is_in_french_and_plain(client, odile):
    client.post(reverse("account_login"), {"email": odile.email})

    assert mail.outbox[0].subject == "Votre code pour entrer"
    assert mail.outbox[0].body.startswith("Bonjour,")
    assert mail.outbox[0].alternatives == []


def test_a_wrong_code_is_refused_and_says_so(client, odile):
    client.post(reverse("account_login"), {"email": odile.email})

    answer = client.post(reverse("account_confirm_login_code"), {"code": "AAAAAA"})

    assert "Ce code n’est pas le bon" in answer.content.decode()


def test_an_unknown_address_is_answered_like_a_known_one_and_gets_no_mail(client, db):
    answer = client.post(reverse("account_login"), {"email": "nul@exemple.org"})

    assert answer.url == reverse("account_confirm_login_code")
    assert mail.outbox == []


def test_a_fourth_code_within_a_minute_is_refused(odile):
    ask = {"email": odile.email}

    answers = [Client().post(reverse("account_login"), ask) for _ in range(4)]

    assert [answer.status_code for answer in answers] == [302, 302, 302, 200]
    assert len(mail.outbox) == 3


def test_opening_an_entry_link_does_not_use_it_up(client, odile):
    link = path_of(entry_link(odile, BASE))
    client.get(link)

    answer = client.post(link)

    assert answer.url == reverse("compte:home")


def test_an_entry_link_serves_once(client, odile):
    link = path_of(entry_link(odile, BASE))
    client.post(link)
    client.post(reverse("account_logout"))

    answer = client.post(link)

    assert answer.status_code == 410
    assert "Demandez un code" in answer.content.decode()


def test_an_entry_link_expires(client, odile):
    link = path_of(entry_link(odile, BASE, minutes=0))

    assert client.get(link).status_code == 410


@pytest.mark.parametrize("token", ["x", "a:b:c", "e30:1abc:zzz"])
def test_a_forged_entry_link_is_gone(client, db, token):
    assert client.get(reverse("compte:entry", args=[token])).status_code == 410


def test_an_entry_link_replaces_somebody_elses_session(client, odile, gaston):
    client.force_login(gaston)

    client.post(path_of(entry_link(odile, BASE)))

    assert client.get(reverse("compte:home")).context["viewer"].account == odile


def test_the_links_of_a_demonstration_serve_again_and_again(client, odile, settings):
    settings.DEMO = True
    link = path_of(dict(demo_links(BASE))[str(odile)])
    client.post(link)
    client.post(reverse("account_logout"))

    assert client.post(link).url == reverse("compte:home")


def test_outside_a_demonstration_there_are_no_such_links(client, odile, settings):
    settings.DEMO = True
    link = path_of(dict(demo_links(BASE))[str(odile)])
    settings.DEMO = False

    assert demo_links(BASE) == []
    assert client.get(link).status_code == 410


def test_somebody_with_a_second_factor_is_asked_for_it_after_the_link(client, odile):
    secret = generate_totp_secret()
    TOTP.activate(odile, secret)
    asked = client.post(path_of(entry_link(odile, BASE)))

    answer = client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})

    assert asked.url == reverse("mfa_authenticate")
    assert answer.url == reverse("compte:home")


@pytest.mark.parametrize(
    "name",
    ["account_signup", "account_set_password", "account_change_password", "account_reset_password"],
)
def test_there_is_no_page_for_a_password_or_to_sign_up(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)
