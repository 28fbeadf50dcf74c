"""The council's day: the whole story of Poitiers, told once and read by every test here."""

import json
import re
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from django.db import transaction
from django.test import TestCase, override_settings
from django.urls import reverse

from isegoria import stages
from isegoria.convention.journal.queries import leaves, tree_head
from isegoria.convention.mandate.queries import calendar_of, convention_at
from isegoria.convention.models import (
    Appointment,
    Candidate,
    Capture,
    Document,
    InterestDeclaration,
    Mailing,
    Version,
    ZoneCount,
)
from isegoria.convention.sessions.captures import Kind
from isegoria.core.charter import Role
from isegoria.core.journal import merkle
from isegoria.stages.letters import invitation

NOW = datetime(2026, 1, 1, tzinfo=UTC)
SLUG = "poitiers-numerique-2021"
MADE_UP = {"fr": "données fictives", "en": "fictional data"}


@contextmanager
def told_in(folder, seed):
    """The convention, and what follows each of its acts; at the end, nothing of it is left."""
    kept = override_settings(DATA_DIR=folder, MEDIA_ROOT=folder / "files")
    with kept, transaction.atomic():
        with TestCase.captureOnCommitCallbacks(execute=True):
            stages.load("poitiers", at="council", seed=seed, now=NOW)
        yield convention_at(SLUG)
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def journals(django_db_setup, django_db_blocker, tmp_path_factory):
    """The leaves of a loading with one seed and with another; each is undone."""

    def written(seed):
        with django_db_blocker.unblock(), told_in(tmp_path_factory.mktemp("undone"), seed) as here:
            return list(leaves(here.pk))

    return written(1), written(8)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("council")


@pytest.fixture(scope="module")
def told(journals, folder, django_db_blocker):
    with django_db_blocker.unblock(), told_in(folder, 1) as here:
        yield here


@pytest.fixture
def council(told, folder, db, settings):
    settings.DATA_DIR, settings.MEDIA_ROOT = folder, folder / "files"
    return told


def test_the_convention_has_deliberated(council):
    assert council.state == "deliberated"


def test_the_same_seed_writes_the_same_journal_byte_for_byte(council, journals):
    first, _other = journals

    assert list(leaves(council.pk)) == first


def test_another_seed_gives_other_identities(council, journals):
    first, other = journals

    assert not set(first) & set(other)


def test_the_journal_tells_the_story_in_order(council):

    size, root = tree_head(council.pk)
    entries = list(leaves(council.pk))
    public = [json.loads(leaf) for leaf in entries if b'"sealed"' not in leaf]

    assert size == len(entries)
    assert root == merkle.root(merkle.frontier_of(map(merkle.leaf_hash, entries)))
    assert [one["at"] for one in public] == sorted(one["at"] for one in public)
    assert public[0]["act"] == "mandate.adopt"


def test_the_launch_keeps_all_the_dates_that_were_announced(council):
    dated = {one.item.label: one for one in calendar_of(council)}

    launch = dated["Lancement de la convention"]

    assert [date.nature for date in launch.dates] == ["planned"] * 4 + ["actual"]
    assert all(date.reason for date in launch.dates[1:5])


def test_every_text_of_the_folder_is_published_at_the_council(council):
    texts = [one.about for one in stages.require("poitiers", "council").texts()]

    shown = Version.objects.filter(state__in=["published", "superseded", "withdrawn"])
    shown = shown.exclude(document__slug__startswith="compte-rendu-seance")  # from what was said

    assert sorted(shown.values_list("document__slug", "document__language", "number")) == sorted(
        (one["slug"], one["language"], one.get("number", 1)) for one in texts
    )


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_examples_show_a_correction_a_withdrawal_and_a_file(council, language):
    found = Version.objects.filter(document__language=language, document__fictional=True)
    found = found.exclude(document__slug__startswith="compte-rendu-seance")
    told = {(one.document.slug, one.number): one for one in found.select_related("document")}

    corrected, withdrawn = told["exemple-compte-rendu", 2], told["exemple-retrait", 1]
    filed = told["exemple-ordre-du-jour", 1]

    assert {key: one.state for key, one in told.items()} == {
        ("exemple-cahier-seance-1", 1): "published",
        ("exemple-compte-rendu", 1): "superseded",
        ("exemple-compte-rendu", 2): "published",
        ("exemple-ordre-du-jour", 1): "published",
        ("exemple-retrait", 1): "withdrawn",
    }
    assert corrected.change
    assert MADE_UP[language] in withdrawn.withdrawal_reason
    assert MADE_UP[language] in filed.text_alternative.lower()
    with filed.file.open("rb") as kept:
        assert kept.read().startswith(b"%PDF-")


def test_the_tables_spoke_wrote_drew_and_moved_in_sessions_that_say_they_are_made_up(council):
    held = council.sessions.filter(closed_at__isnull=False)
    said = Capture.objects.filter(sequence__session__in=held)

    assert held.count() == 4
    assert all(one.fictional for one in held)
    assert set(said.values_list("kind", flat=True)) == set(Kind.values)
    assert {one.state for one in said} == {"published"}
    assert not said.exclude(signature="").exists()
    assert {row.moment for row in ZoneCount.objects.all()} == {"before", "after"}
    assert held.first().presences.count() == council.members.filter(state="active").count()


def test_only_the_cast_declares_interests_and_in_a_body_apart(council):

    declared = InterestDeclaration.objects.select_related("seat__body")

    assert {(one.seat.body.name, one.seat.name, one.nothing) for one in declared} == {
        ("Groupe d’exemple (données fictives)", "Irène (personnage fictif)", False),
        ("Groupe d’exemple (données fictives)", "Tarek (personnage fictif)", True),
    }


def test_a_text_links_to_others_by_addresses_that_exist(council):
    slugs = set(Document.objects.values_list("slug", flat=True))

    texts = Version.objects.values_list("body", flat=True)
    linked = {link for text in texts for link in re.findall(r"\]\((/[^)]*)\)", text)}

    assert linked <= {reverse("public:document", args=[SLUG, slug]) for slug in slugs}
    assert len(linked) >= 4


def test_the_cast_has_its_roles_and_no_real_person_has_an_account(council):

    roles = set(Appointment.objects.values_list("role", flat=True))
    accounts = Appointment.objects.exclude(account__email=None)  # members come by a card
    emails = accounts.values_list("account__email", flat=True)

    assert roles == set(Role) - {Role.ANYONE, Role.HOST}
    assert all(email.endswith("@example.org") for email in emails)


def test_those_who_were_not_drawn_are_forgotten(council, folder):
    assert set(council.candidates.values_list("state", flat=True)) == {"attended"}
    assert council.erasures.get().count == 125 - 29
    kept = {one.name for one in (folder / "keyring").rglob("*") if one.is_file()}
    theirs = {one.hex for one in Candidate.objects.values_list("pk", flat=True)}
    keys_of_marks, key_of_where_letters_went = (
        2,
        1,
    )  # those who answer letters are in another convention
    assert theirs <= kept
    assert len(kept - theirs) == keys_of_marks + key_of_where_letters_went


def test_another_convention_writes_letters_and_one_of_them_can_be_answered(council):
    slug, code = invitation()

    here = convention_at(slug)
    mailing = Mailing.objects.get(relay__channel__convention=here)
    assert (here.state, here.fictional, code) == ("recruiting", True, "ENTE-NDRE")
    assert (mailing.count, here.candidates.count()) == (480, 40)
    assert mailing.letters.exclude(answered_on=None).count() == 40
