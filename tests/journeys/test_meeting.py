"""A facilitator composes a run-sheet, runs the session, takes the attendance, lends a tablet."""

import re

import pytest

from tests.journeys import house
from tests.journeys.conftest import PHONE
from tests.journeys.meeting import MEMBERS, SESSIONS, SLUG

FANNY = "Seance.Fanny"
OF_THE_WALK = dict(zip(("without JavaScript", "by keyboard"), SESSIONS, strict=False))
TITLES = "() => [...document.querySelectorAll('.run-what h3')].map(one => one.textContent)"


@pytest.fixture(scope="module", autouse=True)
def a_town_hall_that_meets(town_hall):
    return house.told(town_hall, "meeting")


def said(page):
    return re.sub(r"\s+", " ", page.locator("main").inner_text())


def tap(page, one):
    """With a finger, and wait for the page that answers."""
    with page.expect_navigation():
        one.tap()


def at(page, title):
    """The page of one session, by its links."""
    page.goto(f"/animation/{SLUG}/")
    page.get_by_role("link", name=title, exact=True).click()


def taken(hands, method, **written):
    hands.press("Ajouter au déroulé")
    hands.press(f"Choisir : {method}")
    for label, text in written.items():
        hands.write(label, text)
    hands.press("Ajouter au déroulé")


def test_a_run_sheet_is_composed_put_in_order_and_run(walk, fit):
    page, hands = walk(FANNY)
    at(page, OF_THE_WALK[walk.way])
    hands.press("Déroulé")
    fit(page)
    hands.press("Ajouter au déroulé")
    fit(page)
    hands.press("Choisir : World Café")
    fit(page)
    hands.write("Durée, en minutes", "40")
    hands.press("Ajouter au déroulé")
    assert "2 façon(s) de s’exprimer sur 4" in said(page)
    taken(hands, "Photolangage : parler à partir d’une image")
    hands.press("Monter : Photolangage")
    assert page.evaluate(TITLES) == ["Accueil", "Photolangage", "World Café"]
    hands.press("Retirer : World Café")
    hands.press("Retirer du déroulé")
    fit(page)
    hands.press("Remettre au déroulé")
    hands.press("Remettre au déroulé")
    hands.press("Modifier : World Café")
    hands.write("À distance, au téléphone seul", "")
    hands.press("Enregistrer la séquence")
    assert "Une autre façon de faire manque pour" in said(page)
    runs(page, hands, fit)


def runs(page, hands, fit):
    """The welcome is over time; it is ended, and the rest follows."""
    hands.press("Conduire la séance")
    assert re.search(r"Dépassé de \d+ min", said(page))
    assert "Ensuite : Photolangage" in said(page)
    fit(page)
    hands.press("Terminer, et passer à la suite")
    assert "Encore 25 min" in said(page)
    hands.write("Remarques de l’animation", "Deux tables ont hésité.")
    hands.press("Noter")
    assert "Deux tables ont hésité." in said(page)
    hands.press("Terminer")
    assert "Rien n’est en cours" in said(page)
    hands.press("Commencer : World Café")
    hands.press("Terminer")
    assert "Tout est fait" in said(page)
    fit(page)
    hands.press("Changer le déroulé")
    hands.press("Imprimer le déroulé")
    assert "Deux tables ont hésité." in said(page)
    fit(page)


def test_the_attendance_is_taken_by_touch_without_a_script(visit, fit):
    page = visit(FANNY, js=False, size=PHONE, has_touch=True)
    at(page, "Proposer")
    tap(page, page.get_by_role("link", name="Présences"))
    fit(page)
    for number in range(1, MEMBERS + 1):
        words = "Excusé" if number == 3 else "Salle"
        tap(page, page.locator(f"#carte-{number}").get_by_role("button", name=f"{words} : carte"))
    assert f"11 présents sur {MEMBERS} membres." in said(page)
    tap(page, page.locator("#carte-3").get_by_role("button", name="Téléphone : carte"))
    assert page.url.endswith("#carte-3")
    assert f"12 présents sur {MEMBERS} membres." in said(page)
    tap(page, page.get_by_role("link", name="À noter (0)"))
    assert "Tout le monde est noté" in said(page)
    fit(page)


def test_a_tablet_is_asked_for_lent_and_given_back(walk, fit):
    page, hands = walk(FANNY)
    page.goto(f"/animation/{SLUG}/prets/")
    what = f"Une tablette, {walk.way}"
    hands.press("Noter une demande")
    fit(page)
    hands.write("Numéro de carte", "2")
    hands.write("Équipement", what)
    hands.press("Noter la demande")
    hands.press(f"C’est prêté : {what}, carte 2")
    hands.press(f"C’est rendu : {what}, carte 2")
    assert "rendu le" in said(page)
    hands.press("Noter une demande")
    hands.write("Numéro de carte", "4")
    hands.write("Équipement", what)
    hands.press("Noter la demande")
    hands.press(f"Ce n’est pas possible : {what}, carte 4")
    fit(page)
    hands.write("Votre réponse", "Tout est prêté : venez en salle relais.")
    hands.press("Répondre que ce n’est pas possible")
    assert "venez en salle relais" in said(page)
    fit(page)


def dragged(page, pointer):
    """The last sequence by its handle, above the one before it."""
    handle = page.locator(".drag-handle").last
    handle.scroll_into_view_if_needed()
    box, goal = handle.bounding_box(), page.locator(".run-line").nth(-2).bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    steps = [(x, y + (goal["y"] + 4 - y) * step / 10) for step in range(1, 11)]
    with page.expect_navigation():
        pointer(page, (x, y), steps)


def mouse(page, start, steps):
    page.mouse.move(*start)
    page.mouse.down()
    for x, y in steps:
        page.mouse.move(x, y)
    page.mouse.up()


def finger(page, start, steps):
    cdp = page.context.new_cdp_session(page)

    def touch(kind, *points):
        where = [{"x": x, "y": y} for x, y in points]
        cdp.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": where})

    touch("touchStart", start)
    for one in steps:
        touch("touchMove", one)
    touch("touchEnd")


@pytest.mark.parametrize("pointer", [mouse, finger])
def test_a_sequence_is_dragged_to_its_place(visit, fit, pointer):
    page = visit(FANNY, has_touch=True)
    at(page, "Proposer")
    page.get_by_role("link", name="Déroulé").click()
    for method in ("Gommettes", "Pause"):
        page.get_by_role("link", name="Ajouter au déroulé").click()
        page.get_by_role("link", name=f"Choisir : {method}").click()
        page.get_by_role("button", name="Ajouter au déroulé").click()
    *before, one, two = page.evaluate(TITLES)

    dragged(page, pointer)

    assert page.evaluate(TITLES) == [*before, two, one]
    assert "est à sa nouvelle place" in said(page)
    fit(page)
