"""A list is sealed, two guarantors sign a number, a receipt is checked: the whole public draw."""

import json

import pytest

from tests.journeys import house
from tests.journeys.conftest import PHONE
from tests.journeys.pool import SLUG

OFFICE, GUARANTORS = f"/recrutement/{SLUG}/tirage/", f"/garants/{SLUG}/tirages/"
PUBLIC = f"/conventions/{SLUG}/tirage/"


@pytest.fixture
def waiting(town_hall):
    """People wait to be drawn in a convention of their own."""
    house.told(town_hall, "pool")


def test_a_draw_from_the_seal_to_the_check_of_a_receipt(waiting, visit, fit):
    regine = visit("Régine")
    voided(regine, fit)
    receipt = sealed(regine, fit)

    gaston = visit("Gaston", size=PHONE)
    number_signed(gaston, fit, "Signer le numéro")
    gaelle = visit("Gaëlle")
    number_signed(gaelle, fit, "Contresigner le numéro")

    anybody = visit(size=PHONE, js=False)
    anybody.goto(f"{PUBLIC}2/")
    assert anybody.get_by_text("Deux garants ont signé le numéro").is_visible()
    assert anybody.locator(".receipt").inner_text() == "042"
    fit(anybody)
    assert "Oui, ce reçu est vrai" in verdict(anybody, receipt)
    fit(anybody)
    receipt["hidden"]["place"] += 1
    assert "Non, ce reçu n’est pas celui de ce tirage" in verdict(anybody, receipt)
    fit(anybody)
    for page in ("", "1/", "comment/"):
        anybody.goto(f"{PUBLIC}{page}")
        fit(anybody)


def sealed(page, fit):
    """The officer looks at the chances, seals, and hands a receipt over."""
    prepared(page, fit, again="La première liste a été annulée")
    page.get_by_role("button", name="Sceller et publier la liste").click()
    assert page.get_by_text("La liste est scellée").is_visible()
    fit(page)
    page.get_by_role("link", name="Ouvrir les reçus").click()
    fit(page)
    page.locator("main ul.plain-list a").first.click()
    fit(page)
    with page.expect_download() as saved:
        page.get_by_role("link", name="Télécharger ce reçu (JSON)").click()
    return json.loads(saved.value.path().read_text())


def voided(page, fit):
    """A list that was sealed too soon stays public, with the reason."""
    prepared(page, fit)
    page.get_by_role("button", name="Sceller et publier la liste").click()
    page.get_by_role("link", name="Annuler ce tirage").click()
    fit(page)
    page.get_by_label("Votre raison").fill("Une association n’avait pas fini")
    page.get_by_role("button", name="Annuler ce tirage").click()
    assert page.get_by_text("Raison de l’annulation").is_visible()
    fit(page)


def prepared(page, fit, *, again=""):
    """The chances, computed beside the site; again: why there is another draw."""
    page.goto(OFFICE)
    fit(page)
    page.get_by_role("link", name="Préparer le tirage").click()
    page.get_by_label("Précisez").fill("Hôtel de ville, le 3 avril à 18 h")
    if again:
        page.get_by_label("Pourquoi un nouveau tirage").fill(again)
    fit(page)
    page.get_by_role("button", name="Calculer les chances").click()
    page.get_by_text("Rien n’est encore scellé").wait_for(timeout=60_000)
    fit(page)


def number_signed(page, fit, act):
    """A guarantor writes what they read on the balls: once badly, then well."""
    page.goto(GUARANTORS)
    fit(page)
    page.get_by_role("link", name="Tirage 2").click()
    fit(page)
    page.get_by_role("link", name=act).click()
    for number, again in (("042", "043"), ("042", "042")):
        page.get_by_label("Le numéro tiré").fill(number)
        page.get_by_label("Le même numéro").fill(again)
        fit(page)
        page.get_by_role("button", name=act).click()
    assert page.locator(".receipt").inner_text() == "042"
    fit(page)


def verdict(page, receipt):
    page.goto(f"{PUBLIC}2/recu/")
    page.get_by_label("Collez votre reçu").fill(json.dumps(receipt))
    page.get_by_role("button", name="Vérifier").click()
    return page.locator(".notice").first.inner_text()
