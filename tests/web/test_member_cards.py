"""Welcoming the members, and their cards: made, printed, lost, replaced; by two desks."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from isegoria.convention.models import Card, Entry, Reading
from isegoria.convention.people.members import card_of
from isegoria.convention.verbs import panel
from isegoria.web import clock
from tests import cast, recruiting, sitting
from tests.recruiting import officer
from tests.story import announced
from tests.web.reading import said


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: cast.AT)


@pytest.fixture
def story(alice):
    return recruiting.with_a_panel(announced(alice))


def desk(story, audience):
    client = Client()
    who = officer(story) if audience == "recruiters" else sitting.fanny(story)
    client.force_login(who.actor)
    return client


@pytest.fixture
def raoul(story):
    return desk(story, "recruiters")


def page(name, *args, desk="recruiters"):
    return reverse(f"{desk}:{name}", args=["poitiers", *args])


def press(client, where):
    return client.post(where, {"once": uuid4()}, follow=True)


def confirmed(story):
    people = list(story.convention.candidates.filter(state="drawn").order_by("seat"))
    return [panel.confirm(one, officer(story)) for one in people]


def codes(answer):
    return [card.code for card in Card.objects.all() if card.code in answer.content.decode()]


def test_those_who_confirmed_wait_to_be_welcomed_without_a_name(story, raoul):
    people = confirmed(story)

    shown = said(raoul.get(page("cards")))

    assert [one.code in shown for one in people] == [True] * 3
    assert "Canari" not in shown.partition("<main")[2].partition("</main")[0]
    assert "pas encore de membre" in shown


def test_one_is_welcomed_and_their_card_is_ready_to_be_printed(story, raoul):
    person = confirmed(story)[1]

    answer = press(raoul, page("welcome", person.pk))

    assert "carte 1" in said(answer)
    assert Card.objects.get().member == story.convention.members.get(number=1)


def test_all_are_welcomed_at_once_in_the_order_of_their_places(story, raoul):
    people = confirmed(story)

    answer = press(raoul, page("welcome_all"))

    assert "3 cartes sont faites" in said(answer)
    for person in people:
        person.refresh_from_db()
    assert [one.member.number for one in people] == [1, 2, 3]


def test_pressing_twice_makes_no_second_card(story, raoul):
    confirmed(story)
    once = uuid4()

    for _ in range(2):
        answer = raoul.post(page("welcome_all"), {"once": once}, follow=True)

    assert answer.status_code == 200
    assert Card.objects.count() == 3


@pytest.mark.parametrize("audience", ["recruiters", "facilitation"])
def test_the_sheet_shows_codes_to_be_read_aloud_and_the_guarantors_know_it(story, audience):
    sitting.member(story)
    sitting.member(story)

    answer = desk(story, audience).get(page("card_sheet", desk=audience))

    assert len(codes(answer)) == 2
    assert "comme" in said(answer)
    assert answer.content.decode().count("<svg role=") == 2
    assert [(one.what, one.count) for one in Reading.objects.filter(what="cards")] == [("cards", 2)]


def test_one_card_is_printed_alone(story, raoul):
    first, second = sitting.member(story).cards.get(), sitting.member(story).cards.get()

    answer = raoul.get(page("card_print", second.pk))

    assert codes(answer) == [second.code]
    assert first.code not in said(answer)


@pytest.mark.parametrize("audience", ["recruiters", "facilitation"])
def test_a_lost_card_is_replaced_in_one_go(story, audience):
    lost = sitting.member(story).cards.get()

    press(desk(story, audience), page("card_replace", lost.pk, desk=audience))

    new = Card.objects.get(state="issued")
    assert card_of(lost.code) is None
    assert card_of(new.code) == new
    assert list(Entry.objects.order_by("-position").values_list("act", flat=True)[:2]) == [
        "card.issue",
        "card.revoke",
    ]


@pytest.mark.parametrize("audience", ["recruiters", "facilitation"])
def test_a_card_is_cancelled_then_another_is_made(story, audience):
    awa, client = sitting.member(story), desk(story, audience)

    after = press(client, page("card_revoke", awa.cards.get().pk, desk=audience))
    assert "sans carte" in said(after)
    press(client, page("card_issue", awa.pk, desk=audience))

    assert sorted(awa.cards.values_list("state", flat=True)) == ["issued", "revoked"]


def test_a_card_that_the_new_key_of_the_site_made_useless_is_not_printed(story, raoul, settings):
    sitting.member(story)
    settings.SECRET_KEY = "another"

    client = Client()
    client.force_login(officer(story).actor)

    assert "la clé du site a changé" in said(client.get(page("cards")))
    assert codes(client.get(page("card_sheet"))) == []


def test_the_organiser_sees_who_has_a_card_and_no_code(story):
    card, client = sitting.member(story).cards.get(), Client()
    client.force_login(story.odile)

    shown = client.get(page("cards", desk="facilitation"))

    assert "carte 1" in said(shown)
    assert card.code not in said(shown)
    assert client.get(page("card_print", card.pk, desk="facilitation")).status_code == 403


def test_the_card_of_another_convention_is_not_found(story, raoul):
    other = cast.convention(story.alice, slug="ailleurs")
    card = sitting.member(story).cards.get()
    where = reverse("recruiters:card_print", args=[other.slug, card.pk])

    assert raoul.get(where).status_code in {403, 404}
