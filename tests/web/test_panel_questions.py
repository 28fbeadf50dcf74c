"""A member asks by themselves, follows what becomes of it, and asks for an expert."""

from uuid import uuid4

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from isegoria.convention.models import ExpertRequest, Question
from isegoria.web import clock
from tests import cast, recruiting, sitting
from tests.questioning import of_a_member, published
from tests.story import announced
from tests.web.reading import said


@pytest.fixture
def story(alice, monkeypatch):
    cache.clear()
    monkeypatch.setattr(clock, "now", lambda: cast.AT)
    return recruiting.with_a_panel(announced(alice))


@pytest.fixture
def awa(story):
    return sitting.member(story)


@pytest.fixture
def phone(awa):
    client = Client()
    client.post("/carte/", {"once": uuid4(), "code": awa.cards.get(state="issued").code})
    return client


def here(name, *more):
    return reverse(f"panel:{name}", args=["poitiers", *more])


def sent(**typed):
    return {"once": str(uuid4()), **typed}


def test_a_member_asks_and_follows_the_question(story, awa, phone):
    phone.post(here("question"), sent(text="Qui paie ?"))

    one = Question.objects.get()
    assert (one.member, one.origin) == (awa, "member")
    assert "Qui paie ?" in said(phone.get(here("questions")))
    published(story, one)
    assert "Canari" in said(phone.get(here("questions")))


def test_a_question_sent_twice_is_asked_once(awa, phone):
    form = sent(text="Qui paie ?")

    phone.post(here("question"), form)
    phone.post(here("question"), form)

    assert Question.objects.count() == 1


def test_a_member_takes_back_their_own_question_and_no_other(story, awa, phone):
    mine, theirs = of_a_member(story, awa), of_a_member(story, sitting.member(story))

    phone.post(here("question_take_back", mine.pk), sent(base=mine.revision))

    mine.refresh_from_db()
    assert mine.state == "taken_back"
    assert phone.get(here("question_take_back", theirs.pk)).status_code == 404


def test_a_member_asks_for_an_expert(awa, phone):
    phone.post(here("wish"), sent(text="Un médecin"))

    assert ExpertRequest.objects.get().member == awa
    assert "Un médecin" in said(phone.get(here("questions")))


def test_a_question_without_words_says_what_to_do(phone):
    answer = phone.post(here("question"), sent(text="  "))

    assert answer.status_code == 422
    assert "Remplissez ce champ" in said(answer)
