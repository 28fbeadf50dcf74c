"""A stage: the story of Poitiers told up to a day, by acts, the same for the same seed."""

import json
from collections import Counter
from datetime import UTC, datetime

import pytest

from isegoria import stages
from isegoria.convention.mandate.queries import calendar_of, convention_at
from isegoria.convention.models import Convention, Log, Version
from isegoria.convention.stewardship.queries import missing

NOW = datetime(2026, 1, 1, tzinfo=UTC)
SLUG = "poitiers-numerique-2021"
STATES = {
    "mandate": "prepared",
    "gate": "prepared",
    "launch": "launched",
    "recruiting": "recruiting",
}


@pytest.fixture(autouse=True)
def data(tmp_path, settings):
    settings.DATA_DIR, settings.MEDIA_ROOT = tmp_path, tmp_path / "files"
    return tmp_path


def loaded(at: str, seed: int = 1) -> Convention:
    stages.load("poitiers", at=at, seed=seed, now=NOW)
    found = convention_at(SLUG)
    assert found
    return found


@pytest.mark.parametrize(("at", "state"), STATES.items())
def test_each_stage_stands_where_the_convention_stood(db, at, state):
    assert loaded(at).state == state


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
    assert here.state == "recruiting"
    assert draw.state == "drawn"
    assert draw.certificate["distinct"] == 1000
    assert here.compositions.count() == 1


def test_the_second_session_is_under_way(db):
    here = loaded("session-2")

    session = here.sessions.get(state="open")
    running = session.sequences.get(state="running")
    assert here.sessions.get(closed_at__isnull=False).mode == "remote"
    assert session.seatings.get().state == "settled"
    assert Counter(session.presences.values_list("how", flat=True))["remote"] == 5
    assert running.captures.filter(kind="positions", shown_at__isnull=False).exists()
    assert not session.sequences.filter(state="planned", captures__isnull=False).exists()


def test_nobody_in_the_demonstration_could_be_taken_for_somebody(db):
    for one in loaded("recruiting").candidates.all():
        identity = one.identity
        assert "Fictif" in identity["name"]
        assert identity.get("phone", "06 39 98").startswith("06 39 98")
        assert "fictive" in identity["address"]


@pytest.mark.parametrize("seed", [2, 3])
def test_any_seed_gives_people_from_whom_a_panel_can_be_drawn(db, seed):
    assert loaded("drawn", seed).draws.get().state == "drawn"
