"""A question, from somebody of the public to its published answer, by keyboard and without a script."""

from datetime import date

from tests.journeys.desk import POITIERS
from tests.journeys.hands import Pointer

HERE, TEAM = f"/conventions/{POITIERS}/questions/", f"/animation/{POITIERS}/questions/"
ASKED = "Qui répare les ordinateurs donnés aux écoles ?"
ANSWER = "Le service informatique, deux fois par an."


def sent(page, hand, text):
    """Ask as anybody does; the page that answers says the number."""
    page.goto(HERE)
    hand.press("Poser une question")
    page.wait_for_timeout(3200)  # a person needs that long; a machine is told to slow down
    hand.write("La question", text)
    hand.press("Envoyer ma question")
    return page.url


def opened(page, hand, text):
    page.goto(f"{TEAM}?pile=to_admit")
    with page.expect_navigation():
        page.locator("main table a", has_text=text).first.click()


def test_a_question_of_the_public_is_read_confided_answered_and_published(walk, visit, fit):
    page, hand = walk()
    asked = f"{ASKED} ({walk.way})"
    mine = sent(page, hand, asked)
    fit(page)
    assert page.get_by_text("Gardez le numéro").is_visible()
    assert asked not in page.content()

    anatole, pen = walk("Anatole")
    opened(anatole, pen, asked)
    fit(anatole)
    pen.press("Accepter cette question")
    fit(anatole)
    pen.press("Accepter cette question")
    pen.press("Confier cette question")
    fit(anatole)
    pen.tick("un service de la ville")
    pen.write("Le nom qui sera affiché", "Service d’exemple (fictif)")
    pen.date("Réponse annoncée pour le", date(2030, 1, 15))
    pen.press("Confier cette question")
    one = anatole.url

    page.goto(mine)
    assert page.get_by_text(asked).first.is_visible()
    assert page.get_by_text("15 janvier 2030").first.is_visible()
    fit(page)

    sylvain, quill = walk("Sylvain")
    sylvain.goto(f"/reponses/{POITIERS}/")
    fit(sylvain)
    with sylvain.expect_navigation():
        sylvain.locator("main table a", has_text=asked).first.click()
    fit(sylvain)
    quill.write("Votre réponse", ANSWER)
    quill.press("Enregistrer la réponse")
    assert sylvain.get_by_text("Votre réponse est enregistrée").is_visible()

    anatole.goto(one)
    pen.press("Publier la réponse")
    pen.press("Publier la réponse")
    fit(anatole)
    page.goto(f"{mine}?lue")
    assert page.get_by_text(ANSWER).is_visible()
    fit(page)


def test_a_question_set_aside_says_why_and_shows_nothing_else(visit, fit):
    page, anatole = visit(js=False), visit("Anatole", js=False)
    asked = "Et mon voisin imaginaire ?"
    mine = sent(page, Pointer(page), asked)

    opened(anatole, Pointer(anatole), asked)
    Pointer(anatole).press("Écarter cette question")
    Pointer(anatole).write("Votre raison", "Elle nomme une personne.")
    Pointer(anatole).press("Écarter cette question")

    page.goto(f"{mine}?lue")
    assert page.get_by_text("Elle nomme une personne.").is_visible()
    assert asked not in page.content()
    fit(page)


def test_a_question_noted_in_the_room_is_answered_for_somebody_without_an_account(visit, fit):
    anatole = visit("Anatole", js=False, size={"width": 360, "height": 740})
    hand = Pointer(anatole)
    anatole.goto(TEAM)
    hand.press("Noter une question")
    fit(anatole)
    hand.write("La question", "Qui garde les clés de la salle ?")
    hand.tick("une table")
    hand.write("Numéro de la table", "4")
    hand.press("Poser cette question")

    with anatole.expect_navigation():
        anatole.locator("main table a", has_text="Qui garde les clés").first.click()
    hand.press("Confier cette question")
    hand.tick("le comité de suivi")
    hand.write("Le nom qui sera affiché", "Comité d’exemple (fictif)")
    hand.press("Confier cette question")
    hand.press("Enregistrer la réponse")
    fit(anatole)
    hand.write("Votre réponse", "Le gardien.")
    hand.press("Enregistrer la réponse")
    hand.press("Retirer cette question")
    hand.write("Votre raison", "Posée deux fois.")
    hand.press("Retirer cette question")
    assert anatole.get_by_text("Posée deux fois.").is_visible()
    fit(anatole)
