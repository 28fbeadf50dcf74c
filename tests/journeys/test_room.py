"""Five tables in a room: noted by hand, on paper, without network, then shown and published."""

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import expect

from isegoria.cli import chromium
from tests.journeys import house
from tests.journeys.conftest import ARGUMENTS, PHONE
from tests.journeys.hands import Pointer
from tests.journeys.room import DEBATE, SLUG, TITLE

HOME = f"/animation/{SLUG}/"
FAKE_VOICE = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]


@pytest.fixture(scope="session")
def room(town_hall):
    return house.told(town_hall, "room")


def picture():
    kept = io.BytesIO()
    Image.new("RGB", (300, 200), "green").save(kept, "PNG")
    return {"name": "feuille.png", "mimeType": "image/png", "buffer": kept.getvalue()}


def board(page):
    page.goto(HOME)
    page.get_by_role("link", name=TITLE).first.click()
    page.get_by_role("link", name="Ce qui s’est dit").first.click()
    return page.url


def notes(page, where, table, text, form="Une carte"):
    page.goto(where)
    page.get_by_role("link", name=re.compile(f"^{form}")).first.click()
    hand = Pointer(page)
    hand.write("Numéro de la table", str(table))
    hand.write("Ce que dit la carte", text)
    hand.press("Garder")
    expect(page.get_by_text("C’est gardé. Vous pouvez noter la suite.")).to_be_visible()


@pytest.mark.parametrize("js", [False, True])
def test_five_tables_speak_are_shown_to_the_room_and_published(room, visit, fit, js):
    page = visit("Faust", js=js)
    hand, where = Pointer(page), board(page)
    fit(page)
    for table in range(1, 6):
        notes(page, where, table, f"La table {table} veut un atelier, {js}.")
    fit(page)
    drawn(page, where, fit)
    stood(page, where, fit)

    for table in range(1, 6):
        one_of(page, where, f"La table {table} veut un atelier, {js}.")
        hand.press("Montrer dans la salle")
        fit(page)
        hand.press("Montrer dans la salle")
        hand.press("C’est bien ce que nous avons dit")
        hand.press("C’est bien ce que nous avons dit")
    page.goto(where)
    page.get_by_role("link", name="Écran de la salle").click()
    fit(page)
    assert page.locator(".screen-one").count() == 4
    page.goto(where)
    page.get_by_role("link", name=re.compile("^Publier")).click()
    fit(page)
    hand.press("Tout publier")
    fit(page)
    page.get_by_role("link", name="Ce que le public lit").click()

    anybody = visit(size=PHONE, js=js)
    anybody.goto(page.url)
    for table in range(1, 6):
        expect(anybody.get_by_text(f"La table {table} veut un atelier, {js}.")).to_be_visible()
    assert "Faust" not in anybody.locator("main").inner_text()
    fit(anybody)


def one_of(page, where, text):
    page.goto(where)
    row = page.locator(".said", has_text=text)
    row.get_by_role("link").first.click()


def drawn(page, where, fit):
    """A picture waits for its words."""
    page.goto(where)
    hand = Pointer(page)
    page.get_by_role("link", name=re.compile("^Une image")).first.click()
    hand.write("Numéro de la table", "2")
    hand.attach("Photo de la feuille", picture())
    fit(page)
    hand.press("Garder")
    page.get_by_role("link", name="image, table 2").first.click()
    expect(page.get_by_text("Il faut d’abord des mots")).to_have_count(2)
    fit(page)
    hand.press("Écrire ou corriger le texte")
    fit(page)
    hand.write("Description", "Un carré vert.")
    hand.press("Garder ce texte")
    hand.press("C’est bien ce que nous avons dit")
    hand.press("C’est bien ce que nous avons dit")
    expect(page.get_by_text("Un carré vert.")).to_be_visible()


def stood(page, where, fit):
    """Where the room stands, before and after."""
    page.goto(where)
    hand = Pointer(page)
    page.get_by_role("link", name=f"Des positions — {DEBATE}").click()
    hand.write("Ou le nom du groupe", "la salle")
    hand.write("La phrase dont on a débattu", DEBATE)
    for name, count in (("before_0", 9), ("before_1", 6), ("after_0", 12), ("after_1", 3)):
        page.locator(f"[name={name}]").fill(str(count))
    fit(page)
    hand.press("Garder")
    page.get_by_role("link", name="positions, la salle").first.click()
    expect(page.get_by_text("12 sur 15")).to_be_visible()
    fit(page)
    hand.press("Compter de nouveau")
    fit(page)


def test_a_sheet_of_paper_is_printed_and_keyed_in(room, visit, fit):
    page = visit("Faust", js=False)
    hand, where = Pointer(page), board(page)
    page.get_by_role("link", name=re.compile("^Feuilles à imprimer")).first.click()
    fit(page)
    hand.write("Combien de tables", "5")
    hand.press("Préparer les feuilles")
    fit(page)
    assert page.locator(".sheet").count() == 10
    code = page.locator(".sheet-code").nth(4).inner_text()

    tina = visit("Tina", size=PHONE, js=False)
    hand = Pointer(tina)
    tina.goto(f"{HOME}feuille/")
    fit(tina)
    hand.write("Code de la feuille", code)
    hand.press("Trouver la feuille")
    fit(tina)
    hand.write("Ce qui est écrit", "Un banc\n\nDeux arbres")
    hand.press("Garder cette feuille")
    expect(tina.get_by_text("La feuille est gardée.")).to_be_visible()
    page.goto(where)
    row = page.locator(".said", has_text="Deux arbres")
    expect(row.get_by_text("Entré par Tina Table pour la table 3")).to_be_visible()


def test_what_is_typed_without_network_is_kept_and_sent_later_once(room, visit, fit):
    page = visit("Faust")
    hand, where = Pointer(page), board(page)
    page.get_by_role("link", name=re.compile("^Une carte")).first.click()
    page.context.set_offline(True)
    for number in (1, 2):
        hand.write("Numéro de la table", "4")
        hand.write("Ce que dit la carte", f"Sans réseau {number}")
        hand.push("Garder")
        expect(page.get_by_text(f"Table 4 — Sans réseau {number}")).to_be_visible()
    assert page.locator("[data-queue] li").count() == 2

    page.context.set_offline(False)

    expect(page.locator("[data-queue]")).to_be_hidden(timeout=20_000)
    page.goto(where)
    for number in (1, 2):
        assert page.get_by_text(f"Sans réseau {number}").count() == 1


def test_a_line_cut_while_the_card_is_sent_keeps_one_card(room, visit):
    page = visit("Faust")
    hand, where = Pointer(page), board(page)
    page.get_by_role("link", name=re.compile("^Une carte")).first.click()
    cuts = []

    def cut(route):
        """The site receives the card; its answer is lost, once."""
        if route.request.method == "POST" and not cuts:
            cuts.append(route.fetch().status)
            route.abort()
        else:
            route.continue_()

    page.route("**/noter/**", cut)
    hand.write("Numéro de la table", "5")
    hand.write("Ce que dit la carte", "Coupé au milieu")
    hand.push("Garder")
    expect(page.get_by_text("Table 5 — Coupé au milieu")).to_be_visible()

    expect(page.locator("[data-queue]")).to_be_hidden(timeout=30_000)
    page.goto(where)
    assert (cuts, page.get_by_text("Coupé au milieu").count()) == ([201], 1)


def test_over_a_line_of_50_kilobits_an_impatient_hand_keeps_one_card(room, visit):
    page = visit("Faust")
    hand, where = Pointer(page), board(page)
    line = page.context.new_cdp_session(page)
    rate = 50_000 / 8  # bytes a second
    line.send("Network.enable")
    line.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 400, "downloadThroughput": rate, "uploadThroughput": rate},
    )
    page.get_by_role("link", name=re.compile("^Une carte")).first.click()
    hand.write("Numéro de la table", "2")
    hand.write("Ce que dit la carte", "Sur une ligne lente")
    button = page.get_by_role("button", name="Garder")
    button.dblclick(no_wait_after=True)

    expect(page.get_by_text("C’est gardé. Vous pouvez noter la suite.")).to_be_visible(
        timeout=30_000
    )
    page.goto(where)
    assert page.get_by_text("Sur une ligne lente").count() == 1


def test_a_voice_is_recorded_in_the_browser(room, chrome, fit):
    browser = chrome.browser_type.launch(
        executable_path=chromium.find(), args=[*ARGUMENTS, *FAKE_VOICE]
    )
    context = browser.new_context(
        locale="fr-FR", base_url=room.url, permissions=["microphone"], viewport=PHONE
    )
    page = context.new_page()
    page.goto(room.link_of("Faust"))
    page.locator("main form button[type=submit]").click()
    hand, where = Pointer(page), board(page)
    page.get_by_role("link", name=re.compile("^Une voix")).first.click()
    hand.write("Numéro de la table", "1")
    hand.push("Enregistrer une voix ici")
    page.wait_for_timeout(1500)
    hand.push("Arrêter")
    expect(page.get_by_text("Écoutez, puis gardez.")).to_be_visible()
    hand.push("Garder")

    expect(page.get_by_text("C’est gardé.")).to_be_visible()
    page.goto(where)
    expect(page.get_by_text("Cet enregistrement n’est pas encore transcrit.")).to_be_visible()
    seconds = page.locator("audio").first.evaluate(
        "one => new Promise(done => { one.addEventListener('loadeddata', () => done(one.readyState));"
        " one.preload = 'auto'; one.load(); })"
    )
    assert seconds >= 2
    browser.close()
