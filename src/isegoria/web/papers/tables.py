"""The public tables as CSV, for a spreadsheet: a cell is never a formula."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import gettext as _

from isegoria.convention.mandate.queries import Dated
from isegoria.convention.publishing.models import Version
from isegoria.convention.recruitment.queries import Criterion
from isegoria.core.sheets.writing import xlsx_of

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"  # spreadsheets then read UTF-8
MEDIA_TYPE = "text/csv; charset=utf-8"
BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Row = Sequence[object]


def table(header: Row, rows: Iterable[Row]) -> bytes:
    """One table: UTF-8 with its mark, commas, CRLF (RFC 4180)."""
    kept = io.StringIO(newline="")
    kept.write(MARK)
    writer = csv.writer(kept)
    writer.writerow([guarded(cell) for cell in header])
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return kept.getvalue().encode()


def guarded(cell: object) -> object:
    """What a spreadsheet shows and does not run: a text that could start a formula is quoted."""
    if not isinstance(cell, str):
        return "" if cell is None else cell
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA) else cell


def calendar(dated: Iterable[Dated]) -> bytes:
    """Every date that was said of every item."""
    header = (
        _("ligne"), _("intitulé"), _("état"), _("nature"), _("numéro"), _("début"), _("fin"),
        _("précision"), _("raison"), _("source"), _("enregistré le"),
    )  # fmt: skip
    return table(
        header,
        (
            (
                one.item.lane, one.item.label, one.item.state, said.nature, said.number,
                said.starts.isoformat(), said.ends.isoformat(), said.precision, said.reason,
                said.source or one.item.source, said.recorded_at.isoformat(),
            )
            for one in dated
            for said in one.dates
        ),
    )  # fmt: skip


QUOTAS = ("feature", "value", "min", "max", "target", "source")


def quotas(criteria: Iterable[Criterion]) -> bytes:
    """A quota table, as the import and `./isegoria draw` read it, whatever the language."""
    return table(QUOTAS, _cells(criteria))


def quotas_book(criteria: Iterable[Criterion]) -> bytes:
    """The same table as a workbook."""
    return xlsx_of(QUOTAS, _cells(criteria))


def _cells(criteria: Iterable[Criterion]) -> Iterator[Row]:
    for criterion in criteria:
        for one in criterion.cells:
            yield one.criterion, one.value, one.minimum, one.maximum, one.target, one.source


def documents(versions: Iterable[Version]) -> bytes:
    """The published texts, each with its digest as the journal has it."""
    header = (
        _("adresse"),
        _("langue"),
        _("nature"),
        _("titre"),
        _("version"),
        _("publié le"),
        "sha256",
    )
    return table(
        header,
        (
            (
                one.document.slug, one.document.language, one.document.kind, one.title, one.number,
                one.published_at and one.published_at.isoformat(), one.content_sha256,
            )
            for one in versions
        ),
    )  # fmt: skip
