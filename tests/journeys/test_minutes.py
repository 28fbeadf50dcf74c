"""The minutes of a session: drafted by the team, corrected by a member with a card, then public."""

import re

import pytest

from tests.journeys import house
from tests.journeys.conftest import PHONE
from tests.journeys.hands import Pointer
from tests.journeys.held import SAID, SLUG, TEAM

TEAM_HOME, HOME = f"/animation/{SLUG}/", f"/membre/{SLUG}/"
PUBLIC = f"/conventions/{SLUG}/seances/"
WRONG = "Il manque ce que la table 2 a dit des écrans."


@pytest.fixture(scope="module")
def hall(town_hall):
    return house.told(town_hall, "held")


def test_minutes_are_corrected_by_card_answered_and_published(hall, visit, fit):
    team, phone = visit(f"{TEAM}Fanny"), visit("Membre présent", js=False, size=PHONE)
    hand, card = Pointer(team), Pointer(phone)
    drafted(team, hand, fit)
    minutes = team.url
    anybody = visit(size=PHONE)
    anybody.goto(PUBLIC)
    anybody.get_by_role("link", name="Comprendre").first.click()
    session = anybody.url
    assert anybody.get_by_text("relisent le compte rendu jusqu’au").is_visible()
    assert not anybody.get_by_text(SAID).count()
    fit(anybody)

    asked(phone, card, fit)
    answered(team, hand, minutes, fit)
    phone.goto(HOME)
    card.press("Compte rendu de la séance 1")
    assert phone.get_by_text("La table 2 a parlé des écrans.").is_visible()
    assert phone.get_by_text("Merci, c’est ajouté.").is_visible()
    fit(phone)
    card.press("C’est bien ce qui s’est dit")
    assert phone.get_by_text("C’est noté : vous avez approuvé").is_visible()

    team.goto(f"{TEAM_HOME}cartes/")
    hand.press("Agir pour ce membre carte 2")
    hand.press("Compte rendu de la séance 1")
    hand.press("C’est bien ce qui s’est dit")
    team.goto(minutes)
    for button in ("Valider le compte rendu", "Publier le compte rendu"):
        hand.press(button)
        fit(team)
        hand.press(button)
    read_by_anybody(anybody, session, fit)


def drafted(page, hand, fit):
    page.goto(TEAM_HOME)
    hand.press("Comprendre")
    page.locator("main").get_by_role("link", name="Le compte rendu", exact=True).click()
    hand.press("Commencer le compte rendu")
    fit(page)
    hand.press("Commencer le compte rendu")
    assert page.get_by_text(SAID).is_visible()
    fit(page)
    hand.press("Modifier le texte")
    hand.write("Titre de la partie 1", "Notre séance")
    fit(page)
    hand.press("Enregistrer le compte rendu")
    hand.press("Faire relire aux membres présents")
    hand.press("Faire relire aux membres présents")
    assert page.get_by_text("Les membres présents peuvent relire le texte.").is_visible()
    fit(page)


def asked(page, hand, fit):
    page.goto(HOME)
    hand.press("Compte rendu de la séance 1")
    fit(page)
    hand.press("Demander une correction")
    hand.choose("Dans quelle partie", "Notre séance")
    hand.write("Que faut-il corriger", WRONG)
    fit(page)
    hand.press("Demander cette correction")
    assert page.get_by_text(WRONG).is_visible()


def answered(page, hand, minutes, fit):
    page.goto(minutes)
    fit(page)
    hand.press("Accepter, et changer le texte")
    hand.write("Le texte corrigé de cette partie", "La table 2 a parlé des écrans.")
    hand.write("Un mot en réponse", "Merci, c’est ajouté.")
    fit(page)
    hand.press("Accepter, et changer le texte")
    assert page.get_by_text("Correction 1 : accepté").is_visible()


def read_by_anybody(page, session, fit):
    page.goto(session)
    page.get_by_role("link", name="Lire le compte rendu").click()
    for said in (SAID, WRONG, "La table 2 a parlé des écrans."):
        assert page.get_by_text(said).first.is_visible()
    assert "carte 1" not in page.locator("main").inner_text()
    fit(page)
    pdf = page.locator("main").get_by_role("link", name=re.compile("^Ce texte en PDF"))
    printed = page.request.get(pdf.get_attribute("href"))
    assert printed.headers["content-type"] == "application/pdf"
    assert printed.body().startswith(b"%PDF-1.7")
