"""The officer's dashboard, the rules of the panel's life, and forgetting on the date set."""

import uuid
from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from isegoria.convention.models import Candidate, Rules
from isegoria.convention.verbs import channels
from isegoria.web import clock
from tests import cast, recruiting, story
from tests.recruiting import AGE, OLD, PARTNERS, PHONE, WAY, YOUNG
from tests.web.reading import said


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: cast.AT)


@pytest.fixture
def told(alice):
    return story.announced(alice)


@pytest.fixture
def officer(client, told):
    client.force_login(recruiting.officer(told).actor)
    return client


def page(name):
    return reverse(f"recruiters:{name}", args=["poitiers"])


def sent(client, name, **fields):
    return client.post(page(name), {"once": str(uuid.uuid4()), **fields})


def entered(told, *, phone, partners):
    """People by channel: how many young, how many old."""
    ways = {
        PHONE: recruiting.relay(told, PHONE, "phone", "Institut"),
        PARTNERS: recruiting.relay(told, PARTNERS, "partner", "Association"),
    }
    for value, (young, old) in ((PHONE, phone), (PARTNERS, partners)):
        for age in (YOUNG,) * young + (OLD,) * old:
            recruiting.entered(told, ways[value], age)
    return ways


def test_the_people_entered_are_shown_beside_the_table(officer, told):
    recruiting.table(told)
    entered(told, phone=(2, 1), partners=(1, 1))

    shown = officer.get(page("convention"))

    levels = {
        (one.quota.criterion, one.quota.value): (one.entered, one.quota.least)
        for gauge in shown.context["gauges"]
        for one in gauge.levels
    }
    assert levels[WAY, PHONE] == (3, 2)
    assert levels[AGE, YOUNG] == (3, 1)
    assert "5 personnes peuvent être tirées au sort" in said(shown)
    assert "Un panel peut être tiré aujourd’hui" in said(shown)


def test_a_conflict_is_said_in_words_with_what_would_mend_it(officer, told):
    recruiting.table(told)
    entered(told, phone=(4, 0), partners=(3, 0))

    shown = said(officer.get(page("convention")))

    assert "Aucun panel ne peut être tiré aujourd’hui" in shown
    assert "<strong>Âge, 40 ans ou plus</strong> — au moins 1 (inscrites : 0)" in shown
    assert "Trouver 1 personne de plus suffirait" in shown
    assert "au moins 0 au lieu de 1" in shown
    assert "au plus 3 au lieu de 2" in shown


def test_too_few_people_are_said_to_be_too_few(officer, told):
    recruiting.table(told)
    entered(told, phone=(1, 0), partners=(0, 0))

    assert "3 places pour 1 personnes" in said(officer.get(page("convention")))


def test_whoever_lacks_an_answer_is_named_by_their_card(officer, told):
    recruiting.table(told)
    ways = entered(told, phone=(2, 1), partners=(1, 0))
    cells = (*recruiting.CELLS, ("Sexe", "Femme", 0, 1, 3), ("Sexe", "Homme", 0, 1, 3))
    recruiting.table(told, cells=cells)
    codes = list(told.convention.candidates.values_list("code", flat=True))

    shown = said(officer.get(page("convention")))

    assert "Il manque une réponse à ces personnes" in shown
    assert [code for code in codes if code not in shown] == []
    assert ways[PHONE].name not in shown


def test_the_dashboard_is_quiet_once_the_list_is_sealed(officer, told):
    recruiting.recruited(told)
    recruiting.sealed(told)

    shown = officer.get(page("convention"))

    assert "La liste du tirage est scellée" in said(shown)
    assert "feasibility" not in shown.context


def test_rules_are_set_with_the_proposed_day_then_changed_with_a_reason(officer, told):
    first = officer.get(page("rules_set")).context["form"]
    kept = {"alternates": "6", "quorum_percent": "50", "erased_on": "2022-01-30"}

    sent(officer, "rules_set", **kept, replaced_until="2021-09-30")
    mute = sent(officer, "rules_set", **kept)
    sent(officer, "rules_set", **{**kept, "alternates": "8"}, reason="Deux suppléants de plus.")

    versions = Rules.objects.order_by("number")
    assert first["erased_on"].value() == date(2022, 1, 30)
    assert [(one.number, one.alternates) for one in versions] == [(1, 6), (2, 8)]
    assert versions[0].replaced_until == datetime(2021, 9, 30, 21, 59, 59, tzinfo=UTC)
    assert mute.status_code == 422
    assert "Deux suppléants de plus." in said(officer.get(page("rules")))


def test_nobody_is_erased_while_replacements_are_possible(officer, told):
    wrong = {"alternates": "6", "quorum_percent": "50"}

    answer = sent(
        officer, "rules_set", **wrong, replaced_until="2021-09-30", erased_on="2021-09-30"
    )

    assert answer.status_code == 422
    assert "Gardez les personnes tant qu’un remplacement est possible" in said(answer)


def test_before_the_date_there_is_no_button(officer, told):
    recruiting.recruited(told)

    shown = officer.get(page("erasure"))

    assert "8 personnes seraient effacées" in said(shown)
    assert "La date d’effacement n’est pas encore venue" in said(shown)
    assert "<form method" not in said(shown)


def test_on_the_date_people_are_erased_and_counted(officer, told):
    recruiting.recruited(told)
    rules = Rules(convention=told.convention, erased_on=date(2021, 4, 2))
    channels.set_rules(rules, recruiting.officer(told))
    look = said(officer.get(page("erasure")))

    sent(officer, "erasure")

    assert "Effacer 8 personnes" in look
    assert not Candidate.objects.exists()
    assert "Effacements déjà faits" in said(officer.get(page("erasure")))


def test_the_rules_and_the_channels_are_public(client, told):
    recruiting.table(told)
    recruiting.relay(told, PHONE, "phone", "Institut secret")
    channels.set_rules(Rules(convention=told.convention, alternates=7), recruiting.officer(told))

    shown = said(client.get(reverse("public:recruitment", args=["poitiers"])))

    assert "appels d’un institut" in shown
    assert "7 suppléants prévenus à l’avance" in shown
    assert "Institut secret" not in shown
