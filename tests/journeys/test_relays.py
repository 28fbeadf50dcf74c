"""An agent on the phone, and an association beside somebody: from the first page to the card."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys import looks
from tests.journeys.conftest import PHONE
from tests.journeys.field import SLUG
from tests.journeys.hands import Pointer
from tests.journeys.looks import Watch

MOST_AGAIN = 8_000  # bytes of one more call, once the sheet and the letters are kept
MOST_KEYS = 70  # at two keys a second, half of the minute that an agent has
ANSWERS = {
    "Sexe": "Femme",
    "Âge": "35 à 49 ans",
    "Situation familiale": "Personne seule",
    "Équipement numérique": "Équipé, en difficulté",
    "Quartier prioritaire": "Non",
    "Activité": "En emploi",
    "Diplôme": "CAP ou BEP",
    "Quartier": "Trois Cités",
}


class Counted:
    """A keyboard that counts: every key is an action, a typed text is one for its field."""

    def __init__(self, page):
        self.page, self.keys = page, 0

    def press(self, key):
        self.keys += 1
        self.page.keyboard.press(key)

    def type(self, text):
        self.keys += 1
        self.page.keyboard.insert_text(text)


def answer(page, hand):
    """Tab into each group, then the arrows: as many keys as the answer is far."""
    for criterion, value in ANSWERS.items():
        hand.press("Tab")
        group = page.get_by_role("group", name=criterion, exact=True)
        names = [one.strip() for one in group.locator("label").all_inner_texts()]
        hand.press("Space")
        for _down in range(names.index(value)):
            hand.press("ArrowDown")
        expect(group.get_by_label(value, exact=True)).to_be_checked()


def test_an_agent_enters_a_person_by_keyboard_alone_in_few_keys(field, visit, fit):
    page = visit("Yseult", js=True)
    page.goto(f"/relais/{SLUG}/")
    fit(page)
    hand = Counted(page)
    page.get_by_role("link", name="Formulaire de papier").focus()

    answer(page, hand)
    hand.press("Enter")
    expect(page.get_by_text("cette personne est recherchée")).to_be_visible()
    fit(page)
    expect(page.get_by_label("Prénom et nom")).to_be_focused()
    hand.type("Awa Diop")
    hand.press("Tab")
    hand.type("06 12 34 56 78")
    for _skipped in range(4):  # e-mail, address, year, then the agreement
        hand.press("Tab")
    hand.press("Space")
    hand.press("Enter")

    expect(page.get_by_role("heading", name="C’est inscrit")).to_be_visible()
    assert re.fullmatch(r"\w{3}-\w{3}", page.locator(".receipt").inner_text())
    fit(page)
    assert hand.keys <= MOST_KEYS
    page.get_by_role("link", name="Appel suivant").click()
    row = page.get_by_role("row", name="accord")
    assert "1 1" in " ".join(row.inner_text().split())


def test_the_agents_screen_suits_a_slow_line(field, visit):
    page = visit("Yseult")
    with Watch(page) as watch:
        page.goto(f"/relais/{SLUG}/")
    assert page.get_by_role("button", name="Vérifier").is_visible()

    assert watch.faults(field.url) == []
    with Watch(page) as again:
        page.reload()
    (whole,) = [one for one in again.responses if one.request.is_navigation_request()]
    assert looks.size_of(whole) <= MOST_AGAIN


@pytest.mark.parametrize("js", [True, False])
def test_an_association_enters_somebody_whom_it_alone_can_reach(field, visit, fit, js):
    page = visit("Paola", js=js, size=PHONE)
    hand = Pointer(page)
    page.goto(f"/relais/{SLUG}/")
    fit(page)
    page.get_by_role("link", name="Inscrire une personne").click()
    fit(page)
    for value in ANSWERS.values():
        page.get_by_label(value, exact=True).first.check()
    hand.write("Prénom et nom", f"Berthe Martin {js}")
    page.get_by_label("une ou un interprète").check()
    page.get_by_label("La personne a entendu la phrase ci-dessus, et elle a dit oui.").check()
    page.get_by_role("button", name="Inscrire cette personne").click()

    expect(page.get_by_role("heading", name="C’est inscrit")).to_be_visible()
    assert "Berthe" not in page.locator("main").inner_text()
    fit(page)
    page.get_by_role("link", name="Les personnes inscrites").click()
    fit(page)
    page.get_by_role("link", name="Corriger").first.click()
    fit(page)
    page.get_by_role("link", name="Formulaire de papier").click()
    fit(page)
