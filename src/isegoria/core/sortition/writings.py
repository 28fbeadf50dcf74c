"""Tables written back, CSV or XLSX, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Sequence

from openpyxl import Workbook

from isegoria.core.sortition.model import Quota

HARMFUL = ("=", "+", "-", "@", "\t", "\r")
QUOTA_TITLES = ("feature", "value", "min", "max", "min_flex", "max_flex")


def csv_of(titles: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """UTF-8 with its mark, for spreadsheets; a text that could be a formula is quoted by « ' »."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([_safe(title) for title in titles])
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def xlsx_of(titles: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    book = Workbook(write_only=True)
    page = book.create_sheet()
    page.append([_safe(title) for title in titles])
    for row in rows:
        page.append([_safe(cell) for cell in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def quota_rows(quotas: Iterable[Quota]) -> list[tuple[object, ...]]:
    """Under QUOTA_TITLES; a flexibility that was not given leaves its cell empty."""
    return [
        (q.criterion, q.value, q.least, q.most, _given(q.least_flex), _given(q.most_flex))
        for q in quotas
    ]


def _given(number: int | None) -> int | str:
    return "" if number is None else number


def _safe(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(HARMFUL) else cell
