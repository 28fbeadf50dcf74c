"""Coming in: a code by e-mail, an application of codes, a key; and going out everywhere."""

import base64
import hashlib
import hmac
import re
import struct
import time
import uuid

from tests.journeys import letters
from tests.journeys.hands import Pointer

HERE = "/conventions/poitiers-numerique-2021"
DESK = "/bureau/poitiers-numerique-2021"
CODE = re.compile(r"^\s{2,}(\S{6,12})\s*$", re.MULTILINE)


def ask_code(page, hand, data, address):
    """The code that the letter gives, once it is asked for at the door."""
    known = len(letters.sent_to(data, address))
    page.goto("/compte/connexion/")
    hand.write("Votre adresse électronique", address)
    hand.press("Recevoir un code")
    return CODE.search(letters.text_of(letters.awaited(data, address, known + 1)))[1]


def one_time_code(secret):
    """RFC 6238, by hand."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.digest(key, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1)
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at : at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


def leave(page, hand):
    page.goto("/compte/deconnexion/")
    hand.press("Se déconnecter")


def test_a_code_by_mail_lets_in_and_a_wrong_one_does_not(walk, town_hall, fit):
    page, hand = walk()
    address = {"by keyboard": "sylvain@example.org"}.get(walk.way, "elise@example.org")

    page.goto("/compte/")
    assert page.url.endswith("/compte/connexion/?next=/compte/")
    fit(page)
    code = ask_code(page, hand, town_hall.data, address)
    assert page.locator("h1").inner_text() == "Donner le code reçu"
    fit(page)
    hand.write("Code reçu", "FAUX99")
    hand.press("Entrer")
    assert page.get_by_text("Ce code n’est pas le bon.").first.is_visible()
    fit(page)
    hand.write("Code reçu", code)
    hand.press("Entrer")
    assert page.url.endswith("/compte/")
    assert page.get_by_text(address).is_visible()
    fit(page)

    leave(page, hand)
    page.goto("/compte/")
    assert "/compte/connexion/" in page.url


def test_nobody_learns_who_has_an_account(visit, town_hall):
    page = visit()
    page.goto("/compte/connexion/")
    page.get_by_label("Votre adresse électronique").fill("inconnue@example.org")
    page.get_by_role("button", name="Recevoir un code").click()

    assert page.locator("h1").inner_text() == "Donner le code reçu"
    assert letters.sent_to(town_hall.data, "inconnue@example.org") == []


def test_a_link_that_was_sent_lets_in_once(walk, town_hall, fit):
    adele, pen = walk("Adèle")
    address = f"nouvelle-{uuid.uuid4().hex[:8]}@example.org"
    adele.goto(f"{DESK}/roles/donner/")
    pen.write("Adresse électronique", address)
    pen.write("Nom", "Nadia, nouvelle")
    pen.choose("Rôle", "évaluation")
    pen.press("Donner ce rôle")
    assert adele.get_by_text("Le rôle est donné.").is_visible()
    fit(adele)

    page, hand = walk()
    link = letters.link_in(letters.awaited(town_hall.data, address), "/compte/entrer/")
    page.goto(link)
    fit(page)
    hand.press("Entrer")
    assert page.get_by_text(address).is_visible()
    leave(page, hand)
    assert page.goto(link).status == 410
    assert page.get_by_text("Il a déjà servi, il a expiré").is_visible()
    fit(page, status=410)


def test_an_application_of_codes_is_asked_for_once_it_is_added(visit, town_hall, fit):
    page = visit("Estelle", js=False)
    hand = Pointer(page)
    page.goto("/compte/facteurs/")
    fit(page)
    hand.press("Ajouter une application")
    secret = page.locator("main ol code").inner_text()
    hand.write("Code affiché par l’application", "000000")
    hand.press("Ajouter l’application")
    assert page.locator(".field-error").is_visible()
    fit(page)
    hand.write("Code affiché par l’application", one_time_code(secret))
    hand.press("Ajouter l’application")
    assert page.locator("main li code").count() == 10
    fit(page)
    leave(page, hand)

    code = ask_code(page, hand, town_hall.data, "estelle@example.org")
    hand.write("Code reçu", code)
    hand.press("Entrer")
    assert page.locator("h1").inner_text() == "Donner votre second facteur"
    fit(page)
    hand.write("Code de votre application", one_time_code(secret))
    hand.press("Entrer")
    page.goto("/compte/")
    assert page.get_by_text("une application de codes").is_visible()


def test_a_key_lets_in_by_itself(visit, town_hall, fit):
    page = visit()
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    key = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
           "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True}  # fmt: skip
    session.send("WebAuthn.addVirtualAuthenticator", {"options": key})

    page.goto(town_hall.link_of("Suzanne"))
    page.get_by_role("button", name="Entrer").click()
    page.goto(f"{town_hall.url}/compte/facteurs/cles/ajouter/")
    page.get_by_label("Nom de la clé").fill("clé bleue")
    page.get_by_label("Entrer avec cette clé seule").check()
    with page.expect_navigation():
        page.get_by_role("button", name="Ajouter la clé").click()
    fit(page)
    page.goto(f"{town_hall.url}/compte/facteurs/cles/")
    assert page.get_by_text("clé bleue").first.is_visible()
    fit(page)
    page.goto(f"{town_hall.url}/compte/deconnexion/")
    with page.expect_navigation():
        page.locator("main").get_by_role("button", name="Se déconnecter").click()

    page.goto(f"{town_hall.url}/compte/connexion/")
    with page.expect_navigation():
        page.get_by_role("button", name="Utiliser une clé d’accès").click()
    page.goto(f"{town_hall.url}/compte/")
    assert page.get_by_text("suzanne@example.org").is_visible()


def test_sessions_are_closed_on_every_device(walk, visit, fit):
    elsewhere = visit("Maryam")
    page, hand = walk("Maryam")
    elsewhere.goto("/compte/")
    assert elsewhere.locator("h1").inner_text() == "Mon compte"

    page.goto("/compte/tout-fermer/")
    fit(page)
    hand.press("Tout fermer")
    assert page.get_by_text("Toutes vos sessions sont fermées").is_visible()
    fit(page)
    elsewhere.goto("/compte/")
    assert "/compte/connexion/" in elsewhere.url


def test_somebody_with_the_role_of_a_member_is_told_whom_to_ask_for_a_card(visit, fit):
    page = visit("Marcel")
    page.goto("/compte/")
    row = page.locator("main tbody tr")
    assert row.count() == 1
    assert row.locator("th").inner_text() == "membre du panel"
    row.get_by_role("link", name="Ouvrir").click()
    assert page.get_by_text("Vous n’avez pas encore de carte").is_visible()
    fit(page)

    page.goto("/bureau/")
    (mine,) = page.locator("main").get_by_role("link").all()
    assert mine.get_attribute("href") == "/membre/poitiers-numerique-2021/"


def test_somebody_whose_role_has_no_page_yet_is_told_what_they_can_do(visit, fit):
    page = visit("Élise")
    page.goto("/bureau/")
    assert page.locator("main").get_by_role("link").all_inner_texts() == [
        "Convention citoyenne pour le numérique responsable",
        "lire où en est la convention",
        "voir les prochaines dates",
        "lire les documents",
        "savoir qui peut faire quoi",
        "écrire aux garants",
    ]
    assert page.locator("main").get_by_role("link").first.get_attribute("href") == f"{HERE}/"
    fit(page)
    assert page.goto(f"{DESK}/").status == 403
    fit(page, status=403)
