"""Somebody follows a convention by e-mail, then leaves it."""

import json
import re
import time
import uuid
from datetime import UTC, datetime

import pytest

from isegoria.web import mails, tokens
from tests.journeys import letters
from tests.journeys.desk import drafted, public_path, published, title_of
from tests.journeys.hands import Pointer
from tests.journeys.test_guarantors import TOO_QUICK

HERE = "/conventions/poitiers-numerique-2021"
LONG_AGO = datetime(2022, 3, 1, tzinfo=UTC)


def test_news_arrive_once_asked_for_and_confirmed_until_one_leaves(walk, visit, town_hall, fit):
    reader, hand = walk()
    address = f"lectrice-{uuid.uuid4().hex[:8]}@example.org"

    reader.goto(f"{HERE}/abonnement/")
    hand.press("Envoyer le lien de confirmation")
    assert reader.locator(".error-summary").is_visible()
    fit(reader)
    hand.write("Votre adresse électronique", address)
    time.sleep(TOO_QUICK)
    hand.press("Envoyer le lien de confirmation")
    assert reader.locator("h1").inner_text() == "Regardez vos courriels"
    fit(reader)

    link = letters.link_in(letters.awaited(town_hall.data, address), "/abonnement/confirmer/")
    assert "lectrice" not in link
    reader.goto(link)
    fit(reader)
    hand.press("Confirmer l’abonnement")
    assert reader.locator("h1").inner_text() == "C’est confirmé"
    fit(reader)

    odile = visit("Odile", js=False)
    news = title_of("Du nouveau")
    desk_page = drafted(odile, Pointer(odile), news, kind="Actualité")
    odile.get_by_label(re.compile("^Texte")).fill("Les comptes rendus sont en ligne.")
    Pointer(odile).press("Enregistrer le brouillon")
    assert odile.url.endswith(desk_page)
    published(odile, Pointer(odile))

    letter = letters.awaited(town_hall.data, address, 2)
    assert news in letters.text_of(letter)
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    reader.goto(letters.link_in(letter, public_path(news)))
    assert reader.locator("h1").inner_text() == news
    fit(reader)

    reader.goto(letters.link_in(letter, "/abonnement/fin/"))
    fit(reader)
    hand.press("Ne plus recevoir de courriel")
    assert reader.locator("h1").inner_text() == "Vous ne recevrez plus de courriel"
    fit(reader)


@pytest.mark.parametrize("kind", ["expired", "forged", "cut"])
def test_a_link_that_no_longer_serves_says_why(visit, town_hall, fit, kind):
    secret = (town_hall.data / "keys" / "secret.key").read_text().strip()
    box = tokens._fernet("another secret" if kind == "forged" else secret, mails.SUBSCRIBING)
    said = json.dumps({"convention": str(uuid.uuid4()), "email": "x@example.org"}).encode()
    token = box.encrypt_at_time(said, int(LONG_AGO.timestamp())).decode().rstrip("=")
    page = visit()

    answer = page.goto(f"{HERE}/abonnement/confirmer/{token[:40] if kind == 'cut' else token}/")
    assert answer.status == 410
    assert page.locator("h1").inner_text() == "Ce lien ne sert plus"
    assert page.get_by_text("Il servait 24 heures, ou il est incomplet.").is_visible()
    fit(page)
    assert page.goto(f"{HERE}/abonnement/fin/{token}/").status == 410
    fit(page)
