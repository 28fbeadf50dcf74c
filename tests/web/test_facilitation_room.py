"""The screen of the room, and the sheets of paper that are keyed in for their table."""

import re

import pytest
from django.urls import reverse

from isegoria.convention.journal import book
from isegoria.convention.models import Capture, Entry
from isegoria.convention.sessions import capturing
from isegoria.convention.verbs import captures, sequences
from isegoria.web.facilitation.screens import packed
from tests import sitting
from tests.capturing import said, stood
from tests.web.reading import said as words
from tests.web.test_facilitation_captures import at, client_of, picture, sends, upload


@pytest.fixture
def sequence(told):
    return sitting.opened(told).sequences.first()


@pytest.fixture
def fanny(told):
    return client_of(told.things["fanny"])


@pytest.fixture(autouse=True)
def somewhere(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def screen_of(told, sequence):
    return at("screen", told, sequence.session_id)


def test_the_screen_shows_what_is_shown_and_nothing_else(told, fanny, sequence):
    said(told, sequence, text="Gardé")
    captures.show(said(told, sequence, text="Montré"), sitting.fanny(told))

    page = words(fanny.get(screen_of(told, sequence)))

    assert ("Montré" in page, "Gardé" in page, "table 3" in page) == (True, False, True)


def test_a_screen_that_did_not_change_is_not_sent_again(
    told, fanny, sequence, django_assert_max_num_queries
):
    where = screen_of(told, sequence)
    tag = fanny.get(where)["ETag"]
    with django_assert_max_num_queries(9):
        same = fanny.get(where, headers={"if-none-match": tag})
    captures.show(said(told, sequence), sitting.fanny(told))

    assert (same.status_code, same.content) == (304, b"")
    assert fanny.get(where, headers={"if-none-match": tag}).status_code == 200


def test_the_screen_follows_the_sequence_that_runs(told, fanny, sequence):
    second = sequence.session.sequences.exclude(pk=sequence.pk).get()
    where, by = screen_of(told, sequence), sitting.fanny(told)
    tag = fanny.get(where)["ETag"]

    sequences.start(second, by)
    answer = fanny.get(where, headers={"if-none-match": tag})

    assert f'<h1 lang="fr">{second.title}</h1>' in words(answer)


def test_the_screen_turns_its_pages_by_itself(told, fanny, sequence):
    for _card in range(9):
        captures.show(said(told, sequence), sitting.fanny(told))
    where = screen_of(told, sequence)

    following = [
        re.search(r'http-equiv="refresh" content="10; url=[^"]*page=(\d)"', words(fanny.get(url)))[
            1
        ]
        for url in (where, f"{where}?page=2", f"{where}?page=3")
    ]

    assert following == ["2", "3", "1"]


def test_what_is_long_takes_more_of_the_screen():
    short, long = Capture(kind="card", text="court"), Capture(kind="card", text="long " * 40)
    whole = Capture(kind="positions", text="court")

    pages = packed([whole, long, long, short, short, short, long])

    assert [len(one) for one in pages] == [1, 2, 3, 1]


def test_where_people_stood_is_on_the_screen_before_and_after(told, fanny, sequence):
    one = stood(told, sequence)
    captures.show(one, sitting.fanny(told))

    assert "9 sur 15" in words(fanny.get(screen_of(told, sequence)))


def test_a_picture_that_is_shown_is_seen_by_members_and_by_nobody_else(told, fanny, sequence):
    page = at("capture_new", told, sequence.pk, "image")
    sends(fanny, page, table=3, entered_for="helper", file=upload(picture()), alternative="Rue")
    one = Capture.objects.get(sequence=sequence)
    captures.show(one, sitting.fanny(told))
    file, awa = at("capture_file", told, one.pk), client_of(told.things["awa"].account)

    assert (awa.get(file).status_code, client_of(told.odile).get(file).status_code) == (200, 404)
    assert f'src="{file}"' in words(awa.get(screen_of(told, sequence)))


def test_a_sheet_is_printed_for_each_table_with_its_code(told, fanny, sequence):
    page = words(fanny.get(at("sheets", told, sequence.pk), {"tables": "5"}))

    codes = {capturing.sheet_code(sequence, table, 1) for table in range(1, 6)}
    assert codes <= set(re.findall(r'sheet-code">([^<]+)<', page))
    assert page.count('<svg role="img"') == 5


def test_the_code_of_a_sheet_leads_to_it_and_a_wrong_one_is_said(told, fanny, sequence):
    find = at("sheet_find", told)
    code = capturing.sheet_code(sequence, 4, 1)

    right = sends(fanny, find, code=code.lower().replace("-", " "))
    wrong = sends(fanny, find, code="ZZZZ-1-1")
    no_table = sends(fanny, find, code=code.replace("-4-", "-61-"))

    assert right.url == at("sheet", told, sequence.pk, 4, 1)
    assert (wrong.status_code, no_table.status_code) == (422, 422)
    assert "Aucune feuille n’a ce code." in words(wrong)


def test_what_a_sheet_holds_is_entered_for_its_table(told, fanny, sequence):
    page = at("sheet", told, sequence.pk, 4, 1)

    sends(fanny, page, texts="Un arbre\r\n\r\nUne rue\r\nsans voiture", file=upload(picture()))

    kept = Capture.objects.filter(sequence=sequence)
    assert sorted((one.kind, one.text, one.table) for one in kept) == [
        ("card", "Un arbre", 4),
        ("card", "Une rue\nsans voiture", 4),
        ("picture", "", 4),
    ]
    assert {one.sheet for one in kept} == {capturing.sheet_code(sequence, 4, 1)}
    entries = Entry.objects.filter(act="capture.take", subject__in=[x.reference for x in kept])
    bodies = [book.body_of(one) for one in entries]
    assert {(one["for"], one["records"]["entered_for"]) for one in bodies} == {("helped", "paper")}
    assert "Cette feuille a déjà donné 3 expressions." in words(fanny.get(page))


def test_a_sheet_sent_twice_is_kept_once(told, fanny, sequence, tmp_path):
    page = at("sheet", told, sequence.pk, 4, 1)
    once = fanny.get(page).context["form"]["once"].value()

    for _time in range(2):
        typed = {"once": once, "texts": "Un\n\nDeux", "alternative": "", "file": upload(picture())}
        fanny.post(page, typed)

    assert Capture.objects.filter(sequence=sequence).count() == 3
    assert len([one for one in tmp_path.rglob("*") if one.is_file()]) == 1


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        ("", "Recopiez au moins une expression"),
        ("a" * 2001, "2000 signes au plus"),
        ("\n\n".join("a" * 21), "20 expressions au plus"),
    ],
)
def test_a_sheet_that_cannot_be_kept_says_why(told, fanny, sequence, texts, why):
    answer = sends(fanny, at("sheet", told, sequence.pk, 4, 1), texts=texts, alternative="")

    assert answer.status_code == 422
    assert why in words(answer)


def test_a_sheet_of_no_table_or_no_round_is_not_found(told, fanny, sequence):
    for table, turn in ((0, 1), (61, 1), (1, 2)):
        where = reverse("facilitation:sheet", args=[told.convention.slug, sequence.pk, table, turn])
        assert fanny.get(where).status_code == 404
