"""What the guarantors check: gaps as totals, who read what, who was forgotten."""

from datetime import timedelta

import pytest
from django.urls import reverse

from isegoria.convention.models import Erasure, Rules
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.recruitment.reads import note
from isegoria.convention.verbs import candidates, channels, erasing
from isegoria.core.charter import Role
from isegoria.web import clock
from tests import cast, recruiting
from tests.recruiting import officer
from tests.story import announced
from tests.web.reading import said

PAGES = ("gaps", "readings", "erasures")


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: cast.AT)


@pytest.fixture
def story(alice):
    told = announced(alice)
    recruiting.recruited(told)
    rules = Rules(convention=told.convention, alternates=2, erased_on=cast.AT.date())
    channels.set_rules(rules, officer(told))
    return told


@pytest.fixture
def drawn(story):
    recruiting.drawn(story, recruiting.sealed(story))
    return story


@pytest.fixture
def gaston(client, story):
    client.force_login(story.gaston)
    return client


def page(name):
    return reverse(f"guarantors:{name}", args=["poitiers"])


def looks(story, what, *, at=cast.AT, **more):
    account = more.pop("account", officer(story).actor)
    note(story.convention, Viewer(account, frozenset({Role.RECRUITER}), at), what, **more)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_without_anything_says_what_will_come(gaston, name):
    assert 'class="empty"' in said(gaston.get(page(name)))


def test_every_cell_is_shown_with_its_gap_before_and_after(gaston, drawn):
    gone = drawn.convention.candidates.filter(state="drawn").first()
    candidates.withdraw(gone, officer(drawn))

    found = gaston.get(page("gaps"))

    standing = found.context["standing"]
    assert (standing.filled, standing.empty) == (2, 1)
    cells = sum(len(one.cells) for one in standing.criteria)
    assert said(found).count('<tr><th scope="row">') == cells == len(recruiting.CELLS)
    assert "hors bornes" in said(found)


def test_a_criterion_out_of_bounds_is_unfolded_and_all_are_when_asked(gaston, drawn):
    def opened(more=""):
        answer = gaston.get(page("gaps") + more)
        outside = [
            any(cell.is_outside for cell in one.cells)
            for one in answer.context["standing"].criteria
        ]
        return said(answer).count('<details class="details" open>'), sum(outside)

    assert opened() == (0, 0)
    candidates.withdraw(drawn.convention.candidates.filter(state="drawn").first(), officer(drawn))

    shown, outside = opened()

    assert shown == outside > 0
    assert opened("?tout")[0] == len({criterion for criterion, *_ in recruiting.CELLS})


def test_once_people_are_forgotten_what_cannot_be_counted_is_not_shown(gaston, drawn):
    def heads():
        return [head["label"] for head in gaston.get(page("gaps")).context["columns"][1:]]

    whole = heads()
    spare = drawn.convention.candidates.filter(state="consented")
    erasing.erase(Erasure(convention=drawn.convention, on_request=True), officer(drawn), spare[:1])

    standing = gaston.get(page("gaps")).context["standing"]
    assert [one for one in whole if one not in heads()] == ["candidatures"]
    assert (standing.pool, standing.listed) == (8, 7)


@pytest.mark.parametrize("name", PAGES)
def test_no_page_of_the_guarantors_shows_a_card_number(gaston, drawn, name):
    for one in drawn.convention.candidates.all():
        looks(drawn, "person", candidate=one.pk)
    people = list(drawn.convention.candidates.all())
    spare = [one for one in people if one.state == "consented"][:1]
    erasing.erase(Erasure(convention=drawn.convention, on_request=True), officer(drawn), spare)

    shown = said(gaston.get(page(name)))

    told = [word for one in people for word in (one.code, str(one.pk), str(one.alias))]
    assert [word for word in told if word in shown] == []


def test_the_log_of_reads_says_who_when_and_what(gaston, story):
    looks(story, "list", count=7)

    answer = gaston.get(page("readings"))

    assert [(str(one.account), what, one.count) for one, what in answer.context["rows"]] == [
        ("Raoul Recruteur", "une liste de personnes", 7)
    ]


def test_the_log_of_reads_is_narrowed_by_what_who_and_when(gaston, story):
    ines = story.things[cast.NAMES[Role.INSTITUTE]]
    looks(story, "list", at=cast.AT - timedelta(days=5))
    looks(story, "person")
    looks(story, "list", account=ines)

    def found(**asked):
        rows = gaston.get(page("readings"), asked).context["rows"]
        return [(str(one.account), one.what) for one, _ in rows]

    raoul, others = "Raoul Recruteur", "Inès Enquêtrice"
    assert found(quoi="person") == [(raoul, "person")]
    assert found(qui=str(ines.pk)) == [(others, "list")]
    assert found(jusque=(cast.AT - timedelta(days=4)).date()) == [(raoul, "list")]
    assert found(depuis=cast.AT.date(), quoi="list") == [(others, "list")]


@pytest.mark.parametrize("asked", [{"depuis": "2021-99-99"}, {"qui": "x"}, {"quoi": "rien"}, {"page": "z"}])  # fmt: skip
def test_a_filter_that_makes_no_sense_breaks_nothing(gaston, story, asked):
    looks(story, "list")

    assert gaston.get(page("readings"), asked).status_code == 200


def test_the_log_of_reads_is_cut_in_pages(gaston, story):
    for _n in range(51):
        looks(story, "list")

    assert len(gaston.get(page("readings")).context["rows"]) == 50
    assert len(gaston.get(page("readings"), {"page": 2}).context["rows"]) == 1


def test_erasures_are_counts(gaston, drawn):
    people = list(drawn.convention.candidates.filter(state="consented"))
    erasing.erase(Erasure(convention=drawn.convention, on_request=True), officer(drawn), people[:1])
    erasing.erase(
        Erasure(convention=drawn.convention, on_request=False), officer(drawn), people[1:]
    )

    shown = gaston.get(page("erasures"))

    assert sorted(one.count for one in shown.context["page"]) == [1, 4]
    assert "à la demande de la personne" in said(shown)


@pytest.mark.parametrize("name", PAGES)
def test_nobody_else_opens_these_pages(client, drawn, name):
    client.force_login(drawn.odile)
    assert client.get(page(name)).status_code == 403
    client.force_login(officer(drawn).actor)
    assert client.get(page(name)).status_code == 403
