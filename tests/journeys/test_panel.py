"""Somebody leaves the panel: the officer calls in order, the public and the guarantors see totals."""

import pytest

from tests.journeys import house
from tests.journeys.conftest import PHONE
from tests.journeys.seated import SLUG

PANEL, PUBLIC = f"/recrutement/{SLUG}/panel/", f"/conventions/{SLUG}/recrutement/composition/"
GUARANTORS = f"/garants/{SLUG}/"


@pytest.fixture
def seated(town_hall):
    """A panel of twelve, in a convention of its own."""
    house.told(town_hall, "seated")


def test_a_member_leaves_and_the_next_one_is_called(seated, visit, fit):
    regine = visit("Régine", size=PHONE)
    regine.goto(PANEL)
    assert "12/12" in regine.locator(".counters").inner_text()
    fit(regine)
    noted(regine, fit, "Noter sa confirmation")
    assert regine.get_by_text("La confirmation est notée.").is_visible()
    alternates_listed(regine, fit)
    composition_published(regine, fit, "12 places pourvues sur 12")

    regine.goto(PANEL)
    noted(regine, fit, "Noter le retrait")
    assert regine.get_by_text("Personne n’est appelé.").is_visible()
    fit(regine)
    out_of_turn_looked_at(regine, fit)
    first = called(regine, fit)
    looked_at(regine, fit, "Noter qu’il n’y a pas de réponse")
    noted(regine, fit, "Noter son refus")
    second = called(regine, fit)
    assert first != second
    noted(regine, fit, "Noter son accord")
    assert "12/12" in regine.locator(".counters").inner_text()
    assert regine.get_by_text(second.removeprefix("Appeler la carte ")).count() >= 1

    anybody = visit(size=PHONE, js=False)
    anybody.goto(PUBLIC)
    anybody.get_by_role("link", name="Tout déplier").click()
    assert anybody.locator("svg.bars title").count() == 1
    assert anybody.get_by_text("40 à 59 ans, 60 ans ou plus").first.is_visible()
    fit(anybody)

    gaston = visit("Gaston")
    for page, said in (
        ("ecarts/", "remplacement"),
        ("lectures/", "la fiche d’une personne"),
        ("effacements/", "Personne n’a encore été effacé"),
    ):
        gaston.goto(GUARANTORS + page)
        assert gaston.locator("main").get_by_text(said).last.is_visible()
        fit(gaston)


def noted(page, fit, act):
    """The first link of this act, then its button."""
    page.locator("main").get_by_role("link", name=act).first.click()
    fit(page)
    page.locator("main form button[type=submit]").click()


def looked_at(page, fit, act):
    """The page of an act, left as it was."""
    here = page.url
    page.locator("main").get_by_role("link", name=act).first.click()
    fit(page)
    page.goto(here)


def out_of_turn_looked_at(page, fit):
    """Somebody else than whoever comes first: the panel with them, and what it takes."""
    here = page.url
    page.locator("main").get_by_role("link", name="avant et après").last.click()
    fit(page)
    looked_at(page, fit, "hors de l’ordre")
    page.goto(here)


def called(page, fit):
    """Whoever comes first in the ranking."""
    link = page.locator("main").get_by_role("link", name="Appeler la carte")
    name = link.inner_text()
    link.click()
    fit(page)
    page.get_by_role("button", name="Appeler").click()
    assert page.get_by_text("L’appel est noté.").is_visible()
    fit(page)
    return name


def alternates_listed(page, fit):
    page.goto(f"{PANEL}suppleants/")
    fit(page)
    page.get_by_role("button", name="Inscrire ces suppléants").click()
    assert page.get_by_text("Les suppléants sont inscrits.").is_visible()


def composition_published(page, fit, filled):
    page.goto(f"{PANEL}composition/")
    assert page.get_by_text(filled).is_visible()
    fit(page)
    page.get_by_role("button", name="Publier la composition").click()
    assert page.get_by_text("La composition est publiée.").is_visible()
