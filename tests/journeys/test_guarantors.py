"""A citizen writes to the guarantors; they answer; nobody else reads."""

import re
import time

import pytest

from tests.journeys.conftest import PHONE

HERE = "/conventions/poitiers-numerique-2021"
MAILBOX = "/garants/poitiers-numerique-2021/messages/"
TOO_QUICK = 3.2  # what is sent within three seconds is sent by a machine


def test_a_message_gets_a_receipt_then_an_answer(walk, visit, fit):
    citizen, hand = walk(size=PHONE)
    question = f"Où sont les comptes rendus ? ({walk.way})"

    citizen.goto(f"{HERE}/garants/")
    hand.write("Votre message", question)
    hand.write("Votre adresse électronique", "pas une adresse")
    time.sleep(TOO_QUICK)
    hand.press("Envoyer aux garants")
    assert citizen.locator(".error-summary").is_visible()
    assert citizen.get_by_text(
        "Écrivez une adresse complète, comme nom@exemple.fr."
    ).first.is_visible()
    assert hand.field("Votre message").input_value() == question
    fit(citizen)

    hand.write("Votre adresse électronique", "")
    hand.write("Objet", "Comptes rendus")
    hand.press("Envoyer aux garants")
    assert citizen.locator("h1").inner_text() == "Votre message est arrivé"
    receipt = citizen.locator(".receipt").inner_text()
    assert receipt.replace("-", "") not in citizen.url.replace("-", "")
    fit(citizen)

    hand.press("Je l’ai noté : l’effacer de cet appareil")
    assert state_of(citizen, hand, "0000-0000-0000") is None
    fit(citizen)
    assert state_of(citizen, hand, receipt) == "reçu"
    fit(citizen)

    gaston, pen = walk("Gaston")
    gaston.goto(f"{MAILBOX}?recu={receipt}")
    assert gaston.get_by_text(question).is_visible()
    fit(gaston)
    pen.press("Envoyer la réponse")
    pen.push("Envoyer la réponse")
    assert gaston.locator("textarea:invalid").count() == 1
    fit(gaston)
    pen.write("Votre réponse", "Ils paraîtront sous huit jours.")
    pen.press("Envoyer la réponse")
    assert gaston.get_by_text("La réponse est envoyée.").is_visible()
    fit(gaston)

    assert state_of(citizen, hand, receipt) == "répondu"
    assert citizen.get_by_text("Ils paraîtront sous huit jours.").is_visible()
    fit(citizen)


def state_of(page, hand, receipt):
    """What the page says of the message with this number; nothing when it knows none."""
    page.goto(f"{HERE}/garants/suivi/")
    hand.write("Votre numéro de récépissé", receipt)
    hand.press("Voir où il en est")
    said = page.locator(".notice strong")
    return said.first.inner_text() if said.count() else None


@pytest.mark.parametrize("who", ["Odile", "Adèle", "Marcel"])
def test_the_mailbox_is_closed_to_everybody_else(visit, fit, who):
    page = visit(who)

    for path in (MAILBOX, "/garants/poitiers-numerique-2021/"):
        assert page.goto(path).status == 403
        assert page.get_by_text(re.compile(r"Elle est réservée à\s: garant")).is_visible()
    fit(page, status=403)


def test_a_form_sent_twice_leaves_one_message(visit):
    gaston, page = visit("Gaston"), visit(js=False)
    gaston.goto(MAILBOX)
    before = gaston.locator("main tbody tr").count()
    page.goto(f"{HERE}/garants/")
    page.get_by_label("Objet").fill("Deux fois")
    page.get_by_label("Votre message").fill("Un seul message, deux clics.")
    time.sleep(TOO_QUICK)
    sent = page.locator("main form").evaluate("one => Object.fromEntries(new FormData(one))")
    answers = [
        page.request.post(
            page.url, form=sent, headers={"Referer": page.url}, max_redirects=0
        ).status
        for _click in range(2)
    ]

    assert answers == [302, 302]
    gaston.reload()
    assert gaston.locator("main tbody tr").count() == before + 1
