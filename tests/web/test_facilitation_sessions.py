"""A session prepared, moved, announced, opened and closed from its pages."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from isegoria.convention.models import Entry, Session
from isegoria.core.charter import Role
from isegoria.web import clock
from tests import cast, sitting
from tests.cast import AT
from tests.sitting import SOON
from tests.web.reading import said


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: AT)


@pytest.fixture
def fanny(told):
    return signed_in(told.things["fanny"])


def signed_in(account):
    client = Client()
    client.force_login(account)
    return client


def at(page, told, *more):
    return reverse(f"facilitation:{page}", args=[told.convention.slug, *more])


def sends(client, page, **fields):
    """The form as it is shown, with these fields written otherwise."""
    form = client.get(page).context["form"]
    shown = {one.html_name: one.value() for one in form}
    kept = {name: value for name, value in shown.items() if value not in {None, "", False}}
    return client.post(page, {**kept, **fields})


ASKED = {
    "title": "Première séance",
    "day": "2021-04-10",
    "from_hour": "09:00",
    "until_hour": "12:30",
    "mode": "remote",
}


def planned(client, told, **fields):
    sends(client, at("session_plan", told), **{**ASKED, **fields})
    return Session.objects.get(title=fields.get("title", "Première séance"))


def test_a_session_is_prepared_at_the_hours_of_the_place(told, fanny):
    session = planned(fanny, told)

    assert (session.state, session.mode, session.place) == ("planned", "remote", "")
    assert session.starts == datetime(2021, 4, 10, 7, tzinfo=UTC)
    assert session.ends == datetime(2021, 4, 10, 10, 30, tzinfo=UTC)
    assert "samedi 10 avril 2021, 9 h–12 h 30" in said(fanny.get(at("session", told, session.pk)))


def test_a_form_sent_twice_prepares_one_session(told, fanny):
    form = {**ASKED, "once": str(uuid4())}

    first = fanny.post(at("session_plan", told), form)
    again = fanny.post(at("session_plan", told), form)

    assert Session.objects.filter(title="Première séance").count() == 1
    assert (first.status_code, first.url) == (302, again.url)


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ({"until_hour": "08:30"}, "La fin doit venir après le début."),
        ({"day": "2021-03-28", "from_hour": "02:30"}, "Cette heure n’existe pas ce jour-là"),
        ({"title": ""}, "Remplissez ce champ."),
        ({"day": "bientôt"}, "Écrivez la date comme ceci"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(told, fanny, written, why):
    answer = fanny.post(at("session_plan", told), {**ASKED, "once": uuid4(), **written})

    assert (answer.status_code, Session.objects.filter(title=ASKED["title"]).count()) == (422, 0)
    assert why in said(answer)
    assert next(iter(written.values())) in answer.content.decode()


def test_a_place_a_telephone_and_an_access_are_added_and_told_to_the_office_alone(told, fanny):
    session = planned(fanny, told)

    sends(
        fanny, at("session_edit", told, session.pk), help_phone="05 49 00 00 00", access="Ascenseur"
    )

    session.refresh_from_db()
    assert (session.help_phone, session.access) == ("05 49 00 00 00", "Ascenseur")
    assert Entry.objects.filter(act="session.edit").latest("at").seen_by == "office"


def test_a_recording_has_its_transcript(told, fanny):
    session = planned(fanny, told)
    page = at("session_edit", told, session.pk)

    answer = sends(fanny, page, recording_url="https://video.exemple.org/1")

    assert answer.status_code == 422
    assert "Un enregistrement public a sa transcription" in said(answer)


def test_two_people_who_write_at_once_see_both_texts(told, fanny):
    session = planned(fanny, told)
    page = at("session_edit", told, session.pk)
    form = fanny.get(page).context["form"]
    seen = {"once": uuid4(), "base": form["base"].value(), "title": "Première séance"}
    seen["minutes_days"] = "10"
    sends(fanny, page, place="Salon de l’hôtel de ville")

    answer = fanny.post(page, {**seen, "place": "Salle des fêtes"})

    assert answer.status_code == 409
    assert "Salon de l’hôtel de ville" in said(answer)
    assert "Salle des fêtes" in said(answer)
    session.refresh_from_db()
    assert session.place == "Salon de l’hôtel de ville"


def test_a_session_moved_to_the_screen_keeps_its_first_date_and_says_why(told, fanny):
    session = planned(fanny, told, mode="on_site")

    sends(
        fanny,
        at("session_rearrange", told, session.pk),
        day="2021-04-17",
        mode="remote",
        reason="Confinement",
    )

    page = said(fanny.get(at("session", told, session.pk)))
    assert "samedi 10 avril 2021, 9 h–12 h 30" in page
    assert "samedi 17 avril 2021, 9 h–12 h 30" in page
    assert "Confinement" in page


def test_a_change_that_changes_nothing_is_not_written_in_the_journal(told, fanny):
    session = planned(fanny, told)

    answer = sends(fanny, at("session_rearrange", told, session.pk), reason="Confinement")

    assert answer.status_code == 422
    assert "Rien ne change" in said(answer)
    assert session.arrangements.count() == 1


def test_an_agenda_without_anything_in_it_is_not_published(told, fanny):
    session = planned(fanny, told)

    page = said(fanny.get(at("session", told, session.pk)))

    assert "Le déroulé est vide : ajoutez au moins une séquence." in page


def test_a_session_goes_from_its_plan_to_its_close(told, fanny):
    session = sitting.session(told, title="Rencontre", starts=SOON, ends=SOON + timedelta(hours=2))
    sitting.sequence(told, session, title="Se présenter")
    seen = []

    for step in ("publish", "open", "close"):
        sends(fanny, at(f"session_{step}", told, session.pk))
        session.refresh_from_db()
        seen.append(session.state)

    assert seen == ["agenda_published", "open", "held"]


def test_a_cancelled_session_stays_in_the_list_with_its_reason(told, fanny):
    session = planned(fanny, told)

    sends(fanny, at("session_cancel", told, session.pk), reason="Salle fermée")

    assert "Salle fermée" in said(fanny.get(at("session", told, session.pk)))
    assert "annulée" in said(fanny.get(at("convention", told)))


def test_the_organiser_finds_the_sessions_from_the_desk(told):
    desk = signed_in(told.odile).get(reverse("desk:convention", args=[told.convention.slug]))

    assert at("convention", told) in said(desk)


def test_a_facilitator_finds_the_sessions_from_the_list_of_conventions(told, fanny):
    assert at("convention", told) in said(fanny.get(reverse("desk:home")))


def test_a_member_prepares_nothing(told):
    awa = cast.holder(Role.MEMBER, told.convention, told.odile, name="Zoé Membre")

    assert signed_in(awa).get(at("session_plan", told)).status_code == 403
