"""docs/charter.txt holds every right; it changes only together with the charter."""

from pathlib import Path

from isegoria.core.charter import CHARTER, Role
from isegoria.core.charter.rights import right, written

GOLDEN = Path(__file__).parents[3] / "docs" / "charter.txt"
AGAIN = "the rights changed: `python -m isegoria.core.charter.rights > docs/charter.txt`"


def test_the_golden_file_is_the_charter():
    assert GOLDEN.read_text(encoding="utf-8") == written(CHARTER), AGAIN


def test_each_right_has_one_line():
    lines = [line for line in written(CHARTER).splitlines() if line and not line.startswith("#")]

    assert lines == [right(one, role) for one in CHARTER for role in one.by]
    assert len(lines) == len(set(lines))


def test_a_line_says_who_when_from_where_to_where_on_what_conditions_and_what_is_kept():
    line = right(CHARTER["opinion.give"], Role.GUARANTOR)

    assert [part.strip() for part in line.split("|")] == [
        "opinion.give",
        "guarantor",
        "preparation",
        "(new) → given",
        "given reasoned, preparing",
        "seen by public",
        "records content_sha256, verdict",
    ]


def test_the_file_says_which_roles_may_do_nothing_in_particular():
    said = [line for line in written(CHARTER).splitlines() if line.endswith("in particular")]

    assert "# councillor may do nothing in particular" in said
    assert "# organiser may do nothing in particular" not in said
