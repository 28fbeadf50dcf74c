"""The officer's pages on people: read, and noted as read; entered, corrected, ruled out, erased."""

import uuid

import pytest
from django.urls import reverse

from isegoria.convention.models import Candidate, Reading
from isegoria.web import clock
from isegoria.web.person_forms import field_of
from tests import cast, recruiting, story
from tests.web.reading import said


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: cast.AT)


@pytest.fixture
def told(alice):
    told = story.announced(alice)
    recruiting.recruited(told)
    return told


@pytest.fixture
def officer(client, told):
    client.force_login(recruiting.officer(told).actor)
    return client


@pytest.fixture
def somebody(told):
    return told.convention.candidates.order_by("code").first()


def page(name, *args):
    return reverse(f"recruiters:{name}", args=["poitiers", *args])


def sent(client, url, **fields):
    return client.post(url, {"once": str(uuid.uuid4()), **fields})


def typed(told, **more):
    relay = told.convention.channels.get(value="Téléphone").relays.get()
    return {
        "relay": str(relay.pk),
        field_of(recruiting.AGE): recruiting.YOUNG,
        "name": "Nina Nouvelle",
        "phone": "06 98 76 54 32",
        "how": "written",
        "day": "2021-04-01",
        "agreed": "on",
        "provisions": ["lift", "sign_language"],
        "more": "une place au premier rang",
        **more,
    }


def nina(told):
    every = told.convention.candidates.all()
    return next(one for one in every if one.identity["name"] == "Nina Nouvelle")


def test_the_list_shows_names_and_notes_that_they_were_read(officer, told, somebody):
    shown = said(officer.get(page("people")))

    assert "8 personnes" in shown
    assert somebody.code in shown
    assert list(Reading.objects.values_list("what", "count")) == [("list", 8)]


def test_a_name_is_looked_for_and_is_in_no_address(officer, told):
    recruiting.entered(told, told.convention.candidates.first().relay, recruiting.OLD, name="Nino")

    answer = officer.post(page("people"), {"q": "nino", "state": "consented"})
    shown = said(officer.get(answer.url))

    assert "nino" not in answer.url.casefold()
    assert "1 personne" in shown
    assert 'value="nino"' in officer.get(answer.url).content.decode()
    assert "Personne ne correspond" in said(officer.post(page("people"), {"q": "zoé"}, follow=True))


def test_a_page_of_somebody_tells_everything_and_is_noted(officer, somebody):
    shown = said(officer.get(page("candidate", somebody.pk)))

    assert "Canari" in shown
    assert "un lieu sans marche" in shown
    assert "de vive voix, 2 avril 2021" in shown
    assert "Il faut un moyen de joindre" not in shown
    assert "a enregistré une personne" in shown
    assert Reading.objects.get().candidate == somebody.pk


def test_somebody_is_entered_with_the_channel_of_their_relay(officer, told):
    answer = sent(officer, page("person_new"), **typed(told))

    assert answer.status_code == 302
    made = nina(told)
    assert made.answers == {recruiting.WAY: "Téléphone", recruiting.AGE: recruiting.YOUNG}
    assert made.needs == {
        "provisions": ["lift", "sign_language"],
        "more": "une place au premier rang",
    }
    assert made.consent == {"how": "written", "day": "2021-04-01", "helper": "Raoul Recruteur"}


def test_the_form_asks_every_criterion_but_the_channel(officer, told):
    form = officer.get(page("person_new")).context["form"]

    assert list(form.criteria.values()) == [recruiting.AGE]


def test_a_double_entry_is_said_in_the_form(officer, told):
    sent(officer, page("person_new"), **typed(told))

    again = sent(officer, page("person_new"), **typed(told, name="N. Nouvelle"))

    assert again.status_code == 422
    assert "Cette personne est déjà inscrite" in said(again)
    assert told.convention.candidates.count() == 9


def test_no_draft_of_what_is_typed_is_kept_in_the_browser(officer, somebody):
    urls = [
        page("person_new"),
        *(
            page(f"candidate_{one}", somebody.pk)
            for one in ("correct", "rule_out", "withdraw", "erase")
        ),
    ]

    assert [url for url in urls if "data-draft" in officer.get(url).content.decode()] == []


def test_a_correction_keeps_the_channel_and_is_told(officer, told):
    sent(officer, page("person_new"), **typed(told))
    person = nina(told)
    fields = typed(told, phone="06 11 22 33 44", base=str(person.revision))

    sent(officer, page("candidate_correct", person.pk), **fields)

    person.refresh_from_db()
    assert person.identity["phone"] == "06 11 22 33 44"
    assert person.answers[recruiting.WAY] == "Téléphone"


def test_two_corrections_at_once_show_both_texts(officer, told, somebody):
    fields = typed(told, base=str(somebody.revision), phone="06 11 22 33 44")
    sent(officer, page("candidate_correct", somebody.pk), **fields)

    again = sent(officer, page("candidate_correct", somebody.pk), **{**fields, "name": "Nina"})

    assert again.status_code == 409
    assert "Nina Nouvelle" in said(again)


def test_the_reason_of_ruling_out_stays_with_the_person(officer, somebody):
    sent(officer, page("candidate_rule_out", somebody.pk), reason="Agent de la ville", base="1")

    somebody.refresh_from_db()
    assert (somebody.state, somebody.consent["ruled_out"]) == ("ineligible", "Agent de la ville")
    assert "Agent de la ville" in said(officer.get(page("candidate", somebody.pk)))


def test_a_withdrawal_asks_for_no_reason(officer, somebody):
    form = officer.get(page("candidate_withdraw", somebody.pk)).context["form"]

    sent(officer, page("candidate_withdraw", somebody.pk), base=str(somebody.revision))

    somebody.refresh_from_db()
    assert set(form.fields) == {"once", "base"}
    assert somebody.state == "withdrawn"


def test_an_erasure_is_looked_at_then_done(officer, somebody):
    look = said(officer.get(page("candidate_erase", somebody.pk)))

    sent(officer, page("candidate_erase", somebody.pk))

    assert "Ce qui sera détruit, sans retour" in look
    assert not Candidate.objects.filter(pk=somebody.pk).exists()


def test_the_card_has_a_number_and_whom_to_call_but_no_name(officer, told):
    sent(officer, page("person_new"), **typed(told))
    person = nina(told)

    shown = said(officer.get(page("candidate_card", person.pk)))

    assert person.code in shown
    assert "Canari, Institut Canari" in shown
    assert "effacé" in shown
    assert "Nina" not in shown


@pytest.mark.parametrize("who", ["odile", "gaston", "alice"])
def test_nobody_else_opens_these_pages(client, told, somebody, who):
    client.force_login(getattr(told, who))

    urls = [page("convention"), page("people"), page("candidate", somebody.pk), page("erasure")]

    assert [client.get(url).status_code for url in urls] == [403] * 4
    assert not Reading.objects.exists()


def test_somebody_of_another_convention_is_not_found_here(officer, told, alice):
    stranger = Candidate(convention=cast.convention(alice, slug="ailleurs"))

    assert officer.get(page("candidate", stranger.pk)).status_code == 404


def test_without_a_table_nobody_is_entered(client, alice):
    bare = story.announced(alice)
    client.force_login(recruiting.officer(bare).actor)

    assert "Pas encore de table" in said(client.get(page("person_new")))
    assert "Pas encore de table" in said(client.get(page("convention")))
