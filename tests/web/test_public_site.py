"""The site itself: its language, its own pages, what machines read, and the search."""

from xml.etree import ElementTree

import pytest

from isegoria.web.public.finding import excerpt
from isegoria.web.public.videos import video_at
from tests.story import CANARY
from tests.web.public_site import at
from tests.web.reading import said


@pytest.mark.parametrize(
    "page", ["/accessibilite/", "/donnees-personnelles/", "/mentions-legales/", "/plan-du-site/"]
)
def test_the_pages_of_the_site_are_there_from_the_start(db, client, page):
    assert said(client.get(page)).count("<h1") == 1


def test_choosing_a_language_is_remembered_and_leads_back(db, client):
    answer = client.get("/langue/en/", {"vers": "/plan-du-site/?a=b"})
    assert answer["Location"] == "/plan-du-site/?a=b"
    assert client.cookies["langue"].value == "en"
    assert '<html lang="en"' in said(client.get("/"))


@pytest.mark.parametrize(
    "elsewhere", ["https://exemple.org/", "//exemple.org", "/\\exemple.org", "javascript:alert(1)"]
)
def test_the_choice_of_a_language_leads_nowhere_else(db, client, elsewhere):
    assert client.get("/langue/fr/", {"vers": elsewhere})["Location"] == "/"


def test_an_unknown_language_is_not_there(db, client):
    assert client.get("/langue/xx/").status_code == 404


def test_robots_are_kept_from_the_working_pages(db, client):
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /bureau/" in text
    assert "Sitemap: http" in text


def test_the_site_map_names_every_public_page_and_no_draft(told, client):
    tree = ElementTree.fromstring(client.get("/sitemap.xml").content)
    urls = [one.text for one in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert len(urls) == len(set(urls))
    assert any(url.endswith(at("calendar")) for url in urls)
    assert any(url.endswith(at("page", "presentation")) for url in urls)
    assert not any("brouillon" in url for url in urls)


def test_a_search_finds_texts_seats_and_dates(told, client):
    page = said(client.get(at("search"), {"q": CANARY}))
    for group in ("Documents, pages et actualités", "Personnes et organisations", "Calendrier"):
        assert group in page
    assert f"<mark>{CANARY}</mark>" in page


def test_a_search_does_not_find_drafts(told, client):
    assert "/brouillon/" not in said(client.get(at("search"), {"q": CANARY}))


@pytest.mark.parametrize("words", ["", "x", "zzzz", "%", "<script>", "a" * 500])
def test_any_search_has_an_answer(told, client, words):
    answer = client.get(at("search"), {"q": words})
    assert answer.status_code == 200
    assert "<script>" not in said(answer)


def test_an_excerpt_marks_words_whatever_their_accents_and_escapes_the_rest():
    made = excerpt("L’Écran & la <b>école</b> de demain", "ecole ecran")
    assert made == "L’<mark>Écran</mark> &amp; la &lt;b&gt;<mark>école</mark>&lt;/b&gt; de demain"


def test_an_excerpt_of_a_long_text_is_cut_between_words():
    made = excerpt("avant " * 60 + "milieu " + "après " * 60, "milieu")
    assert made.startswith("…avant")
    assert made.endswith("après…")
    assert "<mark>milieu</mark>" in made


@pytest.mark.parametrize(
    ("url", "host", "player"),
    [
        ("https://www.youtube.com/watch?v=aB-1", "youtube.com", "https://www.youtube-nocookie.com/embed/aB-1"),
        ("https://youtu.be/aB-1", "youtu.be", "https://www.youtube-nocookie.com/embed/aB-1"),
        ("https://video.exemple.org/w/aBc", "video.exemple.org", "https://video.exemple.org/videos/embed/aBc"),
        ("https://exemple.org/film.mp4", "exemple.org", ""),
        ('https://www.youtube.com/watch?v="><script>', "youtube.com", ""),
    ],
)  # fmt: skip
def test_a_video_is_known_by_its_host(url, host, player):
    found = video_at(url)
    assert (found.host, found.player) == (host, player)


@pytest.mark.parametrize(
    "url", ["", "javascript:alert(1)", "http://video.exemple.org/w/a", "https://[x"]
)
def test_what_is_not_a_safe_address_is_no_video(url):
    assert video_at(url) is None


def test_an_invitation_has_a_link_a_code_and_papers(told, client):
    page = said(client.get(at("invite")))
    assert "/c/poitiers/" in page
    assert "<svg" in page
    for paper in ("affiche.pdf", "depliant.pdf", "carton.pdf"):
        assert paper in page


@pytest.mark.parametrize("page", ["/", "/mentions-legales/"])
def test_a_site_that_says_where_its_code_is_links_it(client, db, settings, page):
    settings.SOURCE_URL = "https://code.exemple.org/isegoria"

    assert 'href="https://code.exemple.org/isegoria"' in client.get(page).content.decode()


def test_a_site_that_does_not_say_links_no_code(client, db, settings):
    settings.SOURCE_URL = ""

    assert "Le code source de ce site" not in client.get("/").content.decode()
