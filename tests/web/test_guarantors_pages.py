"""The guarantors' pages: their opinion, and the mailbox that nobody else opens."""

import re
from datetime import timedelta
from random import Random
from uuid import uuid4

import pytest
from django.core import mail
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from isegoria.convention.chartered import By
from isegoria.convention.governance.actions.mailbox import new_receipt
from isegoria.convention.models import LaunchOpinion, MandateVersion, Message
from isegoria.convention.verbs import mailbox, mandate, stewardship
from isegoria.core.charter import Role, Window
from isegoria.web import clock
from isegoria.web.guarantors.mail import send_answer
from tests import cast


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: cast.AT)


@pytest.fixture
def prepared(poitiers, odile):
    """The convention is being prepared in public, and its preparation is open."""
    cast.open_window(poitiers, Window.PREPARATION, odile)
    paper = MandateVersion(
        convention=poitiers,
        question="Quel numérique ?",
        act_reference="D1",
        decided_on="2021-01-04",
    )
    mandate.adopt(paper, By(odile, cast.AT))
    return stewardship.announce(poitiers, By(odile, cast.AT))


def letter(convention, at=cast.AT, **given):
    words = {"subject_line": "Le tirage", "body": "Comment est-il fait ?", **given}
    receipt = new_receipt(Random(str(at)))
    return mailbox.send(Message(convention=convention, **words), By(None, at), receipt=receipt)


def page(name, *args):
    return reverse(f"guarantors:{name}", args=["poitiers", *args])


def opinion(**given):
    return {"once": uuid4(), "verdict": "reservations", "text": "La table manque.", **given}


def test_my_conventions_are_those_that_i_guarantee(client, poitiers, gaston):
    client.force_login(gaston)

    mine = client.get(reverse("guarantors:home")).context["mine"]

    assert [one.convention for one in mine] == [poitiers]


def test_an_opinion_is_read_once_more_before_it_is_given(client, prepared, gaston):
    client.force_login(gaston)

    seen = client.post(page("opinion"), opinion())

    assert "La table manque." in seen.content.decode()
    assert LaunchOpinion.objects.count() == 0


def test_an_opinion_that_is_confirmed_is_given_as_it_was_read(client, prepared, gaston):
    client.force_login(gaston)

    client.post(page("opinion"), opinion(step="confirm"))

    given = LaunchOpinion.objects.get()
    assert (given.verdict, given.text) == ("reservations", "La table manque.")


def test_an_opinion_confirmed_twice_is_given_once(client, prepared, gaston):
    client.force_login(gaston)
    sent = opinion(step="confirm")

    client.post(page("opinion"), sent)
    client.post(page("opinion"), sent)

    assert LaunchOpinion.objects.count() == 1


def test_an_opinion_with_reserves_says_why(client, prepared, gaston):
    client.force_login(gaston)

    answer = client.post(page("opinion"), opinion(text=""))

    assert answer.status_code == 422
    assert "Dites pourquoi" in answer.content.decode()


def test_an_opinion_outside_the_preparation_is_refused_with_the_reason(client, poitiers, gaston):
    client.force_login(gaston)

    assert "préparation" in client.get(page("opinion")).content.decode()
    assert client.post(page("opinion"), opinion(step="confirm")).status_code == 409


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.ORGANISER, Role.MEMBER, None])
@pytest.mark.parametrize("name", ["mailbox", "convention"])
def test_nobody_but_the_guarantors_opens_their_pages(
    client, prepared, gaston, alice, odile, role, name
):
    who = {Role.ADMINISTRATOR: alice, Role.ORGANISER: odile}
    if role == Role.MEMBER:
        who[role] = cast.holder(role, prepared, alice)
    if role:
        client.force_login(who[role])

    answer = client.get(page(name))

    assert answer.status_code == (403 if role else 302)


@pytest.mark.parametrize("name", ["message", "answer", "close"])
def test_an_organiser_does_not_read_a_message_by_its_address(client, prepared, odile, name):
    key = letter(prepared).pk
    client.force_login(odile)

    assert client.get(page(name, key)).status_code == 403


def test_what_waits_longest_comes_first_and_is_said_to_be_late(client, prepared, gaston):
    late = letter(prepared, cast.AT - timedelta(days=20))
    fresh = letter(prepared, cast.AT - timedelta(days=1))
    done = letter(prepared, cast.AT - timedelta(days=9))
    mailbox.close(done, By(gaston, cast.AT), reason="Publicité.")
    client.force_login(gaston)

    shown = client.get(page("mailbox")).context

    assert [one.message for one in shown["filed"]] == [late, fresh, done]
    assert [one.overdue for one in shown["filed"]] == [True, False, False]
    assert (shown["load"].waiting, shown["load"].overdue, shown["load"].closed) == (2, 1, 1)


def test_a_receipt_typed_without_dashes_finds_its_message(client, prepared, gaston):
    sent = letter(prepared)
    client.force_login(gaston)

    answer = client.get(page("mailbox"), {"recu": sent.receipt.replace("-", "").lower()})

    assert answer.url == page("message", sent.pk)


def test_an_unknown_receipt_is_said_to_be_unknown(client, prepared, gaston):
    client.force_login(gaston)

    assert "Aucun message" in client.get(page("mailbox"), {"recu": "x"}).content.decode()


def test_an_answer_is_kept_and_mailed_when_there_is_an_address(
    client, prepared, gaston, django_capture_on_commit_callbacks
):
    sent = letter(prepared, sender_email="jeanne@exemple.org")
    client.force_login(gaston)

    with django_capture_on_commit_callbacks(execute=True):
        client.post(page("answer", sent.pk), {"once": uuid4(), "text": "Par un notaire."})
    send_answer.call(str(sent.pk))

    sent.refresh_from_db()
    assert (sent.state, sent.answer) == ("answered", "Par un notaire.")
    assert mail.outbox[0].to == ["jeanne@exemple.org"]
    assert "Par un notaire." in mail.outbox[0].body


def test_the_task_that_mails_an_answer_holds_no_text(
    client, prepared, gaston, django_capture_on_commit_callbacks
):
    sent = letter(prepared, sender_email="jeanne@exemple.org")
    client.force_login(gaston)

    with django_capture_on_commit_callbacks(execute=True):
        client.post(page("answer", sent.pk), {"once": uuid4(), "text": "Par un notaire."})

    assert DBTaskResult.objects.get().args_kwargs == {"args": [str(sent.pk)], "kwargs": {}}


def test_an_answer_without_an_address_is_mailed_to_nobody(prepared, gaston):
    sent = letter(prepared)
    mailbox.answer(sent, By(gaston, cast.AT), text="Oui.")

    assert send_answer.call(str(sent.pk)) == 0
    assert mail.outbox == []


def test_a_message_answered_meanwhile_is_not_answered_twice(client, prepared, gaston):
    sent = letter(prepared)
    client.force_login(gaston)
    mailbox.answer(sent, By(gaston, cast.AT), text="Oui.")

    answer = client.post(page("answer", sent.pk), {"once": uuid4(), "base": 1, "text": "Non."})

    sent.refresh_from_db()
    assert answer.status_code == 409
    assert sent.answer == "Oui."


def test_closing_asks_for_a_reason(client, prepared, gaston):
    sent = letter(prepared)
    client.force_login(gaston)

    answer = client.post(page("close", sent.pk), {"once": uuid4(), "reason": ""})

    assert answer.status_code == 422


def test_a_message_of_another_convention_is_not_found(client, prepared, gaston, alice):
    other = cast.convention(alice, slug="ailleurs")
    sent = letter(other)
    client.force_login(gaston)

    assert client.get(page("message", sent.pk)).status_code == 404


def test_the_page_of_a_convention_shows_the_head_of_its_journal(client, prepared, gaston):
    client.force_login(gaston)

    shown = client.get(page("convention")).context

    public = client.get(reverse("public:journal", args=[prepared.slug])).context
    assert (shown["size"], shown["root"]) == (public["size"], public["root"])


def test_what_cancels_an_opinion_is_a_link_back(client, prepared, gaston):
    client.force_login(gaston)

    written = client.get(page("opinion")).content.decode()
    read = client.post(page("opinion"), opinion()).content.decode()

    link = rf'<a class="button button-quiet[^>]* href="{page("convention")}"'
    assert re.search(link, written)
    assert re.search(link, read)
