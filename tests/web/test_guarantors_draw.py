"""Guarantors sign a number at two, contest it, and check everything that was sealed."""

import json
from uuid import uuid4

import pytest
from django.urls import reverse

from isegoria.convention.models import Reading
from isegoria.core.sortition.verification import openings_hold
from isegoria.web import clock
from tests import cast, recruiting, story
from tests.web.reading import said


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: cast.AT)


@pytest.fixture
def draw(client, alice):
    told = story.announced(alice)
    recruiting.recruited(told)
    client.force_login(told.gaston)
    sealed = recruiting.sealed(told)
    sealed.story = told
    return sealed


def page(name, draw):
    return reverse(f"guarantors:{name}", args=["poitiers", draw.pk])


def sent(client, name, draw, **typed):
    draw.refresh_from_db()
    return client.post(page(name, draw), {"once": uuid4(), "base": draw.revision, **typed})


def signed(client, draw, name="draw_sign", number="007"):
    return sent(client, name, draw, number=number, again=number)


def test_two_guarantors_sign_and_the_panel_is_drawn(client, draw):
    signed(client, draw)
    client.force_login(recruiting.second_guarantor(draw.story).actor)
    signed(client, draw, "draw_countersign")

    draw.refresh_from_db()
    assert (draw.state, draw.ticket) == ("drawn", 7)


@pytest.mark.parametrize(
    ("number", "again", "why"),
    [
        ("7", "7", "Écrivez trois chiffres"),
        ("0x7", "0x7", "Écrivez trois chiffres"),
        ("٠٠٧", "٠٠٧", "Écrivez trois chiffres"),
        ("007", "008", "Les deux numéros diffèrent"),
    ],
)
def test_a_number_that_is_not_sure_is_not_signed(client, draw, number, again, why):
    answer = sent(client, "draw_sign", draw, number=number, again=again)

    assert answer.status_code == 422
    assert why in said(answer)
    draw.refresh_from_db()
    assert draw.state == "sealed"


def test_a_number_beyond_the_list_is_refused(client, draw):
    assert signed(client, draw, number="999").status_code == 409


def test_the_same_guarantor_does_not_countersign_and_is_told_why(client, draw):
    signed(client, draw)

    assert "Un autre garant doit signer" in said(client.get(page("draw", draw)))
    assert signed(client, draw, "draw_countersign").status_code == 409


def test_another_number_than_the_one_signed_is_refused(client, draw):
    signed(client, draw)
    client.force_login(recruiting.second_guarantor(draw.story).actor)

    answer = signed(client, draw, "draw_countersign", "008")

    assert answer.status_code == 409
    assert "Ce n’est pas le numéro déjà signé" in said(answer)


def test_who_became_a_guarantor_afterwards_is_told_that_they_do_not_sign(client, draw):
    late = cast.holder(cast.Role.GUARANTOR, draw.story.convention, draw.story.alice, name="Tardive")
    client.force_login(late)

    assert "Seuls les garants nommés dans l’avis" in said(client.get(page("draw", draw)))


def test_a_contested_number_is_signed_again_and_the_reason_is_public(client, draw):
    signed(client, draw)
    other = recruiting.second_guarantor(draw.story).actor
    client.force_login(other)

    sent(client, "draw_contest", draw, reason="J’ai lu 070.")

    draw.refresh_from_db()
    assert (draw.state, draw.ticket) == ("sealed", None)
    public = client.get(reverse("public:draw", args=["poitiers", 1]))
    assert "J’ai lu 070." in said(public)


def test_openings_are_not_given_before_a_reason(client, draw):
    for name in ("draw_openings", "draw_openings_file"):
        answer = client.get(page(name, draw))
        assert (answer.status_code, answer.url) == (302, page("draw_read", draw))


def test_openings_are_checked_on_the_page_and_downloaded_once_a_reason_is_given(client, draw):
    sent(client, "draw_read", draw, reason="Avant le tirage")

    text = said(client.get(page("draw_openings", draw)))
    document = json.loads(client.get(page("draw_openings_file", draw)).content)

    assert "Tout est conforme" in text
    assert "Les 10 panels respectent les quotas" in text
    assert openings_hold(draw.published, document)
    assert set(Reading.objects.values_list("what", "count")) == {("openings", 8)}
