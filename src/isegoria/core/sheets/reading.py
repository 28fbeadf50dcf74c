"""Tables as people send them, CSV or XLSX, made rows of text with the line of each.

Files are hostile until read. Separators (, ; tab |), encodings (UTF-8, UTF-16, Windows-1252) and
line ends are found out. Formulas are refused: what they would give is not in the file.
"""

import csv
import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from openpyxl import load_workbook

from isegoria.core.sentences import Sentence, _, said

MOST_BYTES = 200_000_000
MOST_LINES = 1_000_001
MOST_COLUMNS = 500
LONGEST_CELL = 2_000
SEPARATORS = ",;\t|"
SHOWN = 20
QUOTED = ("'+", "'-", "'@")  # as our own files write them; "'=" stays, so that it is no formula


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, where, and how to mend it. Line 0: the file as a whole."""

    file: str
    problem: Sentence | str
    remedy: Sentence | str
    line: int = 0
    column: str = ""
    value: str = ""

    def __str__(self) -> str:
        return self.told(_)

    def told(self, translate: Callable[[str], str]) -> str:
        """The whole of it in the language of `translate`."""
        place = [Sentence("{file}", {"file": self.file})]
        place += [said(_("ligne {number}"), number=self.line)] if self.line else []
        place += [said(_("colonne « {name} »"), name=self.column)] if self.column else []
        place += [said(_("valeur « {words} »"), words=self.value[:80])] if self.value else []
        where = ", ".join(one.translated(translate) for one in place)
        whole = said(
            _("{where} : {problem}\n  → {remedy}"),
            where=where,
            problem=self.problem,
            remedy=self.remedy,
        )
        return whole.translated(translate)

    def translated(self, translate: Callable[[str], str]) -> "Fault":
        """The same in the language of `translate`; what is a text already stays as it is."""
        problem, remedy = (
            one.translated(translate) if isinstance(one, Sentence) else one
            for one in (self.problem, self.remedy)
        )
        return replace(self, problem=problem, remedy=remedy)


class Unreadable(ValueError):  # noqa: N818 -- reads as what happened
    """A file that cannot be used, with all its faults."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.told(_))

    def told(self, translate: Callable[[str], str]) -> str:
        """The first faults, a line or two each, in the language of `translate`."""
        more = len(self.faults) - SHOWN
        tail = [said(_("… et {count} autres défauts."), count=more).translated(translate)]
        shown = [one.told(translate) for one in self.faults[:SHOWN]]
        return "\n".join([*shown, *(tail if more > 0 else [])])


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its file's name, its titles, and its rows (line in the file, as many cells)."""

    name: str
    titles: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def sheet(name: str, content: bytes) -> Sheet:
    """The table in this file (the first sheet of a workbook). Raises Unreadable."""
    if len(content) > MOST_BYTES:
        raise _whole(
            name,
            said(_("le fichier dépasse 200 Mo.")),
            said(_("Gardez les seules colonnes utiles.")),
        )
    lines = _workbook(name, content) if content[:2] == b"PK" else _text(name, content)
    filled = ((line, cells) for line, cells in lines if any(cells))
    first = next(filled, None)
    if first is None:
        raise _whole(
            name,
            said(_("le fichier est vide.")),
            said(_("Mettez les titres sur la première ligne.")),
        )
    return _checked(name, first, list(filled))


def _checked(
    name: str, first: tuple[int, tuple[str, ...]], rows: list[tuple[int, tuple[str, ...]]]
) -> Sheet:
    titles = _trimmed(first[1])
    lower = [title.casefold() for title in titles]
    faults = [
        Fault(
            name,
            said(_("ce titre est là deux fois.")),
            said(_("Renommez l’une des colonnes.")),
            first[0],
            title,
        )
        for at, title in enumerate(titles)
        if title and lower.index(title.casefold()) != at
    ]
    for line, cells in rows:
        if any(cells[len(titles) :]):
            problem = said(
                _("la ligne a plus de {count} cases, le nombre de titres."), count=len(titles)
            )
            remedy = said(_("Mettez entre guillemets un texte qui contient le séparateur."))
            faults.append(Fault(name, problem, remedy, line))
    if faults:
        raise Unreadable(faults)
    width = len(titles)
    padded = ((line, (*cells, *[""] * (width - len(cells)))[:width]) for line, cells in rows)
    return Sheet(name, titles, tuple(padded))


def _trimmed(cells: tuple[str, ...]) -> tuple[str, ...]:
    last = max(at for at, cell in enumerate(cells) if cell)
    return cells[: last + 1]


def _cells(name: str, line: int, cells: Sequence[object]) -> tuple[str, ...]:
    if line > MOST_LINES:
        raise _whole(
            name,
            said(_("le fichier a plus d’un million de lignes.")),
            said(_("Coupez-le en plusieurs.")),
        )
    if len(cells) > MOST_COLUMNS:
        raise _whole(
            name,
            said(_("la ligne {line} a plus de {most} colonnes."), line=line, most=MOST_COLUMNS),
            said(_("Gardez les colonnes utiles.")),
        )
    texts = tuple(_cell(cell) for cell in cells)
    for at, text in enumerate(texts, start=1):
        if len(text) > LONGEST_CELL:
            remedy = said(_("Vérifiez qu’un guillemet n’est pas resté ouvert."))
            fault = Fault(name, said(_("le texte est trop long.")), remedy, line, str(at), text)
            raise Unreadable([fault])
        if text.startswith("="):
            remedy = said(_("Collez les valeurs à la place des formules (collage spécial)."))
            raise Unreadable(
                [Fault(name, said(_("c’est une formule.")), remedy, line, str(at), text)]
            )
    return texts


def _cell(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = " ".join(str(cell).split())
    return text[1:] if text.startswith(QUOTED) else text


def _text(name: str, content: bytes) -> Iterator[tuple[int, tuple[str, ...]]]:
    text = _decoded(name, content)
    separator = None
    if text[:4].casefold() == "sep=" and len(text) > 4:
        separator, text = text[4], text[:0] + "\n" + text.partition("\n")[2]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator or _separator(text))
    try:
        for cells in reader:
            yield reader.line_num, _cells(name, reader.line_num, cells)
    except csv.Error:
        fault = Fault(
            name,
            said(_("la ligne ne se lit pas.")),
            said(_("Enregistrez de nouveau le fichier en CSV UTF-8.")),
            reader.line_num,
        )
        raise Unreadable([fault]) from None


def _separator(text: str) -> str:
    """The separator most seen, outside quotes, on the first line that is not empty."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    bare = "".join(first.split('"')[::2])
    return max(SEPARATORS, key=bare.count)


def _decoded(name: str, content: bytes) -> str:
    wide = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise _whole(
        name,
        said(_("ce n’est pas un texte dans un encodage connu.")),
        said(_("Enregistrez-le en « CSV UTF-8 » ou en classeur XLSX.")),
    )


def _workbook(name: str, content: bytes) -> Iterator[tuple[int, tuple[str, ...]]]:
    try:
        _bounded(name, content)
        book = load_workbook(io.BytesIO(content), read_only=True)
        for line, cells in enumerate(book.worksheets[0].iter_rows(values_only=True), start=1):
            yield line, _cells(name, line, cells)
    except Unreadable:
        raise
    except Exception:  # a damaged workbook fails in as many ways as it has parts
        raise _whole(
            name,
            said(_("le classeur ne s’ouvre pas.")),
            said(_("Enregistrez-le de nouveau en XLSX, ou en CSV.")),
        ) from None


def _bounded(name: str, content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        if sum(part.file_size for part in parts.infolist()) > MOST_BYTES:
            raise _whole(
                name, said(_("le classeur, déplié, dépasse 200 Mo.")), said(_("Allégez-le."))
            )


def _whole(name: str, problem: Sentence, remedy: Sentence) -> Unreadable:
    return Unreadable([Fault(name, problem, remedy)])
