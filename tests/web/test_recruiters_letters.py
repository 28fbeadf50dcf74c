"""From a register to letters: looked at before it is done, drawn once, and nothing of it kept."""

import io
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core import serializers
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from isegoria.convention.models import Candidate, Letter, Mailing
from isegoria.convention.recruitment import passing
from isegoria.web import clock
from tests.cast import AT
from tests.recruiting import officer
from tests.web.letters import (
    PEOPLE,
    REGISTER,
    answered_by,
    answers,
    at_work,
    chosen,
    rows_of,
    uploaded,
)
from tests.web.reading import said


@pytest.fixture
def told(register):
    return register


@pytest.fixture
def raoul(told):
    return at_work(told)


def waiting():
    return list((Path(settings.DATA_DIR) / passing.FOLDER).glob("*"))


def test_letters_are_shown_by_stratum_before_anything_is_drawn(told, raoul):
    page = chosen(raoul, told, uploaded(raoul, told))

    shares = [(name, one.holds, one.letters) for name, one, _, _ in page.context["rows"]]
    assert shares == [("Nord", 100, 10), ("Sud", 200, 20)]
    assert "30 lettres pour 300 dans le registre" in said(page)
    assert not Mailing.objects.exists()


def test_a_stratum_that_answers_less_gets_more_letters(told, raoul):
    page = chosen(raoul, told, uploaded(raoul, told))
    north = page.context["rows"][0][3].html_name

    again = chosen(raoul, told, page, **{north: "2,5"})

    assert [one.letters for _, one, _, _ in again.context["rows"]] == [15, 15]


def test_the_answers_hoped_for_give_the_number_of_letters(told, raoul):
    page = chosen(raoul, told, uploaded(raoul, told), letters="", answers="6")

    assert page.context["letters"] == 120


@pytest.mark.parametrize(
    ("ask", "sentence"),
    [
        ({"letters": "301"}, "Vous demandez 301 lettres : le registre en permet 300."),
        ({"letters": "", "answers": "99"}, "Pour 99 réponses, il faudrait 1980 lettres"),
        ({"letters": ""}, "Dites soit les réponses espérées, soit le nombre de lettres."),
        ({"homes": []}, "Dites quelles colonnes font l’adresse."),
        ({"by": ["0"]}, "Ces colonnes font 300 strates"),
        ({"by": ["7"]}, "Choisissez une réponse de la liste."),
        ({"rate": "0"}, "0.1"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_drawn(told, raoul, ask, sentence):
    page = chosen(raoul, told, uploaded(raoul, told), step="draw", **ask)

    assert page.status_code == 422
    assert sentence in said(page).replace("0,1", "0.1")
    assert not Mailing.objects.exists()


def test_the_file_of_the_letters_has_the_drawn_rows_a_code_each_and_the_address(told, raoul):
    drawn = rows_of(chosen(raoul, told, uploaded(raoul, told), step="draw"))

    assert Counter(row["quartier"] for row in drawn) == {"Nord": 10, "Sud": 20}
    assert {(row["nom"], row["adresse"], row["quartier"]) for row in drawn} <= set(PEOPLE)
    assert len({row["adresse"] for row in drawn}) == 30
    assert len({row["Code d’inscription"] for row in drawn}) == 30
    door = reverse("joining:door", args=[told.convention.slug])
    assert {row["Adresse d’inscription"] for row in drawn} == {f"http://testserver{door}"}


def test_the_file_may_be_a_workbook(told, raoul):
    answer = chosen(raoul, told, uploaded(raoul, told), step="draw", format="xlsx")

    rows = list(load_workbook(io.BytesIO(answer.content)).worksheets[0].values)
    assert len(rows) == 31


def test_nothing_of_the_register_is_in_the_database_the_disk_or_the_logs(told, raoul, caplog):
    caplog.set_level("DEBUG")
    page = uploaded(raoul, told)
    (kept,) = waiting()
    drawn = rows_of(chosen(raoul, told, page, step="draw"))

    written = "".join(
        serializers.serialize("json", model._base_manager.all()) for model in apps.get_models()
    )
    assert b"rue Haute" not in kept.name.encode()
    for row in drawn:
        code = row["Code d’inscription"]
        for text in (row["nom"] + '"', row["adresse"], code, code.replace("-", "")):
            assert text not in written
            assert text not in caplog.text
    assert waiting() == []


def test_what_waits_on_the_disk_cannot_be_read(told, raoul):
    uploaded(raoul, told)

    (kept,) = waiting()
    assert b"rue Haute" not in kept.read_bytes()
    assert kept.stat().st_mode & 0o077 == 0


def test_the_file_cannot_be_had_twice(told, raoul):
    page = uploaded(raoul, told)
    first = chosen(raoul, told, page, step="draw")

    again = chosen(raoul, told, page, step="draw")
    other = chosen(raoul, told, page, step="draw", once="5d7b3f9e-0000-4000-8000-000000000000")

    assert first["Content-Disposition"].endswith('-lettres-1.csv"')
    assert again.status_code == 302
    assert other.status_code == 422
    assert "Le fichier n’est plus là" in said(other)
    assert Mailing.objects.count() == 1


def test_after_an_hour_the_register_is_gone(told, raoul, monkeypatch):
    page = uploaded(raoul, told)
    monkeypatch.setattr(clock, "now", lambda: AT + timedelta(minutes=61))

    late = chosen(raoul, told, page)
    raoul.get(reverse("recruiters:letters", args=[told.convention.slug]))

    assert "Le fichier n’est plus là" in said(late)
    assert waiting() == []


def test_the_register_of_one_officer_is_not_for_another(told, raoul):
    page = uploaded(raoul, told)
    from isegoria.core.charter import Role
    from tests import cast

    other = Client()
    other.force_login(cast.holder(Role.RECRUITER, told.convention, told.odile, name="Rita Autre"))

    assert "Le fichier n’est plus là" in said(chosen(other, told, page))


def test_the_public_record_says_the_count_the_digest_and_the_seed(told, raoul):
    chosen(raoul, told, uploaded(raoul, told), step="draw")

    mailing = Mailing.objects.get()
    page = said(Client().get(reverse("joining:door", args=[told.convention.slug])))
    assert mailing.register_sha256 in page
    assert mailing.seed in page
    assert mailing.count == 30
    assert len(mailing.seed) == 32


def test_answers_are_counted_stratum_by_stratum(told, raoul):
    answered_by(told)
    Letter.objects.update(answered_on=AT.date())

    page = said(raoul.get(reverse("recruiters:letters", args=[told.convention.slug])))

    assert "1 sur 1 (100,0 %)" in page


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "vide"),
        (b"nom;adresse\n", "personne sous les titres"),
        (b"nom;adresse\n=1+1;x\n", "formule"),
        (b"nom;nom\na;b\n", "deux fois"),
        (b"\x00\x01\x02\xff\x00", "encodage"),
        (b"PK\x03\x04 not a workbook", "ne s’ouvre pas"),
        (b"nom\n" + b"a\n" * 100_001, "100 000 lignes"),
        (b"n" * 10_000_001, "10 Mo"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_with_its_remedy(told, raoul, content, sentence):
    page = uploaded(raoul, told, content)

    assert page.status_code == 422
    assert sentence in said(page)
    assert waiting() == []


def test_windows_text_is_read_as_it_was_written(told, raoul):
    page = uploaded(raoul, told, REGISTER.replace("Nord", "Les Arènes").encode("cp1252"))

    assert "Les Arènes" in said(chosen(raoul, told, page))


def test_what_a_spreadsheet_would_compute_is_quoted(told, raoul):
    page = uploaded(raoul, told, "nom;adresse;quartier\n+33 6;@SUM(A1);-Nord\n")

    (row,) = rows_of(chosen(raoul, told, page, step="draw", letters="1"))

    assert row["nom"] == "'+33 6"
    assert row["adresse"] == "'@SUM(A1)"
    assert row["quartier"] == "'-Nord"


def test_without_a_channel_by_letters_the_officer_is_told_what_to_open(told, raoul):
    from isegoria.convention.verbs import channels

    channels.close_channel(told.things["city"].channel, officer(told))

    page = raoul.get(reverse("recruiters:letters_new", args=[told.convention.slug]))

    assert "Il faut une voie ouverte" in said(page)


def test_a_form_that_came_back_on_paper_is_keyed_in_with_its_code_once(told, raoul):
    answered_by(told)
    url = reverse("recruiters:letters_paper", args=[told.convention.slug])
    paper = {"letter": "abcd 2345", "day": "2021-04-01", "how": "written"}

    done = raoul.post(url, answers(**paper))
    again = raoul.post(url, answers(**paper, name="Léo Petit", phone="0600000009"))

    person = Candidate.objects.get()
    assert done.url == reverse("recruiters:candidate_card", args=[told.convention.slug, person.pk])
    assert person.consent["how"] == "written"
    assert person.relay == told.things["city"]
    assert again.status_code == 422
    assert "Ce code a déjà servi" in said(again)


def test_a_paper_without_a_known_code_enters_nobody(told, raoul):
    answered_by(told)
    url = reverse("recruiters:letters_paper", args=[told.convention.slug])

    page = raoul.post(url, answers(letter="ZZZZ9999", day="2021-04-01", how="written"))

    assert "Aucune lettre ne porte ce code" in said(page)
    assert not Candidate.objects.exists()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("nom;adresse\nA;=1+1\n", "This is a formula."),
        ("nom;adresse\nA;B;C\n", "The line has more than 2 cells, the number of titles."),
    ],
)
def test_a_fault_is_told_in_the_language_of_the_reader(told, raoul, content, sentence):
    raoul.cookies["langue"] = "en"

    assert sentence in said(uploaded(raoul, told, content))
