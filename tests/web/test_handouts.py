"""What members are given to read is public at the very moment at which they get it."""

from uuid import uuid4

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from isegoria.convention.models import Handout
from isegoria.convention.verbs import publishing, sessions
from isegoria.web import clock
from tests import cast, recruiting, sitting
from tests.minuting import given
from tests.sitting import fanny
from tests.story import announced, drafted
from tests.web.public_site import at
from tests.web.reading import said
from tests.web.test_panel_space import ByCard

TITLE = "Cahier de formation 1"


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    cache.clear()
    monkeypatch.setattr(clock, "now", lambda: cast.AT)


@pytest.fixture
def story(alice):
    return recruiting.with_a_panel(announced(alice))


@pytest.fixture
def session(story):
    planned = sitting.session(story)
    sitting.sequence(story, planned)
    return sessions.publish_agenda(planned, fanny(story))


@pytest.fixture
def booklet(story):
    version = drafted(story, slug="cahier-1", title=TITLE)
    version.document.kind = "booklet"
    version.document.save()
    return publishing.validate(version, story.organiser)


def here(name, key):
    return reverse(f"facilitation:{name}", args=["poitiers", key])


def test_one_act_gives_the_booklet_to_the_members_and_to_the_public(story, session, booklet):
    given(story, session, booklet.document)
    by_card = ByCard(story, sitting.member(story))
    for page in (by_card.client.get(by_card.at("home")), Client().get(at("session", session.pk))):
        assert TITLE not in said(page)

    publishing.publish(booklet, story.organiser)

    for page in (by_card.client.get(by_card.at("home")), Client().get(at("session", session.pk))):
        assert TITLE in said(page)
        assert at("document_pdf", "cahier-1", 1) in said(page)
        assert "lisible 0 jour avant la séance" in said(page)
    assert "data-aloud" in said(Client().get(at("document", "cahier-1")))


def test_the_team_gives_a_document_once_and_takes_it_back(story, session, booklet):
    publishing.publish(booklet, story.organiser)
    team = Client()
    team.force_login(fanny(story).actor)
    page = here("handouts", session.pk)
    chosen = {"document": str(booklet.pk)}

    team.post(page, {"once": str(uuid4()), **chosen})
    assert TITLE in said(team.get(page))
    again = team.post(page, {"once": str(uuid4()), **chosen})
    assert "déjà donné" in said(again)
    team.post(here("handout_take", Handout.objects.get().pk), {"once": str(uuid4())})

    assert Handout.objects.get().state == "taken_back"
    assert TITLE not in said(Client().get(at("session", session.pk)))


def test_whoever_facilitates_does_not_read_the_titles_of_drafts(story, session, booklet):
    team = Client()
    team.force_login(fanny(story).actor)

    assert TITLE not in said(team.get(here("handouts", session.pk)))
