"""Writing to the guarantors without an account, and following it with the receipt alone."""

import re

import pytest
from django.core.cache import cache

from isegoria.convention.models import Message
from isegoria.convention.verbs import mailbox
from tests import story
from tests.web.public_site import at, by_hand
from tests.web.reading import said


@pytest.fixture
def begun(alice):
    cache.clear()
    return story.announced(alice)


def letter(**typed):
    return by_hand(subject_line="Une question", body="Le calendrier a-t-il changé ?", **typed)


def receipt_on(page):
    return re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}", said(page))[0]


def test_a_message_gets_a_receipt_that_is_in_no_address(begun, client):
    answer = client.post(at("guarantors"), letter())
    assert answer.status_code == 302
    assert answer["Location"] == at("receipt")
    page = client.get(answer["Location"])
    assert receipt_on(page) == Message.objects.get().receipt
    assert "no-store" in page["Cache-Control"]


def test_the_receipt_can_be_forgotten_by_this_device(begun, client):
    client.post(at("guarantors"), letter())
    assert client.post(at("receipt"))["Location"] == at("follow")
    assert "Aucun numéro à afficher ici" in said(client.get(at("receipt")))


def test_another_device_is_not_shown_the_receipt(begun, client):
    client.post(at("guarantors"), letter())
    client.cookies.clear()
    assert "Aucun numéro à afficher ici" in said(client.get(at("receipt")))


def test_the_receipt_tells_what_became_of_the_message_and_not_the_message(begun, client):
    client.post(at("guarantors"), letter())
    receipt = Message.objects.get().receipt
    page = said(client.post(at("follow"), {"receipt": receipt.lower().replace("-", " ")}))
    assert "reçu" in page
    assert "Le calendrier" not in page
    mailbox.answer(Message.objects.get(), begun.guarantor, text="Oui, le 12 mai.")
    assert "Oui, le 12 mai." in said(client.post(at("follow"), {"receipt": receipt}))


@pytest.mark.parametrize("typed", ["", "AAAA", "2222-2222-2222", "é" * 12, "\x00"])
def test_a_number_that_is_not_one_is_said_to_be_unknown(begun, client, typed):
    page = said(client.post(at("follow"), {"receipt": typed}))
    assert "Ce que devient votre message" not in page
    assert "field-error" in page


def test_a_receipt_is_known_only_in_its_own_convention(begun, client):
    story.announced_again(begun)
    client.post(at("guarantors"), letter())
    receipt = Message.objects.get().receipt
    page = said(client.post(at("follow", slug="autre"), {"receipt": receipt}))
    assert "Aucun message n’a ce numéro ici" in page


def test_guessing_numbers_is_stopped(begun, client):
    for _ in range(20):
        client.post(at("follow"), {"receipt": "2222-2222-2222"})
    page = said(client.post(at("follow"), {"receipt": "2222-2222-2222"}))
    assert "Trop d’essais" in page


def test_a_form_sent_twice_is_one_message(begun, client):
    same = letter()
    client.post(at("guarantors"), same)
    answer = client.post(at("guarantors"), same, follow=True)
    assert Message.objects.count() == 1
    assert "rien n’a été fait deux fois" in said(answer)
    assert receipt_on(answer) == Message.objects.get().receipt


def test_what_is_missing_is_said_and_what_was_typed_stays(begun, client):
    answer = client.post(at("guarantors"), letter(sender_email="pas une adresse"))
    assert answer.status_code == 200
    assert "Le calendrier a-t-il changé ?" in said(answer)
    assert "error-summary" in said(answer)
    assert Message.objects.count() == 0


def test_a_machine_that_fills_every_field_is_stopped(begun, client):
    page = said(client.post(at("guarantors"), letter(site="https://exemple.org")))
    assert Message.objects.count() == 0
    assert "error-summary" in page


def test_a_form_sent_at_once_asks_to_be_read_again(begun, client):
    fresh = said(client.get(at("guarantors")))
    shown = re.search(r'name="shown" value="([^"]+)"', fresh)[1]
    page = said(client.post(at("guarantors"), letter() | {"shown": shown}))
    assert "C’est allé très vite" in page
    assert Message.objects.count() == 0


def test_a_form_with_a_stamp_that_is_not_ours_is_stopped(begun, client):
    client.post(at("guarantors"), letter() | {"shown": "1"})
    assert Message.objects.count() == 0


def test_many_messages_from_one_place_are_slowed(begun, client):
    for _ in range(5):
        client.post(at("guarantors"), letter())
    page = said(client.post(at("guarantors"), letter()))
    assert "Trop d’envois" in page
    assert Message.objects.count() == 5


def test_the_public_journal_says_only_that_a_sealed_act_took_place(begun, client):
    client.post(at("guarantors"), letter())
    page = said(client.get(at("journal")))
    assert "les garants seuls" in page
    assert "Une question" not in page


def test_no_address_can_be_harvested(begun, client):
    assert "@" not in re.sub(r'<link[^>]*>|"[^"]*"', "", said(client.get(at("guarantors"))))
