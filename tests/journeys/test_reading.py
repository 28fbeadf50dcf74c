"""A citizen reads: on a phone without JavaScript, by keyboard, in the dark, on paper."""

import re

import pytest

from tests.journeys import looks
from tests.journeys.conftest import PHONE
from tests.journeys.hands import MOST_TABS

TITLE = "Convention citoyenne pour le numérique responsable"
HERE = "/conventions/poitiers-numerique-2021"
MAIN_PAGES = [
    "/",
    f"{HERE}/",
    f"{HERE}/calendrier/",
    f"{HERE}/documents/",
    f"{HERE}/journal/",
    f"{HERE}/garants/",
]
A4 = (595, 842)

STOPS = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
.filter(e => e.checkVisibility({visibilityProperty: true}) && !e.disabled && e.type !== 'hidden' && e.tabIndex >= 0)
.map(e => e.outerHTML.slice(0, 160))"""
FOCUS = """() => { const e = document.activeElement, s = getComputedStyle(e), box = e.getBoundingClientRect();
return {html: e.outerHTML.slice(0, 160), start: e === document.body,
        seen: (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== 'none',
        shown: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight}; }"""


def heading(page):
    return page.locator("h1").inner_text()


def from_menu(page, name):
    """Open the menu, as on a phone, and follow one of its links."""
    menu = page.get_by_role("navigation", name="Pages de la convention")
    menu.get_by_role("button", name="Menu").click()
    link = menu.get_by_role("link", name=name, exact=True)
    if not link.is_visible():
        menu.locator("summary").click()
    link.click()


def test_a_citizen_reads_the_convention_on_a_phone_without_javascript(visit, fit):
    page = visit(js=False, size=PHONE)
    page.goto("/")
    fit(page, status=200)
    page.get_by_role("link", name=TITLE).click()
    assert heading(page) == TITLE
    fit(page)

    thread = page.get_by_role("navigation", name="Le fil de la convention")
    assert [one.strip() for one in thread.get_by_role("link").all_inner_texts()] == [
        "Mandat", "Panel", "Séances", "Propositions", "Avis des services", "Conseil", "Feuille de route",
    ]  # fmt: skip
    thread.get_by_role("link", name="Séances").click()
    assert page.url.endswith("/calendrier/")
    assert page.get_by_text("jours après la date annoncée").first.is_visible()
    fit(page)

    from_menu(page, "Documents")
    assert heading(page) == "Documents"
    page.get_by_role("link", name="Le bilan des garantes (fiche)").click()
    assert heading(page) == "Le bilan des garantes (fiche)"
    fit(page)
    from_menu(page, "La convention")
    page.get_by_role("link", name="Version simple").first.click()
    assert page.get_by_text("langage simplifié").first.is_visible()
    fit(page)

    from_menu(page, "Recrutement du panel")
    assert page.url.endswith("/recrutement/")
    from_menu(page, "Règles")
    assert heading(page) == "Les règles de cette convention"
    from_menu(page, "Registre des actes")
    page.get_by_role("link", name=re.compile(r"^N° ")).first.click()
    assert re.search(r"/journal/\d+/$", page.url)
    fit(page)

    page.get_by_role("link", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    assert re.search(r"/journal/\d+/$", page.url)
    page.get_by_role("link", name="Français").click()
    from_menu(page, "Rechercher")
    page.get_by_label("Mots cherchés").fill("bilan")
    page.get_by_role("button", name="Chercher").click()
    assert page.get_by_role("link", name=re.compile("Le bilan des garantes")).first.is_visible()
    fit(page)
    page.get_by_label("Mots cherchés").fill("zygomatique")
    page.get_by_role("button", name="Chercher").click()
    fit(page)
    assert page.locator("main").get_by_role("heading").count() >= 1


@pytest.mark.parametrize("path", MAIN_PAGES)
def test_tab_goes_through_a_page_in_its_order_with_a_focus_that_is_seen(visit, path):
    page = visit()
    page.goto(path)
    page.locator("summary:visible").evaluate_all(
        "all => all.forEach(e => e.parentElement.open = true)"
    )
    expected, reached = page.evaluate(STOPS), []

    for _tab in range(MOST_TABS):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus["start"] or (reached and focus["html"] == reached[0] and len(reached) > 1):
            break
        unseen = not (focus["seen"] and focus["shown"])
        assert not unseen, f"the focus is not seen on {focus['html']}"
        if not reached or reached[-1] != focus["html"]:  # a date has several stops of its own
            reached.append(focus["html"])

    assert reached == [one for i, one in enumerate(expected) if i == 0 or one != expected[i - 1]]


def test_the_first_stop_leads_past_the_menu(visit):
    page = visit()
    page.goto(f"{HERE}/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "contenu"


@pytest.mark.parametrize("look", [
    {"color_scheme": "dark"},
    {"forced_colors": "active"},
    {"reduced_motion": "reduce"},
], ids=lambda look: next(iter(look)))  # fmt: skip
def test_pages_are_read_in_the_look_that_a_reader_chose(visit, look):
    page = visit(**look)
    for path in (f"{HERE}/", f"{HERE}/calendrier/", f"{HERE}/garants/"):
        page.goto(path)
        found = looks.axe(page)
        if "forced_colors" in look:  # the colours are the reader's own, which axe cannot know
            found = [one for one in found if not one.startswith("color-contrast:")]
        assert found + looks.overflow(page) == []
    if "reduced_motion" in look:
        moving = "all => all.filter(e => parseFloat(getComputedStyle(e).transitionDuration) > 0.01).length"
        assert page.locator("body *").evaluate_all(moving) == 0


@pytest.mark.parametrize("path", [f"{HERE}/", f"{HERE}/calendrier/"])
def test_a_page_prints_on_a4_without_its_menus(visit, path):
    page = visit()
    page.goto(path)
    page.emulate_media(media="print")

    assert not page.get_by_role("navigation", name="Pages de la convention").is_visible()
    assert not page.locator(".skip-link").is_visible()
    assert page.locator("h1").is_visible()
    sheets = re.findall(
        rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", page.pdf(prefer_css_page_size=True)
    )
    assert sheets
    assert {(round(float(w)), round(float(h))) for w, h in sheets} == {A4}
