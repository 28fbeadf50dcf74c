"""The English site: every word of ours in English, every word of the city marked as French."""

import re
from html.parser import HTMLParser

import pytest
from django.urls import reverse

from tests.web.public_site import PAGES, at, by_hand
from tests.web.reading import said

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
UNMARKABLE = {"title", "script", "style", "textarea", "option", "pre"}
FRENCH = re.compile(r"[éèêàâçôûîœÉÈÀÇ]|[«»]|\b(?:les|des|une|est|pour|dans|avec|vous|votre)\b")


class Heard(HTMLParser):
    """The words of a page that a voice would say in the language of the page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.within: list[tuple[str, str | None]] = []
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.within.append((tag, dict(attrs).get("lang")))

    def handle_endtag(self, tag):
        if any(tag == one for one, _ in self.within):
            while self.within.pop()[0] != tag:
                pass

    def handle_data(self, data):
        language = next((said for _, said in reversed(self.within) if said), "")
        if language == "en" and data.strip() and not UNMARKABLE & {tag for tag, _ in self.within}:
            self.words.append(" ".join(data.split()))


@pytest.fixture
def reader(client):
    client.cookies["langue"] = "en"
    return client


def french(page: str) -> list[str]:
    return [words for words in Heard(page).words if FRENCH.search(words)]


@pytest.mark.parametrize("name", PAGES)
def test_a_public_page_says_no_french_that_is_not_marked(told, reader, name):
    assert french(said(reader.get(at(name)))) == []


@pytest.mark.parametrize("name", ["home", "accessibility", "privacy", "legal", "sitemap_page"])
def test_the_site_s_own_pages_are_english(told, reader, name):
    assert french(said(reader.get(reverse(f"public:{name}")))) == []


def test_a_wrong_form_and_a_missing_page_are_explained_in_english(told, reader):
    wrong = said(reader.post(at("subscribe"), by_hand(email="fanny")))
    missing = said(reader.get("/nulle-part/"))

    assert "Nothing is saved: correct this" in wrong
    assert "This page does not exist" in missing
    assert french(wrong) == french(missing) == []


def test_a_draft_is_found_again_in_english(told, reader):
    assert 'data-draft-found="We found your draft."' in said(reader.get(at("guarantors")))


def test_what_is_french_on_an_english_page_would_be_seen():
    page = '<html lang="en"><p>Les dates</p><p lang="fr">Les dates</p><p>dates, les <b>x</b></p>'

    assert french(page.lower()) == ["les dates", "dates, les"]
