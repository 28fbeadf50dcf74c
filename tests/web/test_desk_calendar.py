"""An organiser dates what comes, moves it saying why, and notes what happened."""

import uuid

import pytest
from django.urls import reverse

from isegoria.convention.chartered import By
from isegoria.convention.models import Appointment, CalendarItem
from isegoria.convention.verbs import people
from isegoria.core.charter import Role
from tests import cast
from tests.web.reading import said

SESSION = {
    "label": "Première séance",
    "lane": "convention",
    "first_day": "2027-05-19",
    "first_hour": "14:00",
    "last_day": "",
    "last_hour": "18:00",
    "precision": "day",
    "place": "Salons de Blossac",
    "detail": "",
    "source": "",
}


def sent(client, name, fields, *args):
    return client.post(reverse(name, args=args), {"once": str(uuid.uuid4()), **fields})


@pytest.fixture
def desk(client, odile):
    client.force_login(odile)
    return client


@pytest.fixture
def session(desk, poitiers):
    sent(desk, "desk:calendar_add", SESSION, poitiers.slug)
    return CalendarItem.objects.get(label="Première séance")


def dates(item):
    return [(one.nature, f"{one.starts:%Y-%m-%d %H:%M}", one.precision) for one in item.dates.all()]


def test_a_session_is_stored_in_utc_and_shown_in_the_convention_s_hours(desk, poitiers, session):
    page = said(desk.get(reverse("desk:calendar", args=[poitiers.slug])))

    assert dates(session) == [("planned", "2027-05-19 12:00", "minute")]
    assert "mercredi 19 mai 2027, 14 h–18 h" in page


def test_an_hour_that_does_not_exist_is_refused_with_the_remedy(desk, poitiers):
    fields = {**SESSION, "first_day": "2027-03-28", "first_hour": "02:30", "last_hour": ""}

    answer = sent(desk, "desk:calendar_add", fields, poitiers.slug)

    assert answer.status_code == 422
    assert "Écrivez 03:30" in said(answer)
    assert not CalendarItem.objects.exists()


def test_an_hour_that_comes_twice_means_the_first_and_the_page_says_so(desk, poitiers):
    fields = {**SESSION, "first_day": "2027-10-31", "first_hour": "02:30", "last_hour": "04:00"}

    answer = desk.post(
        reverse("desk:calendar_add", args=[poitiers.slug]),
        {"once": str(uuid.uuid4()), **fields},
        follow=True,
    )

    assert "la première est retenue" in said(answer)
    assert dates(CalendarItem.objects.get()) == [("planned", "2027-10-31 00:30", "minute")]


def test_an_end_before_the_start_is_refused(desk, poitiers):
    fields = {**SESSION, "last_day": "2027-05-01"}

    assert sent(desk, "desk:calendar_add", fields, poitiers.slug).status_code == 422


def test_a_month_is_a_whole_month(desk, poitiers):
    fields = {**SESSION, "first_hour": "", "last_hour": "", "precision": "month"}

    sent(desk, "desk:calendar_add", fields, poitiers.slug)

    page = said(desk.get(reverse("desk:calendar", args=[poitiers.slug])))
    assert "mai 2027" in page
    assert "19 mai 2027" not in page


def test_a_date_is_moved_with_a_reason_and_the_first_one_stays(desk, poitiers, session):
    fields = {**SESSION, "first_day": "2027-06-02", "reason": "Salle prise.", "base": "1"}

    answer = sent(desk, "desk:calendar_move", fields, poitiers.slug, session.pk)

    page = desk.get(reverse("desk:calendar_item", args=[poitiers.slug, session.pk]))
    assert answer.status_code == 302
    assert [date for _, date, _ in dates(session)] == ["2027-05-19 12:00", "2027-06-02 12:00"]
    assert "Salle prise." in said(page)
    assert "14 jours après la date annoncée" in said(page)


def test_a_date_is_not_moved_without_a_reason(desk, poitiers, session):
    fields = {**SESSION, "first_day": "2027-06-02", "reason": " ", "base": "1"}

    assert sent(desk, "desk:calendar_move", fields, poitiers.slug, session.pk).status_code == 422
    assert len(dates(session)) == 1


def test_what_has_not_begun_cannot_have_happened(desk, poitiers, session):
    fields = {**SESSION, "reason": "", "base": "1", "first_day": "2199-01-01"}

    answer = sent(desk, "desk:calendar_hold", fields, poitiers.slug, session.pk)

    assert answer.status_code == 409
    assert "ne peut pas être dans l’avenir" in said(answer)


def test_what_happened_is_noted_once(desk, poitiers, session):
    fields = {**SESSION, "reason": "", "base": "1", "first_day": "2021-06-02"}
    sent(desk, "desk:calendar_hold", fields, poitiers.slug, session.pk)

    page = desk.get(reverse("desk:calendar_move", args=[poitiers.slug, session.pk]))

    session.refresh_from_db()
    assert session.state == "held"
    assert "Ce n’est plus possible dans l’état actuel" in said(page)


def test_what_is_cancelled_says_why(desk, poitiers, session):
    sent(desk, "desk:calendar_cancel", {"reason": "Grève.", "base": "1"}, poitiers.slug, session.pk)

    session.refresh_from_db()
    assert session.state == "cancelled"


def test_two_people_moving_the_same_date_do_not_overwrite_each_other(desk, poitiers, session):
    move = {**SESSION, "reason": "Salle prise.", "base": "1"}
    sent(desk, "desk:calendar_move", {**move, "first_day": "2027-06-02"}, poitiers.slug, session.pk)

    answer = sent(
        desk, "desk:calendar_move", {**move, "first_day": "2027-06-03"}, poitiers.slug, session.pk
    )

    assert answer.status_code == 409
    assert len(dates(session)) == 2


def test_a_window_is_dated_once_and_says_what_it_opens(desk, poitiers):
    fields = {
        "window": "recruitment",
        "first_day": "2027-01-01",
        "last_day": "2027-03-01",
        "precision": "day",
    }
    sent(desk, "desk:calendar_add_window", fields, poitiers.slug)

    again = sent(desk, "desk:calendar_add_window", fields, poitiers.slug)

    page = said(desk.get(reverse("desk:calendar", args=[poitiers.slug])))
    assert again.status_code == 422
    assert "Recrutement du panel" in page
    assert "Ouvrir le recrutement" in page


def test_an_item_of_another_convention_does_not_exist_here(desk, session, alice, odile):
    other = cast.convention(alice, slug="ailleurs")
    organiser = Appointment(account=odile, convention=other, role=Role.ORGANISER, since=cast.START)
    people.grant(organiser, By(alice, cast.AT))

    answer = desk.get(reverse("desk:calendar_item", args=[other.slug, session.pk]))

    assert answer.status_code == 404
