"""A session under way, on screen: begun, over time, ended, noted, printed."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from isegoria.convention.chartered import By
from isegoria.convention.verbs import sequences
from isegoria.web import clock
from tests import sitting
from tests.cast import AT
from tests.web.reading import said


@pytest.fixture
def wait(monkeypatch):
    """wait(minutes): so long after the story's instant."""

    def until(minutes):
        monkeypatch.setattr(clock, "now", lambda: AT + timedelta(minutes=minutes))

    until(0)
    return until


@pytest.fixture
def session(told, wait):
    """Opened, at nine in UTC; it is to begin two hours later."""
    under_way = sitting.opened(told, title="Comprendre")
    sitting.sequence(told, under_way, title="Débat", minutes=45, instructions="Placez-vous.")
    return under_way


@pytest.fixture
def fanny(told, wait):
    sitting.fanny(told)
    client = Client()
    client.force_login(told.things["fanny"])
    return client


def at(page, told, key):
    return reverse(f"facilitation:{page}", args=[told.convention.slug, key])


def stage(client, told, session):
    return client.get(at("running", told, session.pk))


def press(client, told, one, page, form, **more):
    """What a button of the page sends."""
    hidden = {name: form[name].value() for name in ("once", "base")}
    return client.post(at(page, told, one.pk), {**hidden, **more}, follow=True)


def states(session):
    return [one.state for one in session.sequences.all()]


def test_the_first_sequence_is_begun_by_one_press(told, fanny, session):
    page = stage(fanny, told, session)
    assert "Commencer : Canari" in said(page)

    press(fanny, told, page.context["next"], "sequence_start", page.context["starting"])

    assert states(session) == ["running", "planned", "planned"]
    assert "Encore 30 min" in said(stage(fanny, told, session))


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(12, "Encore 18 min"), (30, "C’est l’heure de finir"), (41, "Dépassé de 11 min")],
)
def test_the_time_left_or_over_is_said(told, fanny, session, wait, minutes, words):
    sequences.start(session.sequences.first(), sitting.fanny(told))

    wait(minutes)

    assert words in said(stage(fanny, told, session))


def test_ending_goes_on_to_the_next_when_asked(told, fanny, session, wait):
    sequences.start(session.sequences.first(), sitting.fanny(told))
    wait(33)
    page = stage(fanny, told, session)

    press(
        fanny, told, page.context["current"], "sequence_end", page.context["ending"], onwards="on"
    )

    assert states(session) == ["done", "running", "planned"]


def test_ending_alone_leaves_the_next_for_later(told, fanny, session):
    sequences.start(session.sequences.first(), sitting.fanny(told))
    page = stage(fanny, told, session)

    press(fanny, told, page.context["current"], "sequence_end", page.context["ending"])

    assert states(session) == ["done", "planned", "planned"]
    assert "Canari bis" in said(stage(fanny, told, session))


def test_two_people_who_press_at_once_end_one_sequence(told, fanny, session):
    first = session.sequences.first()
    sequences.start(first, sitting.fanny(told))
    form = stage(fanny, told, session).context["ending"]
    sequences.end(first, sitting.fanny(told))
    sequences.start(session.sequences.get(title="Débat"), sitting.fanny(told))

    answer = press(fanny, told, first, "sequence_end", form, onwards="on")

    assert answer.status_code in {403, 409}
    assert states(session) == ["done", "planned", "running"]


def test_a_session_that_runs_late_says_when_it_will_end(told, fanny, session, wait):
    sequences.start(session.sequences.first(), sitting.fanny(told))

    assert "dans les temps" in said(stage(fanny, told, session))
    wait(300)
    assert "de retard" in said(stage(fanny, told, session))


def test_before_the_session_is_open_the_page_says_why_nothing_begins(told, fanny, wait):
    waiting = sitting.session(told)
    sitting.sequence(told, waiting)

    page = said(stage(fanny, told, waiting))

    assert "La séance n’est pas ouverte." in page
    assert "Commencer :" not in page


def test_an_empty_run_sheet_leads_to_the_library(told, fanny, wait):
    page = said(stage(fanny, told, sitting.session(told)))

    assert "Composer le déroulé" in page


def test_remarks_are_kept_and_printed(told, fanny, session):
    first = session.sequences.first()
    sequences.end(sequences.start(first, sitting.fanny(told)), sitting.fanny(told))
    page = at("sequence_note", told, first.pk)
    form = fanny.get(page).context["form"]

    fanny.post(page, {"once": form["once"].value(), "base": first.revision, "notes": "Trop court."})

    assert "Trop court." in said(stage(fanny, told, session))
    assert "Trop court." in said(fanny.get(at("run_sheet_print", told, session.pk)))


def test_remarks_written_by_two_people_are_both_shown(told, fanny, session):
    first = sequences.start(session.sequences.first(), sitting.fanny(told))
    base = first.revision
    sequences.note(first, By(told.odile, AT), notes="Par Odile.")
    page = at("sequence_note", told, first.pk)
    once = fanny.get(page).context["form"]["once"].value()

    answer = fanny.post(page, {"once": once, "base": base, "notes": "Par Fanny."})

    assert answer.status_code == 409
    assert "Par Odile." in said(answer)
    assert "Par Fanny." in said(answer)


def test_without_script_the_page_renews_itself_only_when_asked(told, fanny, session):
    sequences.start(session.sequences.first(), sitting.fanny(told))
    page = at("running", told, session.pk)

    assert 'http-equiv="refresh"' not in said(fanny.get(page))
    asked = said(fanny.get(f"{page}?suivre"))
    assert '<noscript><meta http-equiv="refresh" content="30"></noscript>' in asked
    assert "<textarea" not in asked  # nothing that is being typed is lost
