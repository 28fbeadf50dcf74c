"""The pages of those who prepare and run the sessions."""

import pytest
from django.test import Client
from django.urls import reverse

from tests import cast
from tests.web.reading import said


@pytest.fixture
def fanny(told):
    client = Client()
    client.force_login(told.things["fanny"])
    return client


def test_the_sessions_are_listed_with_their_state(told, fanny):
    page = fanny.get(reverse("facilitation:convention", args=[told.convention.slug]))

    assert "Canari" in said(page)
    assert "annulée" in said(page) or "annulé" in said(page)


def test_a_session_of_another_convention_is_not_found_here(told, fanny):
    other = cast.convention(told.alice, slug="encore")
    key = told.things["session"].pk

    assert fanny.get(reverse("facilitation:session", args=[other.slug, key])).status_code == 404
