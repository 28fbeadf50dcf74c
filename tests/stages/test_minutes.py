"""The booklet and the minutes of the demonstration: fictional, and told by the acts of the charter."""

from datetime import UTC, datetime, timedelta

import pytest

from isegoria import stages
from isegoria.convention.chartered import By
from isegoria.convention.mandate.queries import convention_at
from isegoria.convention.models import Account, Document, Member, Minutes, Presence
from isegoria.convention.sessions.handouts import read_for
from isegoria.convention.verbs import attendance, sessions
from isegoria.stages import minutes
from isegoria.stages.facts import Facts
from isegoria.stages.story import Scene, tell

NOW = datetime(2026, 1, 1, tzinfo=UTC)
DAY = datetime(2021, 5, 19, 12, tzinfo=UTC)
LATE = DAY + timedelta(days=40)


@pytest.fixture
def here(db, tmp_path, settings):
    settings.DATA_DIR, settings.MEDIA_ROOT = tmp_path, tmp_path / "files"
    stages.load("poitiers", at="drawn", seed=1, now=NOW)
    return convention_at("poitiers-numerique-2021")


def test_the_booklet_is_read_on_the_page_of_its_session_and_says_that_it_is_made_up(here):
    first = here.sessions.get(number=1)

    (given,) = read_for(first, reading="fr")

    assert given.version.document.fictional
    assert "données fictives" in given.version.title
    assert given.days_before == 9


def test_the_minutes_are_told_once_the_session_is_told_as_held(here):
    facts = Facts("poitiers")
    people = {"anatole": Account.objects.get(email="anatole@example.org")}
    scene = Scene(facts=facts, seed=1, convention=here, people=people)
    first, by = here.sessions.get(number=1), By(people["anatole"], DAY)
    sessions.open_(first, by)
    for one in Member.objects.filter(convention=here, state="active")[:3]:
        attendance.note(Presence(session=first, member=one, how="remote"), by)
    sessions.close(first, by)
    story = [one for one in minutes.story(scene) if one.at > DAY]

    tell(story, since=DAY, until=LATE)

    (text,) = Minutes.objects.all()
    assert (text.state, text.edition, text.document.slug) == (
        "published",
        2,
        "compte-rendu-seance-1",
    )
    assert sorted(text.corrections.values_list("state", flat=True)) == ["accepted", "refused"]
    assert Document.objects.get(slug="compte-rendu-seance-1").fictional
