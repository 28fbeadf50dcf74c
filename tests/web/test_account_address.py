"""Changing the address by which one comes in."""

import re
import uuid

import pytest
from django.core import mail
from django.core.cache import cache
from django.urls import reverse

from isegoria.web.account import address
from tests.cast import account

NEW = "odile.nouvelle@exemple.org"


@pytest.fixture(autouse=True)
def _no_limit_from_another_test():
    cache.clear()


@pytest.fixture
def desk(client, odile):
    client.force_login(odile)
    return client


def sent(client, page, fields, **more):
    return client.post(reverse(f"compte:{page}"), {"once": str(uuid.uuid4()), **fields}, **more)


def asked(client, email=NEW):
    """The code that the new address received."""
    sent(client, "address", {"email": email})
    assert mail.outbox[-1].to == [email]
    return re.search(r"^ {4}(\S+)$", mail.outbox[-1].body, re.MULTILINE)[1]


def given(client, code, **more):
    return sent(client, "address_code", {"code": code}, **more)


def test_an_address_changes_once_its_code_is_given_and_the_old_one_is_told(desk, odile):
    code = asked(desk)
    odile.refresh_from_db()
    assert odile.email == "odile@exemple.org"

    answer = given(desk, code, follow=True)

    odile.refresh_from_db()
    assert odile.email == NEW
    assert NEW in answer.content.decode()
    assert mail.outbox[-1].to == ["odile@exemple.org"]
    assert NEW in mail.outbox[-1].body


def test_the_code_may_be_typed_in_any_case_without_its_dash(desk, odile):
    given(desk, asked(desk).replace("-", " ").lower())

    odile.refresh_from_db()
    assert odile.email == NEW


def test_the_other_sessions_are_closed_and_this_one_goes_on(desk, odile):
    elsewhere = type(desk)()
    elsewhere.force_login(odile)

    given(desk, asked(desk))

    assert desk.get(reverse("compte:home")).status_code == 200
    assert elsewhere.get(reverse("compte:home")).status_code == 302


def test_the_old_address_lets_nobody_in_any_more(desk, client):
    given(desk, asked(desk))
    mail.outbox.clear()

    type(client)().post(reverse("account_login"), {"email": "odile@exemple.org"})
    assert mail.outbox == []
    type(client)().post(reverse("account_login"), {"email": NEW})
    assert mail.outbox[0].to == [NEW]


def test_a_wrong_code_is_refused_and_the_third_ends_it(desk, odile):
    code = asked(desk)
    wrong = [given(desk, "AAAAAA") for _ in range(address.TRIES)]

    assert "Ce code n’est pas le bon" in wrong[0].content.decode()
    assert wrong[-1].url == reverse("compte:address")
    assert given(desk, code).url == reverse("compte:address")
    odile.refresh_from_db()
    assert odile.email == "odile@exemple.org"


def test_a_code_given_too_late_serves_no_more(desk, odile, monkeypatch):
    code = asked(desk)
    late = address.clock.now() + address.LIFE
    monkeypatch.setattr(address.clock, "now", lambda: late)

    assert given(desk, code).url == reverse("compte:address")
    odile.refresh_from_db()
    assert odile.email == "odile@exemple.org"


def test_an_address_of_somebody_else_is_answered_alike_and_gets_no_mail(desk):
    account("Berthe Bis")

    answer = sent(desk, "address", {"email": "berthe@exemple.org"})

    assert answer.url == reverse("compte:address_code")
    assert mail.outbox == []


def test_an_address_taken_meanwhile_is_refused(desk, odile):
    code = asked(desk)
    other = account("Berthe Bis")
    other.email = NEW
    other.save()

    answer = given(desk, code, follow=True)

    odile.refresh_from_db()
    assert odile.email == "odile@exemple.org"
    assert "Cette adresse ne peut pas servir" in answer.content.decode()


def test_codes_are_not_sent_without_end(desk):
    for number in range(address.LETTERS + 1):
        answer = sent(desk, "address", {"email": f"n{number}@exemple.org"})

    assert "Trop d’essais" in answer.content.decode()
    assert len(mail.outbox) == address.LETTERS


def test_ones_own_address_is_not_a_new_one(desk):
    page = sent(desk, "address", {"email": "ODILE@exemple.org"})

    assert "C’est déjà votre adresse." in page.content.decode()


def test_who_has_a_second_factor_shows_it_first(desk, odile):
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    TOTP.activate(odile, generate_totp_secret())

    answer = sent(desk, "address", {"email": NEW})

    assert answer.status_code == 302
    assert answer.url.startswith(reverse("mfa_reauthenticate"))
    assert mail.outbox == []


def test_the_page_speaks_english_too(desk):
    page = desk.get(reverse("compte:address"), headers={"Accept-Language": "en"})

    assert "Change e-mail address" in page.content.decode()
