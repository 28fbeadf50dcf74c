"""Bodies, seats and interests, from the desk."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from isegoria.convention.chartered import By
from isegoria.convention.models import Appointment, Body, InterestDeclaration, Seat
from isegoria.convention.verbs import people
from isegoria.web import clock
from tests import cast


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: cast.AT)


@pytest.fixture
def desk(client, odile):
    client.force_login(odile)
    return client


@pytest.fixture
def committee(poitiers, odile):
    body = Body(convention=poitiers, type="committee", name="Comité", domains=["santé", "énergie"])
    return people.create_body(body, By(odile, cast.AT))


@pytest.fixture
def seat(committee, odile):
    held = Seat(body=committee, name="Marie Exemple", domains=["santé"], since=date(2021, 1, 4))
    return people.fill_seat(held, By(odile, cast.AT))


def page(name, *args):
    return reverse(f"desk:{name}", args=["poitiers", *args])


def another_organiser(convention, alice):
    zoe = cast.account("Zoé Ailleurs")
    people.grant(
        Appointment(account=zoe, convention=convention, role="organiser", since=cast.START),
        By(alice, cast.AT),
    )
    return zoe


def sent(**given):
    return {"once": uuid4(), **given}


def test_a_body_is_created_with_its_domains_one_a_line(desk, poitiers):
    desk.post(
        page("body_new"),
        sent(type="committee", name="Comité de suivi", domains="santé\n\n énergie \nsanté"),
    )

    assert Body.objects.get().domains == ["santé", "énergie"]


def test_two_bodies_do_not_bear_the_same_name(desk, committee):
    answer = desk.post(page("body_new"), sent(type="experts", name="Comité"))

    assert answer.status_code == 422
    assert "déjà ce nom" in answer.content.decode()


def test_the_domains_that_nobody_brings_are_seen(desk, seat):
    shown = desk.get(page("people")).context["bodies"][0].coverage

    assert [(one.domain, [str(seat) for seat in one.seats]) for one in shown] == [
        ("santé", ["Marie Exemple"]),
        ("énergie", []),
    ]


def test_a_name_is_not_published_without_the_persons_agreement(desk, committee):
    answer = desk.post(page("seat_new", committee.pk), sent(name="Marie Exemple"))

    assert answer.status_code == 422
    assert Seat.objects.count() == 0


def test_a_seat_is_filled_with_the_persons_agreement(desk, committee):
    desk.post(page("seat_new", committee.pk), sent(name="Marie Exemple", agreed="on"))

    assert Seat.objects.get().name == "Marie Exemple"


def test_a_seat_sent_twice_is_filled_once(desk, committee):
    given = sent(organisation="Association")

    desk.post(page("seat_new", committee.pk), given)
    desk.post(page("seat_new", committee.pk), given)

    assert Seat.objects.count() == 1


def test_two_people_who_correct_one_seat_see_both_texts(desk, seat, odile):
    people.correct_seat(seat, By(odile, cast.AT), changes={"function": "présidente"})

    answer = desk.post(
        page("seat_edit", seat.pk), sent(base=1, name="Marie Exemple", function="trésorière")
    )

    text = answer.content.decode()
    assert answer.status_code == 409
    assert "présidente" in text
    assert "trésorière" in text


def test_a_seat_ends_with_its_date_and_reason(desk, seat):
    desk.post(page("seat_end", seat.pk), sent(until="2021-03-31", reason="Démission"))

    seat.refresh_from_db()
    assert (seat.state, seat.until, seat.end_reason) == ("ended", date(2021, 3, 31), "Démission")


def test_a_seat_does_not_end_before_it_begins(desk, seat):
    answer = desk.post(page("seat_end", seat.pk), sent(until="2020-12-31", reason="Erreur"))

    assert answer.status_code == 422


def test_a_declaration_says_something_or_nothing(desk, seat):
    refused = desk.post(page("interest", seat.pk), sent(nothing="on", text="Salariée de X"))
    desk.post(page("interest", seat.pk), sent(text="Salariée de X"))

    assert refused.status_code == 422
    assert InterestDeclaration.objects.get().text == "Salariée de X"


def test_a_seat_of_another_convention_is_not_found(desk, seat, alice):
    other = cast.convention(alice, slug="ailleurs")
    zoe = By(another_organiser(other, alice), cast.AT)
    body = people.create_body(Body(convention=other, type="team", name="Équipe"), zoe)
    elsewhere = people.fill_seat(Seat(body=body, organisation="X"), zoe)

    assert desk.get(page("seat", elsewhere.pk)).status_code == 404


@pytest.mark.parametrize("name", ["people", "body_new"])
def test_a_member_does_not_open_the_desk_on_people(client, awa, name):
    client.force_login(awa)

    assert client.get(page(name)).status_code == 403
