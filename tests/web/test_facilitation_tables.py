"""Plans of tables, on screen: asked for, kept, adapted, printed without a name."""

import pytest
from django.test import Client
from django.urls import reverse

from isegoria.convention.models import SeatingPlan
from tests import sitting
from tests.web.reading import said


@pytest.fixture
def session(told):
    return sitting.opened(told)


@pytest.fixture
def fanny(told):
    client = Client()
    client.force_login(told.things["fanny"])
    return client


def at(page, told, key):
    return reverse(f"facilitation:{page}", args=[told.convention.slug, key])


def filled(client, page, **fields):
    form = client.get(page).context["form"]
    return {"once": form["once"].value(), "base": form["base"].value() or "", **fields}


def asks(client, told, session, **fields):
    page = at("seating_new", told, session.pk)
    asked = {"tables": 1, "rounds": 2, "together": "", "apart": "", **fields}
    return client.post(page, filled(client, page, **asked), follow=True)


def test_a_plan_is_made_looked_at_and_kept(told, fanny, session):
    made = asks(fanny, told, session)
    plan = SeatingPlan.objects.get(session=session)
    settle = at("seating_settle", told, plan.pk)

    fanny.post(settle, filled(fanny, settle))

    plan.refresh_from_db()
    assert (made.status_code, plan.state) == (200, "settled")
    assert "Tour 2" in said(fanny.get(at("tables", told, session.pk), follow=True))


@pytest.mark.parametrize(
    ("field", "typed", "why"),
    [
        ("together", "1 999", "La carte 999 n’est pas attendue à cette séance."),
        ("together", "awa ben", "écrivez des numéros de carte"),
        ("apart", "1", "il faut de 2 à 2 cartes par ligne"),
        ("tables", "61", "60"),
    ],
)
def test_what_is_wrong_in_a_plan_is_said_and_what_was_typed_stays(
    told, fanny, session, field, typed, why
):
    answer = asks(fanny, told, session, **{field: typed})

    assert (answer.status_code, SeatingPlan.objects.filter(session=session).count()) == (422, 0)
    assert why in said(answer)
    assert typed in answer.content.decode()


def test_more_tables_than_people_is_refused_in_words(told, fanny, session):
    answer = asks(fanny, told, session, tables="40")

    assert answer.status_code == 422
    assert "demandez moins de tables" in said(answer)


def test_the_printed_lists_hold_card_numbers_and_no_name(told, fanny, session):
    asks(fanny, told, session)
    plan = SeatingPlan.objects.get(session=session)

    page = said(fanny.get(at("seating_print", told, plan.pk)))

    assert "Votre carte, vos tables" in page
    for person in told.convention.candidates.exclude(member=None):
        assert person.code not in page
        assert str(person.identity["phone"]) not in page


def test_the_spreadsheet_has_a_line_for_each_card(told, fanny, session):
    asks(fanny, told, session)
    plan = SeatingPlan.objects.get(session=session)

    lines = fanny.get(at("seating_sheet", told, plan.pk)).content.decode("utf-8-sig").splitlines()

    cards = told.convention.members.filter(state="active").count()
    assert (len(lines), lines[0][:5]) == (1 + cards, "carte")


def test_a_plan_is_not_adapted_from_a_round_that_it_has_not(told, fanny, session):
    asks(fanny, told, session)
    page = at("seating_adapt", told, SeatingPlan.objects.get(session=session).pk)

    answer = fanny.post(page, filled(fanny, page, first="9"))

    assert answer.status_code == 422
    assert "Ce plan a 2 tours." in said(answer)
