"""A facilitator prepares a session, announces it, opens it and closes it; each sees their link."""

from datetime import date

import pytest

from tests.journeys import house
from tests.journeys.conftest import PHONE
from tests.journeys.desk import reread
from tests.journeys.gathering import SLUG, TEAM

VIDEO = "https://video.exemple.org/les-membres"


@pytest.fixture
def number(town_hall):
    """Of a convention of one's own, which meets today."""
    house.told(town_hall, "gathering")
    names = [one for one in town_hall.links if one.startswith(TEAM) and ".Fanny" in one]
    return len(names)


@pytest.fixture
def fanny(number, walk):
    return walk(f"{TEAM}{number}.Fanny")


def test_a_session_is_prepared_moved_and_cancelled_with_its_reason(fanny, number, fit):
    page, hand = fanny
    page.goto(f"/animation/{SLUG}-{number}/")
    fit(page)
    hand.press("Préparer cette séance")
    fit(page)
    hand.write("Titre", "Proposer")
    hand.date("Jour", date(2022, 4, 9))
    hour(page, hand, "À partir de", "0900")
    hour(page, hand, "Jusqu’à", "1230")
    hand.press("Préparer cette séance")
    assert page.get_by_text("Le déroulé est vide : ajoutez au moins une séquence.").is_visible()
    fit(page)

    hand.press("Changer la date ou le mode")
    hand.tick("à distance")
    hand.write("Votre raison", "La salle est fermée.")
    fit(page)
    hand.press("Changer la date ou le mode")
    assert page.get_by_role("cell", name="La salle est fermée.").is_visible()
    fit(page)

    hand.press("Annuler la séance")
    hand.write("Votre raison", "Un seul sujet cette fois.")
    fit(page)
    hand.press("Annuler la séance")
    assert page.get_by_text("Cette séance est annulée").is_visible()
    fit(page)


def hour(page, hand, label, digits):
    """The browser's own field takes digits; in twelve hours, it wants a half of the day too."""
    field, said = hand.field(label), f"{digits[:2]}:{digits[2:]}"
    if not hasattr(hand, "reach"):
        hand.write(label, said)
        return
    hand.reach(field)
    page.keyboard.type(digits)
    if not field.input_value():
        page.keyboard.type("a" if digits < "1200" else "p")
    assert field.input_value() == said


def test_a_session_is_announced_opened_and_closed(fanny, number, visit, fit):
    page, hand = fanny
    here, public = f"/animation/{SLUG}-{number}/", f"/conventions/{SLUG}-{number}/seances/"
    page.goto(here)
    hand.press("Comprendre")
    written(page, hand, fit)

    done(page, hand, fit, "Publier l’ordre du jour")
    path = page.get_by_role("link", name="Voir la page publique").get_attribute("href")
    anybody = visit(size=PHONE, js=False)
    reread(anybody, public)
    fit(anybody)
    reread(anybody, path)
    assert anybody.get_by_text("Faire connaissance").is_visible()
    assert "video.exemple.org" not in anybody.content()
    fit(anybody)
    assert joins(visit(f"{TEAM}{number}.Awa", size=PHONE), path, fit) == [VIDEO]
    assert joins(visit(f"{TEAM}{number}.Claire"), path, fit) == []
    assert joins(visit(f"{TEAM}{number}.Gaston"), path, fit) == []

    done(page, hand, fit, "Ouvrir la séance")
    reread(anybody, path)
    assert anybody.get_by_text("en cours").is_visible()
    done(page, hand, fit, "Clore la séance")
    assert joins(visit(f"{TEAM}{number}.Awa"), path, fit) == []


def written(page, hand, fit):
    """Where it is, who answers the telephone, and the members' link."""
    hand.press("Modifier la séance")
    hand.write("Téléphone d’aide, le jour même", "05 49 00 00 00")
    fit(page)
    hand.press("Enregistrer")
    hand.press("Prendre part à distance")
    hand.write("Lien vidéo des membres", VIDEO)
    hand.press("Une salle de plus")
    fit(page)
    hand.press("Enregistrer")
    assert page.get_by_text("Seuls ceux pour qui chaque lien est fait le voient.").is_visible()


def done(page, hand, fit, act):
    """The act looked at, then done."""
    hand.press(act)
    fit(page)
    hand.press(act)
    fit(page)


def joins(page, path, fit):
    """The video links that this person is shown."""
    page.goto(f"{path}rejoindre/")
    fit(page)
    links = page.locator("main").get_by_role("link", name="Rejoindre en vidéo")
    return [one.get_attribute("href") for one in links.all()]


def test_the_camera_and_the_microphone_are_tried_before_the_day(chrome, town_hall, visit, fit):
    page = visit(permissions=["camera", "microphone"])
    page.goto("/conventions/poitiers-numerique-2021/seances/essai/")
    fit(page)
    for one in ("Essayer la caméra", "Essayer le micro", "Jouer trois notes"):
        page.get_by_role("button", name=one).click()
    said = page.locator("[data-said=camera]")
    said.filter(has_text=".").wait_for()
    assert "caméra" in said.inner_text() or "Aucun appareil" in said.inner_text()

    plain = visit(js=False)
    plain.goto("/conventions/poitiers-numerique-2021/seances/essai/")
    assert plain.get_by_text("demandez un essai avec quelqu’un, par téléphone").is_visible()
    assert plain.get_by_role("button", name="Essayer la caméra").count() == 0
    fit(plain)
