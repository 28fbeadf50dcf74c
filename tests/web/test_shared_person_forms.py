"""What is written of a person: asked by the table in force, with no place for an opinion."""

from datetime import date

import pytest
from django import forms

from isegoria.convention.recruitment.provisions import Agreement
from isegoria.web.person_forms import PersonForm, field_of
from tests.recruiting import AGE, OLD, WAY, YOUNG

TODAY = date(2021, 4, 2)
# The only texts that can be written: who, how to reach them, and what to provide.
TEXTS = {"name", "phone", "email", "through", "address", "born", "more"}


@pytest.fixture
def table(told):
    return told.convention.quota_tables.get(state="frozen")


def form(table, sent=None, **more):
    more = {"helper": "Inès Enquêtrice", **more}
    return PersonForm(sent, table=table, without=(WAY,), today=TODAY, **more)


def sent(**said):
    filled = {
        "once": "0d0f9b5e-6a3b-4a77-9d2c-0a4f7b0c4f11",
        field_of(AGE): YOUNG,
        "name": "Canari",
        "phone": "06 00 00 00 01",
        "agreed": "on",
    }
    return {**filled, **said}


def test_each_criterion_is_asked_but_the_channel(table):
    asked = form(table)

    assert asked.criteria == {field_of(AGE): AGE}
    assert [value for value, _label in asked.fields[field_of(AGE)].choices] == [YOUNG, OLD]


def test_nothing_that_is_written_could_be_an_opinion(table):
    whole = form(table, through="", ways=tuple(Agreement), asks_day=True)

    texts = {
        name
        for name, field in whole.fields.items()
        if isinstance(field, forms.CharField | forms.IntegerField) and name not in {"once", "base"}
    }
    assert texts == TEXTS
    assert not any(isinstance(one.widget, forms.Textarea) for one in whole.fields.values())
    assert "opinions" in str(whole.fields["more"].help_text)


def test_what_was_said_is_what_the_act_takes(table):
    filled = form(table, sent(born="1974", provisions=["lift"], more="un siège haut"))

    assert filled.is_valid(), filled.errors
    assert filled.said == {
        "identity": {"name": "Canari", "phone": "06 00 00 00 01", "born": 1974},
        "answers": {AGE: YOUNG},
        "needs": {"provisions": ["lift"], "more": "un siège haut"},
        "consent": {"how": "oral", "day": "2021-04-02", "helper": "Inès Enquêtrice"},
    }


def test_an_association_can_be_the_way_to_reach_somebody(table):
    filled = form(table, sent(phone="", through="Paula Partenaire"), through="Paula Partenaire")

    assert filled.is_valid(), filled.errors
    assert filled.said["identity"] == {"name": "Canari", "through": "Paula Partenaire"}


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({field_of(AGE): ""}, field_of(AGE)),
        ({field_of(AGE): "plus vieux"}, field_of(AGE)),
        ({"name": "  "}, "name"),
        ({"phone": ""}, "phone"),
        ({"born": "74"}, "born"),
        ({"born": "2022"}, "born"),
        ({"agreed": ""}, "agreed"),
        ({"provisions": ["champagne"]}, "provisions"),
        ({"day": "2021-04-03"}, "day"),
    ],
)
def test_what_is_missing_or_wrong_is_said_where_it_is(table, wrong, where):
    filled = form(table, sent(day="2021-04-02") | wrong, asks_day=True)

    assert not filled.is_valid()
    assert list(filled.errors) == [where]


def test_a_correction_shows_what_is_written_and_asks_no_consent_again(told, table):
    somebody = told.convention.candidates.filter(state="drawn").first() or (
        told.convention.candidates.exclude(sealed_answers="").first()
    )

    asked = PersonForm.of(somebody, table=table, without=(WAY,), today=TODAY)

    assert asked[field_of(AGE)].value() == somebody.answers[AGE]
    assert asked["name"].value() == somebody.identity["name"]
    assert not {"agreed", "how", "day"} & set(asked.fields)
