"""A convention that is being prepared: what anybody reads of it, and what is not there yet."""

import re

import pytest

from isegoria.convention.verbs import stewardship
from tests import story
from tests.web.public_site import PAGES, at
from tests.web.reading import said


@pytest.mark.parametrize("page", PAGES)
def test_a_convention_that_is_being_drafted_is_not_there_for_the_public(poitiers, client, page):
    assert client.get(at(page)).status_code == 404


def test_a_draft_convention_is_not_on_the_home_page(poitiers, client):
    page = said(client.get("/"))
    assert "Numérique responsable" not in page
    assert "Aucune convention n’est encore publique" in page


def test_the_home_page_says_where_a_convention_is_and_what_comes_next(alice, client):
    begun = story.announced(alice)
    story.milestone(begun, label="Première séance", days=10_000)
    page = said(client.get("/"))
    assert "Prochaine date : Première séance" in page
    assert "en préparation" in page


def test_a_prepared_convention_asks_to_look_at_what_is_missing(alice, client):
    story.announced(alice)
    page = said(client.get(at("convention")))
    assert "Voir ce qui est prêt et ce qui manque" in page


def test_a_counter_is_never_a_misleading_zero(alice, client):
    story.announced(alice)
    page = said(client.get(at("convention")))
    assert "Personne n’est encore abonné aux nouvelles" in page
    assert ">0</span>" not in page
    assert "25 à 30" in page


def test_the_gate_says_what_is_there_and_what_is_missing(alice, client):
    story.announced(alice)
    page = said(client.get(at("gate")))
    assert "1 élément présent sur 7" in page
    assert page.count('class="is-missing"') == 6


def test_the_mandate_tells_each_version_with_what_it_changed(alice, client):
    begun = story.announced(alice)
    story.mandated(begun, commitment="Répondre à chaque proposition.", reason="Tout répondre.")
    page = said(client.get(at("mandate")))
    assert page.index("Version 2") < page.index("Version 1")
    assert "Tout répondre." in page
    assert re.search(rf"<del>.*?{story.CANARY}.*?</del>", page)
    assert re.search(r"<ins>.*?Répondre à chaque proposition\..*?</ins>", page)


def test_a_domain_that_nobody_covers_is_said_in_words(alice, client):
    begun = story.announced(alice)
    body = story.body(begun, domains=["santé", "industrie"])
    story.seat(begun, body, name="Irène", domains=["santé"])
    page = said(client.get(at("who")))
    assert "aucun siège ne correspond clairement" in page
    assert page.count("aucun siège ne correspond clairement") == 1


def test_a_draft_table_of_quotas_is_not_shown(alice, client):
    begun = story.announced(alice)
    story.quota_table(begun)
    assert "n’est pas encore figée" in said(client.get(at("recruitment")))


def test_a_worker_reads_the_public_pages_of_a_draft(poitiers, odile, client):
    client.force_login(odile)
    assert client.get(at("convention")).status_code == 200


def test_a_round_table_without_a_player_has_no_video_page(alice, client):
    begun = story.announced(alice)
    assert client.get(at("video", story.round_table(begun).pk)).status_code == 404


def test_an_unknown_convention_is_a_page_that_says_so(client, db):
    answer = client.get(at("convention", slug="nulle-part"))
    assert answer.status_code == 404
    assert "Cette page n’existe pas" in said(answer)


def test_the_notice_of_a_reconstruction_is_on_every_page(alice, client):
    begun = story.announced(alice)
    stewardship.describe(begun.convention, begun.organiser, changes={"notice": "Reconstitution."})
    assert all("Reconstitution." in said(client.get(at(page))) for page in PAGES)
