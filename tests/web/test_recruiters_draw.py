"""The officer seals a draw after looking at the chances, hands receipts over, or voids it."""

import io
import json
import os
import zipfile
from datetime import timedelta
from unittest.mock import Mock
from uuid import uuid4

import pytest
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from isegoria.convention.models import Computation, Draw, Reading
from isegoria.convention.recruitment import computing
from isegoria.convention.recruitment.computations import begin
from isegoria.convention.recruitment.computing import carry_out
from isegoria.convention.recruitment.sealing import found_for
from isegoria.convention.verbs import draws as acts
from isegoria.core.sortition.verification import receipt_holds
from isegoria.web import clock
from isegoria.web.recruiters import computing as web_computing
from isegoria.web.recruiters import draws
from tests import cast, recruiting, story
from tests.web.reading import said

SAID = {"source": "balls", "source_text": "Hôtel de ville, le 3 avril à 18 h"}


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: cast.AT)
    monkeypatch.setattr(
        computing, "found_for", lambda pool, **more: found_for(pool, tickets=20, **more)
    )


@pytest.fixture
def ready(client, alice):
    told = story.announced(alice)
    recruiting.recruited(told)
    recruiting.second_guarantor(told)
    client.force_login(recruiting.officer(told).actor)
    return told


def page(name, *args):
    return reverse(f"recruiters:{name}", args=["poitiers", *args])


def asked(client, **more):
    return client.post(page("draw_seal"), {"once": uuid4(), **SAID, **more})


def looked(client, **more):
    """Ask, let the worker compute, look."""
    asked(client, **more)
    carry_out(Computation.objects.latest("asked_at").pk, clock.now)
    return client.get(page("draw_look"))


def pressed(client, step, once=None):
    return client.post(page("draw_look"), {"once": once or uuid4(), "step": step})


def test_the_chances_are_shown_and_nothing_is_sealed(client, ready):
    text = said(looked(client))

    assert "Plus petite chance" in text
    assert "Rien n’est encore scellé" in text
    assert not Draw.objects.exists()


def test_a_draw_that_is_confirmed_is_sealed_and_names_its_source_and_signers(client, ready):
    looked(client)
    pressed(client, "confirm")

    draw = Draw.objects.get()
    assert (draw.state, draw.published["source"]) == (
        "sealed",
        {
            "kind": "balls",
            "what": "Hôtel de ville, le 3 avril à 18 h",
            "guarantors": ["Gaston Garant", "Gisèle Garante"],
        },
    )


def test_a_draw_confirmed_twice_is_sealed_once(client, ready):
    looked(client)
    once = uuid4()

    answers = [pressed(client, "confirm", once).status_code for _ in range(2)]

    assert answers == [302, 302]
    assert Draw.objects.count() == 1
    assert not Computation.objects.exists()


def test_the_computing_is_followed_without_a_script_and_survives_a_reload(client, ready):
    asked(client)

    first, again = (client.get(page("draw_look")) for _ in range(2))

    assert ["En attente" in said(one) for one in (first, again)] == [True, True]
    assert first["Refresh"] == "5"
    assert "Refresh" not in client.get(page("draw_look"), {"immobile": 1})
    assert DBTaskResult.objects.get().args_kwargs["args"] == [str(Computation.objects.get().pk)]


def test_a_second_request_joins_the_first(client, ready):
    asked(client)
    asked(client)

    assert (Computation.objects.count(), DBTaskResult.objects.count()) == (1, 1)


def test_the_computing_is_stopped_then_asked_for_again_with_the_same_words(client, ready):
    asked(client)

    pressed(client, "cancel")
    stopped = said(client.get(page("draw_look")))
    pressed(client, "again")

    assert "Vous avez arrêté le calcul" in stopped
    one = Computation.objects.get()
    assert (one.stage, one.source_text) == ("waiting", SAID["source_text"])


def test_a_computing_that_gave_no_sign_of_life_is_said_to_be_interrupted(
    client, ready, monkeypatch
):
    asked(client)
    begin(Computation.objects.get().pk, cast.AT)
    monkeypatch.setattr(clock, "now", lambda: cast.AT + timedelta(minutes=2))

    assert "Le calcul s’est interrompu" in said(client.get(page("draw_look")))


def test_the_worker_lets_a_process_of_its_own_compute(client, ready, monkeypatch):
    asked(client)
    begun = []
    monkeypatch.setattr(
        web_computing.subprocess, "Popen", lambda command: begun.append(command) or Mock(pid=1)
    )

    web_computing.set_going.call(str(Computation.objects.get().pk))

    whose, what = str(os.getpid()), str(Computation.objects.get().pk)
    assert begun[0][1:] == ["-m", "isegoria.cli.child", whose, "draw", what]


def test_somebody_who_entered_after_the_look_stops_the_seal(client, ready):
    looked(client)
    relay = ready.convention.candidates.first().relay
    recruiting.entered(ready, relay, recruiting.YOUNG)

    answer = pressed(client, "confirm")

    assert answer.status_code == 409
    assert "La liste des personnes a changé depuis le calcul" in said(answer)
    assert not Draw.objects.exists()


def test_a_conflict_of_quotas_is_said_in_words(client, alice):
    told = story.announced(alice)
    recruiting.table(told)
    phone = recruiting.relay(told, recruiting.PHONE, "phone", "Institut Canari")
    recruiting.entered(told, phone, recruiting.YOUNG)
    recruiting.second_guarantor(told)
    client.force_login(recruiting.officer(told).actor)

    text = said(client.get(page("draw_seal")))

    assert "Il n’y a pas encore de panel possible" in text
    assert "Calculer les chances" not in text


def test_one_guarantor_is_not_enough_and_the_page_says_so(client, alice):
    told = story.announced(alice)
    recruiting.recruited(told)
    client.force_login(recruiting.officer(told).actor)

    assert "Il faut deux garants au moins" in said(client.get(page("draws")))
    assert client.get(page("draw_seal")).status_code == 302


def test_a_long_list_is_sent_to_the_command_line(client, ready, monkeypatch):
    monkeypatch.setattr(draws, "MOST_PEOPLE", 3)

    assert "./isegoria draw" in said(client.get(page("draws")))


def test_a_new_draw_says_why(client, ready):
    acts.void(recruiting.sealed(ready), recruiting.officer(ready), reason="Canari")

    assert asked(client).status_code == 422
    looked(client, again="Une personne manquait.")
    pressed(client, "confirm")

    assert Draw.objects.get(number=2).again == "Une personne manquait."


def test_a_draw_is_voided_with_a_reason_that_stays(client, ready):
    draw = recruiting.sealed(ready)
    url = page("draw_void", draw.pk)

    client.post(url, {"once": uuid4(), "base": draw.revision, "reason": "Boules perdues"})

    draw.refresh_from_db()
    assert (draw.state, draw.void_reason) == ("void", "Boules perdues")


def test_the_page_of_a_list_sealed_under_another_table_says_what_to_do(client, ready):
    draw = recruiting.sealed(ready)
    recruiting.table(ready)

    text = said(client.get(page("draw", draw.pk)))

    assert "Annulez ce tirage, puis préparez-en un autre" in text


def test_the_receipts_come_in_one_archive_called_by_card_number(client, ready):
    draw = recruiting.sealed(ready)

    archive = zipfile.ZipFile(io.BytesIO(client.get(page("draw_receipts_zip", draw.pk)).content))

    codes = ready.convention.candidates.order_by("code").values_list("code", flat=True)
    assert archive.namelist() == [f"{code}.json" for code in codes]
    documents = [json.loads(archive.read(name)) for name in archive.namelist()]
    assert all(receipt_holds(draw.published, one) for one in documents)


def test_a_receipt_is_printed_with_its_numbers_and_the_reading_is_noted(client, ready):
    draw = recruiting.sealed(ready)
    entrant = draw.entrants.select_related("candidate").first()

    text = said(client.get(page("draw_receipt", draw.pk, entrant.place)))

    assert f"Reçu de la carte {entrant.candidate.code}" in text
    assert f"{entrant.opening['hidden']['tickets'][0]:03d}" in text
    assert Reading.objects.get().candidate == entrant.candidate.pk


def test_a_receipt_is_found_by_its_card_number(client, ready):
    draw = recruiting.sealed(ready)
    code = draw.entrants.last().candidate.code

    page_of = client.get(page("draw_receipts", draw.pk), {"q": code.lower()}).context["page"]

    assert [one.candidate.code for one in page_of] == [code]
