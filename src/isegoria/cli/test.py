"""`./isegoria test`: every check and every test; what is asked in addition goes to pytest."""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from isegoria.cli import catalogues, chromium
from isegoria.cli.console import SETTINGS_MODULE, say
from isegoria.cli.options import Options

ROOT = Path(__file__).resolve().parents[3]
KEPT = "ISEGORIA_DATABASE_URL"
LINT_IMPORTS = "from importlinter.cli import lint_imports_command as go; go()"
SHARED = ("-n", "auto", "--dist", "worksteal")  # among the processors
CHECKS = {
    "ruff check": ("-m", "ruff", "check", "--quiet"),
    "ruff format": ("-m", "ruff", "format", "--check", "--quiet"),
    "mypy": ("-m", "mypy"),
    "import-linter": ("-c", LINT_IMPORTS),
    "django check": ("-m", "django", "check", "--fail-level", "WARNING"),
    "migrations": ("-m", "django", "makemigrations", "--check", "--dry-run"),
    "messages": ("-m", "isegoria", "messages", "--check"),
}


def main(arguments: list[str]) -> int:
    options, for_pytest = parse(arguments)
    catalogues.compile_stale()
    with tempfile.TemporaryDirectory(prefix="isegoria-test-") as data:
        environment = clean_environment(data)
        failed = [] if options.no_checks else failing_checks(environment)
        chosen = ["-m", "database and not looks"] if options.database_only else []
        failed += failing_tests([*chosen, *for_pytest], environment)
    return summary(failed)


def parse(arguments: list[str]) -> tuple[argparse.Namespace, list[str]]:
    parser = Options(
        "test",
        "Lance les vérifications du code, puis tous les tests.",
        epilog="Le reste est transmis à pytest. Exemples : -k journal, tests/core, -x.",
    )
    parser.add_argument("--no-checks", action="store_true", help="les tests seulement")
    parser.add_argument(
        "--database-only",
        action="store_true",
        help="parmi les tests, ceux qui lisent ou écrivent la base",
    )
    return parser.parse_known_args(arguments)


def clean_environment(data: str) -> dict[str, str]:
    """Tests see none of this machine's settings but the database, and none of its data."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("ISEGORIA_") or name == KEPT
    }
    return kept | {"ISEGORIA_DATA": data, "DJANGO_SETTINGS_MODULE": SETTINGS_MODULE}


def failing_checks(environment: Mapping[str, str]) -> list[str]:
    with ThreadPoolExecutor(os.cpu_count()) as hands:
        found = hands.map(lambda check: passes(check, CHECKS[check], environment), CHECKS)
        return [name for name, good in zip(CHECKS, found, strict=True) if not good]


def passes(name: str, command: tuple[str, ...], environment: Mapping[str, str]) -> bool:
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    good = done.returncode == 0
    say(f"{'OK   ' if good else 'ÉCHEC'}  {name} ({time.monotonic() - began:.1f} s)")
    if not good:
        say((done.stdout + done.stderr).strip())
    return good


def failing_tests(arguments: list[str], environment: Mapping[str, str]) -> list[str]:
    browser = chromium.find()
    if not browser:
        say("Chromium est introuvable : les parcours dans un navigateur ne seront pas faits.")
        say(chromium.HOW_TO_GET)
    command = [sys.executable, "-m", "pytest", "-p", "tests.browser_skips", *SHARED, *arguments]
    code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    missing = ["Chromium"] if not browser and os.environ.get("CI") == "true" else []
    return missing + (["tests"] if code else [])


def summary(failed: list[str]) -> int:
    say()
    say(f"En échec : {', '.join(failed)}." if failed else "Tout est en ordre.")
    return 1 if failed else 0
