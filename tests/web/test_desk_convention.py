"""An organiser finds what to do, creates a convention, presents it, and is told of conflicts."""

import uuid

import pytest
from django.urls import reverse

from isegoria.convention.models import Appointment, Convention, Document
from isegoria.convention.verbs import stewardship
from isegoria.core.charter import Role
from tests import cast
from tests.web.reading import said

NEW = {
    "template": "municipal",
    "title": "Convention citoyenne de l’eau",
    "commissioner": "Ville de Rivière",
    "question": "Comment partager l’eau ?",
    "first_day": "2027-01-11",
    "slug": "",
}
PRESENTED = {
    "title": "Numérique responsable",
    "commissioner": "Ville de Poitiers",
    "question": "Quel numérique voulons-nous ?",
    "lede": "Trente habitants débattent.",
    "themes": "écologie\ninclusion\n",
    "notice": "",
    "answer_days": "15",
    "accent": "#14503c",
}


def sent(client, name, fields, *args):
    """Send a form once, to the page of this name."""
    return client.post(reverse(name, args=args), {"once": str(uuid.uuid4()), **fields})


@pytest.fixture
def desk(client, odile):
    client.force_login(odile)
    return client


def test_somebody_who_is_not_signed_in_is_asked_to_sign_in(client, poitiers):
    answer = client.get(reverse("desk:convention", args=[poitiers.slug]))

    assert answer.status_code == 302
    assert reverse("account_login") in answer.url


def test_an_organiser_finds_their_convention_and_its_missing_mandate(desk, poitiers):
    page = said(desk.get(reverse("desk:home")))

    assert poitiers.title in page
    assert "Il manque au portail de préparation : le mandat voté." in page


def test_a_member_is_told_that_the_desk_is_not_theirs(client, poitiers, awa):
    client.force_login(awa)

    answer = client.get(reverse("desk:describe", args=[poitiers.slug]))

    assert answer.status_code == 403
    assert "réservée à : organisation" in said(answer)


def test_the_desk_of_another_convention_does_not_exist(desk, alice):
    cast.convention(alice, slug="ailleurs")

    answer = desk.get(reverse("desk:describe", args=["ailleurs"]))

    assert answer.status_code == 404


def test_an_administrator_creates_a_convention_with_all_its_template_prepares(client, alice):
    client.force_login(alice)

    answer = sent(client, "desk:create", NEW)

    made = Convention.objects.get(slug="convention-citoyenne-de-leau")
    assert answer.url == reverse("desk:convention", args=[made.slug])
    assert made.state == "draft"
    assert made.calendar.count() == 7
    assert made.bodies.count() == 4
    assert {one.versions.get().state for one in made.documents.all()} == {"draft"}
    assert Appointment.objects.get(convention=made).role == Role.ORGANISER
    assert made.calendar.get(window="preparation").dates.get().starts.isoformat() == (
        "2027-01-10T23:00:00+00:00"
    )


def test_the_same_form_sent_twice_creates_one_convention(client, alice):
    client.force_login(alice)
    fields = {**NEW, "slug": "eau", "once": str(uuid.uuid4())}
    client.post(reverse("desk:create"), fields)

    client.post(reverse("desk:create"), fields)

    assert Convention.objects.filter(slug__startswith="eau").count() == 1


def test_an_address_that_is_taken_is_refused_and_a_free_one_is_said(client, alice, poitiers):
    client.force_login(alice)

    answer = sent(client, "desk:create", {**NEW, "slug": poitiers.slug})

    assert answer.status_code == 422
    assert "« poitiers-2 » est libre" in said(answer)
    assert Document.objects.count() == 0


def test_the_desk_s_own_addresses_are_not_for_conventions(client, alice):
    client.force_login(alice)

    answer = sent(client, "desk:create", {**NEW, "slug": "nouvelle"})

    assert answer.status_code == 422


def test_an_organiser_of_one_convention_cannot_create_another(desk):
    assert desk.get(reverse("desk:create")).status_code == 403
    assert sent(desk, "desk:create", NEW).status_code == 403


def test_the_presentation_is_looked_at_before_it_is_saved(desk, poitiers):
    fields = {**PRESENTED, "base": poitiers.revision, "step": "look"}

    answer = sent(desk, "desk:describe", fields, poitiers.slug)

    poitiers.refresh_from_db()
    assert "Aperçu : rien n’est encore enregistré" in said(answer)
    assert poitiers.question == ""


def test_the_presentation_is_saved(desk, poitiers):
    answer = sent(desk, "desk:describe", {**PRESENTED, "base": poitiers.revision}, poitiers.slug)

    poitiers.refresh_from_db()
    assert answer.status_code == 302
    assert poitiers.themes == ["écologie", "inclusion"]
    assert poitiers.accent == "#14503c"


@pytest.mark.parametrize("accent", ["#ffd700", "vert", "#12345", "#14503c;x", "url(x)"])
def test_an_accent_that_cannot_be_read_is_refused(desk, poitiers, accent):
    fields = {**PRESENTED, "accent": accent, "base": poitiers.revision}

    answer = sent(desk, "desk:describe", fields, poitiers.slug)

    poitiers.refresh_from_db()
    assert answer.status_code == 422
    assert poitiers.accent == ""


def test_two_organisers_writing_at_once_see_both_texts_and_lose_none(desk, poitiers, odile):
    seen = poitiers.revision
    by = cast.By(odile, cast.AT)
    stewardship.describe(poitiers, by, changes={"lede": "Le texte d’une collègue."})

    answer = sent(desk, "desk:describe", {**PRESENTED, "base": seen}, poitiers.slug)

    page = said(answer)
    poitiers.refresh_from_db()
    assert answer.status_code == 409
    assert "Le texte d’une collègue." in page
    assert "Trente habitants débattent." in page
    assert poitiers.lede == "Le texte d’une collègue."


def test_after_a_conflict_one_may_keep_one_s_own_text(desk, poitiers, odile):
    seen = poitiers.revision
    by = cast.By(odile, cast.AT)
    stewardship.describe(poitiers, by, changes={"lede": "Le texte d’une collègue."})
    page = sent(desk, "desk:describe", {**PRESENTED, "base": seen}, poitiers.slug)

    again = page.context["form"]["base"].value()
    sent(desk, "desk:describe", {**PRESENTED, "base": again}, poitiers.slug)

    poitiers.refresh_from_db()
    assert poitiers.lede == "Trente habitants débattent."


def test_everybody_who_works_here_sees_who_sees_what(desk, poitiers):
    page = said(desk.get(reverse("desk:matrix", args=[poitiers.slug])))

    assert "Ouvrir le recrutement" in page
    assert "/bureau/…/calendrier/" in page


def test_the_dashboard_shows_the_next_act_and_why_it_is_refused(desk, poitiers):
    page = said(desk.get(reverse("desk:convention", args=[poitiers.slug])))

    assert "Annoncer la préparation" in page
    assert "Il faut d’abord une version du mandat" in page


def test_saving_without_a_change_writes_nothing_in_the_book(desk, poitiers):
    sent(desk, "desk:describe", {**PRESENTED, "base": poitiers.revision}, poitiers.slug)
    poitiers.refresh_from_db()
    before = poitiers.revision

    sent(desk, "desk:describe", {**PRESENTED, "base": before}, poitiers.slug)

    poitiers.refresh_from_db()
    assert poitiers.revision == before


def test_a_guarantor_finds_their_own_space_and_none_of_the_organiser_s_tasks(
    client, poitiers, gaston
):
    client.force_login(gaston)

    page = said(client.get(reverse("desk:home")))

    assert reverse("guarantors:convention", args=[poitiers.slug]) in page
    assert "Il manque au portail" not in page


def test_an_administrator_reads_the_dashboard_without_the_organiser_s_tasks(
    client, poitiers, alice
):
    client.force_login(alice)

    page = said(client.get(reverse("desk:convention", args=[poitiers.slug])))

    assert "L’organisation voit ici ce qui est en retard" in page
    assert "Cet acte revient à : organisation." in page


def test_somebody_without_any_role_is_told_what_will_come(client, db):
    client.force_login(cast.account("Nadia Nouvelle"))

    assert "Vous ne travaillez encore dans aucune convention" in said(
        client.get(reverse("desk:home"))
    )


def test_an_evaluator_finds_what_can_be_done_instead_of_an_empty_desk(client, poitiers, alice):
    client.force_login(cast.holder(Role.EVALUATOR, poitiers, alice))

    page = said(client.get(reverse("desk:home")))

    assert "Votre rôle n’a pas encore de page de travail ici" in page
    assert reverse("public:documents", args=[poitiers.slug]) in page


def test_an_organiser_of_one_convention_is_told_who_may_create_another(desk, poitiers):
    answer = desk.get(reverse("desk:create"))

    assert answer.status_code == 403
    assert "tenus pour tout le site" in said(answer)
    assert "Un rôle dans une seule convention ne suffit pas ici." in said(answer)


def test_a_member_is_told_which_role_a_page_of_the_convention_asks_for(client, poitiers, alice):
    client.force_login(cast.holder(Role.MEMBER, poitiers, alice))

    answer = client.get(reverse("desk:calendar", args=[poitiers.slug]))

    assert answer.status_code == 403
    assert "tenus pour tout le site" not in said(answer)
