"""The composition of the panel as everybody reads it: page, bars, spreadsheet, counters."""

import csv
import io
import re

import pytest
from django.test import Client

from isegoria.convention.people.viewer import Viewer
from isegoria.convention.recruitment.composing import composed
from isegoria.convention.verbs import candidates, panel
from isegoria.core.charter import Role
from isegoria.web import clock
from tests import cast, recruiting
from tests.recruiting import officer
from tests.story import announced
from tests.web.public_site import at
from tests.web.reading import said

AGES = ("18 à 24 ans", "25 à 39 ans", "40 à 59 ans", "60 ans ou plus")
MEMBERS = (3, 4, 4, 1)  # of twelve; the last is too few to stand alone
CELLS = (
    (recruiting.WAY, recruiting.PHONE, 12, 12, 12),
    *((recruiting.AGE, age, n, n, n) for age, n in zip(AGES, MEMBERS, strict=True)),
)


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: cast.AT)


@pytest.fixture
def story(alice):
    told = announced(alice)
    recruiting.table(told, cells=CELLS, seats=12)
    phone = recruiting.relay(told, recruiting.PHONE, "phone", "Institut Canari")
    for age, n in zip(AGES, MEMBERS, strict=True):
        for _n in range(2 * n + 1):
            recruiting.entered(told, phone, age)
    recruiting.drawn(told, recruiting.sealed(told))
    return told


def publish(story):
    viewer = Viewer(officer(story).actor, frozenset({Role.RECRUITER}), cast.AT)
    found = composed(story.convention, viewer)
    return panel.publish_composition(
        found.composition(),
        officer(story),
        tables=found.tables,
        filled=found.filled,
        pool=found.pool,
    )


def leaves(story):
    somebody = story.convention.candidates.filter(state="drawn").first()
    candidates.withdraw(somebody, officer(story))


def rows_of(page):
    """The lines of the page's tables: values, target, pool, panel."""
    main = page.partition("<main")[2]
    return [
        (values, *map(int, numbers))
        for values, *numbers in re.findall(
            r'<tr><th scope="row">(.*?)</th>'
            + r'<td class="number" data-label="[^"]*">(\d+)</td>' * 3,
            main,
        )
    ]


def sheet(client, number):
    text = client.get(at("composition_csv", number)).content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))[1:]


def test_before_it_is_published_the_page_says_when_it_will_be(client, story):
    assert "après le tirage au sort" in said(client.get(at("composition")))
    assert client.get(at("composition_csv", 1)).status_code == 404


def test_each_criterion_is_a_table_and_bars_with_words(client, story):
    publish(story)

    page = said(client.get(at("composition")))

    assert ("18 à 24 ans", 3, 7, 3) in rows_of(page)
    svg = page.partition('<svg class="bars"')[2].partition("</svg>")[0]
    assert "<title" in svg
    assert "<desc" in svg
    assert "style=" not in page.partition("<main")[2]


def test_values_too_few_are_merged_and_the_page_says_so(client, story):
    publish(story)

    page = said(client.get(at("composition")))

    assert "60 ans ou plus" not in [one[0] for one in rows_of(page)]
    assert ("40 à 59 ans, 60 ans ou plus", 5, 12, 5) in rows_of(page)
    assert "Des valeurs voisines sont réunies" in page


def test_a_criterion_with_one_value_is_not_shown(client, story):
    publish(story)

    page = said(client.get(at("composition")))

    assert "rien ne peut être montré de ce critère" in page


def test_no_count_of_one_or_two_is_public_on_the_page_or_in_the_spreadsheet(client, story):
    for _version in range(4):
        publish(story)
        leaves(story)

    for number in range(1, 5):
        page = said(client.get(at("composition"), {"version": number}))
        lines = sheet(client, number)
        shown = [figure for one in rows_of(page) for figure in one[2:]]
        sheets = [int(figure) for one in lines for figure in one[3:]]
        bars = re.findall(r'<text class="bar-figure"[^>]*>(\d+)</text>', page)
        assert shown == sheets
        assert [one for one in shown if one in {1, 2}] == []
        assert len(bars) == 3 * len(lines)


def test_every_version_can_be_read_again(client, story):
    publish(story)
    leaves(story)
    publish(story)

    newest = said(client.get(at("composition")))
    first = said(client.get(at("composition"), {"version": "1"}))

    assert "11 places pourvues sur 12" in newest
    assert "À cette date, 12 places pourvues sur 12" in first
    assert "Nombres de la version 1" in newest
    assert rows_of(newest) == rows_of(first)


def test_the_recruitment_page_and_who_lead_to_it_once_it_is_published(story):
    def lead():
        pages = [said(Client().get(at(one))) for one in ("recruitment", "who")]
        return [at("composition") in one for one in pages]

    before = lead()
    publish(story)

    assert (before, lead()) == ([False, False], [True, True])


def test_the_counter_of_members_says_how_many_sit_of_how_many(story):
    assert "12/12" not in said(Client().get(at("convention")))
    publish(story)
    leaves(story)

    page = said(Client().get(at("convention")))

    assert "11/12" in page
    assert "places pourvues sur 12" in page


def test_a_card_number_is_nowhere_in_public(client, story):
    publish(story)
    codes = story.convention.candidates.values_list("code", flat=True)

    pages = [said(client.get(at(one))) for one in ("composition", "recruitment", "convention")]

    assert [code for code in codes for page in pages if code in page] == []
