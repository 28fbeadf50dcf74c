"""After a list was sealed, another table is an amendment, and its page says so."""

from django.urls import reverse

from tests import story
from tests.web.reading import said


def test_once_a_list_is_sealed_the_page_says_what_an_amendment_changes(told, client):
    later = story.quota_table(told)
    client.force_login(told.odile)

    page = said(client.get(reverse("desk:quota_freeze", args=[told.convention.slug, later.number])))

    assert "Une liste de tirage est déjà scellée" in page
    assert "Les garants seront prévenus par courriel, avec votre raison." in page
    assert "retirée" in page
