"""The journal as anybody reads it: in order, at any depth, sealed where it is sealed."""

import hashlib
import html
import re

import pytest
from django.core.cache import cache

from isegoria.convention.journal.queries import tree_head
from isegoria.convention.models import Entry
from tests.web.public_site import at
from tests.web.reading import said


def numbers(page):
    """The entries that a page shows, those within a sealed run included."""
    found = re.findall(
        r"<li class=\"entry.*?N° (\d+)</a>(?: à <a [^>]*>N° (\d+)</a>)?", page, re.DOTALL
    )
    return [n for first, last in found for n in range(int(first), int(last or first) - 1, -1)]


def leafed(client, page, rel):
    """The next page in that direction, if there is one."""
    link = re.search(rf'rel="{rel}" href="([^"]+)"', page)
    return said(client.get(at("journal") + html.unescape(link[1]))) if link else None


def test_the_whole_journal_is_read_page_after_page_and_back(told, client):
    size, _root = tree_head(told.convention.pk)
    page = last = said(client.get(at("journal")))
    read = numbers(page)
    while page := leafed(client, page, "next"):
        read, last = read + numbers(page), page
    assert read == list(range(size, 0, -1))
    back = numbers(last)
    while last := leafed(client, last, "prev"):
        back = numbers(last) + back
    assert back == list(range(size, 0, -1))


@pytest.mark.parametrize("depth", [{}, {"avant": "60"}, {"apres": "5"}, {"avant": "3"}])
def test_a_page_at_any_depth_takes_few_queries(told, client, depth, django_assert_max_num_queries):
    cache.clear()
    with django_assert_max_num_queries(8):
        assert client.get(at("journal"), depth).status_code == 200


def test_a_sealed_act_is_there_and_says_only_who_may_read_it(told, client):
    sealed = Entry.objects.filter(convention=told.convention.pk, act="appointment.grant").first()
    page = said(client.get(at("entry", sealed.number)))
    assert "Un acte réservé, que voient l’organisation et les garants." in page
    assert "appointment" not in page
    assert "Le détail est scellé" in page


def test_a_filter_does_not_tell_what_sealed_acts_were(told, client):
    page = said(client.get(at("journal"), {"acte": "appointment.grant"}))
    assert "Aucun acte ne répond à ces choix" in page
    assert numbers(said(client.get(at("journal"), {"nature": "message"}))) == []


def test_an_organiser_reads_what_is_sealed_for_the_office(told, client):
    client.force_login(told.odile)
    page = said(client.get(at("journal"), {"acte": "appointment.grant"}))
    assert "a donné un rôle" in page


def test_the_journal_is_filtered_by_kind_act_thing_and_date(told, client):
    version = told.things["second"]
    for wanted in (
        {"nature": "version"},
        {"acte": "version.withdraw"},
        {"objet": version.reference},
        {"du": "2021-04-02", "au": "2021-04-02", "acte": "version.withdraw"},
    ):
        assert "a retiré" in said(client.get(at("journal"), wanted))
    assert "Aucun acte" in said(client.get(at("journal"), {"du": "2030-01-01"}))


@pytest.mark.parametrize(
    "nonsense",
    [
        {"avant": "999999999999999999999999"},
        {"avant": "-1"},
        {"apres": "x"},
        {"du": "2021-02-30"},
        {"au": "9999-12-31"},
        {"du": "0001-01-01"},
        {"objet": "version:x"},
        {"acte": "drop.table"},
    ],
)
def test_nonsense_breaks_nothing(told, client, nonsense):
    assert client.get(at("journal"), nonsense).status_code == 200


def test_an_entry_shows_the_exact_bytes_that_were_hashed(told, client):
    entry = Entry.objects.filter(convention=told.convention.pk, act="version.publish").first()
    page = client.get(at("entry", entry.number)).content.decode()
    leaf = html.unescape(re.search(r"<pre tabindex[^>]*>(.*?)</pre>", page, re.DOTALL)[1])
    assert leaf == entry.leaf
    assert hashlib.sha256(b"\x00" + leaf.encode()).hexdigest() in page
    assert tree_head(told.convention.pk)[1].hex() in page


@pytest.mark.parametrize("number", [0, 10**6, 10**30])
def test_an_entry_that_does_not_exist_is_not_found(told, client, number):
    assert client.get(f"{at('journal')}{number}/").status_code == 404


def test_a_reference_leads_to_the_page_of_the_thing(told, client):
    first = told.things["first"]
    answer = client.get(at("reference", "version", first.pk))
    assert answer["Location"] == at("version", "lettre", 1) + "?langue=fr"
    assert client.get(answer["Location"]).status_code == 200
    item = told.convention.calendar.first()
    answer = client.get(at("reference", "calendar", item.pk))
    assert answer["Location"] == f"{at('calendar')}#date-{item.pk}"


def test_a_reference_of_another_convention_leads_to_the_journal(told, client):
    first = told.things["first"]
    answer = client.get(at("reference", "version", first.pk, slug="autre"))
    assert answer["Location"].startswith(at("journal", slug="autre"))


def test_acts_are_chosen_by_their_words_under_what_they_are_about(told, client):
    page = said(client.get(at("journal")))
    group = re.search(r'<optgroup label="Le mandat">(.*?)</optgroup>', page)
    option = '<option value="mandate.adopt">Enregistrer cette version du mandat</option>'
    assert group
    assert group[1] == option
    assert "(mandate.adopt)" not in page
    english = said(client.get(at("journal"), headers={"Accept-Language": "en"}))
    assert '<optgroup label="The mandate">' in english
