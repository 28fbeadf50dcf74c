"""The pulse and the survey on their pages: answered by card, for somebody, on paper; then shown."""

import csv
import io
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from isegoria.convention.chartered import By
from isegoria.convention.models import Inquiry
from isegoria.convention.verbs import inquiries
from isegoria.web import clock
from tests import cast, recruiting, sitting
from tests.inquiring import answered, pulse, seated, survey
from tests.sitting import fanny
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
def others(story):
    return [seated(story, number) for number in range(201, 207)]


@pytest.fixture
def asked(story):
    return pulse(story, sitting.opened(story))


def by_card(member):
    client = Client()
    client.post("/carte/", {"once": uuid4(), "code": member.cards.get(state="issued").code})
    return client


def team(story):
    client = Client()
    client.force_login(fanny(story).actor)
    return client


def to(name, *more):
    return reverse(name, args=["poitiers", *more])


def sent(**typed):
    return {"once": str(uuid4()), **typed}


def test_a_member_answers_by_card_and_is_told_before_that_it_cannot_change(awa, asked):
    phone, page = by_card(awa), to("panel:inquiry", asked.number)
    before = said(phone.get(page))

    typed = sent(mood="4", sentence="Bien")
    home = said(phone.post(page, typed, follow=True))
    phone.post(page, typed)

    assert "elle ne pourra donc plus être changée" in before
    assert "Votre réponse est comptée. Merci." in home
    asked.refresh_from_db()
    assert (asked.answered, asked.counts) == (1, {"mood": {"4": 1}})
    assert "Une réponse est déjà comptée pour cette carte." in said(phone.get(page))


def test_an_answer_sent_twice_from_two_pages_is_counted_once(awa, asked):
    phone, page = by_card(awa), to("panel:inquiry", asked.number)
    phone.post(page, sent(mood="4", sentence=""))
    again = phone.post(page, sent(mood="1", sentence=""))

    assert again.status_code == 409
    asked.refresh_from_db()
    assert asked.counts == {"mood": {"4": 1}}


def test_an_empty_questionnaire_is_not_sent(story, awa):
    final = survey(story)
    answer = by_card(awa).post(to("panel:inquiry", final.number), sent(sentence="Seule"))

    assert answer.status_code == 422
    assert "Choisissez au moins une réponse." in said(answer)


def test_whoever_facilitates_answers_for_a_member_and_is_asked_to_keep_it(story, awa, asked):
    page = to("facilitation:member_inquiry", awa.pk, asked.number)
    hand = team(story)

    assert "vous voyez sa réponse. Gardez-la pour vous." in said(hand.get(page))
    assert hand.post(page, sent(mood="2", sentence="")).status_code == 302
    asked.refresh_from_db()
    assert asked.counts == {"mood": {"2": 1}}
    told = said(by_card(awa).get(to("panel:home")))
    assert "a envoyé une réponse à l’enquête 1." in told


def test_nobody_reads_a_result_before_the_end_not_even_the_team(story, others, asked):
    for one in others:
        answered(asked, one, "1", sentence="Mot caché")

    pages = [
        said(team(story).get(to("facilitation:inquiry", asked.pk))),
        said(Client().get(to("public:inquiry", asked.number))),
    ]

    assert ["très mal" in page or "Mot caché" in page for page in pages] == [False, False]
    assert Client().get(to("public:inquiry_csv", asked.number)).status_code == 404


def test_what_five_people_said_is_public_once_it_is_closed(story, others, asked):
    for one, face in zip(others, "55544", strict=False):
        answered(asked, one, face, sentence="Mot à lire")
    inquiries.close(asked, fanny(story))

    page = said(Client().get(to("public:inquiry", asked.number)))
    rows = csv.reader(
        io.StringIO(
            Client().get(to("public:inquiry_csv", asked.number)).content.decode("utf-8-sig")
        )
    )

    assert "5 réponses · moyenne 4,6 sur 5" in page
    assert "Mot à lire" not in page
    assert "5 phrases attendent d’être lues" in page
    counted = {row[3]: row[4] for row in rows if row[1] == "mood"}
    assert counted == {
        "très mal": "0",
        "mal": "0",
        "ni bien ni mal": "0",
        "bien": "2",
        "très bien": "3",
    }


def test_a_question_that_four_answered_is_left_out_of_page_and_spreadsheet(story, others):
    final = survey(story)
    for place, one in enumerate(others):
        given = {"respect": "5"} | ({"weight": "1"} if place < 4 else {})
        inquiries.answer(final, By(one.account, cast.AT), member=one, answers=given)
    inquiries.close(final, fanny(story))

    page = said(Client().get(to("public:inquiry", final.number)))
    rows = list(
        csv.reader(
            io.StringIO(
                Client().get(to("public:inquiry_csv", final.number)).content.decode("utf-8-sig")
            )
        )
    )

    assert "6 réponses · moyenne 5,0 sur 5" in page
    assert [row[3:] for row in rows if row[1] == "weight"] == [["", "", ""]]


def test_sheets_are_counted_in_numbers_and_sentences(story, others, asked):
    numbers = {"mood_4": "2", "mood_5": "3", "mood_1": ""}
    answer = team(story).post(
        to("facilitation:inquiry_count", asked.pk),
        sent(cards="201, 202 203 204 205", sentences="Un\n\nDeux", **numbers),
    )

    assert answer.status_code == 302
    asked.refresh_from_db()
    assert {code: n for code, n in asked.counts["mood"].items() if n} == {"4": 2, "5": 3}
    assert (asked.on_paper, len(asked.sentences)) == (5, 2)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"cards": "201 201", "mood_4": "2"}, "La carte 201 est comptée deux fois."),
        ({"cards": "999", "mood_4": "1"}, "La carte 999 n’est celle d’aucun membre."),
        ({"cards": "201 x", "mood_4": "1"}, "Écrivez des numéros de carte"),
        ({"cards": "201", "mood_4": "2"}, "Il y a plus de réponses que de feuilles."),
        ({"cards": "201", "mood_4": "1", "sentences": "a\nb"}, "Il y a plus de phrases"),
        ({"cards": "201"}, "Comptez au moins une réponse."),
    ],
)
def test_sheets_that_do_not_fit_say_why(story, others, asked, typed, why):
    answer = team(story).post(to("facilitation:inquiry_count", asked.pk), sent(**typed))

    assert answer.status_code == 422
    assert why in said(answer)


def test_a_sentence_is_published_or_set_aside_for_a_reason_that_is_counted(story, others):
    final = survey(story)
    for one, text in zip(others, ("Alpha", "Bravo", "", "", ""), strict=False):
        answered(final, one, "4", sentence=text)
    inquiries.close(final, fanny(story))
    hand = team(story)
    hand.post(to("facilitation:inquiry_publish", final.pk, 0), sent())
    hand.post(to("facilitation:inquiry_set_aside", final.pk, 1), sent(grounds="insults"))

    page = said(Client().get(to("public:inquiry", final.number)))

    assert "Alpha" in page
    assert "Bravo" not in page
    assert "elle insulte ou menace : 1" in page


def test_the_pages_exist_before_any_inquiry(story):
    assert "Pas encore d’enquête" in said(Client().get(to("public:inquiries")))
    assert "Aucune enquête n’est ouverte" in said(team(story).get(to("facilitation:inquiries")))
    assert Inquiry.objects.count() == 0


def test_a_printed_sheet_has_every_question_and_no_number(story, awa):
    final = survey(story)
    page = said(team(story).get(to("facilitation:inquiry_print", final.pk)))

    assert page.count("plutôt oui") == 9
    assert str(awa) not in page
