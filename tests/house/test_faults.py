"""The guards themselves: each fault, put into a copy of the tree, is caught by its own check.

Each fault is alone in its own copy. A check that no longer sees its
fault is a defect, even when everything else is in order.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.house.tree import ROOT

COPIED = ("src", "tests", "docs", "pyproject.toml", "GLOSSARY.md")
CHECK = ("-m", "django", "check", "--fail-level", "WARNING")
LINT = ("-c", "from importlinter.cli import lint_imports_command as go; go()")


def pytest_of(test: str) -> tuple[str, ...]:
    return ("-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:randomly", f"tests/{test}")


@dataclass(frozen=True, kw_only=True)
class Fault:
    """What is put where, and who must say what. `old` empty: `new` is added at the end."""

    file: str
    old: str = ""
    new: str
    check: tuple[str, ...]
    says: str


RIVER, ACCESS, STYLE = "house/test_river.py", "house/test_access.py", "house/test_style.py"
FAULTS = {
    "a view that sets a state": Fault(
        file="src/isegoria/web/moments.py",
        new="\n\ndef hurry(convention: object) -> None:\n    convention.state = 'launched'\n",
        check=pytest_of(f"{RIVER}::test_only_conduct_moves_a_state"),
        says="src/isegoria/web/moments.py",
    ),
    "a view that sets a state through the table": Fault(
        file="src/isegoria/web/moments.py",
        new="\n\ndef hurry(rows: object) -> None:\n    rows.update(state='launched')\n",
        check=pytest_of(f"{RIVER}::test_only_conduct_moves_a_state"),
        says="src/isegoria/web/moments.py",
    ),
    "the core imports Django": Fault(
        file="src/isegoria/core/charter/words.py",
        old="from enum import StrEnum\n",
        new="from enum import StrEnum\n\nfrom django.utils import timezone\n",
        check=LINT,
        says="The core is plain Python BROKEN",
    ),
    "an act that nobody performs": Fault(
        file="src/isegoria/core/charter/acts/opening.py",
        old='    act("calendar.add"',
        new='    act("calendar.erase", by=ORGANISER, moves=("planned", "cancelled"), label="", tells=""),\n'
        '    act("calendar.add"',
        check=CHECK,
        says="isegoria.E001",
    ),
    "a performer without an act": Fault(
        file="src/isegoria/convention/publishing/actions.py",
        old='@performs("version.abandon")',
        new='@performs("version.burn")',
        check=CHECK,
        says="KeyError: 'version.burn'",
    ),
    "a right given to one role more": Fault(
        file="src/isegoria/core/charter/acts/people.py",
        old='act("body.create", by=ORGANISER,',
        new='act("body.create", by=(Role.ORGANISER, Role.MEMBER),',
        check=pytest_of("core/charter/test_rights.py::test_the_golden_file_is_the_charter"),
        says="the rights changed",
    ),
    "an act that does not look at the role": Fault(
        file="src/isegoria/convention/governance/conduct.py",
        old="                if not decision:\n                    raise Refused(act, decision)\n",
        new="",
        check=pytest_of("convention/test_conduct.py::test_the_role_is_looked_at_for_every_act"),
        says="DID NOT RAISE",
    ),
    "an act outside the lock": Fault(
        file="src/isegoria/convention/journal/book.py",
        old="Log.objects.select_for_update().get_or_create(convention=convention)",
        new="Log.objects.get_or_create(convention=convention)",
        check=pytest_of(f"{RIVER}::test_the_book_is_locked_before_it_is_read"),
        says="select_for_update",
    ),
    "states that the database no longer checks": Fault(
        file="src/isegoria/convention/publishing/models.py",
        old='            chartered_states("version"),\n',
        new="",
        check=CHECK,
        says="isegoria.E002",
    ),
    "a constraint dropped from a model": Fault(
        file="src/isegoria/convention/mandate/models.py",
        old='            models.CheckConstraint(\n                name="a_new_mandate_says_why", condition=Q(number=1) | ~Q(reason="")\n            ),\n',
        new="",
        check=("-m", "django", "makemigrations", "--check", "--dry-run"),
        says="a_new_mandate_says_why",
    ),
    "a table that is no longer kept": Fault(
        file="src/isegoria/convention/migrations/0002_kept.py",
        old='        append_only("convention_entry"),\n',
        new="",
        check=pytest_of("convention/test_kept.py::test_every_table_that_is_kept_still_has_its_triggers_after_the_last_migration"),
        says="convention_entry",
    ),
    "an address that is not listed": Fault(
        file="src/isegoria/web/urls.py",
        old="urlpatterns = [\n",
        new="from isegoria.web.errors import not_found\n\nurlpatterns = [\n"
        '    path("caché/", not_found, name="hidden"),\n',
        check=pytest_of(f"{ACCESS}::test_every_address_is_listed"),
        says="hidden",
    ),
    "a page that touches a table": Fault(
        file="src/isegoria/web/moments.py",
        new="\n\ndef all_of(model: object) -> object:\n    return model.objects.all()\n",
        check=pytest_of(f"{RIVER}::test_the_pages_never_touch_a_table"),
        says=".objects",
    ),
    "a page that writes a query": Fault(
        file="src/isegoria/web/moments.py",
        new="\n\ndef some_of(shown: object) -> object:\n    return shown.dates.filter(number=1)\n",
        check=pytest_of(f"{RIVER}::test_the_pages_never_write_a_query"),
        says=".filter",
    ),
    "a relation that names its table in a string": Fault(
        file="src/isegoria/convention/people/models.py",
        old="    body = models.ForeignKey(Body,",
        new='    body = models.ForeignKey("convention.Body",',
        check=pytest_of(f"{RIVER}::test_no_relation_names_its_table_in_a_string"),
        says="people/models.py",
    ),
    "an import from downstream": Fault(
        file="src/isegoria/convention/mandate/queries.py",
        old="from isegoria.core.charter import Window\n",
        new="from isegoria.convention.publishing.models import Document\nfrom isegoria.core.charter import Window\n",
        check=LINT,
        says="The river: code looks upstream, never downstream BROKEN",
    ),
    "an accessor that reaches downstream": Fault(
        file="src/isegoria/convention/mandate/queries.py",
        new="\n\ndef shelf(convention: Convention) -> object:\n    return convention.documents.all()\n",
        check=pytest_of(f"{RIVER}::test_no_code_reaches_downstream_through_an_accessor"),
        says="“documents”",
    ),
    "a lookup that reaches downstream": Fault(
        file="src/isegoria/convention/mandate/queries.py",
        new="\n\ndef shelved() -> object:\n    return Convention.objects.filter(documents__slug='x')\n",
        check=pytest_of(f"{RIVER}::test_no_code_reaches_downstream_through_an_accessor"),
        says="“documents”",
    ),
    "one audience's pages in another's": Fault(
        file="src/isegoria/web/guarantors/urls.py",
        old="app_name =",
        new="from isegoria.web.desk import matrix\n\napp_name =",
        check=LINT,
        says="one audience's pages never import another's BROKEN",
    ),
    "the clock read in an action": Fault(
        file="src/isegoria/convention/governance/actions/opinion.py",
        new="\n\ndef today() -> object:\n    from django.utils import timezone\n\n    return timezone.now()\n",
        check=pytest_of(f"{STYLE}::test_only_the_clock_and_the_command_line_read_the_time"),
        says="timezone.now()",
    ),
    "a word of the journal that was not promised": Fault(
        file="src/isegoria/convention/governance/actions/calendar.py",
        old='        "precision": said.precision,\n',
        new='        "precision": said.precision,\n        "label": item.label,\n',
        check=pytest_of("convention/test_calendar.py::test_several_windows_are_open_at_once"),
        says="does not let the journal keep label",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    tree = tmp_path_factory.mktemp("tree")
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            aside = shutil.ignore_patterns("journeys", "*.woff2", "*.png")
            shutil.copytree(source, tree / name, ignore=aside)
        else:
            shutil.copy(source, tree / name)
    return tree


def committed(whole: Path, place: Path, fault: Fault) -> tuple[int, str]:
    """Run the check in a tree that differs from the whole one in one file."""
    tree = place / "tree"
    shutil.copytree(whole, tree, copy_function=os.link)
    torn = tree / fault.file
    text = torn.read_text(encoding="utf-8")
    assert not fault.old or text.count(fault.old) == 1, "the fault is out of date: mend its `old`"
    torn.unlink()
    torn.write_text(text.replace(fault.old, fault.new) if fault.old else text + fault.new)
    return checked(tree, place / "data", fault.check)


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_caught_by_its_check(copy, tmp_path, name):
    code, said = committed(copy, tmp_path, FAULTS[name])

    assert code != 0, f"nobody saw it\n{said}"
    assert " ".join(FAULTS[name].says.split()) in " ".join(said.split())


@pytest.mark.parametrize("check", [CHECK, LINT], ids=["check", "import-linter"])
def test_the_copy_without_a_fault_is_in_order(copy, tmp_path, check):
    code, said = checked(copy, tmp_path, check)

    assert code == 0, said


def checked(tree: Path, data: Path, command: tuple[str, ...]) -> tuple[int, str]:
    environment = {
        **os.environ,
        "PYTHONPATH": f"{tree / 'src'}{os.pathsep}{tree}",
        "DJANGO_SETTINGS_MODULE": "isegoria.config.settings",
        "ISEGORIA_DATA": str(data),
        "ISEGORIA_DATABASE_URL": "",
        "PYTHONDONTWRITEBYTECODE": "1",
        "NO_COLOR": "1",
    }
    done = subprocess.run(
        [sys.executable, *command],
        cwd=tree,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    return done.returncode, done.stdout + done.stderr
