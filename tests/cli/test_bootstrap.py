"""The bootstrap: what it says, and what it refuses, before anything is installed."""

import ast
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from isegoria.cli import verbs

ROOT = Path(__file__).resolve().parents[2]
BOOTSTRAP = ROOT / "isegoria"


def isegoria(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(BOOTSTRAP), *arguments],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        timeout=60,
    )


def test_alone_it_lists_every_verb_in_french():
    done = isegoria()

    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split()[0] for line in done.stdout.splitlines() if line.startswith("  ")] == [
        verb.name for verb in verbs.VERBS
    ]


def test_every_verb_can_be_loaded():
    modules = [ROOT / "src" / Path(*verb.module.split(".")) for verb in verbs.VERBS]

    assert [path.name for path in modules if not path.with_suffix(".py").exists()] == []


def test_a_misspelt_verb_gets_a_suggestion():
    done = isegoria("stagge")

    assert done.returncode == 2
    assert "Vouliez-vous dire « stage » ?" in done.stderr


def test_an_old_python_can_read_it():
    ast.parse(BOOTSTRAP.read_text("utf-8"), feature_version=(3, 6))


def test_an_old_python_is_told_which_one_is_needed(tmp_path):
    source = BOOTSTRAP.read_text("utf-8")
    pretending = tmp_path / "isegoria"
    pretending.write_text(source.replace("OLDEST = (3, 11)", "OLDEST = (9, 0)"), "utf-8")

    done = subprocess.run(
        [sys.executable, str(pretending), "run"],
        check=False,
        capture_output=True,
        text=True,
        env={"PATH": "", "PYTHONUTF8": "1"},
    )

    assert done.returncode == 1
    assert "Isegoria demande Python 3.11 ou plus récent" in done.stderr
    assert "Isegoria needs Python 3.11 or newer" in done.stderr


@pytest.fixture
def without_ensurepip(tmp_path):
    """A copy of the bootstrap on a Python whose venv fails as Debian's does."""
    (tmp_path / "isegoria").write_bytes(BOOTSTRAP.read_bytes())
    (tmp_path / "src").symlink_to(ROOT / "src")
    for lock in ("requirements.txt", "requirements-dev.txt"):
        (tmp_path / lock).write_bytes((ROOT / lock).read_bytes())
    stub = tmp_path / "stub" / "venv"
    stub.mkdir(parents=True)
    (stub / "__init__.py").write_text("")
    (stub / "__main__.py").write_text(
        "print('not created successfully because ensurepip is not available'); raise SystemExit(1)"
    )
    return tmp_path


def test_without_venv_on_debian_the_package_to_install_is_named(without_ensurepip):
    done = subprocess.run(
        [sys.executable, str(without_ensurepip / "isegoria"), "run"],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(without_ensurepip / "stub"), "PYTHONUTF8": "1"},
    )

    assert done.returncode == 1
    assert "sudo apt install python3-venv" in done.stderr
    assert not (without_ensurepip / ".venv").exists()


def test_it_is_executable_and_short():
    assert BOOTSTRAP.stat().st_mode & stat.S_IXUSR
    assert len(BOOTSTRAP.read_text("utf-8").splitlines()) <= 300
