"""The rows of a CSV or XLSX file, as text, within bounds. Nothing in a file is ever run."""

import csv
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import ParseError

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

MOST_ROWS = 5_000
MOST_COLUMNS = 50
MOST_PARTS = 200
MOST_UNPACKED = 20_000_000
LONGEST_CELL = 2_000
DELIMITERS = (";", ",", "\t")
BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
DAMAGED = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
    EOFError,
)  # fmt: skip  -- what an archive fails with, as many ways as it has parts


class Unreadable(Exception):  # noqa: N818 -- reads as what happened
    """The file as a whole cannot be read."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    is_formula: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row, and the line on which a person finds it."""

    line: int
    cells: tuple[Cell, ...]


def grid(name: str, content: bytes) -> Iterator[Row]:
    """The rows of the file, the first being its titles."""
    if content.startswith(b"PK"):
        return _bounded(_sheet(content))
    if name.lower().endswith((".xlsx", ".xlsm", ".xls", ".ods")) or content.startswith(b"\xd0\xcf"):
        raise Unreadable(
            _("Ce fichier n’est pas un classeur XLSX lisible."),
            _("Enregistrez-le au format « Classeur Excel (.xlsx) » ou « CSV »."),
        )
    return _bounded(_lines(_decoded(content)))


def _bounded(rows: Iterator[Row]) -> Iterator[Row]:
    for count, row in enumerate(rows):
        if count > MOST_ROWS:
            raise Unreadable(
                _("Le fichier a plus de 5 000 lignes."),
                _("Une table des quotas en a quelques dizaines : supprimez les lignes en trop."),
            )
        if len(row.cells) > MOST_COLUMNS:
            raise Unreadable(
                _("La ligne %(line)s a plus de 50 colonnes.") % {"line": row.line},
                _("Gardez les six colonnes utiles, ou vérifiez le séparateur du fichier CSV."),
            )
        if any(len(cell.text) > LONGEST_CELL for cell in row.cells):
            raise Unreadable(
                _("Une case de la ligne %(line)s est beaucoup trop longue.") % {"line": row.line},
                _("Vérifiez les guillemets du fichier : il en manque peut-être un."),
            )
        yield row


def _decoded(content: bytes) -> str:
    """The text of a CSV file, whatever the program that wrote it."""
    for mark, encoding in BOMS:
        if content.startswith(mark):
            try:
                return _without_nul(content.decode(encoding))
            except UnicodeDecodeError as error:
                raise _not_text() from error
    for encoding in ("utf-8", "cp1252", "latin-1"):
        try:
            return _without_nul(content.decode(encoding))
        except UnicodeDecodeError:
            continue
    raise _not_text()


def _without_nul(text: str) -> str:
    if "\x00" in text:
        raise _not_text()
    return text


def _not_text() -> Unreadable:
    return Unreadable(
        _("Ce fichier n’est pas du texte."),
        _("Enregistrez votre tableau au format « CSV UTF-8 » ou « XLSX »."),
    )


def _lines(text: str) -> Iterator[Row]:
    lines = io.StringIO(text, newline="")
    first = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    if first.lower().startswith("sep="):
        delimiter = first[4:5] or delimiter
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    try:
        for cells in reader:
            if len(cells) > MOST_COLUMNS:
                cells = cells[: MOST_COLUMNS + 1]  # noqa: PLW2901 -- enough to be refused
            if any(cells) and not cells[0].lower().startswith("sep="):
                yield Row(reader.line_num, tuple(Cell(cell.strip()) for cell in cells))
    except csv.Error as error:
        raise Unreadable(
            _("Le fichier CSV est mal formé à la ligne %(line)s.") % {"line": reader.line_num},
            _("Vérifiez les guillemets de cette ligne, ou enregistrez de nouveau le tableau."),
        ) from error


def _sheet(content: bytes) -> Iterator[Row]:
    _weighed(content)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        rows = sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS + 1)
        for line, cells in enumerate(rows, start=1):
            if any(cell.value is not None for cell in cells):
                yield Row(line, tuple(map(_said, _trimmed(cells))))
    except (
        *DAMAGED, InvalidFileException, ParseError, KeyError, TypeError, IndexError, AttributeError,
    ) as error:  # fmt: skip
        raise _not_a_book() from error


def _trimmed(cells: tuple[Any, ...]) -> tuple[Any, ...]:
    """Without the empty cells at the end, which a spreadsheet pads with."""
    last = max(place for place, cell in enumerate(cells) if cell.value is not None)
    return cells[: last + 1]


def _said(cell: Any) -> Cell:
    value = cell.value
    if value is None:
        return Cell("")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return Cell(str(value).strip(), is_formula=cell.data_type == "f")


def _weighed(content: bytes) -> None:
    """Refuse an archive that unpacks to more than a table can be, before unpacking it."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except DAMAGED as error:
        raise _not_a_book() from error
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Unreadable(
            _("Ce classeur est anormalement gros une fois ouvert."),
            _("Copiez la seule table dans un classeur neuf, ou enregistrez-la en CSV."),
        )
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for part in parts:
            _plain_xml(archive, part)


def _plain_xml(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Refuse XML that declares a document type: entities are a way to blow up a parser."""
    if not part.filename.endswith((".xml", ".rels")):
        return
    try:
        with archive.open(part) as opened:
            head = opened.read(4096)
    except DAMAGED as error:
        raise _not_a_book() from error
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head or b"\x00" in head:
        raise _not_a_book()


def _not_a_book() -> Unreadable:
    return Unreadable(
        _("Ce classeur est abîmé, protégé, ou n’est pas un XLSX."),
        _("Ouvrez-le dans un tableur et enregistrez-le de nouveau, ou enregistrez-le en CSV."),
    )
