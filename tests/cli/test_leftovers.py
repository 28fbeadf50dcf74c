"""What an earlier run left behind is put in order at the next start."""

from datetime import timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from isegoria.cli import leftovers
from isegoria.convention.models import Computation
from isegoria.web.mails import tell_subscribers
from tests import story
from tests.cast import AT


@pytest.fixture
def queued(db, settings):
    """A letter that waits for the worker."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    tell_subscribers.enqueue(1)
    return DBTaskResult.objects.get()


def test_expired_sessions_are_cleared_and_the_others_kept(db):
    for hours in (-1, 1):
        session = SessionStore()
        session.set_expiry(timezone.now() + timedelta(hours=hours))
        session.create()

    leftovers.put_in_order()

    assert [one.expire_date > timezone.now() for one in Session.objects.all()] == [True]


def test_a_letter_cut_short_by_a_crash_is_sent_again(queued, capsys):
    queued.claim("the worker that crashed")

    leftovers.put_in_order()

    assert list(DBTaskResult.objects.ready()) == [queued]
    assert capsys.readouterr().out.endswith("1.\n")


def test_a_letter_that_crashes_each_time_is_left_alone(queued):
    for attempt in range(leftovers.MOST_ATTEMPTS):
        queued.claim(f"worker {attempt}")

    assert leftovers.send_again() == 0


def test_a_letter_that_left_is_not_sent_again(queued):
    queued.claim("worker")
    queued.set_successful(1)

    assert leftovers.send_again() == 0
    assert not DBTaskResult.objects.ready().exists()


def test_a_draw_that_was_being_computed_is_said_to_be_interrupted(alice, capsys):
    told = story.announced(alice)
    Computation.objects.create(convention=told.convention, stage="solving", asked_at=AT)

    leftovers.put_in_order()

    assert Computation.objects.get().stage == "lost"
    assert capsys.readouterr().out.endswith("à relancer : 1.\n")
