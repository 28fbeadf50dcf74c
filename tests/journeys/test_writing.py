"""Writing at the desk: two at a time, without a network, after the session has ended."""

import re

from playwright.sync_api import expect

from tests.journeys.desk import drafted, title_of
from tests.journeys.hands import Pointer

KEPT = "Ce paragraphe a demandé une heure de travail."


def test_two_people_edit_one_draft_and_both_texts_are_shown(walk, visit, fit):
    odile, pen = walk("Odile")
    oscar, quill = walk("Oscar")
    draft = drafted(odile, pen, title_of("À quatre mains"))
    odile.goto(f"{draft}modifier/")
    oscar.goto(f"{draft}modifier/")

    pen.write("Texte", "Le texte d’Odile.")
    pen.press("Enregistrer le brouillon")
    assert odile.get_by_text("Le brouillon est enregistré.").is_visible()
    quill.write("Texte", "Le texte d’Oscar.")
    quill.press("Enregistrer le brouillon")
    fit(oscar, status=409)
    texts = oscar.locator(".compare-text").all_inner_texts()
    assert [one.strip() for one in texts] == ["Le texte d’Oscar.", "Le texte d’Odile."]
    assert quill.field("Texte").input_value() == "Le texte d’Oscar."

    quill.write("Texte", "Le texte d’Odile et d’Oscar.")
    quill.press("Enregistrer le brouillon")
    assert oscar.get_by_text("Le brouillon est enregistré.").is_visible()
    assert oscar.get_by_text("Le texte d’Odile et d’Oscar.").is_visible()
    fit(oscar)


def test_the_stored_text_can_be_taken_instead(visit):
    odile, oscar = visit("Odile", js=False), visit("Oscar", js=False)
    draft = drafted(odile, Pointer(odile), title_of("Prendre l’autre"))
    oscar.goto(f"{draft}modifier/")
    Pointer(odile).write("Texte", "Le premier arrivé.")
    Pointer(odile).press("Enregistrer le brouillon")
    Pointer(oscar).write("Texte", "Le second.")
    Pointer(oscar).press("Enregistrer le brouillon")

    Pointer(oscar).press("Prendre le texte enregistré")
    assert Pointer(oscar).field("Texte").input_value() == "Le premier arrivé."


def test_a_lost_network_loses_no_text(visit, fit):
    page = visit("Odile")
    hand = Pointer(page)
    draft = drafted(page, hand, title_of("Sans réseau"))

    page.context.set_offline(True)
    hand.write("Texte", KEPT)
    hand.push("Enregistrer le brouillon")
    expect(page.locator(".draft-note")).to_contain_text("Pas de réseau")
    fit(page)

    page.context.set_offline(False)
    page.reload()
    assert hand.field("Texte").input_value() == KEPT
    assert page.get_by_text("Nous avons retrouvé votre brouillon.").is_visible()
    fit(page)
    hand.press("Enregistrer le brouillon")
    assert page.get_by_text(KEPT).is_visible()
    page.goto(f"{draft}modifier/")
    assert page.locator(".draft-note").count() == 0


def test_a_session_that_ended_loses_no_text(visit, town_hall):
    page = visit("Odile")
    hand = Pointer(page)
    draft = drafted(page, hand, title_of("Session finie"))
    hand.write("Texte", KEPT)

    page.context.clear_cookies()
    hand.press("Enregistrer le brouillon")
    assert re.search(r"/compte/connexion/|/modifier/", page.url)
    page.goto(town_hall.link_of("Odile"))
    hand.press("Entrer")
    page.goto(f"{draft}modifier/")
    assert hand.field("Texte").input_value() == KEPT
    hand.press("Enregistrer le brouillon")
    assert page.get_by_text(KEPT).is_visible()


def test_a_draft_that_was_found_can_be_forgotten(visit):
    page = visit("Odile")
    hand = Pointer(page)
    draft = drafted(page, hand, title_of("Oublier"))
    hand.write("Texte", KEPT)
    page.wait_for_timeout(600)
    page.goto(f"{draft}modifier/")
    page.get_by_role("button", name="L’effacer").click()

    assert hand.field("Texte").input_value() == ""
    page.reload()
    assert hand.field("Texte").input_value() == ""
