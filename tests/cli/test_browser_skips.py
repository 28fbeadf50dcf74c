"""A browser test that was skipped is said; in CI it has failed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SUITE = """
import pytest

@pytest.mark.browser
def test_page():
    pytest.skip("no Chromium")

def test_database():
    pytest.skip("PostgreSQL only")
"""


@pytest.mark.parametrize(
    ("ci", "code", "said"),
    [
        ("", 0, "1 parcours dans un navigateur n’ont PAS été faits."),
        ("true", 1, "1 failed, 1 skipped"),
    ],
)
def test_a_skipped_browser_test_is_said_and_fails_in_ci(tmp_path, ci, code, said):
    (tmp_path / "test_suite.py").write_text(SUITE)
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = browser\n")

    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.browser_skips", "-p", "no:django", "."],
        cwd=tmp_path,
        env={**os.environ, "CI": ci, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == code
    assert said in done.stdout
