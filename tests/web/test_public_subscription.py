"""News by e-mail: nothing is kept before the confirmation, nothing after leaving."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.mail import EmailMessage
from django.test import Client

from isegoria.convention.models import Entry, Subscription
from isegoria.convention.verbs import calendar, mailbox
from isegoria.web import clock, mails, tokens
from tests import story
from tests.web.public_site import at, by_hand
from tests.web.reading import said

EMAIL = "awa@exemple.org"


@pytest.fixture
def begun(alice, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    cache.clear()
    return story.announced(alice)


def asked(client, email=EMAIL):
    return client.post(at("subscribe"), by_hand(email=email))


def link_in(letter, part):
    return re.search(rf"https?://[^/\s]+(/\S*{part}\S*)", letter.body)[1]


def confirmed(client):
    asked(client)
    link = link_in(mail.outbox[-1], "confirmer")
    client.post(link)
    return link


def test_the_link_of_the_letter_and_then_its_button_make_a_subscription(begun, client):
    assert asked(client)["Location"] == at("subscribe_sent")
    assert Subscription.objects.count() == 0
    assert mail.outbox[0].to == [EMAIL]
    link = link_in(mail.outbox[0], "confirmer")
    assert EMAIL not in link
    assert client.get(link).status_code == 200
    assert Subscription.objects.count() == 0
    assert client.post(link)["Location"] == at("subscribe_done")
    assert Subscription.objects.get().email == EMAIL


def test_the_same_link_twice_and_two_links_make_one_subscription(begun, client):
    link = confirmed(client)
    client.post(link)
    confirmed(client)
    assert Subscription.objects.count() == 1


def test_the_answer_is_the_same_whether_the_address_is_known_or_not(begun, client):
    confirmed(client)
    known, new = asked(client), asked(client, "autre@exemple.org")
    assert (known.status_code, known["Location"]) == (new.status_code, new["Location"])


def test_one_address_gets_few_letters_a_day(begun, client):
    for _ in range(5):
        assert asked(client)["Location"] == at("subscribe_sent")
    assert len(mail.outbox) == 3


def test_an_old_link_is_gone_and_says_what_to_do(begun, client):
    said_in_it = {"convention": str(begun.convention.pk), "email": EMAIL}
    old = tokens.sealed(mails.SUBSCRIBING, said_in_it, at=clock.now() - timedelta(hours=25))
    answer = client.get(at("subscribe_confirm", old))
    assert answer.status_code == 410
    assert "Demandez un nouveau lien" in said(answer)
    assert client.post(at("subscribe_confirm", old)).status_code == 410


@pytest.mark.parametrize("token", ["x", "gAAAAA", "%00", "é"])
def test_a_link_that_is_not_ours_is_gone(begun, client, token):
    assert client.get(at("subscribe_confirm", token)).status_code == 410
    assert client.get(at("unsubscribe", token)).status_code == 410


def test_a_link_of_one_convention_confirms_nothing_in_another(begun, client):
    story.announced_again(begun)
    asked(client)
    token = link_in(mail.outbox[0], "confirmer").rstrip("/").rpartition("/")[2]
    assert client.post(at("subscribe_confirm", token, slug="autre")).status_code == 410


def test_a_link_to_leave_is_not_a_link_to_confirm(begun, client):
    token = tokens.sealed(mails.LEAVING, {"subscription": "x"}, at=clock.now())
    assert client.get(at("subscribe_confirm", token)).status_code == 410


def test_a_subscriber_hears_of_what_is_published(begun, client, django_capture_on_commit_callbacks):
    confirmed(client)
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        story.published(begun, slug="compte-rendu", title="Compte rendu")
    letter = mail.outbox[0]
    assert "Compte rendu" in letter.body
    assert len(mail.outbox) == 1
    assert client.get(link_in(letter, "compte-rendu")).status_code == 200
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_a_subscriber_hears_of_a_date_that_changes_and_not_of_a_draft(
    begun, client, django_capture_on_commit_callbacks
):
    confirmed(client)
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        story.drafted(begun)
        item = story.milestone(begun)
    assert mail.outbox == []
    with django_capture_on_commit_callbacks(execute=True):
        calendar.move(item, begun.organiser, starts=story.END, ends=story.END, reason="Salle.")
    assert "a déplacé" in mail.outbox[0].body


def test_one_click_leaves_and_the_address_is_erased(
    begun, client, django_capture_on_commit_callbacks
):
    confirmed(client)
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        story.published(begun, slug="compte-rendu")
    leave = link_in(mail.outbox[0], "abonnement/fin")
    assert "Ne plus recevoir" in said(client.get(leave))
    assert Subscription.objects.get().state == "active"
    assert "Votre adresse est effacée" in said(client.post(leave))
    assert (Subscription.objects.get().state, Subscription.objects.get().email) == ("ended", "")
    assert "Vous ne recevrez plus" in said(client.post(leave))


def test_a_mail_program_leaves_by_itself_without_our_form(begun, settings):
    mailbox.confirm_subscription(
        subscription := Subscription(convention=begun.convention, email=EMAIL), begun.organiser
    )
    token = tokens.sealed(mails.LEAVING, {"subscription": str(subscription.pk)}, at=clock.now())
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(at("unsubscribe", token), {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    subscription.refresh_from_db()
    assert subscription.state == "ended"


def test_one_bad_address_does_not_keep_the_letter_from_the_others(begun, monkeypatch):
    for email in ("un@exemple.org", "deux@exemple.org"):
        mailbox.confirm_subscription(
            Subscription(convention=begun.convention, email=email), begun.organiser
        )
    send = EmailMessage.send

    def refusing(self, *args, **kwargs):
        if self.to == ["un@exemple.org"]:
            raise OSError("refused")
        return send(self, *args, **kwargs)

    monkeypatch.setattr(EmailMessage, "send", refusing)
    version = story.published(begun, slug="compte-rendu")
    entry = Entry.objects.get(subject=version.reference, act="version.publish")
    assert mails.tell_subscribers.func(entry.pk) == 1
