"""A whole start and stop, as a person does it."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.db import OperationalError

from isegoria.cli import address, child

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60
CHILD = [sys.executable, "-m", "isegoria.cli.child"]


@pytest.fixture
def port(socket_enabled):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def started(tmp_path, port):
    """A server on data of its own, without the demonstration; always stopped."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("ISEGORIA_")}
    server = subprocess.Popen(
        [sys.executable, "-m", "isegoria", "run", f"--port={port}", "--no-demo"],
        env=clean | {"PYTHONPATH": str(ROOT / "src"), "ISEGORIA_DATA": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    yield server
    if server.poll() is None:
        server.kill()
        server.communicate()


def wait_until(condition) -> bool:
    end = time.monotonic() + PATIENCE
    while not condition() and time.monotonic() < end:
        time.sleep(0.1)
    return condition()


@pytest.mark.skipif(os.name == "nt", reason="signals are sent another way there")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_then_stops_without_a_trace(started, port, how):
    assert wait_until(lambda: address.answers("127.0.0.1", port) or started.poll() is not None)
    started.send_signal(how)

    out, err = started.communicate(timeout=PATIENCE)

    assert (started.returncode, err) == (0, "")
    assert out.splitlines()[-1] == "Isegoria est arrêtée."
    assert not address.answers("127.0.0.1", port)


def test_a_start_that_gives_up_leaves_nobody_waiting(port):
    """The child that serves reads its libraries early: it opens nothing before it is told to."""
    waiting = subprocess.run(
        [*CHILD, str(os.getpid()), "web", "127.0.0.1", str(port)],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )

    assert (waiting.returncode, waiting.stdout, waiting.stderr) == (0, b"", b"")
    assert not address.answers("127.0.0.1", port)


@pytest.mark.skipif(os.name == "nt", reason="signals are sent another way there")
def test_killed_outright_it_leaves_no_orphan(started, port):
    assert wait_until(lambda: address.answers("127.0.0.1", port) or started.poll() is not None)

    started.kill()
    started.communicate()

    assert wait_until(lambda: not address.answers("127.0.0.1", port))


def test_a_child_whose_parent_died_before_it_looked_leaves(tmp_path, port):
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()

    child = subprocess.run(
        [*CHILD, str(gone.pid), "worker"],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src"), "ISEGORIA_DATA": str(tmp_path)},
        stdin=subprocess.DEVNULL,
        timeout=PATIENCE,
        check=False,
    )

    assert child.returncode in {0, -signal.SIGTERM}


def test_what_it_writes_is_for_its_owner_only(started, port, tmp_path):
    assert wait_until(lambda: address.answers("127.0.0.1", port) or started.poll() is not None)

    open_to_others = [
        path.name for path in [tmp_path, *tmp_path.rglob("*")] if path.stat().st_mode & 0o077
    ]

    assert open_to_others == []


def test_the_worker_waits_for_a_database_that_is_away_and_goes_on(db):
    tries = []

    def work():
        tries.append(1)
        if len(tries) < 3:
            raise OperationalError("the server closed the connection")

    child.keep_on(work, wait=0)

    assert len(tries) == 3


def test_the_deployment_checks_find_nothing(tmp_path):
    clean = {name: value for name, value in os.environ.items() if not name.startswith("ISEGORIA_")}
    checked = subprocess.run(
        [sys.executable, "-m", "django", "check", "--deploy", "--fail-level=WARNING"],
        env=clean
        | {
            "PYTHONPATH": str(ROOT / "src"),
            "DJANGO_SETTINGS_MODULE": "isegoria.config.settings",
            "ISEGORIA_DATA": str(tmp_path),
            "ISEGORIA_PUBLIC_URL": "https://convention.exemple.fr",
            "ISEGORIA_HOSTS": "convention.exemple.fr",
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert (checked.returncode, checked.stderr) == (0, "")
