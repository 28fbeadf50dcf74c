"""What anybody sees of a draw, and what nobody sees; a receipt is checked and not kept."""

import json
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from isegoria.cli.console import Stop
from isegoria.cli.verify_draw import main as verify_draw
from isegoria.convention.recruitment.receipts import all_receipts
from isegoria.web import clock
from tests import cast, recruiting
from tests.convention.test_draws import recruiter
from tests.web.reading import said


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: cast.AT)


def page(name, *args):
    return reverse(f"public:{name}", args=["poitiers", *args])


def mine(told):
    """The receipt of somebody who sits in the panel."""
    draw = told.things["draw"]
    found = all_receipts(draw, recruiter(told))
    return next(one for one in found if draw.ticket in one.document["hidden"]["tickets"])


def checked(client, text="", number=2, **more):
    return client.post(page("draw_receipt", number), {"once": uuid4(), "text": text, **more})


def test_the_list_says_where_each_draw_stands(client, told):
    text = said(client.get(page("draws")))

    assert "Deux garants ont signé le numéro : le panel est tiré." in text
    assert "Ce tirage est annulé : il ne compte plus, et reste visible." in text


def test_a_draw_says_what_is_sealed_who_signed_and_that_it_holds(client, told):
    text = said(client.get(page("draw", 2)))

    draw = told.things["draw"]
    assert draw.notice_sha256 in text
    assert "Signé par : Gaston Garant · Gisèle Garante" in text
    assert "Le panel ouvert est celui du numéro signé" in text
    assert "un garant a contesté le numéro." in text


@pytest.mark.parametrize("name", ["draw", "draw_notice", "draw_record", "draw_receipt"])
def test_no_page_of_a_draw_says_who_is_in_it_or_what_they_answered(client, told, name):
    text = client.get(page(name, 2)).content.decode()

    codes = list(told.convention.candidates.values_list("code", flat=True))
    facts = [recruiting.YOUNG, recruiting.OLD, "Institut Canari"]
    outside = text.replace(json.dumps(told.things["draw"].published["quotas"]), "")
    assert [one for one in codes if one in text] == []
    assert [one for one in facts if one in outside and name != "draw_notice"] == []


def test_the_files_of_the_site_are_found_true_by_the_command_line(client, told, tmp_path, capsys):
    for name, file in (("draw_notice", "notice.json"), ("draw_record", "record.json")):
        (tmp_path / file).write_bytes(client.get(page(name, 2)).content)

    assert verify_draw([str(tmp_path)]) == 0
    assert "Les étapes se suivent dans l’ordre\u00a0: 3." in capsys.readouterr().out


@pytest.mark.parametrize("file", ["notice.json", "record.json"])
def test_a_byte_altered_in_a_file_of_the_site_is_found(client, told, tmp_path, file):
    for name, kept in (("draw_notice", "notice.json"), ("draw_record", "record.json")):
        (tmp_path / kept).write_bytes(client.get(page(name, 2)).content)
    content = bytearray((tmp_path / file).read_bytes())
    last = max(at for at in range(len(content)) if content[at : at + 4].isalnum())
    content[last] = ord("1") if content[last] != ord("1") else ord("2")
    (tmp_path / file).write_bytes(content)

    with pytest.raises(Stop):
        verify_draw([str(tmp_path)])


def test_a_true_receipt_is_said_to_be_true_and_to_be_drawn(client, told):
    text = said(checked(client, json.dumps(mine(told).document)))

    assert "Oui, ce reçu est vrai" in text
    assert "Le numéro tiré est l’un des siens" in text


def test_a_receipt_may_come_as_a_file(client, told):
    file = SimpleUploadedFile("recu.json", json.dumps(mine(told).document).encode())

    assert "Oui, ce reçu est vrai" in said(checked(client, file=file))


def test_a_receipt_of_another_draw_is_said_not_to_be_of_this_one(client, told):
    text = said(checked(client, json.dumps(mine(told).document), number=1))

    assert "Non, ce reçu n’est pas celui de ce tirage" in text
    assert "L’avis publié n’est pas celui du document." in text


HOSTILE = [
    "[]",
    "null",
    "3",
    '"x"',
    '{"v":1}',
    '{"v":1,"notice":NaN,"hidden":[],"salt":3}',
    "[" * 20_000,
    '{"a":' * 900 + "1" + "}" * 900,
    "9" * 10_000,
    '{"v":1,"v":2,"hidden":{"place":1e400}}',
    "\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_breaks_the_page(client, told, text):
    assert checked(client, text).status_code in {200, 422}


@pytest.mark.parametrize(
    "way", [("salt",), ("hidden", "values", recruiting.AGE), ("hidden", "place")]
)
@pytest.mark.parametrize("value", [None, 1.5, "z" * 64, [], {"x": 1}, True, -1, 10**30])
def test_a_receipt_with_something_else_in_it_is_refused(client, told, way, value):
    document = mine(told).document
    inner = document
    for one in way[:-1]:
        inner = inner[one]
    inner[way[-1]] = value

    assert "Non, ce reçu n’est pas celui" in said(checked(client, json.dumps(document)))


def test_a_file_without_measure_is_refused(client, told):
    file = SimpleUploadedFile("recu.json", b"[" + b"1," * 40_000 + b"1]")

    assert "bien trop gros" in said(checked(client, file=file))


def test_the_example_is_explained_in_both_languages(client, told):
    french = said(client.get(page("draw_how")))
    english = said(client.get(page("draw_how"), headers={"Accept-Language": "en"}))

    assert "aucun tirage ne peut donner à chacune plus d’une chance sur quatre" in french
    assert "one chance in four" in english


@pytest.mark.parametrize("name", ["draw", "draw_notice", "draw_record", "draw_receipt"])
def test_a_draw_that_does_not_exist_is_not_found(client, told, name):
    assert client.get(page(name, 99)).status_code == 404


def test_the_register_tells_a_draw_in_sentences(client, told):
    text = said(client.get(page("journal"), {"nature": "draw"}))

    digits = told.things["draw"].notice_sha256[:12]
    assert f"9 candidatures, 3 places, empreinte {digits} (début)." in text
    assert "Un garant a contesté le numéro 003 : il est à signer de nouveau." in text
    assert "Un garant a contresigné le numéro 007 : le panel de ce numéro est tiré." in text
