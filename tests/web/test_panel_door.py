"""Coming in by a card: however it is typed, and never by another way."""

import re
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from isegoria.convention.verbs import candidates, members
from isegoria.web import clock
from isegoria.web.card_form import FAILURES_AN_HOUR
from tests import cast, recruiting, sitting
from tests.recruiting import officer
from tests.story import announced
from tests.web.reading import said

DOOR, HOME = "/carte/", "/membre/poitiers/"


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    cache.clear()
    monkeypatch.setattr(clock, "now", lambda: cast.AT)


@pytest.fixture
def story(alice):
    return recruiting.with_a_panel(announced(alice))


@pytest.fixture
def awa(story):
    return sitting.member(story)


@pytest.fixture
def phone():
    return Client()


def typed(client, code, **more):
    return client.post(DOOR, {"once": uuid4(), "code": code, **more})


def code_of(member):
    return member.cards.get(state="issued").code


MISREAD = str.maketrans("2586QV7", "ZSBGOUI")


@pytest.mark.parametrize(
    "hand",
    [
        str,
        str.lower,
        lambda code: f"  {code.replace('-', '')} ",
        lambda code: " ".join(code.replace("-", "")),
        lambda code: code.translate(MISREAD),
        lambda code: code.replace("-", " – "),
    ],
)
def test_a_card_opens_however_its_code_is_typed(awa, phone, hand):
    answer = typed(phone, hand(code_of(awa)))

    assert (answer.status_code, answer["Location"]) == (302, HOME)
    assert "carte 1" in said(phone.get(HOME))


def test_the_qr_code_brings_the_code_and_opens_nothing_by_itself(awa, phone):
    code = code_of(awa)

    page = phone.get(reverse("panel:card", args=[code]))

    assert f'value="{code}"' in page.content.decode()
    assert phone.get(HOME).status_code == 302
    assert typed(phone, code)["Location"] == HOME


def words(answer):
    """The page, without what was typed and without its tokens."""
    return re.sub(r'value="[^"]*"', "", said(answer))


def test_every_code_that_opens_nothing_is_answered_alike(story, awa, phone):
    lost, gone = code_of(awa), sitting.member(story)
    left = code_of(gone)
    members.revoke(awa.cards.get(), officer(story))
    candidates.withdraw(story.convention.candidates.get(member=gone), officer(story))

    answers = [typed(phone, code) for code in (lost, left, "2222-2222", "x", "é" * 40)]

    assert {one.status_code for one in answers} == {422}
    assert len({words(one) for one in answers}) == 1
    assert "Ce code n’ouvre aucun espace" in said(answers[0])


def test_after_many_failures_even_a_good_code_waits(awa, phone):
    for _ in range(FAILURES_AN_HOUR + 1):
        typed(phone, "2222-2222")

    assert "Trop d’essais" in said(typed(phone, code_of(awa)))


def test_a_whole_room_comes_in_by_one_address(awa):
    answers = [typed(Client(), code_of(awa)) for _ in range(FAILURES_AN_HOUR + 5)]

    assert {one.status_code for one in answers} == {302}


def test_a_session_lasts_twelve_hours_at_most(awa, phone):
    answer = typed(phone, code_of(awa))

    cookie = answer.cookies["sessionid"]
    assert 0 < cookie["max-age"] <= 12 * 3600
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_going_out_is_one_button(awa, phone):
    typed(phone, code_of(awa))

    answer = phone.post("/carte/sortir/", follow=True)

    assert "Vous êtes sorti" in said(answer)
    assert phone.get(HOME)["Location"].startswith(DOOR)


def test_a_cancelled_card_shuts_the_space_on_every_device(story, awa, phone):
    typed(phone, code_of(awa))

    members.revoke(awa.cards.get(), officer(story))

    assert phone.get(HOME)["Location"].startswith(DOOR)


def test_the_door_leads_back_to_the_page_that_was_asked_and_nowhere_else(awa, phone):
    asked = phone.get(HOME)["Location"]
    assert asked == f"{DOOR}?next={HOME}"

    assert typed(phone, code_of(awa), next="https://exemple.org/")["Location"] == HOME
    assert typed(phone, code_of(awa), next="//exemple.org/")["Location"] == HOME
    assert typed(phone, code_of(awa), next="/conventions/poitiers/")["Location"] == (
        "/conventions/poitiers/"
    )


@pytest.mark.parametrize("name", ["compte:home", "compte:address", "mfa_index", "desk:home"])
def test_a_card_opens_no_page_of_accounts_where_another_way_in_could_be_left(awa, phone, name):
    typed(phone, code_of(awa))

    answer = phone.get(reverse(name), follow=True)

    assert answer.redirect_chain[-1][0] == HOME


def test_no_second_factor_is_asked_of_a_card(awa, phone, settings):
    settings.STAFF_MFA = "required"
    typed(phone, code_of(awa))

    assert phone.get(HOME).status_code == 200


def test_whoever_sits_down_after_somebody_else_is_not_taken_for_them(story, awa, phone):
    typed(phone, code_of(awa))

    typed(phone, code_of(sitting.member(story)))

    assert "carte 2" in said(phone.get(HOME))
