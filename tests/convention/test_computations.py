"""A draw computed beside the site: once at a time, told how it ended, forgotten when it is of no use."""

import json
from datetime import timedelta

import pytest

from isegoria.convention.models import Computation, Erasure
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.recruitment import computing, keyring
from isegoria.convention.recruitment.computations import (
    PATIENCE,
    SILENCE,
    ask,
    beat,
    begin,
    cancel,
    computation_of,
    lost_at_a_stop,
)
from isegoria.convention.recruitment.computing import carry_out, found_in
from isegoria.convention.recruitment.pool import pool_of
from isegoria.convention.recruitment.sealing import committed, found_for
from isegoria.convention.verbs import draws, erasing
from isegoria.core.charter import Role
from tests import recruiting, story
from tests.cast import AT

pytestmark = pytest.mark.django_db
SAID = {"source": "balls", "source_text": "Hôtel de ville, le 3 avril", "again": ""}


@pytest.fixture(autouse=True)
def _few(monkeypatch):
    monkeypatch.setattr(
        computing, "found_for", lambda pool, **more: found_for(pool, tickets=10, **more)
    )


@pytest.fixture
def ready(alice):
    told = story.announced(alice)
    recruiting.recruited(told)
    recruiting.second_guarantor(told)
    return told


def viewer(told, role=Role.RECRUITER, *, at=AT):
    return Viewer(recruiting.officer(told).actor, frozenset({role}), at)


def asked(told, *, at=AT):
    return ask(told.convention, viewer(told, at=at), SAID)[0]


def done(told):
    one = asked(told)
    carry_out(one.pk, lambda: AT)
    return computation_of(told.convention, viewer(told))


def test_what_is_found_seals_the_draw_that_was_asked_for(ready):
    one, pool = done(ready), pool_of(ready.convention)

    draw = one.draw(AT)
    sealing = committed(draw, pool, found_in(one))
    draws.seal(draw, recruiting.officer(ready), sealing, seen=one.pool_sha256)

    assert (draw.state, draw.source_text) == ("sealed", "Hôtel de ville, le 3 avril")
    assert len(draw.published["tickets"]) == 10


def test_there_is_one_at_a_time(ready):
    first, again = asked(ready), ask(ready.convention, viewer(ready), SAID)

    assert again == (first, False)


def test_it_is_carried_out_once(ready):
    one = done(ready)
    word = one.sealed_result

    carry_out(one.pk, lambda: AT)

    one.refresh_from_db()
    assert (one.stage, one.sealed_result) == ("done", word)


def test_nothing_of_it_can_be_read_without_its_key(ready):
    one = done(ready)
    codes = ready.convention.candidates.values_list("code", flat=True)
    written = json.dumps(found_in(one).written())

    keyring.forget(one.pk)

    assert [code for code in codes if code in written] == []
    assert [name for name in (recruiting.YOUNG, recruiting.PHONE) if name in written] == []
    assert "panels" not in one.sealed_result
    assert found_in(one) is None


def test_quotas_that_contradict_each_other_end_it_in_words(ready):
    ready.convention.candidates.filter(relay__channel__means="partner").delete()

    assert (done(ready).stage, Computation.objects.get().sealed_result) == ("conflict", "")


def test_a_fault_ends_it_and_is_not_hidden(ready, monkeypatch):
    def broken(pool, **more):
        raise MemoryError

    monkeypatch.setattr(computing, "found_for", broken)

    with pytest.raises(MemoryError):
        carry_out(asked(ready).pk, lambda: AT)

    assert Computation.objects.get().stage == "failed"


def test_whoever_computes_hears_that_it_was_cancelled(ready):
    one = asked(ready)
    begin(one.pk, AT)

    cancel(one, AT)

    assert not beat(one.pk, AT)
    assert computation_of(ready.convention, viewer(ready)).stage == "cancelled"


def test_a_result_that_comes_after_it_was_cancelled_is_not_kept(ready, monkeypatch):
    one = asked(ready)

    def slow(pool, **more):
        cancel(one, AT)
        return found_for(pool, tickets=10, **more)

    monkeypatch.setattr(computing, "found_for", slow)
    carry_out(one.pk, lambda: AT)

    one.refresh_from_db()
    assert (one.stage, one.sealed_result) == ("cancelled", "")
    assert not keyring._path(one.pk).exists()


@pytest.mark.parametrize(
    ("begun", "after", "stage"),
    [
        (True, SILENCE, "solving"),
        (True, SILENCE + timedelta(seconds=1), "lost"),
        (False, PATIENCE, "waiting"),
        (False, PATIENCE + timedelta(seconds=1), "lost"),
    ],
)
def test_one_without_a_sign_of_life_is_lost_and_may_be_asked_for_again(ready, begun, after, stage):
    one = asked(ready)
    if begun:
        begin(one.pk, AT)

    seen = computation_of(ready.convention, viewer(ready, at=AT + after))

    assert seen.stage == stage
    is_new = ask(ready.convention, viewer(ready, at=AT + after), SAID)[1]
    assert is_new == (stage == "lost")


def test_a_sign_of_life_keeps_it(ready):
    one = asked(ready)
    begin(one.pk, AT)

    assert beat(one.pk, AT + SILENCE)

    later = viewer(ready, at=AT + SILENCE + SILENCE)
    assert computation_of(ready.convention, later).stage == "solving"


def test_after_a_stop_nothing_is_said_to_be_computed(ready):
    begin(asked(ready).pk, AT)

    assert lost_at_a_stop(AT) == 1
    assert computation_of(ready.convention, viewer(ready)).stage == "lost"


@pytest.mark.parametrize("role", [Role.ORGANISER, Role.GUARANTOR, Role.INSTITUTE])
def test_the_officer_alone_knows_of_it(ready, role):
    asked(ready)

    assert computation_of(ready.convention, viewer(ready, role)) is None


def test_what_was_found_is_forgotten_with_anybody_of_the_list(
    ready, django_capture_on_commit_callbacks
):
    one = done(ready)
    somebody = ready.convention.candidates.first()
    erasure = Erasure(convention=ready.convention, on_request=True)

    with django_capture_on_commit_callbacks(execute=True):
        erasing.erase(erasure, recruiting.officer(ready), [somebody])

    assert not Computation.objects.exists()
    assert not keyring._path(one.pk).exists()
