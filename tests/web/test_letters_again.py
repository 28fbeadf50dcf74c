"""A second mailing leaves out where a letter went; a reminder, those who answered; and the erasure
forgets where letters went."""

import csv
import io
import uuid
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from isegoria.convention.governance.conduct import Refused
from isegoria.convention.journal.models import Entry
from isegoria.convention.models import Erasure, Letter, Mailing, Rules, Written
from isegoria.convention.recruitment import keyring
from isegoria.convention.recruitment.letters import key_of_written
from isegoria.convention.verbs import channels, erasing
from tests.cast import AT
from tests.recruiting import officer
from tests.web.letters import PEOPLE, REGISTER, at_work, chosen, rows_of, uploaded
from tests.web.reading import said


@pytest.fixture
def told(register):
    return register


@pytest.fixture
def raoul(told):
    return at_work(told)


def drawn(raoul, told, content=REGISTER, **said):
    """The rows of a mailing, from the register to its file."""
    page = uploaded(raoul, told, content)
    more = {"fresh": "on"} if "fresh" in page.context["form"].fields else {}
    return rows_of(chosen(raoul, told, page, step="draw", **more | said))


def reminded(raoul, told, rows, mailing=None, **fields):
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
    mailing = mailing or Mailing.objects.get()
    url = reverse("recruiters:letters_remind", args=[told.convention.slug, mailing.pk])
    file = SimpleUploadedFile("lettres.csv", out.getvalue().encode())
    return raoul.post(url, {"once": str(uuid.uuid4()), "file": file, "format": "csv", **fields})


def answer_with(told, row):
    code = row["Code d’inscription"].replace("-", "")
    digest = keyring.mark(told.convention.pk, "letter", code)
    assert Letter.objects.filter(digest=digest).update(answered_on=AT.date()) == 1


def test_a_second_mailing_writes_to_no_address_again(told, raoul):
    first = drawn(raoul, told, letters="150")

    page = chosen(raoul, told, uploaded(raoul, told), letters="150", fresh="on")
    second = rows_of(chosen(raoul, told, page, step="draw", letters="150", fresh="on"))

    assert "150 lignes laissées de côté" in said(page)
    assert len(second) == 150
    assert not {row["adresse"] for row in first} & {row["adresse"] for row in second}
    assert Mailing.objects.get(number=2).left_out == 150
    entry = Entry.objects.filter(act="mailing.draw").latest("pk")
    assert '"left_out":150' in entry.leaf


def test_when_everybody_was_written_to_there_is_nobody_left(told, raoul):
    drawn(raoul, told, letters="300")

    page = chosen(raoul, told, uploaded(raoul, told), letters="1", fresh="on")

    assert page.status_code == 422
    assert "le registre en permet 0" in said(page)


def test_the_officer_may_write_again_on_purpose(told, raoul):
    drawn(raoul, told, letters="300")

    again = drawn(raoul, told, letters="300", fresh="")

    assert len(again) == 300
    assert Mailing.objects.get(number=2).left_out == 0


def test_without_one_letter_an_address_the_same_line_is_left_out_and_not_its_home(told, raoul):
    first = drawn(raoul, told, letters="300", single="")

    second = drawn(raoul, told, letters="300", single="")

    names = [{row["nom"] for row in rows} for rows in (first, second)]
    assert names[0] | names[1] == {name for name, _, _ in PEOPLE}
    assert not names[0] & names[1]


def test_one_letter_an_address_leaves_out_the_home_of_a_line_written_to_without_it(told, raoul):
    first = drawn(raoul, told, letters="100", single="", homes=[])

    second = drawn(raoul, told, letters="100")

    assert not {row["adresse"] for row in first} & {row["adresse"] for row in second}


def test_an_address_is_the_same_in_capitals_and_without_its_comma(told, raoul):
    drawn(raoul, told, letters="300")

    page = chosen(
        raoul, told, uploaded(raoul, told, REGISTER.upper()), letters="1", fresh="on", by=[]
    )

    assert "le registre en permet 0" in said(page)


def test_where_letters_went_leads_neither_to_an_address_nor_to_a_letter(told, raoul):
    drawn(raoul, told, letters="50")

    kept = list(Written.objects.order_by("pk").values_list("digest", flat=True))
    marks = list(Letter.objects.order_by("pk").values_list("digest", flat=True))
    assert len(kept) == 100  # a line and an address each
    assert kept == sorted(kept)
    assert marks == sorted(marks)
    assert not set(kept) & set(marks)
    fields = {one.name for one in Written._meta.get_fields()}
    assert fields == {"id", "convention", "digest"}


def test_on_the_date_where_letters_went_is_forgotten_with_its_key_and_nobody_registered(
    told, raoul, django_capture_on_commit_callbacks
):
    drawn(raoul, told, letters="50")
    copy = set(Written.objects.values_list("digest", flat=True))
    channels.set_rules(Rules(convention=told.convention, erased_on=date(2021, 4, 2)), officer(told))
    page = reverse("recruiters:erasure", args=[told.convention.slug])

    with django_capture_on_commit_callbacks(execute=True):
        shown = raoul.get(page)
        raoul.post(page, {"once": str(uuid.uuid4())})

    holder = key_of_written(told.convention.pk)
    places = [f"line\x1f{n}\x1f{a}\x1f{q}".casefold() for n, a, q in PEOPLE]
    assert "Seront détruites aussi les empreintes" in said(shown)
    assert Erasure.objects.get().count == 0
    assert not Written.objects.exists()
    assert not keyring._path(holder).exists()
    assert not copy & set(keyring.keyed(holder, places))


def test_before_the_erasure_the_same_place_has_the_same_digest(told, raoul):
    drawn(raoul, told, letters="600", single="", by=[])

    places = [f"line\x1f{n}\x1f{a}\x1f{q}".casefold() for n, a, q in PEOPLE]
    known = set(keyring.keyed(key_of_written(told.convention.pk), places))
    assert known <= set(Written.objects.values_list("digest", flat=True))


def test_erasing_somebody_at_their_request_keeps_where_letters_went(told, raoul):
    drawn(raoul, told, letters="50")

    with pytest.raises(Refused, match="somebody"):
        erasing.erase(Erasure(convention=told.convention, on_request=True), officer(told), [])

    assert Written.objects.count() == 100


def test_a_reminder_goes_to_those_that_nobody_answered(told, raoul):
    rows = drawn(raoul, told, letters="30")
    for row in rows[:4]:
        answer_with(told, row)

    left = rows_of(reminded(raoul, told, rows))

    assert left == rows[4:]
    mailing = Mailing.objects.get()
    assert (mailing.reminded, mailing.reminded_at) == (26, AT)
    entry = Entry.objects.get(act="mailing.remind")
    assert ('"count":26' in entry.leaf, entry.seen_by) == (True, "public")
    page = said(raoul.get(reverse("recruiters:letters", args=[told.convention.slug])))
    assert "26 lettres" in page
    assert "4 sur 30 (13,3 %)" in page


def test_a_file_without_the_codes_of_this_mailing_reminds_nobody(told, raoul):
    drawn(raoul, told, letters="30")
    other = drawn(raoul, told, letters="30")

    page = reminded(raoul, told, other, Mailing.objects.get(number=1))

    assert page.status_code == 422
    assert "Aucun code de ce fichier" in said(page)
    assert not Entry.objects.filter(act="mailing.remind").exists()


def test_when_every_letter_is_answered_nobody_is_reminded(told, raoul):
    rows = drawn(raoul, told, letters="3")
    Letter.objects.update(answered_on=AT.date())

    page = reminded(raoul, told, rows)

    assert page.status_code == 422
    assert "Chaque lettre de ce fichier a déjà une réponse." in said(page)


def test_once_the_letters_are_closed_nobody_is_reminded(told, raoul):
    rows = drawn(raoul, told, letters="3")
    channels.close_channel(told.things["city"].channel, officer(told))

    page = reminded(raoul, told, rows)

    assert page.status_code == 422
    assert "Cette voie de recrutement est fermée." in said(page)
