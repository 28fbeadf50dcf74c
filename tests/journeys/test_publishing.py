"""Documents with their files, and round tables with their videos, from the desk to the public."""

import io
import re

import pytest
import typst
from PIL import Image
from PIL.Image import Exif

from tests.journeys.desk import POITIERS, drafted, public_path, published, reread, title_of
from tests.journeys.hands import Pointer

HERE = f"/conventions/{POITIERS}"
CAMERA = "Appareil-de-Marie"
REFUSED = {
    "dessin.svg": (
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        "Les dessins SVG peuvent contenir un programme",
    ),
    "page.html": (b"<!doctype html><script>alert(1)</script>", "C’est une page web"),
    "photo.png": (b"<!doctype html><script>alert(1)</script>", "C’est une page web"),
    "rapport.pdf": (b"%PDF-1.7 tronqu", "Ce PDF est incomplet ou abîmé."),
}


def photo():
    exif, kept = Exif(), io.BytesIO()
    exif[0x010F] = CAMERA
    Image.new("RGB", (60, 40), "teal").save(kept, "PNG", exif=exif)
    assert CAMERA.encode() in kept.getvalue()
    return {"name": "photo.png", "mimeType": "image/png", "buffer": kept.getvalue()}


def report():
    paper = typst.compile(b"= Rapport\nUn texte.")
    return {"name": "rapport.pdf", "mimeType": "application/pdf", "buffer": paper}


def save_with(page, hand, file, words):
    hand.attach("Fichier", file)
    hand.write("Équivalent textuel du fichier", words)
    hand.press("Enregistrer le brouillon")
    assert page.get_by_text("Le brouillon est enregistré.").is_visible()


def test_a_document_is_published_corrected_and_withdrawn_with_its_files(walk, visit, fit):
    title = title_of("Rapport")
    odile, hand = walk("Odile")
    first = drafted(odile, hand, title)
    save_with(odile, hand, report(), "Un rapport d’une page : un texte.")
    fit(odile)
    published(odile, hand)
    fit(odile)

    hand.press("Préparer une nouvelle version")
    with odile.expect_navigation():
        hand.push(odile.locator("main form button[type=submit]").first.inner_text())
    hand.write("Ce qui change dans cette version", "Une photo remplace le rapport.")
    save_with(odile, hand, photo(), "Un rectangle bleu-vert.")
    published(odile, hand)

    public = visit(js=False)
    here = public_path(title)
    public.goto(here)
    assert public.get_by_text("Un rectangle bleu-vert.").first.is_visible()
    fit(public)
    kept = public.request.get(f"{here}v2/fichier")
    assert kept.headers["content-type"] == "image/png"
    assert Image.open(io.BytesIO(kept.body())).size == (60, 40)
    assert CAMERA.encode() not in kept.body()
    public.goto(f"{here}v1/")
    assert public.get_by_text("Cette version a été remplacée").is_visible()
    fit(public)
    paper = public.request.get(f"{here}v1/fichier")
    assert paper.body().startswith(b"%PDF-")
    assert "attachment" in paper.headers["content-disposition"]

    odile.goto(f"{first}retirer/")
    fit(odile)
    hand.write("Votre raison", "Une annexe nommait quelqu’un.")
    hand.press("Retirer")
    fit(odile)
    reread(public, f"{here}v1/")
    assert public.get_by_text("Ce texte a été retiré").is_visible()
    assert public.get_by_text("Une annexe nommait quelqu’un.").first.is_visible()
    fit(public)
    assert public.request.get(f"{here}v1/fichier").status in {404, 410}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_could_do_harm_is_refused_in_a_sentence(visit, fit, name):
    page = visit("Odile", js=False)
    hand = Pointer(page)
    drafted(page, hand, title_of("Refus"))
    content, why = REFUSED[name]
    hand.write("Texte", "Un texte déjà écrit.")
    hand.attach("Fichier", {"name": name, "mimeType": "image/png", "buffer": content})
    hand.press("Enregistrer le brouillon")

    assert page.get_by_text(why).first.is_visible()
    assert hand.field("Texte").input_value() == "Un texte déjà écrit."
    fit(page, status=422)


def test_a_round_table_is_announced_then_told_and_its_video_waits_for_a_click(
    walk, visit, fit, town_hall
):
    title = title_of("Les écrans")
    odile, hand = walk("Odile")
    odile.goto(f"/bureau/{POITIERS}/tables-rondes/nouvelle/")
    hand.write("Titre", title)
    hand.press("Une ligne de plus")
    assert odile.get_by_role("heading", name="Intervenant 4").is_visible()
    fit(odile)
    hand.press("Annoncer la table ronde")
    desk_page = odile.url
    odile.goto(f"/bureau/{POITIERS}/tables-rondes/")
    hand.press(title)
    desk_page = odile.url
    fit(odile)

    odile.goto(f"{desk_page}enregistrement/")
    hand.write("Lien vers la vidéo", "https://www.youtube.com/watch?v=abcdefghijk")
    hand.write("Transcription", "**Irène.** Bonjour à toutes et à tous.")
    hand.press("Publier l’enregistrement")
    fit(odile)

    reader = visit()
    strangers = []
    reader.on("request", lambda one: town_hall.url in one.url or strangers.append(one.url))
    reader.context.route(
        re.compile("youtube"), lambda route: route.fulfill(body="", content_type="text/html")
    )
    reader.goto(f"{HERE}/tables-rondes/")
    reader.get_by_role("link", name=title).click()
    assert reader.get_by_text("Bonjour à toutes et à tous.").is_visible()
    fit(reader)
    assert strangers == []

    with reader.expect_response(re.compile(r"/video/$")) as answer:
        reader.get_by_role("link", name="Voir la vidéo").click()
    policy = answer.value.headers["content-security-policy"]
    assert policy.endswith("; frame-src https://www.youtube-nocookie.com")
    assert (
        "frame-src"
        not in reader.request.get(f"{HERE}/tables-rondes/").headers["content-security-policy"]
    )
    reader.locator("iframe").scroll_into_view_if_needed()
    reader.wait_for_timeout(300)
    assert strangers == ["https://www.youtube-nocookie.com/embed/abcdefghijk"]
    assert reader.locator("h1").inner_text() == title
