"""Whoever got a letter enrols with its code; the officer draws letters, and enters somebody.

Each without JavaScript, then by the keyboard alone.
"""

import csv
import io
import time

from tests.journeys.conftest import PHONE
from tests.journeys.field import CODES, SLUG
from tests.journeys.test_relays import ANSWERS

WAYS = ["without JavaScript", "by keyboard"]
MINUTE = 60


def answered(page, hand):
    """Each answer by its own group: a value may be one of two questions."""
    for criterion, value in ANSWERS.items():
        group = page.get_by_role("group", name=criterion, exact=True)
        within = type(hand)(page)
        within.field = lambda label, group=group: group.get_by_label(label, exact=True)
        within.tick(value)


def test_whoever_got_a_letter_enrols_with_its_code_once(field, walk, fit):
    page, hand = walk(size=PHONE)
    code = CODES[WAYS.index(walk.way)]
    page.goto(f"/conventions/{SLUG}/inscription/")
    hand.write("Le code de votre lettre", "ZZZZ9999")
    hand.press("Continuer")
    assert page.get_by_text("Aucune lettre ne porte ce code").first.is_visible()
    fit(page)
    hand.write("Le code de votre lettre", f"{code[:4].lower()} {code[4:]}")
    hand.press("Continuer")
    assert code not in page.url
    fit(page)

    answered(page, hand)
    hand.write("Votre prénom et votre nom", f"Léa Timbrée {walk.way}")
    hand.tick("Oui, j’accepte")
    hand.press("M’inscrire")
    assert page.locator(".error-summary").is_visible()
    fit(page)
    hand.write("Votre téléphone", f"06 20 00 00 0{WAYS.index(walk.way)}")
    hand.press("M’inscrire")

    assert page.get_by_role("heading", name="vous êtes sur la liste").is_visible()
    fit(page)
    page.goto(f"/conventions/{SLUG}/inscription/")
    hand.write("Le code de votre lettre", code)
    hand.press("Continuer")
    assert page.get_by_text("Ce code a déjà servi").first.is_visible()


def test_the_officer_draws_letters_from_a_register(field, walk, fit):
    page, hand = walk("Rémi")
    lines = "nom;rue;quartier\n" + "".join(
        f"Personne {n};{n} rue {walk.way};{('Nord', 'Sud')[n % 2]}\n" for n in range(40)
    )
    page.goto(f"/recrutement/{SLUG}/lettres/")
    hand.press("Préparer un envoi")
    fit(page)
    file = {"name": "registre.csv", "mimeType": "text/csv", "buffer": b"nom;nom\na;b\n"}
    hand.attach("Le registre", file)
    hand.press("Lire le registre")
    assert page.get_by_text("Ce titre est là deux fois.").is_visible()
    fit(page)
    hand.attach("Le registre", {**file, "buffer": lines.encode()})
    hand.press("Lire le registre")
    fit(page)
    for group, column in (("Colonnes des strates", "quartier"), ("Colonnes de l’adresse", "rue")):
        box = page.get_by_role("group", name=group).get_by_label(column, exact=True)
        box.focus()
        page.keyboard.press("Space")
    hand.write("Réponses espérées", "")
    hand.write("Ou bien", "10")
    hand.press("Voir les lettres par strate")
    assert page.get_by_text("10 lettres pour 40 dans le registre").is_visible()
    fit(page)
    with page.expect_download() as saved:
        hand.push("Tirer les lettres")

    rows = list(csv.DictReader(io.StringIO(saved.value.path().read_text("utf-8-sig"))))
    assert {row["quartier"] for row in rows} == {"Nord", "Sud"}
    assert len({row["Code d’inscription"] for row in rows}) == 10
    page.goto(f"/recrutement/{SLUG}/lettres/")
    assert page.get_by_text("10 lettres. La Ville.").first.is_visible()
    fit(page)


def test_the_officer_enters_corrects_finds_and_withdraws_somebody(field, walk, fit):
    page, hand = walk("Rémi")
    name, place = f"Odette Chaînon {walk.way}", WAYS.index(walk.way)
    page.goto(f"/recrutement/{SLUG}/personnes/")
    fit(page)
    hand.press("Inscrire une personne")
    fit(page)
    begun = time.monotonic()
    hand.choose("Qui a trouvé cette personne", "Institut Sondage · Téléphone (institut)")
    answered(page, hand)
    hand.write("Prénom et nom", name)
    hand.write("Téléphone", f"06 30 00 00 0{place}")
    hand.tick("La personne a entendu")
    hand.press("Enregistrer cette personne")
    assert time.monotonic() - begun < MINUTE
    fit(page)

    page.goto(f"/recrutement/{SLUG}/personnes/")
    hand.write("Numéro de carte, nom, téléphone ou courriel", name)
    hand.press("Filtrer")
    assert "Odette" not in page.url
    assert page.get_by_text("1 personne", exact=True).is_visible()
    fit(page)
    page.locator("main tbody a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/personnes/*-*/")
    fit(page)
    hand.press("Corriger cette fiche")
    hand.write("Adresse électronique", f"odette{place}@exemple.org")
    hand.press("Enregistrer la correction")
    assert page.get_by_text(f"odette{place}@exemple.org").is_visible()
    fit(page)
    hand.press("Noter le retrait")
    fit(page)
    hand.press("Noter le retrait")
    page.goto(f"/recrutement/{SLUG}/personnes/")
    hand.write("Numéro de carte, nom, téléphone ou courriel", name)
    hand.press("Filtrer")
    assert page.locator("main tbody").get_by_text("retiré").is_visible()
