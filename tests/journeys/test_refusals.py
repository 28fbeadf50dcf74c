"""What cannot be done is said in a sentence, with the status that means it; never a 500."""

import uuid

import pytest

from tests.journeys.desk import POITIERS, drafted, published, title_of
from tests.journeys.hands import Pointer

HERE, DESK = f"/conventions/{POITIERS}", f"/bureau/{POITIERS}"
NOWHERE = uuid.UUID(int=7)
PLACES = [
    (None, "/nulle-part/", 404),
    (None, "/conventions/inconnue/", 404),
    (None, f"{HERE}/documents/inconnu/", 404),
    (None, f"{HERE}/journal/999999/", 404),
    (None, f"{HERE}/qui/{NOWHERE}/", 404),
    (None, f"{HERE}/tables-rondes/{NOWHERE}/", 404),
    (None, f"{HERE}/abonnement/confirmer/faux/", 410),
    (None, f"{HERE}/abonnement/fin/faux/", 410),
    (None, "/compte/entrer/faux/", 410),
    ("Marcel", f"{DESK}/", 403),
    ("Marcel", f"{DESK}/documents/", 403),
    ("Gaston", f"{DESK}/documents/nouveau/", 403),
    ("Camille", f"{DESK}/calendrier/", 403),
    ("Adèle", f"{DESK}/mandat/nouveau/", 403),
    ("Odile", "/bureau/administration/", 403),
    ("Odile", f"{DESK}/documents/{NOWHERE}/", 404),
    ("Odile", f"{DESK}/etape/inconnue/", 404),
    ("Odile", f"{DESK}/quotas/99/", 404),
    ("Gaston", f"/garants/{POITIERS}/messages/{NOWHERE}/", 404),
]


@pytest.mark.parametrize(("who", "path", "status"), PLACES)
def test_a_page_that_is_not_for_the_reader_says_why(visit, fit, who, path, status):
    page = visit(who, js=False)

    assert page.goto(path).status == status
    assert page.locator("main .lede").inner_text().endswith(".")
    assert page.get_by_role("heading", name="Que faire").is_visible()
    if path.count("/") <= 4:
        fit(page)


@pytest.mark.parametrize(("path", "button"), [
    ("etape/recruit/", "Ouvrir le recrutement"),
    ("etape/sit/", "Ouvrir les séances"),
    ("preparation/lancer/", "Lancer la convention"),
])  # fmt: skip
def test_what_is_too_late_is_refused_before_and_after_the_click(visit, fit, path, button):
    page = visit("Odile", js=False)

    page.goto(f"{DESK}/{path}")
    assert page.locator("main .refusal").is_visible()
    assert page.get_by_role("button", name=button).count() == 0
    fit(page)
    token = next(one["value"] for one in page.context.cookies() if one["name"] == "csrftoken")
    sent = {"csrfmiddlewaretoken": token, "once": str(uuid.uuid4())}
    answer = page.request.post(f"{DESK}/{path}", form=sent, headers={"Referer": page.url})
    assert answer.status == 409
    assert "Rien n’a été enregistré." in answer.text()


def test_a_lost_race_is_a_page_that_says_who_was_faster(visit, fit):
    """Both have the same page open; one publishes, and the other's click finds it done."""
    odile, oscar = visit("Odile", js=False), visit("Oscar", js=False)
    draft = drafted(odile, Pointer(odile), title_of("Course"))
    Pointer(odile).write("Texte", "Un texte.")
    Pointer(odile).press("Enregistrer le brouillon")
    oscar.goto(f"{draft}valider/")
    published(odile, Pointer(odile))

    with oscar.expect_navigation() as answer:
        Pointer(oscar).push("Valider")
    assert answer.value.status == 409
    fit(oscar, status=409)


def test_a_form_without_its_session_is_refused_in_a_sentence(visit, fit):
    page = visit(js=False)
    page.goto(f"{HERE}/abonnement/")
    page.get_by_label("Votre adresse électronique").fill("lectrice@example.org")
    page.context.clear_cookies()
    with page.expect_navigation() as answer:
        page.get_by_role("button", name="Envoyer le lien de confirmation").click()

    assert answer.value.status == 403
    assert page.locator("h1").inner_text() == "Le formulaire a expiré"
    fit(page)
