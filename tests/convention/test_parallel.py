"""Twenty people at once: every act is told once, in one line of entries, without a fork."""

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from django.conf import settings

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.database
WHOLE = {"gapless": True, "same_root": True}


@pytest.fixture(scope="module")
def happened(tmp_path_factory):
    data = tmp_path_factory.mktemp("parallel")
    with a_database_of_its_own() as url:
        environment = {
            **os.environ,
            "ISEGORIA_DATA": str(data),
            "ISEGORIA_DATABASE_URL": url,
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        }
        done = subprocess.run(
            [sys.executable, "-m", "tests.convention.parallel"],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_twenty_acts_at_once_are_twenty_entries_without_a_gap_or_a_fork(happened):
    assert happened["distinct_acts"] == {
        "ends": {"done": 20},
        "milestones": 20,
        "told": 20,
        **WHOLE,
    }


def test_the_same_request_twenty_times_at_once_is_done_once(happened):
    assert happened["the_same_request"] == {
        "ends": {"done": 1, "AlreadyDone": 19},
        "milestones": 1,
        "told": 1,
        **WHOLE,
    }


def test_the_same_new_convention_twenty_times_at_once_is_made_once(happened):
    assert happened["the_same_new_convention"] == {
        "ends": {"done": 1, "AlreadyDone": 19},
        "entries": 1,
    }


def test_two_conventions_are_written_at_once_each_in_its_own_book(happened):
    book = {"milestones": 10, "told": 10, **WHOLE}

    assert happened["two_conventions"] == {"ends": {"done": 20}, "books": [book, book]}


def test_two_administrators_who_remove_each_other_leave_one(happened):
    ends = happened["the_two_last_administrators"]["ends"]

    assert (ends, happened["the_two_last_administrators"]["left"]) == ({"done": 1, "Refused": 1}, 1)


def test_one_person_entered_by_two_relays_at_once_is_entered_once(happened):
    assert happened["the_same_person_by_two_relays"] == {
        "ends": {"done": 1, "Refused": 19},
        "people": 1,
    }


def test_without_the_lock_one_of_two_acts_is_lost(happened):
    unlocked = happened["without_the_lock"]

    assert unlocked["ends"].pop("done") == 1
    assert sum(unlocked.pop("ends").values()) == 1
    assert unlocked == {"milestones": 1, "told": 1, **WHOLE}


@contextmanager
def a_database_of_its_own():
    """The address of an empty database: "" is SQLite's own file in the data folder."""
    database = settings.DATABASES["default"]
    if "postgresql" not in database["ENGINE"]:
        yield ""
        return
    name = f"parallel_{os.getpid()}"
    user, password = database["USER"], database["PASSWORD"]
    server = f"{database['HOST'] or 'localhost'}:{database['PORT'] or 5432}"
    address = f"postgres://{user}:{password}@{server}/"
    with psycopg.connect(f"{address}postgres", autocommit=True) as host:
        host.execute(f"CREATE DATABASE {name}")
        try:
            yield address + name
        finally:
            host.execute(f"DROP DATABASE {name} WITH (FORCE)")
