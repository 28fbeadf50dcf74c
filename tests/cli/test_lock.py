"""The locks name exact versions, each file by its hash, and no place to fetch them from."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.txt", "requirements-dev.txt")
REQUIREMENT = re.compile(r"[a-z0-9-]+==\S+(?: ; [^\\]+)?")
NAME = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)", re.MULTILINE)


def requirements(lock: str) -> list[str]:
    text = re.sub(r"\s+#.*", "", (ROOT / lock).read_text("utf-8"))
    return text.replace("\\\n", " ").strip().splitlines()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_has_a_version_and_hashes(lock):
    loose = [
        line
        for line in requirements(lock)
        if not REQUIREMENT.match(line) or not re.search(r"--hash=sha256:[0-9a-f]{64}", line)
    ]

    assert loose == []


@pytest.mark.parametrize("name", [*LOCKS, "requirements.in", "requirements-dev.in"])
def test_no_requirement_names_a_host_or_a_place(name):
    text = (ROOT / name).read_text("utf-8")

    assert re.findall(r"://|--index|--extra-index|--find-links|--trusted-host|file:", text) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_what_is_asked_for_is_locked(lock):
    asked = NAME.findall((ROOT / lock).with_suffix(".in").read_text("utf-8"))
    locked = {line.split("==")[0] for line in requirements(lock)}

    assert sorted({name.lower() for name in asked} - locked) == []


def test_the_two_locks_agree():
    versions = [dict(line.split()[0].split("==") for line in requirements(lock)) for lock in LOCKS]
    shared = versions[0].keys() & versions[1].keys()

    assert {name for name in shared if versions[0][name] != versions[1][name]} == set()
