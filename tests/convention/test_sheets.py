"""A quota table is read from whatever a spreadsheet writes, and hostile files only get a sentence."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from isegoria.convention.recruitment.sheets import read

GOOD = "critère;valeur;min;cible;max;source\nSexe;Femme;15;16;17;Insee\nSexe;Homme;13;14;15;Insee\n"


def rows(reading):
    return [(c.criterion, c.value, c.minimum, c.target, c.maximum, c.source) for c in reading.cells]


def faults(reading):
    return [(fault.line, fault.column, fault.problem) for fault in reading.faults]


def workbook(*lines):
    book, kept = Workbook(), io.BytesIO()
    for line in lines:
        book.active.append(line)
    book.save(kept)
    return kept.getvalue()


def archive(**parts):
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/") + ".xml", content)
    return kept.getvalue()


EXPECTED = [("Sexe", "Femme", 15, 16, 17, "Insee"), ("Sexe", "Homme", 13, 14, 15, "Insee")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_every_usual_encoding_and_separator_is_read(encoding, delimiter):
    content = GOOD.replace(";", delimiter).encode(encoding)

    assert rows(read("quotas.csv", content)) == EXPECTED


def test_columns_may_come_in_any_order_under_english_titles():
    text = "Source,max,min,Target,feature,Value,Note\nInsee,17,15,16,Sexe,Femme,x\n"

    reading = read("quotas.csv", text.encode())

    assert rows(reading) == [("Sexe", "Femme", 15, 16, 17, "Insee")]
    assert reading.ignored == ("Note",)


def test_a_workbook_is_read_like_a_csv():
    titles = ("critère", "valeur", "min", "cible", "max", "source")
    content = workbook(
        titles, ("Sexe", "Femme", 15, 16.0, "17", "Insee"), ("Sexe", "Homme", 13, 14, 15, "Insee")
    )

    assert rows(read("quotas.xlsx", content)) == EXPECTED


def test_all_the_faults_are_told_at_once_with_line_column_and_remedy():
    text = (
        "critère;valeur;min;cible;max;source\n"
        ";Femme;15;16;17;Insee\n"
        "Sexe;Homme;beaucoup;14;15;Insee\n"
        "\n"
        "Âge;18 à 24 ans;8;12;10;Insee\n"
        "Âge;25 à 34 ans;4;5;6;Insee\n"
        "Âge;25 à 34 ans;4;5;6;Insee\n"
    )

    reading = read("quotas.csv", text.encode())

    assert reading.cells == ()
    assert faults(reading) == [
        (2, "critère", "Cette case est vide."),
        (3, "min", "Ce n’est pas un nombre entier de personnes."),
        (5, "cible", "La cible n’est pas entre le minimum et le maximum."),
        (7, "valeur", "Cette valeur est déjà écrite à la ligne 6."),
    ]
    assert all(fault.remedy for fault in reading.faults)
    assert reading.faults[1].value == "beaucoup"


def test_missing_columns_are_all_named():
    reading = read("quotas.csv", b"valeur;min\nFemme;3\n")

    assert [fault.column for fault in reading.faults] == ["critère", "max", "cible", "source"]


@pytest.mark.parametrize("formula", ["=1+1", "=HYPERLINK(A1)", "@SUM(A1)"])
def test_a_formula_is_refused_in_a_csv(formula):
    reading = read("quotas.csv", GOOD.replace("Femme", formula).encode())

    assert faults(reading) == [(2, "valeur", "Cette case contient une formule.")]


def test_a_formula_is_refused_in_a_workbook():
    titles = ("critère", "valeur", "min", "cible", "max", "source")
    content = workbook(titles, ("Sexe", "Femme", "=2+2", 16, 17, "Insee"))

    assert faults(read("q.xlsx", content)) == [(2, "min", "Cette case contient une formule.")]


def test_zero_bytes_are_refused():
    assert "n’est pas du texte" in read("q.csv", b"a;b\x00c\n").faults[0].problem


def test_a_million_columns_are_refused():
    content = (";".join(["x"] * 1_000_000) + "\n").encode()

    assert "plus de 50 colonnes" in read("q.csv", content).faults[0].problem


def test_more_than_five_thousand_lines_are_refused():
    lines = "".join(f"Âge;{number} ans;0;0;1;Insee\n" for number in range(5001))
    content = ("critère;valeur;min;cible;max;source\n" + lines).encode()

    assert "plus de 5\xa0000 lignes" in read("q.csv", content).faults[0].problem


def test_five_thousand_lines_are_read():
    lines = "".join(f"Âge;{number} ans;0;0;1;Insee\n" for number in range(5000))
    content = ("critère;valeur;min;cible;max;source\n" + lines).encode()

    assert len(read("q.csv", content).cells) == 5000


def test_a_file_of_more_than_ten_megabytes_is_refused():
    assert "dépasse 10\xa0Mo" in read("q.csv", b"a" * 10_000_001).faults[0].problem


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    bomb = archive(xl__worksheets__sheet1="0" * 60_000_000)

    assert len(bomb) < 100_000
    assert "anormalement gros" in read("q.xlsx", bomb).faults[0].problem


def test_an_archive_of_too_many_parts_is_refused():
    many = archive(**{f"part{number}": "x" for number in range(500)})

    assert "anormalement gros" in read("q.xlsx", many).faults[0].problem


def test_entities_that_multiply_are_refused():
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'

    assert "abîmé" in read("q.xlsx", archive(xl__workbook=laughs)).faults[0].problem


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04 broken", archive(anything="<x/>"), b"PK", b"\xd0\xcf\x11\xe0old"]
)
def test_what_is_not_a_workbook_gets_a_sentence(content):
    assert read("quotas.xlsx", content).faults[0].remedy


def test_a_quote_that_is_never_closed_is_located():
    text = GOOD + 'Âge;"18 à 24 ans;1;2;3;Insee\n'

    assert "ligne 4" in read("q.csv", text.encode()).faults[0].problem


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_said_to_be_empty(content):
    assert read("q.csv", content).faults[0].problem == "Le fichier est vide."


def test_titles_without_lines_are_said_to_have_none():
    reading = read("q.csv", b"critere;valeur;min;cible;max;source\n")

    assert "aucune ligne" in reading.faults[0].problem


@pytest.mark.parametrize("number", ["-1", "1,5", "²", "٣", "1e3", "9999999", "0x1"])
def test_only_whole_numbers_of_people_are_numbers(number):
    reading = read("q.csv", GOOD.replace(";15;16", f";{number};16").encode())

    assert [fault.line for fault in reading.faults] == [2]


def test_the_reading_stops_after_a_hundred_faults():
    text = "critère;valeur;min;cible;max;source\n" + "Sexe;;x;y;z;\n" * 4000

    assert 100 <= len(read("q.csv", text.encode()).faults) <= 104
