"""Lines of CSV that a spreadsheet opens as text: no cell can be taken for a formula."""

import csv
import io
from collections.abc import Iterable

RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")


def line(cells: Iterable[str]) -> str:
    """One line, separated by semicolons, as French spreadsheets expect."""
    kept = io.StringIO()
    csv.writer(kept, delimiter=";").writerow(map(guarded, cells))
    return kept.getvalue()


def guarded(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would compute."""
    return f"'{text}" if text.lstrip(" ").startswith(RISKY) else text
