"""What becomes of what a member asked for: told to them alone; then totals for everybody."""

from uuid import uuid4

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Refused
from isegoria.convention.models import Candidate, ProvisionTotals
from isegoria.convention.stewardship import needs
from isegoria.convention.verbs import sessions
from isegoria.web import clock
from tests import cast, recruiting, sitting
from tests.sitting import fanny
from tests.story import announced
from tests.web.reading import said


@pytest.fixture
def story(alice, monkeypatch):
    cache.clear()
    monkeypatch.setattr(clock, "now", lambda: cast.AT)
    return recruiting.with_a_panel(announced(alice))


@pytest.fixture
def awa(story):
    made = sitting.member(story)
    needs.say(made, By(made.account, cast.AT), ["transport", "meal"])
    return made


@pytest.fixture
def team(story):
    client = Client()
    client.force_login(fanny(story).actor)
    return client


def to(name, *more):
    return reverse(name, args=["poitiers", *more])


def sent(**typed):
    return {"once": str(uuid4()), **typed}


def space_of(member):
    client = Client()
    client.post("/carte/", {"once": uuid4(), "code": member.cards.get(state="issued").code})
    return said(client.get(to("panel:home")))


def test_a_member_reads_what_becomes_of_what_they_asked_for(awa, team):
    page = to("facilitation:need_settle", awa.pk, "transport")
    team.post(page, sent(fate="planned", reason=""))
    other = to("facilitation:need_settle", awa.pk, "meal")
    team.post(other, sent(fate="not_provided", reason="Le traiteur ne vient plus."))

    home = space_of(awa)

    assert "le transport : <strong>prévu</strong>" in home
    assert "un repas adapté : <strong>pas fourni</strong> — Le traiteur ne vient plus." in home
    assert "Le traiteur ne vient plus." in said(team.get(to("facilitation:needs")))


def test_what_is_not_provided_says_why(awa, team):
    page = to("facilitation:need_settle", awa.pk, "transport")

    answer = team.post(page, sent(fate="not_provided", reason=""))

    assert answer.status_code == 422
    assert "Dites pourquoi ce n’est pas fourni" in said(answer)


def test_what_was_not_asked_for_has_no_page(awa, team):
    assert team.get(to("facilitation:need_settle", awa.pk, "childcare")).status_code == 404


def test_what_is_no_longer_asked_for_is_forgotten_with_what_became_of_it(story, awa):
    needs.settle(awa, fanny(story), provision="meal", fate="planned", reason="")
    needs.say(awa, By(awa.account, cast.AT), ["transport"])
    needs.say(awa, By(awa.account, cast.AT), ["transport", "meal"])

    assert [str(one.fate) for one in needs.needs_of(awa)] == ["asked", "asked"]


def test_what_became_of_it_is_sealed_with_the_person(story, awa):
    needs.settle(awa, fanny(story), provision="meal", fate="not_provided", reason="Mot rare")

    person = Candidate.objects.get(member=awa)

    assert "Mot rare" not in person.sealed_needs
    assert "not_provided" not in person.sealed_needs


def test_totals_wait_for_the_last_session_and_are_published_once(story, awa, team):
    coming = sitting.session(story)
    with pytest.raises(Refused) as early:
        needs.publish_totals(ProvisionTotals(convention=story.convention), fanny(story))
    sessions.cancel(coming, fanny(story), reason="Canari")

    team.post(to("facilitation:provisions_publish"), sent())
    with pytest.raises(Refused) as twice:
        needs.publish_totals(ProvisionTotals(convention=story.convention), fanny(story))

    assert early.value.decision.about == ("sessions_over",)
    assert twice.value.decision.about == ("totals_once",)
    page = said(Client().get(to("public:support")))
    assert "trop peu de demandes" in page
    assert ["transport" in page, "repas" in page] == [False, False]


def test_the_public_page_shows_large_rows_and_groups_the_others(story):
    totals = ProvisionTotals(
        convention=story.convention,
        state="published",
        published_at=cast.AT,
        rows=[
            {"kinds": ["transport"], "asked": 9, "fates": [0, 0, 9, 0]},
            {"kinds": ["meal", "childcare", "lift"], "asked": 7, "fates": []},
        ],
    )
    totals.save()

    page = said(Client().get(to("public:support")))

    assert "le transport" in page
    assert "autres demandes, regroupées" in page
    assert "moins de cinq : pas montré" in page
    assert "repas" not in page
