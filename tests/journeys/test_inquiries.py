"""The pulse of a session and the final survey: by card without JavaScript, on paper, then in public."""

import pytest

from tests.journeys import house
from tests.journeys.conftest import PHONE
from tests.journeys.hands import Pointer
from tests.journeys.inquired import SLUG, TEAM

HERE, TEAM_PAGE, HOME = (
    f"/conventions/{SLUG}/enquetes/",
    f"/animation/{SLUG}/enquetes/",
    f"/membre/{SLUG}/",
)


@pytest.fixture(scope="module")
def hall(town_hall):
    return house.told(town_hall, "inquired")


def test_a_session_is_judged_by_card_and_on_paper_then_shown_to_everybody(hall, visit, fit):
    fanny = visit(f"{TEAM}Fanny", js=False)
    pen = Pointer(fanny)
    fanny.goto(TEAM_PAGE)
    fit(fanny)
    pen.press("Ouvrir le pouls de la séance 1")
    fit(fanny)
    pen.press("Ouvrir l’enquête")
    fit(fanny)

    answered_by_card(visit(f"{TEAM}Awa", js=False, size=PHONE), fit)
    anybody = visit(js=False)
    anybody.goto(HERE)
    Pointer(anybody).press("Pouls de la séance 1")
    assert anybody.get_by_text("Rien n’est montré avant la clôture").is_visible()
    fit(anybody)
    counted_on_paper(fanny, fit)
    pen.press("Clore l’enquête")
    fit(fanny)
    pen.press("Clore l’enquête")
    fit(fanny)
    fanny.get_by_role("link", name="Publier cette phrase").click()
    fit(fanny)
    pen.press("Publier cette phrase")

    anybody.goto(f"{anybody.url}?close")
    assert anybody.get_by_text("6, pour 8 personnes").is_visible()
    assert anybody.get_by_text("On a bien ri.").is_visible()
    fit(anybody)
    anybody.goto(HERE)
    fit(anybody)


def answered_by_card(awa, fit):
    hand = Pointer(awa)
    awa.goto(HOME)
    awa.get_by_role("link", name="Répondre : Pouls de la séance 1").click()
    fit(awa)
    mine = awa.url
    hand.tick("bien")
    hand.write("Une phrase, si vous voulez", "On a bien ri.")
    hand.press("Envoyer ma réponse")
    assert awa.get_by_text("Votre réponse est comptée. Merci.").first.is_visible()
    fit(awa)
    awa.goto(mine)
    assert awa.get_by_text("Une réponse est déjà comptée pour cette carte").first.is_visible()
    fit(awa)


def counted_on_paper(fanny, fit):
    """Five sheets; the first time, the card of somebody who has answered is among them."""
    pen = Pointer(fanny)
    fanny.goto(TEAM_PAGE)
    pen.press("Pouls de la séance 1")
    fit(fanny)
    one = fanny.url
    fanny.goto(f"{one}imprimer/")
    fit(fanny)
    fanny.goto(one)
    pen.press("Compter des feuilles de papier")
    fit(fanny)
    pen.write("Les numéros de carte", "1 2 3")
    pen.write("bien", "3")
    pen.push("Ajouter ces feuilles")
    assert fanny.get_by_text("Une réponse est déjà comptée pour la carte 1.").first.is_visible()
    fit(fanny, status=422)
    pen.write("Les numéros de carte", "2 3 4 5 6")
    pen.write("bien", "2")
    pen.write("très bien", "3")
    pen.press("Ajouter ces feuilles")


def test_a_survey_that_too_few_answered_shows_nothing(hall, visit, fit):
    fanny, awa = visit(f"{TEAM}Fanny", js=False), visit(f"{TEAM}Awa", js=False, size=PHONE)
    pen, hand = Pointer(fanny), Pointer(awa)
    fanny.goto(TEAM_PAGE)
    pen.press("Ouvrir l’enquête")
    pen.press("Ouvrir l’enquête")

    awa.goto(HOME)
    awa.get_by_role("link", name="Questionnaire final").click()
    fit(awa)
    awa.get_by_role("group", name="J’ai appris des choses.").get_by_label("plutôt oui").check()
    hand.press("Envoyer ma réponse")

    fanny.goto(TEAM_PAGE)
    pen.press("Questionnaire final")
    fanny.goto(f"{fanny.url}papier/")
    fit(fanny)
    pen.press("Revenir sans rien changer")
    pen.press("Clore l’enquête")
    pen.press("Clore l’enquête")
    public = visit(js=False, size=PHONE)
    public.goto(HERE)
    Pointer(public).press("Questionnaire final")
    assert public.get_by_text("Moins de cinq personnes ont répondu").is_visible()
    fit(public)


def test_what_a_member_needs_and_receives_is_said_to_them_alone(hall, visit, fit):
    odile, fanny = visit(f"{TEAM}Odile", js=False), visit(f"{TEAM}Fanny", js=False)
    awa = visit(f"{TEAM}Awa", js=False, size=PHONE)
    desk, pen, hand = Pointer(odile), Pointer(fanny), Pointer(awa)
    awa.goto(f"{HOME}besoins/")
    hand.tick("le transport")
    hand.press("Enregistrer")
    fanny.goto(f"/animation/{SLUG}/cartes/a-prevoir/")
    fanny.get_by_role("link", name="Dire ce qu’il en est carte 1, le transport").click()
    fit(fanny)
    pen.tick("pas fourni")
    pen.write("Si ce n’est pas fourni", "Aucun bus ce soir-là.")
    pen.press("Enregistrer")
    fit(fanny)

    odile.goto(f"/bureau/{SLUG}/indemnites/")
    fit(odile)
    desk.press("Déclarer ce que reçoivent les membres")
    fit(odile)
    desk.write("Pour une demi-journée", "40")
    desk.write("Transport", "Le billet.")
    desk.press("Déclarer ce que reçoivent les membres")
    fanny.goto(f"/animation/{SLUG}/")
    pen.press("Comprendre")
    pen.press("Clore la séance")
    pen.press("Clore la séance")
    odile.goto(f"/bureau/{SLUG}/indemnites/")
    desk.press("Noter 8 demi-journées dues")
    fit(odile)
    desk.press("Noter une somme due")
    fit(odile)

    awa.goto(HOME)
    assert awa.get_by_text("Aucun bus ce soir-là.").is_visible()
    awa.get_by_role("link", name="Renoncer à cette somme").click()
    fit(awa)
    hand.press("Renoncer à cette somme")
    assert awa.get_by_text("renoncé").first.is_visible()
    fit(awa)
    anybody = visit(js=False, size=PHONE)
    anybody.goto(f"/conventions/{SLUG}/aides/?lue")
    assert anybody.get_by_text("Le billet.").is_visible()
    assert "bus" not in anybody.content()
    fit(anybody)
