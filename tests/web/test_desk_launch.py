"""The mandate is read twice; the gate is passed in public; the convention goes on step by step."""

import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from isegoria.convention.chartered import By
from isegoria.convention.models import CalendarItem, Message
from isegoria.convention.verbs import calendar, mailbox
from tests import cast
from tests.web.reading import said

MANDATE = {
    "question": "Quel numérique voulons-nous à Poitiers ?",
    "scope": "Les usages.",
    "commitment": "Une réponse à chaque proposition.",
    "answer_due": "2027-12-31",
    "answer_due_text": "fin 2027",
    "panel_min": "30",
    "panel_max": "30",
    "act_reference": "Délibération 2026-42",
    "decided_on": "2026-09-28",
    "precision": "day",
    "source": "",
}


def sent(client, name, fields, *args):
    return client.post(reverse(name, args=args), {"once": str(uuid.uuid4()), **fields})


@pytest.fixture
def desk(client, odile):
    client.force_login(odile)
    return client


@pytest.fixture
def mandated(desk, poitiers):
    sent(desk, "desk:mandate_new", {**MANDATE, "step": "confirm"}, poitiers.slug)
    return poitiers


@pytest.fixture
def prepared(desk, mandated, odile):
    window = CalendarItem(convention=mandated, window="preparation", label="Préparation")
    calendar.add(
        window,
        By(odile, cast.AT),
        starts=cast.START,
        ends=timezone.now() + timezone.timedelta(days=30),
    )
    sent(desk, "desk:announce", {"base": "1"}, mandated.slug)
    return mandated


def state(convention):
    convention.refresh_from_db()
    return convention.state


def test_a_mandate_is_looked_at_before_it_is_fixed(desk, poitiers):
    look = sent(desk, "desk:mandate_new", MANDATE, poitiers.slug)

    page = said(look)
    assert "Relisez la version 1 du mandat" in page
    assert "ne pourra plus être modifiée" in page
    assert not poitiers.mandates.exists()


def test_a_mandate_that_was_looked_at_is_adopted(desk, poitiers):
    answer = sent(desk, "desk:mandate_new", {**MANDATE, "step": "confirm"}, poitiers.slug)

    page = said(desk.get(reverse("desk:mandate", args=[poitiers.slug])))
    assert answer.status_code == 302
    assert poitiers.mandates.get().panel_max == 30
    assert "28 septembre 2026" in page


def test_one_may_go_back_and_correct(desk, poitiers):
    answer = sent(desk, "desk:mandate_new", {**MANDATE, "step": "correct"}, poitiers.slug)

    assert "Délibération 2026-42" in said(answer)
    assert not poitiers.mandates.exists()


def test_a_second_mandate_starts_from_the_first_and_says_why(desk, mandated):
    form = said(desk.get(reverse("desk:mandate_new", args=[mandated.slug])))

    silent = sent(desk, "desk:mandate_new", {**MANDATE, "step": "confirm"}, mandated.slug)
    told = {**MANDATE, "reason": "Panel porté à 30.", "step": "confirm"}
    answer = sent(desk, "desk:mandate_new", told, mandated.slug)

    assert "Quel numérique voulons-nous à Poitiers" in form
    assert (silent.status_code, answer.status_code) == (422, 302)
    assert mandated.mandates.count() == 2


def test_a_panel_s_sizes_make_sense(desk, poitiers):
    fields = {**MANDATE, "panel_min": "31"}

    assert sent(desk, "desk:mandate_new", fields, poitiers.slug).status_code == 422


def test_a_preparation_is_not_announced_without_a_mandate(desk, poitiers):
    page = said(desk.get(reverse("desk:announce", args=[poitiers.slug])))
    answer = sent(desk, "desk:announce", {"base": "1"}, poitiers.slug)

    assert "Il faut d’abord une version du mandat" in page
    assert answer.status_code == 409
    assert state(poitiers) == "draft"


def test_a_preparation_is_announced_once_it_is_said_what_becomes_public(desk, mandated):
    page = said(desk.get(reverse("desk:announce", args=[mandated.slug])))
    sent(desk, "desk:announce", {"base": "1"}, mandated.slug)

    assert "deviennent publics" in page
    assert state(mandated) == "prepared"


def test_a_launch_is_refused_while_the_gate_lacks_something(desk, prepared):
    answer = sent(desk, "desk:launch", {}, prepared.slug)

    assert answer.status_code == 409
    assert "Il manque encore des éléments" in said(answer)
    assert state(prepared) == "prepared"


def test_passing_over_the_gate_quotes_what_everybody_will_read(desk, prepared):
    reason = {"reason": "Le conseil siège avant l’avis des garants."}

    look = said(sent(desk, "desk:launch_unready", reason, prepared.slug))
    before = state(prepared)
    sent(desk, "desk:launch_unready", {**reason, "step": "confirm"}, prepared.slug)

    assert "Lancée sans que tout soit prêt" in look
    assert "Le conseil siège avant l’avis des garants." in look
    assert "Il manquait :" in look
    assert (before, state(prepared)) == ("prepared", "launched")
    assert "opinion" in prepared.passed_over


def test_passing_over_the_gate_needs_a_reason(desk, prepared):
    answer = sent(desk, "desk:launch_unready", {"reason": "", "step": "confirm"}, prepared.slug)

    assert answer.status_code == 422
    assert state(prepared) == "prepared"


def test_the_next_step_waits_for_its_window(desk, prepared, odile):
    launch = {"reason": "Urgence.", "step": "confirm"}
    sent(desk, "desk:launch_unready", launch, prepared.slug)

    page = said(desk.get(reverse("desk:advance", args=[prepared.slug, "recruit"])))
    refused = sent(desk, "desk:advance", {}, prepared.slug, "recruit")
    item = CalendarItem(convention=prepared, window="recruitment", label="Recrutement")
    later = timezone.now() + timezone.timedelta(days=3)
    calendar.add(item, By(odile, cast.AT), starts=cast.START, ends=later)
    sent(desk, "desk:advance", {}, prepared.slug, "recruit")

    assert "recrutement du panel" in page
    assert refused.status_code == 409
    assert state(prepared) == "recruiting"


@pytest.mark.parametrize("step", ["launch", "describe", "create", "nonsense"])
def test_only_the_steps_are_steps(desk, poitiers, step):
    assert desk.get(reverse("desk:advance", args=[poitiers.slug, step])).status_code == 404


def test_who_did_what_names_the_person_to_the_organiser(desk, mandated):
    page = said(desk.get(reverse("desk:journal", args=[mandated.slug])))

    assert "Odile Organisatrice" in page
    assert "a enregistré la version 1 du mandat" in page


def test_who_did_what_is_not_for_guarantors(client, mandated, gaston):
    client.force_login(gaston)

    assert client.get(reverse("desk:journal", args=[mandated.slug])).status_code == 403


def test_who_did_what_can_be_searched(desk, mandated):
    address = reverse("desk:journal", args=[mandated.slug])

    page = said(desk.get(address, {"kind": "mandate"}))
    none = said(desk.get(address, {"kind": "mandate", "until": "2020-01-01"}))
    wrong = desk.get(address, {"kind": "x'--", "since": "hier", "before": "-4"})

    assert "version 1 du mandat" in page
    assert "a créé la convention" not in page
    assert "Aucun acte ne correspond" in none
    assert wrong.status_code == 200


def test_who_did_what_is_downloaded_without_formulas(desk, mandated, odile):
    hostile = CalendarItem(convention=mandated, label='=HYPERLINK("http://x")')
    calendar.add(hostile, By(odile, cast.AT), starts=cast.START, ends=cast.END)

    answer = desk.get(reverse("desk:journal_csv", args=[mandated.slug]))
    lines = b"".join(answer.streaming_content).decode().splitlines()

    assert lines[0].startswith("\ufeffnuméro;date;acte;rôle;personne")
    assert not any(cell.startswith(("=", "+", "@")) for line in lines for cell in line.split(";"))
    assert sum("Odile Organisatrice" in line for line in lines) >= 2


def test_the_hand_behind_a_sealed_act_is_not_shown_to_the_organiser(desk, mandated, gaston):
    message = Message(convention=mandated, subject_line="Accès", body="La salle est à l’étage.")
    mailbox.send(message, By(None, cast.AT), receipt="2345-6789-ABCD")
    mailbox.answer(message, By(gaston, cast.AT), text="La salle change.")

    page = said(desk.get(reverse("desk:journal", args=[mandated.slug])))
    table = desk.get(reverse("desk:journal_csv", args=[mandated.slug]))

    assert "Gaston" not in page
    assert page.count("garant<") == 0
    assert "Un acte réservé, que voient les garants seuls." in page
    assert "Gaston" not in b"".join(table.streaming_content).decode()
