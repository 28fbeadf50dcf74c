"""Questions on their pages: anybody asks, the team handles, whoever was asked answers."""

import uuid

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from isegoria.convention.models import Entry, Question
from isegoria.convention.verbs import questions
from isegoria.core.charter import Role
from isegoria.web.mails import tell_the_answerer
from tests import story
from tests.cast import holder
from tests.questioning import answered, confided, of_a_table, of_the_public, published
from tests.sitting import fanny
from tests.web.public_site import at, by_hand
from tests.web.reading import said

SECRET = "Et mon voisin Jean ?"


@pytest.fixture
def told(alice):
    cache.clear()
    return story.announced(alice)


@pytest.fixture
def team(told):
    return signed_in(fanny(told).actor)


def signed_in(account):
    client = Client()
    client.force_login(account)
    return client


def here(name, *more):
    return reverse(name, args=["poitiers", *more])


def sent(**typed):
    return {"once": str(uuid.uuid4()), **typed}


def test_anybody_asks_and_follows_the_question_by_its_number(told, client):
    answer = client.post(at("question_ask"), by_hand(text=SECRET))

    assert answer["Location"] == at("question", 1)
    page = said(client.get(at("question", 1)))
    assert "Gardez le numéro 1" in page
    assert SECRET not in page
    assert SECRET not in said(client.get(at("questions")))


def test_a_question_sent_twice_is_asked_once(told, client):
    form = by_hand(text=SECRET)

    client.post(at("question_ask"), form)
    client.post(at("question_ask"), form)

    assert Question.objects.count() == 1


@pytest.mark.parametrize("text", ["", "   ", "é" * 1001])
def test_a_question_that_cannot_be_kept_says_what_to_do(told, client, text):
    answer = client.post(at("question_ask"), by_hand(text=text))

    assert answer.status_code == 422
    assert Question.objects.count() == 0


def test_the_sixth_question_of_an_hour_is_told_to_wait_and_nothing_is_lost(told, client):
    for _ in range(5):
        client.post(at("question_ask"), by_hand(text="Une question."))

    answer = client.post(at("question_ask"), by_hand(text=SECRET))

    assert "Trop de questions depuis votre connexion" in said(answer)
    assert SECRET in said(answer)
    assert Question.objects.count() == 5


def test_a_question_set_aside_says_why_to_whoever_holds_its_number(told, client, team):
    one = of_the_public(told, text=SECRET)
    url = here("facilitation:question_set_aside", one.pk)

    team.post(url, sent(reason="Elle nomme quelqu’un.", base=one.revision))

    for page in (said(client.get(at("question", 1))), said(client.get(at("questions")))):
        assert "Elle nomme quelqu’un." in page
        assert SECRET not in page


def test_the_team_leads_a_question_from_the_public_to_its_answer(told, client, team):
    one = of_the_public(told, text="Qui paie ?")
    words = {"whom": "service", "respondent": "Direction du numérique", "due_on": "2100-01-01"}

    team.post(here("facilitation:question_admit", one.pk), sent())
    team.post(here("facilitation:question_confide", one.pk), sent(**words))
    page = said(client.get(at("question", 1)))
    assert "Qui paie ?" in page
    assert "Direction du numérique" in page
    assert "vendredi 1er janvier 2100" in page
    team.post(here("facilitation:question_answer", one.pk), sent(answer="La Ville."))
    assert "La Ville." not in said(team.get(at("question", 1)))
    team.post(here("facilitation:question_publish", one.pk), sent())
    assert "La Ville." in said(team.get(at("question", 1)))


def test_a_date_that_is_past_is_refused_in_words(told, team):
    one = of_a_table(told)
    words = {"whom": "service", "respondent": "x", "due_on": "2001-01-01"}

    answer = team.post(here("facilitation:question_confide", one.pk), sent(**words))

    assert "Cette date est passée" in said(answer)


def test_an_account_answers_in_its_own_role_alone(told, team):
    serge = holder(Role.SERVICE, told.convention, told.odile)
    one = of_a_table(told)
    words = {"respondent": "x", "due_on": "2100-01-01", "account": str(serge.pk)}
    url = here("facilitation:question_confide", one.pk)

    assert "n’a pas ce rôle" in said(team.post(url, sent(whom="expert", **words)))
    team.post(url, sent(whom="service", **words))
    one.refresh_from_db()
    assert one.confided_to == serge


def test_a_question_said_in_the_room_bears_a_number_and_no_name(told, team):
    words = {"text": "Et le vélo ?", "origin": "table", "number": 4}

    team.post(here("facilitation:question_ask"), sent(**words))
    wrong = team.post(here("facilitation:question_ask"), sent(**{**words, "origin": "member"}))

    assert Question.objects.get().author == "table 4"
    assert "Aucun membre n’a cette carte" in said(wrong)


def test_a_late_answer_is_said_to_be_late_to_everybody(told, client, team):
    confided(told, of_a_table(told))  # the story is of 2021, and the clock of today

    assert "en retard" in said(client.get(at("questions")))
    assert "La réponse est en retard" in said(client.get(at("question", 1)))
    assert "en retard (1)" in said(team.get(here("facilitation:questions")))
    assert "Canari" in said(team.get(f"{here('facilitation:questions')}?pile=overdue"))


def test_a_service_answers_from_its_own_page(told, client):
    serge = signed_in(holder(Role.SERVICE, told.convention, told.odile))
    one = confided(told, of_a_table(told, text="Qui paie ?"))
    other = confided(told, of_a_table(told, text="Et après ?"), whom="expert")

    page = said(serge.get(here("answering:questions")))
    assert "Qui paie ?" in page
    assert "Et après ?" not in page
    assert serge.get(here("answering:answer", other.pk)).status_code == 404
    serge.post(here("answering:answer", one.pk), sent(answer="La Ville.", base=one.revision))
    one.refresh_from_db()
    assert (one.state, one.answer) == ("answered", "La Ville.")


def test_two_people_who_answer_at_once_see_both_texts(told, team):
    one = confided(told, of_a_table(told))
    serge = signed_in(holder(Role.SERVICE, told.convention, told.odile))
    seen = one.revision
    url = here("answering:answer", one.pk)
    serge.post(url, sent(answer="La première.", base=seen))

    both = said(serge.post(url, sent(answer="La seconde.", base=seen)))

    assert "La première." in both
    assert "La seconde." in both


def test_a_withdrawn_answer_leaves_a_mark_and_a_reason(told, client, team):
    one = published(told, of_a_table(told, text=SECRET))

    team.post(here("facilitation:question_withdraw", one.pk), sent(reason="Un nom y est."))

    page = said(client.get(at("question", 1)))
    assert "Un nom y est." in page
    assert SECRET not in page
    assert "réponse publiée" not in said(client.get(at("questions")))


def test_public_questions_are_searched_by_word_and_by_state(told, client):
    published(told, of_a_table(told, text="Et le vélo ?"))
    confided(told, of_a_table(told, text="Et le train ?"))

    assert "Et le train ?" not in said(client.get(at("questions"), {"q": "vélo"}))
    assert "Et le vélo ?" not in said(client.get(at("questions"), {"etat": "unanswered"}))
    assert "Aucune question ne répond" in said(client.get(at("questions"), {"q": "avion"}))


@pytest.mark.parametrize("query", ["etat=x", "page=99", "page=x", "q=" + "a" * 500])
def test_an_odd_address_still_shows_a_page(told, client, query):
    assert client.get(f"{at('questions')}?{query}").status_code == 200


@pytest.mark.parametrize("number", [2, 99999999999999999999])
def test_a_number_that_no_question_has_is_not_found(told, client, number):
    of_a_table(told)

    assert client.get(at("question", number)).status_code == 404


def test_a_line_of_the_journal_leads_to_the_question(told, client):
    one = confided(told, of_a_table(told))

    answer = client.get(at("reference", "question", one.pk))

    assert answer["Location"].startswith(at("question", 1))


def test_a_draft_convention_takes_no_question_from_the_public(poitiers, client):
    assert client.get(at("question_ask")).status_code == 404


def test_whoever_took_a_question_back_sees_its_number_alone(told, client):
    questions.take_back(of_a_table(told, text=SECRET), fanny(told))

    assert SECRET not in said(client.get(at("question", 1)))


def test_whoever_is_to_answer_hears_of_it_by_letter(told, mailoutbox):
    named = holder(Role.SERVICE, told.convention, told.odile)
    other = holder(Role.SERVICE, told.convention, told.odile, name="Sven Service")
    first = of_a_table(told, text="Que devient l’ancien serveur ?")
    second = of_a_table(told)
    confided(told, first, account=named)
    confided(told, second)

    sent = [tell_the_answerer.call(one.pk) for one in Entry.objects.filter(act="question.confide")]

    assert sent == [1, 2]
    assert mailoutbox[0].to == [named.email]
    assert {one.to[0] for one in mailoutbox[1:]} == {named.email, other.email}
    assert "Que devient l’ancien serveur ?" in mailoutbox[0].body
    assert f"/reponses/{told.convention.slug}/{first.pk}/" in mailoutbox[0].body


def test_a_question_that_was_answered_meanwhile_sends_no_letter(told, mailoutbox):
    holder(Role.SERVICE, told.convention, told.odile)
    answered(told, of_a_table(told))

    assert tell_the_answerer.call(Entry.objects.get(act="question.confide").pk) == 0
    assert not mailoutbox
