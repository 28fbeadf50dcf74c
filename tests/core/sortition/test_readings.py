"""What people send: CSV and XLSX in every shape, and each fault with its place and its remedy."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from isegoria.core.sheets import reading
from isegoria.core.sheets.reading import Unreadable, sheet
from isegoria.core.sheets.writing import csv_of, xlsx_of
from isegoria.core.sortition.model import Person, Quota
from isegoria.core.sortition.readings import Columns, people_of, quotas_of
from isegoria.core.sortition.writings import QUOTA_TITLES, quota_rows

QUOTAS = "feature,value,min,max\nsexe,F,1,2\nsexe,H,1,2\nâge,18-24,0,2\nâge,25+,0,2\n"
PEOPLE = "id,Sexe,âge,rue\na,F,18-24,r1\nb,h,25+,\n"
EXPECTED = (Person("a", ("F", "18-24")), Person("b", ("H", "25+")))


def quotas():
    return quotas_of(sheet("quotas.csv", QUOTAS.encode()))


def people(text, columns=None, name="personnes.csv"):
    content = text if isinstance(text, bytes) else text.encode()
    return people_of(sheet(name, content), quotas(), columns)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_separators_encodings_and_line_ends_are_found_out(separator, encoding, end):
    text = PEOPLE.replace(",", separator).replace("\n", end)

    assert people(text.encode(encoding)) == EXPECTED


def test_a_workbook_reads_as_a_table():
    rows = [("a", "F", "18-24", "r1"), ("b", "h", "25+", None)]

    assert people(xlsx_of(("id", "Sexe", "âge", "rue"), rows), name="p.xlsx") == EXPECTED


def test_a_spreadsheet_that_names_its_separator_is_believed():
    assert people("sep=;\n" + PEOPLE.replace(",", ";")) == EXPECTED


def test_without_a_column_named_id_the_first_identifies():
    assert people(PEOPLE.replace("id,", "nom,", 1)) == EXPECTED


def test_the_columns_of_the_home_are_taken_together():
    read = people(PEOPLE, Columns(household=("rue",)))

    assert [person.household for person in read] == ["r1", ""]


def test_quotas_are_written_as_they_were_read():
    flexible = (*quotas()[:3], Quota("âge", "25+", 0, 2, 0, 3))

    for written in (csv_of, xlsx_of):
        again = quotas_of(sheet("q", written(QUOTA_TITLES, quota_rows(flexible))))
        assert again == flexible


@pytest.mark.parametrize("written", [csv_of, xlsx_of])
@pytest.mark.parametrize("text", ["-18 ans", "+60 ans", "@nord", "'entre apostrophes'", "l’été"])
def test_what_our_files_quote_is_read_back_without_it(written, text):
    content = written(("id", text), [("a", text)])

    assert sheet("t", content).titles == ("id", text)
    assert sheet("t", content).rows == ((2, ("a", text)),)


def test_a_formula_that_our_files_quote_stays_quoted():
    assert sheet("t", csv_of(("id",), [("=A1",)])).rows == ((2, ("'=A1",)),)


def test_a_text_that_could_be_a_formula_is_written_harmless():
    assert b"'=HYPERLINK" in csv_of(["id"], [["=HYPERLINK(1)"]])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"", "le fichier est vide"),
        (b"\x00\x01\x02", "encodage"),
        (b"PK\x03\x04 damaged", "le classeur ne s’ouvre pas"),
        (PEOPLE + "a,F,25+,\n", "ligne 4, colonne « id », valeur « a » : cet identifiant est déjà ligne 2"),
        (PEOPLE + ",F,25+,\n", "ligne 4, colonne « id » : l’identifiant est vide"),
        (PEOPLE + "c,F,12-17,\n", "ligne 4, colonne « âge », valeur « 12-17 » : la valeur n’a pas de quota"),
        (PEOPLE + "c,,25+,\n", "ligne 4, colonne « Sexe » : la case est vide"),
        (PEOPLE + "c,=A1,25+,\n", "c’est une formule"),
        (PEOPLE + "c,F,25+,,,x\n", "ligne 4 : la ligne a plus de 4 cases"),
        (PEOPLE.replace("âge", "ville"), "il manque la colonne « âge »"),
        (PEOPLE.replace("rue", "id"), "ce titre est là deux fois"),
        ('id,Sexe,âge\na,"F,' + "x" * 3000, "le texte est trop long"),
    ],
)  # fmt: skip
def test_a_fault_says_where_and_how_to_mend_it(text, said):
    with pytest.raises(Unreadable) as refused:
        people(text)

    assert said in str(refused.value).replace("\u00a0", " ")
    assert "personnes.csv" in str(refused.value)
    assert "→" in str(refused.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("feature,value,min\n", "il manque : max"),
        ("feature,value,min,max\n", "aucun quota"),
        ("feature,value,min,max\nsexe,F,x,2\n", "colonne « min », valeur « x » : ce n’est pas un nombre"),
        ("feature,value,min,max\nsexe,F,-1,2\n", "valeur « -1 »"),
        ("feature,value,min,max\nsexe,F,3,2\n", "le minimum dépasse le maximum"),
        ("feature,value,min,max\nsexe,F,1,2\nSexe,f,1,2\n", "ligne 3, colonne « value », valeur « f »"),
        ("feature,value,min,max\nsexe,F,,2\n", "colonne « min » : la case est vide"),
        ("feature,value,min,max\nsexe,F,99999999999,2\n", "ce n’est pas un nombre entier"),
    ],
)  # fmt: skip
def test_a_fault_in_the_quotas_says_where(text, said):
    with pytest.raises(Unreadable) as refused:
        quotas_of(sheet("quotas.csv", text.encode()))

    assert said in str(refused.value).replace("\u00a0", " ")


def test_all_faults_are_told_at_once():
    with pytest.raises(Unreadable) as refused:
        people(PEOPLE + "c,X,25+,\nd,F,12-17,\na,F,25+,\n")

    assert len(refused.value.faults) == 3


def test_more_than_a_million_lines_are_refused(monkeypatch):
    monkeypatch.setattr(reading, "MOST_LINES", 1_000)

    with pytest.raises(Unreadable, match="plus d’un million de lignes"):
        sheet("p.csv", b"id\n" + b"a\n" * 1_000)


@given(st.binary(max_size=400))
@settings(max_examples=200, deadline=None)
def test_bytes_are_read_or_refused(content):
    with contextlib.suppress(Unreadable):
        quotas_of(sheet("q.csv", content))
