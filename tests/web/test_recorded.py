"""What is left of a talk: chapters that lead into the video and the transcript, and the slides."""

from uuid import uuid4

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from isegoria.convention.verbs import experts, publishing
from isegoria.web.public.recorded import split
from isegoria.web.public.videos import moment_of
from isegoria.web.recorded_forms import Chapters, clock
from tests import questioning, sitting, story
from tests.sitting import fanny
from tests.web.public_site import at
from tests.web.reading import said

PEERTUBE = "https://video.exemple.org/w/aBc123"
TYPED = "12:30 Les ondes\n1:02:03 Les câbles"
WORDS = "Bonjour.\n\n## Les ondes\n\nElles portent.\n\n## Autre chose\n\nFin."


@pytest.fixture
def told(alice):
    cache.clear()
    return story.announced(alice)


def test_chapters_are_typed_one_a_line_and_come_in_order():
    assert Chapters().clean("1:02:03 Fin\n\n 0:05 Début ") == [
        {"at": 5, "title": "Début"},
        {"at": 3723, "title": "Fin"},
    ]
    assert [clock(one) for one in (5, 750, 3723)] == ["0:05", "12:30", "1:02:03"]


@pytest.mark.parametrize("line", ["Les ondes", "12 Les ondes", "12:75 Les ondes", "12:30"])
def test_a_line_that_is_no_chapter_says_how_to_write_one(line):
    with pytest.raises(ValidationError, match="12:30 Les ondes"):
        Chapters().clean(line)


@pytest.mark.parametrize(
    ("url", "there"),
    [
        (PEERTUBE, f"{PEERTUBE}?start=90"),
        ("https://www.youtube.com/watch?v=abc", "https://www.youtube.com/watch?v=abc&t=90"),
        ("https://youtu.be/abc", "https://youtu.be/abc?t=90"),
        ("https://vimeo.com/123", "https://vimeo.com/123#t=90s"),
        ("https://example.org/film.mp4", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_a_chapter_leads_to_its_moment_where_the_host_is_known(url, there):
    assert moment_of(url, 90) == there


def test_the_transcript_is_cut_where_a_heading_is_a_chapter():
    parts = split(WORDS, ["Les câbles", "les  Ondes"])

    assert [one.anchor for one in parts] == ["", "chapitre-2"]
    assert parts[1].text.startswith("## Les ondes")
    assert parts[1].text.endswith("Fin.")


def held(told):
    story.body(told)
    return experts.hold(questioning.heard(told, sitting.opened(told)), fanny(told))


def test_the_team_publishes_what_is_left_of_a_hearing(told, client):
    hearing, slides = held(told), story.published(told, slug="supports", title="Les supports")
    slides.document.kind = "document"
    slides.document.save()
    team = Client()
    team.force_login(fanny(told).actor)
    typed = {"video_url": PEERTUBE, "transcript": WORDS, "chapters": TYPED, "once": str(uuid4())}
    url = reverse("facilitation:hearing_record", args=["poitiers", hearing.pk])

    team.post(url, {**typed, "slides": str(slides.document_id)})

    page = said(client.get(at("hearing", hearing.pk)))
    assert f"{PEERTUBE}?start=750" in page
    assert 'href="#chapitre-1"' in page
    assert 'id="chapitre-1"' in page
    assert at("document", "supports") in page
    assert at("hearing", hearing.pk) in said(client.get(at("session", hearing.session.pk)))


def test_a_recording_without_words_is_refused(told):
    hearing, team = held(told), Client()
    team.force_login(fanny(told).actor)
    url = reverse("facilitation:hearing_record", args=["poitiers", hearing.pk])

    answer = team.post(url, {"video_url": PEERTUBE, "once": str(uuid4())})

    assert answer.status_code == 422
    assert "a sa transcription" in said(answer)


def test_a_round_table_has_the_same_chapters(told, client):
    table = story.round_table(told)
    publishing.record(table, told.organiser, video_url=PEERTUBE, subtitled=True, transcript=WORDS)
    chapters = [{"at": 750, "title": "Les ondes"}]
    publishing.edit_round_table(table, told.organiser, changes={"chapters": chapters})

    page = said(client.get(at("round_table", table.pk)))
    assert f"{PEERTUBE}?start=750" in page
    assert 'id="chapitre-1"' in page
