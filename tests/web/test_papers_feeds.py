"""Calendars, feeds, tables and the journal in a file: they parse, and say what the pages say."""

import csv
import io
import json
import zipfile
from datetime import UTC, date, datetime
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from icalendar import Calendar

from isegoria.convention.chartered import By
from isegoria.convention.journal.queries import leaves, tree_head
from isegoria.convention.mandate.models import CalendarItem, MandateVersion
from isegoria.convention.publishing.models import Document, Version
from isegoria.convention.recruitment.models import QuotaCell, QuotaTable
from isegoria.convention.verbs import calendar, mandate, publishing, quotas, stewardship
from isegoria.core.journal import merkle
from isegoria.web.papers import journal_download, tables
from tests import cast

ATOM = {"a": "http://www.w3.org/2005/Atom"}
HOSTILE = '<script>alert(1)</script> =1+1 "]\x0b#panic()'


@pytest.fixture
def by(odile):
    return By(odile, cast.AT)


@pytest.fixture
def announced(poitiers, odile, by):
    first = MandateVersion(
        convention=poitiers, question="?", act_reference="n° 1", decided_on=cast.START.date()
    )
    mandate.adopt(first, By(odile, cast.START))
    return stewardship.announce(poitiers, By(odile, cast.START))


def item(convention, by, label, starts, ends, **more):
    return calendar.add(
        CalendarItem(convention=convention, label=label), by, starts=starts, ends=ends, **more
    )


def local(*when):
    from zoneinfo import ZoneInfo

    return datetime(*when, tzinfo=ZoneInfo("Europe/Paris"))


def publish(convention, by, *, title, kind="news", slug="une"):
    version = Version(
        document=Document(convention=convention, kind=kind, slug=slug), title=title, body="x"
    )
    for verb in (publishing.draft, publishing.validate, publishing.publish):
        verb(version, by)
    return version


def read(convention, name):
    """As somebody who comes for the first time: a page may be kept for a second."""
    there = Client().get(f"/conventions/{convention.slug}/{name}")
    assert there.status_code == 200
    return there.getvalue()


def events(convention):
    return Calendar.from_ical(read(convention, "calendrier.ics")).walk("VEVENT")


# --- iCalendar -----------------------------------------------------------------------------------


def test_a_day_is_a_whole_day_whose_end_is_not_included(announced, by):
    item(announced, by, "Lancement", local(2021, 4, 30), local(2021, 4, 30, 23, 59, 59))

    (event,) = events(announced)

    assert (event.start, event.end) == (date(2021, 4, 30), date(2021, 5, 1))
    assert event["SUMMARY"] == "Lancement"
    assert event["STATUS"] == "CONFIRMED"


def test_hours_are_instants_also_when_the_clocks_change(announced, by):
    item(
        announced, by, "Séance", local(2021, 3, 28, 9), local(2021, 3, 28, 12, 30), precision="minute"
    )  # fmt: skip

    (event,) = events(announced)

    assert event.start == datetime(2021, 3, 28, 7, 0, tzinfo=UTC)
    assert event.end == datetime(2021, 3, 28, 10, 30, tzinfo=UTC)


def test_a_month_is_a_span_that_says_it_is_vague(announced, by):
    item(
        announced, by, "Conseil", local(2021, 12, 1), local(2021, 12, 31, 23, 59), precision="month"
    )  # fmt: skip

    (event,) = events(announced)

    assert (event.start, event.end) == (date(2021, 12, 1), date(2022, 1, 1))
    assert event["SUMMARY"] == "Conseil (décembre 2021, jour à préciser)"
    assert event["STATUS"] == "TENTATIVE"


def test_a_date_that_moves_keeps_its_identity_and_is_newer(announced, by):
    made = item(announced, by, "Lancement", local(2021, 4, 10), local(2021, 4, 10, 23))
    (before,) = events(announced)

    calendar.move(made, By(by.actor, local(2021, 4, 5)), starts=local(2021, 4, 30), ends=local(2021, 4, 30, 23), reason="Salle prise")  # fmt: skip
    (after,) = events(announced)

    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["DTSTAMP"].dt == local(2021, 4, 5)
    assert "Salle prise" in after["DESCRIPTION"]


def test_what_is_cancelled_stays_and_says_so(announced, by):
    made = item(announced, by, "Conférence", local(2021, 4, 16), local(2021, 4, 16, 23))
    calendar.cancel(made, by, reason="Annulée la veille")

    (event,) = events(announced)

    assert event["STATUS"] == "CANCELLED"
    assert event["SUMMARY"] == "Annulé\xa0: Conférence"


def test_a_label_cannot_add_lines_to_the_calendar(announced, by):
    item(
        announced, by, "a\r\nEND:VEVENT;,\\" + "é" * 90, local(2021, 4, 16), local(2021, 4, 16, 23)
    )

    assert len(events(announced)) == 1
    assert all(len(line) <= 75 for line in read(announced, "calendrier.ics").splitlines())


# --- Atom ----------------------------------------------------------------------------------------


def atom(convention, name):
    return ET.fromstring(read(convention, f"{name}.atom"))


def test_news_have_a_feed_with_lasting_identities(announced, by):
    version = publish(announced, by, title=HOSTILE)

    root = atom(announced, "actualites")

    assert root.findtext("a:entry/a:id", namespaces=ATOM) == version.pk.urn
    assert root.findtext("a:entry/a:title", namespaces=ATOM) == HOSTILE.replace("\x0b", "")
    assert root.find("a:link[@rel='self']", ATOM).get("href").endswith("/actualites.atom")


def test_documents_and_news_have_feeds_of_their_own(announced, by):
    publish(announced, by, title="Une nouvelle")
    publish(announced, by, title="Un rapport", kind="report", slug="rapport")

    titles = [one.text for one in atom(announced, "documents").iterfind(".//a:entry/a:title", ATOM)]  # fmt: skip

    assert titles == ["Un rapport"]


def test_the_journal_has_a_feed_without_what_is_sealed(announced, by):
    publish(announced, by, title="Une nouvelle")

    titles = [one.text for one in atom(announced, "journal").iterfind(".//a:entry/a:title", ATOM)]  # fmt: skip

    assert titles[0].endswith(
        "a publié «\N{NO-BREAK SPACE}Une nouvelle\N{NO-BREAK SPACE}», version 1."
    )
    assert not [title for title in titles if "brouillon" in title]


def test_changes_of_dates_have_a_feed(announced, by):
    made = item(announced, by, "Conférence", local(2021, 4, 16), local(2021, 4, 16, 23))
    calendar.cancel(made, By(by.actor, local(2021, 4, 15)), reason="Annulée la veille")

    root = atom(announced, "calendrier")

    assert "a annulé «\N{NO-BREAK SPACE}Conférence" in root.findtext(
        "a:entry/a:title", namespaces=ATOM
    )
    assert root.findtext("a:entry/a:updated", namespaces=ATOM) == "2021-04-14T22:00:00+00:00"


@pytest.mark.parametrize("name", ["actualites", "documents", "journal", "calendrier"])
def test_an_empty_feed_is_a_feed(announced, name):
    root = atom(announced, name)

    assert root.tag == "{http://www.w3.org/2005/Atom}feed"
    assert root.findtext("a:updated", namespaces=ATOM)


# --- The journal in a file -----------------------------------------------------------------------


def test_the_lines_are_the_leaves_of_the_tree(announced):
    lines = read(announced, "journal.jsonl").splitlines()

    size, root = tree_head(announced.pk)

    assert len(lines) == size
    assert merkle.root(merkle.frontier_of(map(merkle.leaf_hash, lines))) == root
    assert all(json.loads(line)["seq"] == place for place, line in enumerate(lines))


def test_the_archive_holds_the_journal_in_both_forms_and_its_root(announced):
    with zipfile.ZipFile(io.BytesIO(read(announced, "journal.zip"))) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}

    size, _root = tree_head(announced.pk)
    origin, said_size, said_root = held["checkpoint"].decode().splitlines()

    assert held["journal.jsonl"].splitlines() == list(leaves(announced.pk))
    assert held[f"tile/entries/000.p/{size}"] == b"".join(
        len(leaf).to_bytes(2, "big") + leaf for leaf in leaves(announced.pk)
    )
    assert origin == "localhost:8000/conventions/poitiers/journal"
    assert (int(said_size), len(said_root)) == (size, 44)
    assert "tables/calendrier.csv" in held


def test_full_bundles_and_the_last_one_have_their_names():
    made = [name for name, _body in journal_download.bundles((b"x" for _ in range(600)), 513)]

    assert made == ["tile/entries/000", "tile/entries/001", "tile/entries/002.p/1"]


@pytest.mark.parametrize(
    ("number", "name"), [(0, "000"), (67, "067"), (1234067, "x001/x234/067"), (1000, "x001/000")]
)
def test_a_tile_is_numbered_in_groups_of_three(number, name):
    assert journal_download.tile_number(number) == name


def test_an_archive_is_made_piece_by_piece():
    head = journal_download.Head(origin="a", size=2000, root=bytes(32))
    pieces = journal_download.archive(
        head, lambda: (b"x" * 1000 for _ in range(2000)), tables={}, at=cast.AT
    )

    assert max(map(len, pieces)) < 300_000


# --- Tables --------------------------------------------------------------------------------------


@pytest.mark.parametrize("cell", ["=1+1", "+33", "-1", "@A1", "\t=1", "\r=1", "  =1", "＝1"])
def test_a_cell_is_never_a_formula(cell):
    assert tables.guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["Séance", "a=b", 12, "", "« = »"])
def test_other_cells_are_as_they_are(cell):
    assert tables.guarded(cell) == cell


def test_the_quotas_are_a_table(announced, by):
    table = QuotaTable(convention=announced, panel_size=30)
    cells = [QuotaCell(criterion="Sexe", value="=Femme", minimum=14, target=15, maximum=16, source="Insee, 2006"), QuotaCell(criterion="Sexe", value="Homme", minimum=14, target=15, maximum=16, source="Insee")]  # fmt: skip
    quotas.import_table(table, by, cells=cells)
    quotas.freeze(table, by)

    text = read(announced, "recrutement/quotas.csv").decode("utf-8-sig")

    assert list(csv.reader(io.StringIO(text, newline=""))) == [
        ["feature", "value", "min", "max", "target", "source"],
        ["Sexe", "'=Femme", "14", "16", "15", "Insee, 2006"],
        ["Sexe", "Homme", "14", "16", "15", "Insee"],
    ]


def test_there_is_no_table_before_one_is_frozen(announced, client):
    assert client.get(f"/conventions/{announced.slug}/recrutement/quotas.csv").status_code == 404


def test_the_calendar_table_has_a_row_for_each_date_that_was_said(announced, by):
    made = item(announced, by, "Lancement", local(2021, 4, 10), local(2021, 4, 10, 23))
    calendar.move(made, by, starts=local(2021, 4, 30), ends=local(2021, 4, 30, 23), reason="-Salle")

    text = read(announced, "calendrier.csv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))

    assert [(row["numéro"], row["raison"]) for row in rows] == [("1", ""), ("2", "'-Salle")]
