"""A stage: the story of Poitiers told up to a day, by acts, the same for the same seed."""

import json
import re
from collections import Counter
from datetime import UTC, datetime

import pytest
from django.urls import reverse

from isegoria import stages
from isegoria.convention.journal.queries import leaves, tree_head
from isegoria.convention.mandate.queries import calendar_of, convention_at
from isegoria.convention.models import (
    Appointment,
    Convention,
    Document,
    InterestDeclaration,
    Log,
    Version,
)
from isegoria.convention.stewardship.queries import missing
from isegoria.core.charter import Role
from isegoria.core.journal import merkle

NOW = datetime(2026, 1, 1, tzinfo=UTC)
SLUG = "poitiers-numerique-2021"
STATES = {
    "mandate": "prepared",
    "gate": "prepared",
    "launch": "launched",
    "recruiting": "recruiting",
    "drawn": "recruiting",
    "council": "deliberated",
}
MADE_UP = {"fr": "données fictives", "en": "fictional data"}


@pytest.fixture(autouse=True)
def data(tmp_path, settings):
    settings.DATA_DIR, settings.MEDIA_ROOT = tmp_path, tmp_path / "files"
    return tmp_path


def loaded(at: str, seed: int = 1) -> Convention:
    stages.load("poitiers", at=at, seed=seed, now=NOW)
    found = convention_at(SLUG)
    assert found
    return found


def journal(seed: int, *, undo) -> list[bytes]:
    """The leaves of a loading, which is then undone."""
    with undo():
        return list(leaves(loaded("council", seed).pk))


@pytest.fixture
def undo(db):
    from contextlib import contextmanager

    from django.db import transaction

    @contextmanager
    def undoing():
        with transaction.atomic():
            yield
            transaction.set_rollback(True)

    return undoing


@pytest.mark.parametrize(("at", "state"), STATES.items())
def test_each_stage_stands_where_the_convention_stood(db, at, state):
    assert loaded(at).state == state


def test_the_same_seed_writes_the_same_journal_byte_for_byte(undo):
    assert journal(7, undo=undo) == journal(7, undo=undo)


def test_another_seed_gives_other_identities(undo):
    assert not set(journal(7, undo=undo)) & set(journal(8, undo=undo))


def test_the_journal_tells_the_story_in_order(db):
    convention = loaded("council")

    size, root = tree_head(convention.pk)
    entries = list(leaves(convention.pk))
    public = [json.loads(leaf) for leaf in entries if b'"sealed"' not in leaf]

    assert size == len(entries)
    assert root == merkle.root(merkle.frontier_of(map(merkle.leaf_hash, entries)))
    assert [one["at"] for one in public] == sorted(one["at"] for one in public)
    assert public[0]["act"] == "mandate.adopt"


def test_nothing_is_known_before_its_day(db):
    stage = datetime(2021, 3, 16, 8, 0, tzinfo=UTC)
    convention = loaded("gate")

    said = [date.recorded_at for one in calendar_of(convention) for date in one.dates]
    published = Version.objects.filter(state="published").values_list("published_at", flat=True)

    assert max(said) <= stage
    assert max(published) <= stage


def test_in_march_2021_the_gate_lacked_what_the_guarantors_wrote(db):
    letter = {"calendar", "presentation", "committee_members", "committee_mission", "quotas"}

    assert set(missing(loaded("gate"))) == {*letter, "opinion"}


def test_the_launch_passes_over_the_opinion_alone_and_says_why(db):
    convention = loaded("launch")

    assert convention.passed_over == ["opinion"]
    assert convention.passed_over_reason.startswith("Reconstitution.")


def test_the_launch_keeps_all_the_dates_that_were_announced(db):
    dated = {one.item.label: one for one in calendar_of(loaded("council"))}

    launch = dated["Lancement de la convention"]

    assert [date.nature for date in launch.dates] == ["planned"] * 4 + ["actual"]
    assert all(date.reason for date in launch.dates[1:5])


def test_every_text_of_the_folder_is_published_at_the_council(db):
    loaded("council")
    texts = [one.about for one in stages.require("poitiers", "council").texts()]

    shown = Version.objects.filter(state__in=["published", "superseded", "withdrawn"])

    assert sorted(shown.values_list("document__slug", "document__language", "number")) == sorted(
        (one["slug"], one["language"], one.get("number", 1)) for one in texts
    )


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_examples_show_a_correction_a_withdrawal_and_a_file(db, data, language):
    loaded("council")
    found = Version.objects.filter(document__language=language, document__fictional=True)
    told = {(one.document.slug, one.number): one for one in found.select_related("document")}

    corrected, withdrawn = told["exemple-compte-rendu", 2], told["exemple-retrait", 1]
    filed = told["exemple-ordre-du-jour", 1]

    assert {key: one.state for key, one in told.items()} == {
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


def test_only_the_cast_declares_interests_and_in_a_body_apart(db):
    loaded("council")

    declared = InterestDeclaration.objects.select_related("seat__body")

    assert {(one.seat.body.name, one.seat.name, one.nothing) for one in declared} == {
        ("Groupe d’exemple (données fictives)", "Irène (personnage fictif)", False),
        ("Groupe d’exemple (données fictives)", "Tarek (personnage fictif)", True),
    }


def test_a_text_links_to_others_by_addresses_that_exist(db):
    loaded("council")
    slugs = set(Document.objects.values_list("slug", flat=True))

    texts = Version.objects.values_list("body", flat=True)
    linked = {link for text in texts for link in re.findall(r"\]\((/[^)]*)\)", text)}

    assert linked <= {reverse("public:document", args=[SLUG, slug]) for slug in slugs}
    assert len(linked) >= 4


def test_the_cast_has_its_roles_and_no_real_person_has_an_account(db):
    loaded("council")

    roles = set(Appointment.objects.values_list("role", flat=True))
    emails = Appointment.objects.values_list("account__email", flat=True)

    assert roles == set(Role) - {Role.ANYONE, Role.HOST}
    assert all(email.endswith("@example.org") for email in emails)


def test_the_clock_stands_at_the_day_of_the_stage(db, data):
    stood = stages.load("poitiers", at="launch", seed=1, now=NOW)

    kept = json.loads((data / "stage.json").read_text())

    assert stood == stages.Loaded(datetime(2021, 4, 30, 20, 0, tzinfo=UTC), SLUG)
    assert kept["offset_seconds"] == (stood.at - NOW).total_seconds()


def test_a_database_that_holds_a_convention_is_left_alone(poitiers):
    before = list(Log.objects.values_list("size", flat=True))

    with pytest.raises(stages.CannotLoad, match="déjà une convention"):
        loaded("launch")

    assert list(Log.objects.values_list("size", flat=True)) == before


@pytest.mark.parametrize(("name", "at"), [("angers", "launch"), ("poitiers", "party")])
def test_an_unknown_stage_says_which_exist(name, at):
    with pytest.raises(stages.CannotLoad, match="Choix : "):
        stages.require(name, at)


PANEL = ("drawn", "confirmed", "attended")


def test_people_are_being_entered_while_the_panel_is_recruited(db):
    here = loaded("recruiting")

    assert here.candidates.filter(state="consented").count() > 50
    assert not here.draws.exists()


def test_the_panel_is_drawn_two_left_and_one_was_replaced(db):
    here = loaded("drawn")

    counts = Counter(here.candidates.values_list("state", flat=True))
    draw = here.draws.get()
    assert sum(counts.values()) == 125
    assert (sum(counts[one] for one in PANEL), counts["replaced"], counts["withdrawn"]) == (
        29,
        1,
        1,
    )
    assert draw.state == "drawn"
    assert draw.certificate["distinct"] == 1000
    assert here.compositions.count() == 1


def test_nobody_in_the_demonstration_could_be_taken_for_somebody(db):
    for one in loaded("recruiting").candidates.all():
        identity = one.identity
        assert "Fictif" in identity["name"]
        assert identity.get("phone", "06 39 98").startswith("06 39 98")
        assert "fictive" in identity["address"]


@pytest.mark.parametrize("seed", [2, 3])
def test_any_seed_gives_people_from_whom_a_panel_can_be_drawn(db, seed):
    assert loaded("drawn", seed).draws.get().state == "drawn"


def test_those_who_were_not_drawn_are_forgotten_by_the_day_of_the_council(
    db, data, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        here = loaded("council")

    assert set(here.candidates.values_list("state", flat=True)) == {"attended"}
    assert here.erasures.get().count == 125 - 29
    assert len([one for one in (data / "keyring").rglob("*") if one.is_file()]) == 29
