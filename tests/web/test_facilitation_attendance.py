"""The roll of a session and the loans, on screen: by card number, one tap each."""

import pytest
from django.test import Client
from django.urls import reverse

from isegoria.convention.chartered import By
from isegoria.convention.journal import book
from isegoria.convention.models import Deed, Entry, Loan
from isegoria.convention.stewardship.tables import expected
from isegoria.convention.verbs import attendance, sessions
from tests import sitting
from tests.cast import AT
from tests.web.reading import said


@pytest.fixture
def session(told):
    return sitting.opened(told, title="Comprendre")


@pytest.fixture
def members(told):
    return list(told.convention.members.filter(state="active").order_by("number"))


@pytest.fixture
def fanny(told):
    client = Client()
    sitting.fanny(told)
    client.force_login(told.things["fanny"])
    return client


def roll(told, session):
    return reverse("facilitation:attendance", args=[told.convention.slug, session.pk])


def row(client, page, member, **asked):
    rows = client.get(page, asked).context["rows"]
    return next((one for one in rows if one.member == member), None)


def tap(client, page, line, how):
    """What one button of the row sends."""
    hidden = {name: line.form[name].value() for name in ("once", "card", "seen")}
    return client.post(page, {**hidden, "how": how}, follow=True)


def hows(session):
    return {one.member.number: one.how for one in session.presences.all()}


def test_one_tap_notes_how_a_card_takes_part_and_comes_back_to_its_row(
    told, fanny, session, members
):
    page = roll(told, session)

    answer = tap(fanny, page, row(fanny, page, members[0]), "phone")

    assert hows(session) == {members[0].number: "phone"}
    assert answer.redirect_chain[0][0].endswith(f"#carte-{members[0].number}")
    assert f"1 présent sur {len(members)} membres." in said(answer)


def test_a_wrong_tap_is_corrected_by_another(told, fanny, session, members):
    page = roll(told, session)

    for how in ("room", "excused", "absent"):
        tap(fanny, page, row(fanny, page, members[0]), how)

    assert hows(session) == {members[0].number: "absent"}
    assert f"0 présent sur {len(members)} membres." in said(fanny.get(page))
    assert [one.act for one in Entry.objects.filter(act__startswith="presence.")][-3:] == [
        "presence.note",
        "presence.correct",
        "presence.correct",
    ]


def test_a_button_stays_where_it_was_once_it_was_tapped(told, fanny, session, members):
    page = roll(told, session)
    before = row(fanny, page, members[0]).hows

    tap(fanny, page, row(fanny, page, members[0]), "remote")

    after = row(fanny, page, members[0]).hows
    assert [words for words, _how in after] == [words for words, _how in before]
    assert dict(after)["En ligne"] == ""


def test_two_people_who_take_the_roll_do_not_undo_each_other(told, fanny, session, members):
    page = roll(told, session)
    old = row(fanny, page, members[0])
    by = By(told.odile, AT)
    attendance.take(session, by, member=members[0], how="remote", seen="")

    answer = tap(fanny, page, old, "room")

    assert hows(session) == {members[0].number: "remote"}
    assert "quelqu’un a noté « en ligne » entre-temps" in said(answer)


def test_two_people_who_note_the_same_are_both_right(told, fanny, session, members):
    page = roll(told, session)
    old = row(fanny, page, members[0])
    attendance.take(session, By(told.odile, AT), member=members[0], how="room", seen="")

    answer = tap(fanny, page, old, "room")

    assert (answer.status_code, hows(session)) == (200, {members[0].number: "room"})
    assert "entre-temps" not in said(answer)


def test_the_cards_that_are_left_can_be_shown_alone_and_one_can_be_looked_up(
    told, fanny, session, members
):
    page = roll(told, session)
    first = members[0]
    tap(fanny, page, row(fanny, page, first), "room")

    assert row(fanny, page, first, voir="a-noter") is None
    assert [one.member for one in fanny.get(page, {"carte": first.number}).context["rows"]] == [
        first
    ]
    assert "Aucun membre n’a cette carte" in said(fanny.get(page, {"carte": "999"}))


def test_a_filter_is_kept_after_a_tap(told, fanny, session, members):
    page = f"{roll(told, session)}?voir=a-noter"

    answer = tap(fanny, page, row(fanny, page, members[0]), "room")

    assert "?voir=a-noter#carte-" in answer.redirect_chain[0][0]


def test_before_the_session_only_an_excuse_is_noted(told, fanny, members):
    planned = sitting.session(told)
    page = roll(told, planned)

    line = row(fanny, page, members[0])
    tap(fanny, page, line, "excused")

    assert line.hows == [("Excusé", "excused")]
    assert "Les présences se notent une fois la séance ouverte" in said(fanny.get(page))
    assert hows(planned) == {members[0].number: "excused"}


def test_nobody_is_noted_at_a_cancelled_session(told, fanny, members):
    cancelled = sessions.cancel(sitting.session(told), sitting.fanny(told), reason="Salle fermée")

    assert row(fanny, roll(told, cancelled), members[0]).hows == []


def test_a_card_that_is_not_of_the_panel_notes_nothing(told, fanny, session, members):
    page = roll(told, session)
    line = row(fanny, page, members[0])
    hidden = {"once": line.form["once"].value(), "seen": "", "card": 999}

    for how in ("room", "nowhere"):
        answer = fanny.post(page, {**hidden, "how": how}, follow=True)
        assert "Aucun membre n’a cette carte" in said(answer)
    assert hows(session) == {}


def test_the_roll_holds_no_name(told, fanny, session):
    page = said(fanny.get(roll(told, session)))

    for person in told.convention.candidates.exclude(member=None):
        assert person.code not in page
        assert str(person.identity["phone"]) not in page


def test_whoever_is_absent_has_no_place_at_a_table(told, session, members):
    by = sitting.fanny(told)
    attendance.take(session, by, member=members[0], how="absent", seen="")

    assert members[0] not in [one.member for one in expected(session)]


def filled(client, page, **fields):
    form = client.get(page).context["form"]
    return {"once": form["once"].value(), "base": form["base"].value() or "", **fields}


def loans(told, page="loans", *keys):
    return reverse(f"facilitation:{page}", args=[told.convention.slug, *keys])


def test_a_request_is_written_for_a_member_lent_and_given_back(told, fanny, members):
    page = loans(told, "loan_ask")

    fanny.post(page, filled(fanny, page, card=members[0].number, what="Une tablette"))
    loan = Loan.objects.get(what="Une tablette")
    for step in ("loan_lend", "loan_give_back"):
        fanny.post(loans(told, step, loan.pk), filled(fanny, loans(told, step, loan.pk)))

    loan.refresh_from_db()
    asked = Entry.objects.filter(act="loan.ask").latest("position")
    assert (loan.state, loan.member) == ("returned", members[0])
    assert book.body_of(asked)["for"] == "helped"
    assert Deed.objects.get(entry=asked).on_behalf_of == members[0].account


def test_a_refusal_says_why(told, fanny, members):
    loan = attendance.ask(Loan(member=members[0], what="Un casque"), sitting.fanny(told))
    page = loans(told, "loan_refuse", loan.pk)

    empty = fanny.post(page, filled(fanny, page, reason=" "))
    fanny.post(page, filled(fanny, page, reason="Tous sont prêtés."))

    loan.refresh_from_db()
    assert (empty.status_code, loan.state) == (422, "refused")
    assert "Tous sont prêtés." in said(fanny.get(loans(told)))


def test_a_card_that_is_nobodys_borrows_nothing(told, fanny):
    page = loans(told, "loan_ask")

    answer = fanny.post(page, filled(fanny, page, card=999, what="Une tablette"))

    assert answer.status_code == 422
    assert "La carte 999 n’est pas celle d’un membre du panel." in said(answer)
    assert "Une tablette" in said(answer)


def test_what_waits_for_an_answer_comes_first(told, fanny, members):
    by = sitting.fanny(told)
    lent = attendance.lend(attendance.ask(Loan(member=members[0], what="Premier"), by), by)
    attendance.ask(Loan(member=members[0], what="Second"), by)

    rows = [one.what for one, _form in fanny.get(loans(told)).context["rows"]]

    assert rows.index("Second") < rows.index(lent.what)
