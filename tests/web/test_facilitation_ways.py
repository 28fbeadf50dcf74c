"""How one joins a session at a distance: written by the team, and read by those it is for."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from isegoria.web import clock
from tests import sitting
from tests.cast import AT
from tests.web.reading import said

VIDEO = "https://video.exemple.org/membres"


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: AT)


@pytest.fixture
def fanny(told):
    client = Client()
    client.force_login(told.things["fanny"])
    return client


@pytest.fixture
def session(told):
    """With a room and a link for the members, as the story has it."""
    return sitting.session(told)


@pytest.fixture
def page(told, session):
    return reverse("facilitation:session_ways", args=[told.convention.slug, session.pk])


def shown(client, page):
    found = client.get(page).context
    fields = [*found["form"], *(field for row in found["rooms"].forms for field in row)]
    written = {one.html_name: one.value() for one in fields if one.value() not in {None, False}}
    return {**written, "rows": str(found["rooms"].count)}


def names(session):
    return [one.name for one in session.relay_rooms.all()]


def test_each_group_has_its_own_link(fanny, session, page):
    fanny.post(page, {**shown(fanny, page), "members_url": VIDEO, "observers_phone": "05 49 1"})

    found = {one.whom: (one.url, one.phone) for one in session.links.all()}
    assert found == {"members": (VIDEO, "05 49 00 00 00"), "observers": ("", "05 49 1")}


def test_a_room_is_added_after_a_row_is_asked_for(fanny, session, page):
    more = fanny.post(page, {**shown(fanny, page), "step": "row"})
    assert 'name="room1-name"' in said(more)
    assert names(session) == ["Canari"]

    fanny.post(page, {**shown(fanny, page), "rows": "2", "room1-name": "Maison de quartier"})

    assert names(session) == ["Canari", "Maison de quartier"]


def test_a_room_that_is_ticked_is_removed(fanny, session, page):
    fanny.post(page, {**shown(fanny, page), "room0-remove": "on"})

    assert names(session) == []


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ({"room0-name": "", "room0-address": "1, rue"}, "Il manque le nom de cette salle."),
        ({"staff_phone_code": "12#"}, "Un code va avec un numéro de téléphone."),
        ({"members_url": "par ici"}, "Écrivez une adresse complète"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(fanny, session, page, written, why):
    answer = fanny.post(page, {**shown(fanny, page), **written})

    assert answer.status_code == 422
    assert why in said(answer)
    assert names(session) == ["Canari"]
    assert all(one in answer.content.decode() for one in written.values())


def test_two_people_who_write_at_once_see_the_rooms_of_both(fanny, session, page):
    before = shown(fanny, page)
    fanny.post(page, {**before, "room0-name": "Centre social"})

    answer = fanny.post(page, {**before, "once": uuid4(), "room0-name": "Médiathèque"})

    assert answer.status_code == 409
    assert "Centre social" in said(answer)
    assert "Médiathèque" in said(answer)
    assert names(session) == ["Centre social"]
