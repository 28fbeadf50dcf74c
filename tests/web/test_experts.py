"""Experts on their pages: announced, balanced, and those that members ask for."""

import uuid

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from isegoria.convention.models import ExpertRequest, Hearing
from isegoria.convention.verbs import experts
from tests import sitting, story
from tests.questioning import declared, heard
from tests.sitting import fanny
from tests.web.public_site import at
from tests.web.reading import said


@pytest.fixture
def told(alice):
    cache.clear()
    begun = story.announced(alice)
    story.body(begun, type="experts")
    return begun


@pytest.fixture
def team(told):
    client = Client()
    client.force_login(fanny(told).actor)
    return client


def here(name, *more):
    return reverse(f"facilitation:{name}", args=["poitiers", *more])


def sent(**typed):
    return {"once": str(uuid.uuid4()), **typed}


def of_a_table(told, text="Un médecin"):
    asked = ExpertRequest(convention=told.convention, origin="table", table=2, text=text)
    return experts.ask(asked, fanny(told))


def test_a_hearing_is_announced_with_who_proposed_it_and_what_was_declared(told, team, client):
    session, held = sitting.session(told), declared(told)
    words = {"topic": "Les écrans", "viewpoint": "usagers", "proposed_by": "committee"}

    team.post(here("hearing_plan"), sent(seat=held.pk, session=session.pk, **words))

    page = said(client.get(at("experts")))
    for expected in ("Les écrans", "usagers", "le comité de suivi", "Intérêts déclarés"):
        assert expected in page


def test_a_point_of_view_is_written_as_it_was_before(told, team):
    session = sitting.session(told)
    heard(told, session, viewpoint="Usagers")
    other = story.seat(told, declared(told).body, name="Tarek")
    words = {"topic": "x", "viewpoint": "  usagers ", "proposed_by": "members"}

    team.post(here("hearing_plan"), sent(seat=other.pk, session=session.pk, **words))

    assert set(Hearing.objects.values_list("viewpoint", flat=True)) == {"Usagers"}


def test_nobody_is_announced_twice_in_a_session(told, team):
    one = heard(told, sitting.session(told))
    words = {"topic": "x", "viewpoint": "y", "proposed_by": "members"}

    answer = team.post(
        here("hearing_plan"), sent(seat=one.seat_id, session=one.session_id, **words)
    )

    assert answer.status_code == 422
    assert "déjà annoncée à cette séance" in said(answer)


def test_what_must_be_declared_is_said_before_the_button(told, team):
    silent = story.seat(told, told.convention.bodies.get(), name="Tarek")
    one = heard(told, sitting.opened(told), seat=silent)

    page = said(team.get(here("hearing", one.pk)))
    assert "n’a pas encore déclaré ses intérêts" in page
    assert "à déclarer" in said(team.get(here("hearings")))
    team.post(here("hearing_hold", one.pk), sent())
    one.refresh_from_db()
    assert one.state == "planned"


def test_a_hearing_is_changed_held_or_cancelled_on_its_page(told, team, client):
    one, other = heard(told, sitting.opened(told)), heard(told, sitting.session(told))
    words = {"topic": "Autre sujet", "viewpoint": "y", "proposed_by": "members"}

    team.post(here("hearing_edit", one.pk), sent(base=one.revision, **words))
    team.post(here("hearing_hold", one.pk), sent())
    team.post(here("hearing_cancel", other.pk), sent(reason="Malade.", base=other.revision))

    page = said(client.get(at("experts")))
    assert "Autre sujet" in page
    assert "Malade." in page


def test_requests_are_answered_and_counted_in_public(told, team, client):
    first, second, third = of_a_table(told), of_a_table(told, "Un juriste"), of_a_table(told, "x")
    one = heard(told, sitting.session(told))

    team.post(here("request_honour", first.pk), sent(hearing=one.pk, base=first.revision))
    team.post(here("request_refuse", second.pk), sent(reason="Pas libre.", base=second.revision))

    page = said(client.get(at("expert_requests")))
    assert "3 demandes. Suivies d’effet : 1. Pas possibles : 1. En attente : 1." in page
    assert "Un médecin" in page
    assert "Pas libre." in page
    assert f"Demande {third.number}" not in page
    assert f"Demande {third.number}" in said(team.get(here("hearings")))


def test_a_request_noted_in_the_room_bears_a_number(told, team):
    team.post(here("request_ask"), sent(text="Un médecin", origin="table", number=4))
    wrong = team.post(here("request_ask"), sent(text="x", origin="member", number=4))

    assert ExpertRequest.objects.get().author == "table 4"
    assert "Aucun membre n’a cette carte" in said(wrong)


def test_without_a_session_the_form_says_what_is_missing(told, team):
    page = said(team.get(here("hearing_plan")))

    assert "Quelle séance" in page or "À quelle séance" in page
    assert "Il faut d’abord une séance" in said(team.get(here("hearings")))


def test_the_public_page_shows_the_balance_and_what_nobody_brings(told, client):
    told.convention.themes = ["énergie"]
    told.convention.save()
    heard(told, sitting.session(told), viewpoint="usagers")

    page = said(client.get(at("experts")))

    assert "Domaines que personne n’apporte encore : énergie" in page
