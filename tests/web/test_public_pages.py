"""What anybody reads of a convention, without an account."""

import re

import pytest
from django.core.cache import cache

from isegoria.convention.models import Convention
from isegoria.web.public.rules import KINDS
from tests import story
from tests.web.public_site import PAGES, at, heading
from tests.web.reading import said

MOST_QUERIES = {"convention": 15, "gate": 12, "journal": 10, "documents": 10, "who": 8}


@pytest.mark.parametrize("page", PAGES)
def test_anybody_reads_each_page_in_few_queries(told, client, page, django_assert_max_num_queries):
    cache.clear()
    with django_assert_max_num_queries(MOST_QUERIES.get(page, 10)):
        answer = client.get(at(page))
    assert answer.status_code == 200
    assert said(answer).count("<h1") == 1
    assert heading(said(answer)).strip()


def test_each_page_has_a_title_of_its_own(told, client):
    titles = [re.search(r"<title>(.*?)</title>", said(client.get(at(page))))[1] for page in PAGES]
    assert len(set(titles)) == len(titles)


def test_a_search_on_the_home_page_finds_or_says_that_nothing_was_found(told, client):
    assert f"Numérique {story.CANARY}" in said(client.get("/", {"q": "numérique"}))
    assert "Aucune convention ne contient « zzz »" in said(client.get("/", {"q": "zzz"}))


def test_a_gate_that_was_passed_over_stays_at_the_top_of_the_page_with_its_reason(told, client):
    page = said(client.get(at("convention", slug="autre")))
    assert "Lancée sans que tout soit prêt" in page
    assert "l’avis des garants" in page
    assert story.CANARY in page


def test_a_date_that_moved_shows_both_dates_the_reason_and_the_distance(told, client):
    page = said(client.get(at("calendar")))
    assert "D’abord annoncé :" in page
    assert "date annoncée" in page
    assert "annulé" in page


def test_a_lane_can_be_read_alone_and_an_unknown_lane_is_all_of_them(told, client):
    assert 'id="ligne-committee"' not in said(client.get(at("calendar"), {"ligne": "services"}))
    assert 'id="ligne-committee"' in said(client.get(at("calendar"), {"ligne": "lune"}))


def test_a_seat_of_another_convention_is_not_there(told, client):
    seat = told.convention.bodies.first().seats.first()
    assert client.get(at("seat", seat.pk)).status_code == 200
    assert client.get(at("seat", seat.pk, slug="autre")).status_code == 404


def test_a_frozen_table_shows_the_source_of_each_cell(told, client):
    page = said(client.get(at("recruitment")))
    assert "en vigueur" in page
    assert page.count("<tfoot>") == 2  # one a criterion of the table in force


def test_the_rules_can_be_read_for_one_role(told, client):
    page = said(client.get(at("rules"), {"role": "guarantor"}))
    assert "Rendre l’avis" in page
    assert "Créer la convention" not in page
    assert "Créer la convention" in said(client.get(at("rules"), {"role": "inconnu"}))


def test_the_whole_charter_is_one_text(told, client):
    answer = client.get(at("charter"))
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert "version.publish" in answer.content.decode()


def test_a_round_table_frames_another_site_only_on_the_page_of_the_video(told, client):
    table = next(one for one in told.convention.round_tables.all() if one.state == "held")
    page = client.get(at("round_table", table.pk))
    assert "frame-src" not in page["Content-Security-Policy"]
    assert "<iframe" not in said(page)
    video = client.get(at("video", table.pk))
    assert "frame-src https://video.exemple.org" in video["Content-Security-Policy"]
    assert 'src="https://video.exemple.org/videos/embed/aBc123"' in said(video)


def test_a_page_takes_no_form_when_it_has_none(told, client):
    assert client.post(at("calendar")).status_code == 405


def test_the_rules_have_a_table_of_contents_whose_links_lead_to_a_chapter(told, client):
    page = said(client.get(at("rules")))
    links = re.findall(r'<li><a href="#([\w-]+)"', page)
    assert len(links) == len(KINDS) + 1
    assert all(f' id="{link}">' in page for link in links)


def test_the_rules_are_folded_until_they_are_asked_for(told, client):
    folded, whole = said(client.get(at("rules"))), said(client.get(at("rules"), {"tout": "oui"}))
    chosen = said(client.get(at("rules"), {"role": "guarantor"}))
    assert '<details class="details" open>' not in folded
    assert whole.count('<details class="details" open>') == len(KINDS) + 1
    assert chosen.count('<details class="details" open>') == chosen.count('<li><a href="#')


def test_the_home_page_says_what_a_reconstruction_is(told, client):
    Convention.objects.filter(pk=told.convention.pk).update(notice="Reconstitution. " * 20)
    page = said(client.get("/"))
    assert "Reconstitution. Reconstitution." in page
    assert "Reconstitution. " * 20 not in page
