"""Whoever got a letter: a code, some questions, a card; and nobody without a letter."""

import re
import uuid

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from isegoria.convention.journal.models import Entry
from isegoria.convention.models import Candidate, Letter
from isegoria.convention.recruitment.mailings import CODE, LETTERS
from isegoria.convention.verbs import channels, letters
from isegoria.web import clock, tokens
from isegoria.web.joining.views import PURPOSE
from tests.cast import AT
from tests.recruiting import LETTERS as BY_LETTER
from tests.recruiting import WAY, entered, officer, pool, relay, sealed
from tests.web.letters import answered_by, answers, city
from tests.web.reading import said


@pytest.fixture(autouse=True)
def that_day(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: AT)
    cache.clear()


@pytest.fixture
def told(alice):
    told = city(alice)
    answered_by(told)
    return told


def door(told):
    return reverse("joining:door", args=[told.convention.slug])


def coded(told, code="abcd 2345", client=None):
    return (client or Client()).post(door(told), {"once": str(uuid.uuid4()), "code": code})


def sent(told, page, client=None, **more):
    url = reverse("joining:register", args=[told.convention.slug])
    letter = page.context["form"]["letter"].value()
    return (client or Client()).post(url, answers(letter=letter, **more))


@pytest.mark.parametrize("typed", ["ABCD2345", "abcd-2345", " a b c d  2345 ", "ABCD–2345"])
def test_a_code_is_known_however_it_is_typed(told, typed):
    assert "Quelques questions" in said(coded(told, typed))


@pytest.mark.parametrize("typed", ["ABCD2346", "ABCD234", "ABCD23456", "0O1I", "' OR 1=1", "é" * 8])
def test_another_code_opens_nothing(told, typed):
    page = coded(told, typed)

    assert page.status_code == 422
    assert "Quelques questions" not in said(page)


def test_nobody_goes_through_the_codes(told):
    client = Client()
    for _ in range(30):
        coded(told, "ZZZZ9999", client)

    page = coded(told, "ABCD2345", client)

    assert "Trop d’essais depuis votre connexion" in said(page)


def test_a_code_is_one_of_more_than_2_to_the_39(told):
    made = letters.new_codes(told.convention, 3_000)

    assert len(LETTERS) ** CODE > 2**39
    assert len(set(made)) == 3_000
    assert all(len(code) == CODE and set(code) <= set(LETTERS) for code in made)


def test_whoever_answers_is_on_the_list_and_gets_a_card(told):
    page = sent(told, coded(told))

    person = Candidate.objects.get()
    assert page.status_code == 200
    assert person.code in said(page)
    assert "Ce qui va se passer" in said(page)
    assert person.identity["name"] == "Awa Diop"
    assert person.answers[WAY] == BY_LETTER
    assert person.consent == {"how": "self", "day": "2021-04-02", "helper": ""}
    assert person.relay == told.things["city"]
    assert Letter.objects.get().answered_on == AT.date()


def test_somebody_signed_in_is_not_written_beside_the_person(told):
    client = Client()
    client.force_login(told.odile)

    sent(told, coded(told, client=client), client)

    entry = Entry.objects.get(act="candidate.register")
    assert entry.role == "anyone"
    assert str(told.odile.pk) not in str(vars(entry.disclosure))


def test_a_form_sent_twice_shows_the_same_card(told):
    page = coded(told)
    once = str(uuid.uuid4())

    first, second = sent(told, page, once=once), sent(told, page, once=once)

    number = Candidate.objects.get().code
    assert number in said(first)
    assert number in said(second)


def test_of_two_who_use_a_code_the_second_is_told_so(told):
    one, other = coded(told), coded(told)
    sent(told, one)

    late = sent(told, other, name="Léo Petit", phone="0600000009")

    assert late.status_code == 410
    assert "Ce code a déjà servi" in said(late)
    assert Candidate.objects.count() == 1


def test_a_code_that_has_served_opens_nothing(told):
    sent(told, coded(told))

    page = coded(told)

    assert page.status_code == 422
    assert "Ce code a déjà servi" in said(page)


def test_nobody_is_on_the_list_twice(told):
    entered(told, told.things["city"], "moins de 40 ans", phone="0612345678")

    page = sent(told, coded(told))

    assert page.status_code == 409
    assert "Vous paraissez déjà inscrit" in said(page)
    assert Candidate.objects.count() == 1
    assert Letter.objects.get().answered_on is None


def test_what_is_missing_is_asked_again_and_the_code_is_not_lost(told):
    page = sent(told, coded(told), agreed="", phone="")

    assert page.status_code == 422
    assert "Donnez un téléphone, ou une adresse électronique." in said(page)
    assert Client().get(door(told)).status_code == 200
    assert sent(told, page).status_code == 200


def test_without_a_letter_s_code_nothing_can_be_sent(told):
    url = reverse("joining:register", args=[told.convention.slug])

    forged = Client().post(url, answers(letter="gAAAAABforged"))
    bare = Client().get(url)

    assert forged.status_code == 410
    assert bare.url == door(told)
    assert not Candidate.objects.exists()


def test_a_page_of_another_convention_opens_nothing_here(told):
    elsewhere = {"convention": str(uuid.uuid4()), "code": "ABCD2345"}
    url = reverse("joining:register", args=[told.convention.slug])

    answer = Client().post(url, answers(letter=tokens.sealed(PURPOSE, elsewhere, at=AT)))

    assert answer.status_code == 410


def test_a_closed_channel_takes_nobody(told):
    page = coded(told)
    channels.close_channel(told.things["city"].channel, officer(told))

    late = sent(told, page)

    assert late.status_code == 410
    assert "Les inscriptions par lettre sont closes." in said(late)


def test_out_of_the_window_of_recruitment_nobody_joins(told, monkeypatch):
    page = coded(told)
    monkeypatch.setattr(clock, "now", lambda: AT.replace(year=2022))
    fresh = coded(told)

    assert fresh.status_code == 403
    assert "pendant cette période du calendrier" in said(fresh)
    assert sent(told, page).status_code in {403, 410}
    assert Client().get(door(told)).status_code == 200


def test_once_the_list_is_sealed_nobody_joins(told):
    phone = relay(told, "Téléphone", "phone", "Institut Canari")
    partners = relay(told, "Association", "partner", "Association Canari")
    pool(told, phone, partners)
    page = coded(told)
    sealed(told)

    late = sent(told, page)

    assert late.status_code == 410
    assert "La liste du tirage est scellée" in said(late)


def test_the_code_is_in_no_address_and_no_page_can_be_kept(told):
    page = coded(told)

    assert "ABCD" not in re.sub(r"ABCD-2345", "", page.content.decode())
    assert "no-store" in sent(told, page)["Cache-Control"]


def test_the_paper_asks_what_the_page_asks(told):
    paper = said(Client().get(reverse("joining:paper", args=[told.convention.slug])))
    page = said(coded(told))

    for words in ("moins de 40 ans", "40 ans ou plus", "Âge", "la garde d’un enfant"):
        assert words in paper
        assert words in page
    assert WAY not in re.sub(r"<[^>]+>", "", paper).split("Mon accord")[0].split()
    assert "Le code de ma lettre" in paper


def test_before_any_letter_the_page_says_so(alice):
    told = city(alice)

    page = Client().get(door(told))

    assert page.status_code == 200
    assert "Aucune lettre d’invitation n’a encore été envoyée" in said(page)
    assert coded(told).status_code == 403


def test_the_page_on_recruitment_leads_whoever_has_a_letter_to_the_code(told):
    page = Client().get(reverse("public:recruitment", args=[told.convention.slug]))

    assert f'href="{door(told)}"' in said(page)
