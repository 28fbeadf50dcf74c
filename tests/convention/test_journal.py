"""The public book: nothing missing, nothing twice, nothing personal."""

import json
import re
from uuid import UUID

import pytest
from django.db import connection

from isegoria.convention.journal import book, queries
from isegoria.convention.models import (
    Account,
    Deed,
    Disclosure,
    Entry,
    Log,
    Message,
    Person,
    Subscription,
)
from isegoria.core.charter import CHARTER, Audience
from isegoria.core.journal import merkle, record
from isegoria.core.journal.canonical import canonical
from tests.story import CANARY, EMAIL

pytestmark = pytest.mark.django_db
RECORDED = {"v", "log", "seq", "at", "act", "by", "for", "on", "from", "to", "records"}
SEALED = {"v", "log", "seq", "seen_by", "sealed"}


def test_the_story_does_every_act_of_the_charter(told):
    assert set(Entry.objects.values_list("act", flat=True)) == set(CHARTER.acts)


def test_positions_follow_each_other_without_a_gap_in_every_book(told):
    for log in Log.objects.all():
        positions = list(
            Entry.objects.filter(convention=log.convention)
            .order_by("position")
            .values_list("position", flat=True)
        )

        assert positions == list(range(log.size))


def test_the_frontier_that_is_kept_is_that_of_the_leaves(told):
    for log in Log.objects.all():
        leaves = [merkle.leaf_hash(leaf) for leaf in queries.leaves(log.convention)]

        assert book.frontier(log) == merkle.frontier_of(leaves)
        assert queries.tree_head(log.convention) == (
            len(leaves),
            merkle.root(merkle.frontier_of(leaves)),
        )


def test_a_book_that_was_never_opened_is_the_empty_tree():
    assert queries.tree_head(UUID(int=1)) == (0, merkle.EMPTY_ROOT)


def test_an_entry_has_the_fields_of_its_form_and_only_what_the_charter_lets_it_keep(told):
    for entry in Entry.objects.all():
        act, leaf, body = CHARTER[entry.act], json.loads(entry.leaf), book.body_of(entry)

        assert set(leaf) == (RECORDED if act.seen_by == Audience.PUBLIC else SEALED)
        assert set(body) == RECORDED
        assert set(body["records"]) <= act.records
        assert (body["act"], body["on"], body["by"]) == (entry.act, entry.subject, entry.role)
        assert body["from"] in act.from_states
        assert body["to"] == (body["from"] if act.to_state == "=" else act.to_state)


def test_every_sentence_of_the_journal_finds_what_it_tells(told):
    for entry in Entry.objects.all():
        records = book.body_of(entry)["records"]

        assert CHARTER[entry.act].tells.format(by="x", subject="y", **records)


def test_a_sealed_leaf_is_the_commitment_to_its_disclosure(told):
    for kept in Disclosure.objects.select_related("entry"):
        body = json.loads(kept.body)
        again = record.sealed_leaf(body, salt=bytes(kept.salt), seen_by=kept.entry.seen_by)

        assert again.decode() == kept.entry.leaf
        assert canonical(body).decode() == kept.body


def test_forgetting_a_disclosure_leaves_the_tree_as_it_was(told):
    before = queries.tree_head(told.convention.pk)

    kept = Disclosure.objects.filter(entry__convention=told.convention.pk).first()
    entry = kept.entry
    kept.delete()

    assert queries.tree_head(told.convention.pk) == before
    assert book.body_of(entry) == {}


def test_nothing_personal_and_no_free_text_is_in_any_leaf_or_disclosure(told):
    bare = {
        word for name in Person.objects.values_list("full_name", flat=True) for word in name.split()
    }
    emails = Account.objects.exclude(email=None).values_list("email", flat=True)
    words = {CANARY, EMAIL, "@", *bare, *emails}
    leaves = [*Entry.objects.values_list("leaf", flat=True)]
    kept = "\n".join([*leaves, *Disclosure.objects.values_list("body", flat=True)])

    assert [word for word in words if word.lower() in kept.lower()] == []


def test_no_key_of_an_account_or_person_is_in_any_leaf(told):
    keys = {
        str(key)
        for model in (Account, Person)
        for key in model._base_manager.values_list("pk", flat=True)
    }
    leaves = "\n".join(Entry.objects.values_list("leaf", flat=True))

    assert set(re.findall(r"[0-9a-f]{8}-[0-9a-f-]{27}", leaves)) & keys == set()


def test_messages_and_addresses_cannot_be_read_in_the_raw_table(told):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT subject_line, body, sender_name, sender_email, answer FROM convention_message"
            " UNION ALL SELECT email, '', '', '', '' FROM convention_subscription"
        )
        raw = [value for row in cursor.fetchall() for value in row]

    assert len([value for value in raw if value]) == 11
    assert [value for value in raw if CANARY.lower() in value.lower()] == []
    assert Message.objects.values_list("body", flat=True).first() == CANARY


def test_an_address_is_gone_when_somebody_leaves(told):
    left = Subscription.objects.get(state="ended")

    assert left.email == ""


def test_the_hand_behind_every_entry_is_known_in_private(told):
    assert Deed.objects.count() == Entry.objects.count()
    anonymous = Deed.objects.filter(actor=None).values_list("entry__act", flat=True)
    assert set(anonymous) == {
        "appointment.grant",
        "candidate.register",
        "inquiry.answer",
        "message.send",
        "question.ask",
        "question.send",
        "question.take_back",
        "request.ask",
        "subscription.confirm",
        "subscription.leave",
    }


def test_changing_the_site_key_makes_sealed_text_unreadable_and_says_so(told, settings):
    settings.SECRET_KEY = "another key of this site, long enough for a signature, 50+"

    assert "illisible" in Message.objects.first().body
