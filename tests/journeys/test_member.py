"""A member without e-mail and without JavaScript follows a session by their card, on a phone."""

import pytest

from tests.journeys import house
from tests.journeys.carded import SLUG, TEAM
from tests.journeys.conftest import PHONE
from tests.journeys.hands import Pointer

HOME, MEMBERS = f"/membre/{SLUG}/", f"/recrutement/{SLUG}/membres/"


@pytest.fixture(scope="module")
def hall(town_hall):
    return house.told(town_hall, "carded")


def test_a_member_follows_a_session_by_card_on_a_phone(hall, visit, fit):
    page = visit("Awa", js=False, size=PHONE)
    hand, code = Pointer(page), hall.link_of("Awa").rstrip("/").rpartition("/")[2]
    assert page.url.endswith(HOME)
    for said in ("Salle du Canari", "Vos lunettes", "05 49 11 22 33", "05 49 00 00 00"):
        assert page.get_by_text(said).first.is_visible()
    fit(page)

    hand.press("Je ne pourrai pas venir")
    fit(page)
    hand.press("Dire que je ne viens pas")
    assert page.get_by_text("excusé").is_visible()

    hand.press("Demander un prêt")
    hand.write("De quoi avez-vous besoin", "Une tablette")
    fit(page)
    hand.press("Demander")
    assert page.get_by_text("Une tablette").is_visible()

    hand.press("Dire ce dont j’ai besoin")
    hand.tick("le transport")
    fit(page)
    hand.press("Enregistrer")
    assert page.get_by_text("le transport").is_visible()
    hand.press("Poser une question")
    hand.write("La question", "Qui décide à la fin ?")
    fit(page)
    hand.press("Poser ma question")
    assert page.get_by_text("Qui décide à la fin").is_visible()

    page.get_by_role("button", name="Sortir").click()
    assert page.get_by_text("Vous êtes sorti de votre espace.").is_visible()
    hand.write("Le code de votre carte", "2222 2222")
    hand.press("Entrer")
    assert page.get_by_text("Ce code n’ouvre aucun espace").first.is_visible()
    fit(page, status=422)
    hand.write("Le code de votre carte", code.lower().replace("-", " "))
    hand.press("Entrer")
    assert page.url.endswith(HOME)

    opened_by_fanny(visit)
    page.goto(HOME)
    hand.press("Changer ma réponse")
    hand.tick("dans la salle")
    fit(page)
    hand.press("Noter ma présence")
    assert page.get_by_text("dans la salle").first.is_visible()
    fit(page)


def opened_by_fanny(visit):
    page = visit(f"{TEAM}Fanny")
    hand = Pointer(page)
    page.goto(f"/animation/{SLUG}/")
    hand.press("Comprendre")
    hand.press("Ouvrir la séance")
    hand.press("Ouvrir la séance")
    assert page.get_by_text("en cours").first.is_visible()


def test_the_officer_welcomes_the_others_and_prints_their_cards(hall, walk, fit):
    page, hand = walk(f"{TEAM}Raoul")
    page.goto(MEMBERS)
    fit(page)
    waiting = page.get_by_text("n’ont pas encore de numéro").count()
    if waiting and walk.way != "without JavaScript":
        hand.press("Les accueillir toutes")
        fit(page)
        hand.press("Accueillir ce membre")
    hand.press("Imprimer toutes les cartes")
    assert page.locator(".member-card").count() >= 1
    fit(page)

    page.goto(MEMBERS)
    hand.press("Remplacer carte 2")
    fit(page)
    hand.press("Annuler cette carte")
    assert page.get_by_text("La nouvelle est faite").is_visible()


def test_whoever_facilitates_acts_for_a_member_who_asks(hall, walk, fit):
    page, hand = walk(f"{TEAM}Fanny")
    page.goto(f"/animation/{SLUG}/cartes/")
    fit(page)
    hand.press("Agir pour ce membre carte 1")
    assert page.get_by_text("Vous agissez pour un membre").is_visible()
    fit(page)
    hand.press("Demander un prêt")
    hand.write("De quoi avez-vous besoin", "Un casque")
    hand.press("Demander")
    assert page.get_by_text("Un casque").first.is_visible()
    hand.press("Quitter le panel")
    fit(page)
    hand.press("Rester dans le panel")
