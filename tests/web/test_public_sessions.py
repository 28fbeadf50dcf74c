"""The sessions as anybody reads them, and the ways of joining, which anybody does not."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from isegoria.convention.models import Link, Presence
from isegoria.convention.verbs import attendance, sessions
from isegoria.core.charter import Role
from isegoria.web import clock
from tests import cast, sitting
from tests.cast import AT
from tests.sitting import SOON
from tests.web.reading import said

VIDEO = {one: f"https://video.exemple.org/{one}" for one in ("members", "staff", "observers")}
NEXT = AT + timedelta(hours=1)  # before any other of the story
LATE = SOON + timedelta(days=7)


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: AT)


@pytest.fixture
def fanny(told):
    return sitting.fanny(told)


@pytest.fixture
def planned(told, fanny):
    """With two things to do, a link for each group and a telephone."""
    made = sitting.session(
        told, title="Première rencontre", starts=NEXT, ends=NEXT + timedelta(hours=3), mode="hybrid", place="Hôtel de ville",
        access="Ascenseur à gauche", help_phone="05 49 11 11 11",
    )  # fmt: skip
    sitting.sequence(told, made, title="Se présenter", minutes=40)
    sitting.sequence(told, made, title="Choisir un thème", minutes=20)
    links = [Link(whom=whom, url=url) for whom, url in VIDEO.items()]
    return sessions.edit(made, fanny, changes={}, links=links)


@pytest.fixture
def announced(planned, fanny):
    return sessions.publish_agenda(planned, fanny)


def at(page, told, *more):
    return reverse(f"public:{page}", args=[told.convention.slug, *more])


def reads(page, told, *more, who=None):
    client = Client()
    if who:
        client.force_login(who)
    return client.get(at(page, told, *more))


def holder(told, role):
    return cast.holder(role, told.convention, told.odile, name=f"Zoé.{role}")


def test_nobody_outside_the_team_reads_of_a_session_before_its_agenda(told, planned):
    assert "Première rencontre" not in said(reads("sessions", told))
    assert reads("session", told, planned.pk).status_code == 404
    assert reads("session_ics", told, planned.pk).status_code == 404


def test_an_announced_session_says_when_where_how_and_what(told, announced):
    page = said(reads("session", told, announced.pk))

    expected = (
        "vendredi 2 avril 2021, 12 h–15 h", "sur place et à distance", "Hôtel de ville",
        "Ascenseur à gauche", "Se présenter", "40 minutes", "60 minutes en tout", "05 49 11 11 11",
    )  # fmt: skip
    assert [one for one in expected if one not in page] == []
    assert "Première rencontre" in said(reads("sessions", told))
    assert "Première rencontre" in said(reads("convention", told))


@pytest.mark.parametrize(
    "page", ["session", "session_ics", "sessions", "connection", "calendar_ics"]
)
def test_no_public_page_holds_a_way_of_joining_or_a_relay_room(told, announced, page):
    more = [announced.pk] if page.startswith("session_") or page == "session" else []

    text = said(reads(page, told, *more))

    assert "video.exemple.org" not in text
    assert "Canari, Canari" not in text


@pytest.mark.parametrize(
    ("role", "groups"),
    [
        (Role.MEMBER, {"members"}),
        (Role.EXPERT, {"staff"}),
        (Role.COMMITTEE, {"observers"}),
        (Role.GUARANTOR, {"observers"}),
        (Role.FACILITATOR, {"members", "staff", "observers"}),
    ],
)
def test_each_reads_the_link_of_their_group_and_no_other(told, announced, role, groups):
    who = told.gaston if role == Role.GUARANTOR else holder(told, role)

    answer = reads("session_join", told, announced.pk, who=who)

    assert {group for group, url in VIDEO.items() if url in said(answer)} == groups
    assert "no-store" in answer["Cache-Control"]


def test_a_stranger_is_asked_to_sign_in_and_a_councillor_reads_no_link(told, announced):
    assert reads("session_join", told, announced.pk).status_code == 302
    councillor = reads("session_join", told, announced.pk, who=holder(told, Role.COUNCILLOR))
    assert councillor.status_code == 403


def test_a_moved_session_shows_its_first_date_and_why(told, announced, fanny):
    sessions.rearrange(
        announced, fanny, starts=LATE, ends=LATE + timedelta(hours=2), mode="remote",
        reason="Salle fermée",
    )  # fmt: skip

    page = said(reads("session", told, announced.pk))

    assert "vendredi 9 avril 2021, 13 h–15 h" in page
    assert "vendredi 2 avril 2021, 12 h–15 h" in page
    assert "Salle fermée" in page


def test_a_cancelled_session_stays_with_its_reason_and_its_link_serves_no_more(
    told, announced, fanny
):
    sessions.cancel(announced, fanny, reason="Confinement")

    assert "Confinement" in said(reads("sessions", told))
    assert "Confinement" in said(reads("session", told, announced.pk))
    join = said(reads("session_join", told, announced.pk, who=holder(told, Role.MEMBER)))
    assert VIDEO["members"] not in join


def test_a_held_session_says_how_many_came_and_shows_its_transcript(told, announced, fanny):
    sessions.open_(announced, fanny)
    there = Presence(session=announced, member=told.things["awa"], how="phone")
    attendance.note(there, fanny)
    sessions.close(announced, fanny)
    recorded = {"recording_url": "https://video.exemple.org/w/x", "transcript": "Bonjour à tous."}
    sessions.edit(announced, fanny, changes=recorded)

    page = said(reads("session", told, announced.pk))

    assert "1 membre du panel a pris part à cette séance." in page
    assert "Bonjour à tous." in page


def event_of(answer, title):
    found = Calendar.from_ical(answer.getvalue()).walk("VEVENT")
    return next(one for one in found if title in str(one["summary"]))


def test_a_session_goes_into_a_diary_alone_or_with_the_calendar(told, announced, fanny):
    sessions.cancel(announced, fanny, reason="Confinement")

    for answer in (reads("session_ics", told, announced.pk), reads("calendar_ics", told)):
        event = event_of(answer, "Première rencontre")
        assert (event["dtstart"].dt, event["dtend"].dt) == (NEXT, NEXT + timedelta(hours=3))
        assert str(event["status"]) == "CANCELLED"
        assert "Hôtel de ville" in str(event["location"])
        assert str(event["url"]).endswith(at("session", told, announced.pk))


def test_the_camera_may_be_asked_for_on_the_test_page_alone(told, announced):
    trial, elsewhere = reads("connection", told), reads("session", told, announced.pk)
    again = reads("connection", told)  # from the shelf

    assert "camera=(self)" in trial["Permissions-Policy"]
    assert "camera=(self)" in again["Permissions-Policy"]
    assert "camera=()" in elsewhere["Permissions-Policy"]
    assert "05 49 11 11 11" in said(trial)


def test_the_journal_leads_to_the_page_of_an_announced_session(told, announced):
    answer = reads("reference", told, "session", announced.pk)

    assert answer.url == at("session", told, announced.pk)
