"""Reading the quota table that somebody kept in a spreadsheet: CSV or XLSX.

Files are hostile until read. All the faults are told at once, each with its place and its remedy,
and nothing here writes anything.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from isegoria.convention.recruitment.grids import Cell, Row, Unreadable, grid
from isegoria.convention.recruitment.models import QuotaCell

MOST_BYTES = 10_000_000
MOST_FAULTS = 100
LARGEST_COUNT = 10_000
LENGTHS = {"criterion": 80, "value": 120, "source": 300}
QUOTED = ("'-", "'+")
COUNTS = ("minimum", "target", "maximum")
HEADERS: dict[str, tuple[str, ...]] = {
    "criterion": ("critère", "critere", "criterion", "feature", "caractéristique"),
    "value": ("valeur", "value", "modalité", "modalite"),
    "minimum": ("min", "minimum", "au moins"),
    "maximum": ("max", "maximum", "au plus"),
    "target": ("cible", "visé", "vise", "target", "objectif"),
    "source": ("source", "sources"),
}
FIELD_OF = {header: name for name, headers in HEADERS.items() for header in headers}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong, where, and how to mend it. Line 0: the file as a whole."""

    line: int
    column: str
    value: str
    problem: str
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a file says: its cells, or why it cannot be read; never both."""

    cells: tuple[QuotaCell, ...] = ()
    faults: tuple[Fault, ...] = ()
    ignored: tuple[str, ...] = ()


@dataclass(slots=True)
class Faults:
    """The faults found so far; it stops counting where a reader would stop reading."""

    found: list[Fault] = field(default_factory=list)

    def add(self, line: int, column: str, value: str, problem: str, remedy: str) -> None:
        self.found.append(
            Fault(line=line, column=column, value=value[:80], problem=problem, remedy=remedy)
        )


def read(name: str, content: bytes) -> Reading:
    """The quota table in this file. `name` tells CSV from XLSX only when the content does not."""
    if len(content) > MOST_BYTES:
        return refused(
            _("Le fichier dépasse 10 Mo."),
            _("Gardez une seule feuille et les seules colonnes utiles."),
        )
    try:
        rows = grid(name, content)
        header = next(rows, None)
        if header is not None:
            return _read(header, rows)
    except Unreadable as why:
        return refused(why.problem, why.remedy)
    return refused(
        _("Le fichier est vide."), _("Mettez les titres des colonnes sur la première ligne.")
    )


def refused(problem: str, remedy: str) -> Reading:
    """A reading of nothing, because of the file as a whole."""
    return Reading(faults=(Fault(line=0, column="", value="", problem=problem, remedy=remedy),))


def _read(header: Row, rows: Iterator[Row]) -> Reading:
    faults = Faults()
    columns, ignored = _columns(header, faults)
    if faults.found:
        return Reading(faults=tuple(faults.found), ignored=ignored)
    cells: list[QuotaCell] = []
    lines: dict[tuple[str, str], int] = {}
    for row in rows:
        cell = _cell(row, columns, faults)
        if cell:
            _once(cell, row.line, lines, faults)
            cells.append(cell)
        if len(faults.found) >= MOST_FAULTS:
            break
    if not cells and not faults.found:
        faults.add(
            header.line,
            "",
            "",
            _("Il n’y a aucune ligne sous les titres."),
            _("Ajoutez une ligne par valeur de chaque critère."),
        )
    if faults.found:
        return Reading(faults=tuple(faults.found), ignored=ignored)
    return Reading(cells=tuple(cells), ignored=ignored)


def _columns(header: Row, faults: Faults) -> tuple[dict[str, int], tuple[str, ...]]:
    """Field → its place in each row; and the titles that mean nothing here."""
    columns: dict[str, int] = {}
    ignored = []
    for place, cell in enumerate(header.cells):
        name = FIELD_OF.get(" ".join(cell.text.lower().split()))
        if name is None:
            ignored += [cell.text] if cell.text else []
        elif name in columns:
            faults.add(
                header.line,
                cell.text,
                cell.text,
                _("Cette colonne est écrite deux fois."),
                _("Gardez-en une seule."),
            )
        else:
            columns[name] = place
    for name, titles in HEADERS.items():
        if name not in columns:
            faults.add(
                header.line,
                titles[0],
                "",
                _("Il manque la colonne « %(name)s ».") % {"name": titles[0]},
                _("Ajoutez-la à la première ligne ; ces titres conviennent : %(names)s.")
                % {"names": ", ".join(titles)},
            )
    return columns, tuple(ignored)


def _cell(row: Row, columns: Mapping[str, int], faults: Faults) -> QuotaCell | None:
    written = {
        name: row.cells[place] if place < len(row.cells) else Cell("")
        for name, place in columns.items()
    }
    if not any(cell.text for cell in written.values()):
        return None
    before = len(faults.found)
    texts = {name: _text(row.line, name, written[name], faults) for name in LENGTHS}
    counts = {name: _count(row.line, name, written[name], faults) for name in COUNTS}
    if len(faults.found) > before:
        return None
    if not counts["minimum"] <= counts["target"] <= counts["maximum"]:
        said = f"{counts['minimum']} ≤ {counts['target']} ≤ {counts['maximum']}"
        faults.add(
            row.line,
            HEADERS["target"][0],
            said,
            _("La cible n’est pas entre le minimum et le maximum."),
            _("Corrigez l’un des trois nombres."),
        )
        return None
    return QuotaCell(**texts, **counts)


def _text(line: int, name: str, cell: Cell, faults: Faults) -> str:
    column, text = HEADERS[name][0], " ".join(cell.text.split())
    if text.startswith(QUOTED):  # as our own files write it
        text = text[1:]
    if cell.is_formula or text.startswith(("=", "@")):
        faults.add(
            line,
            column,
            text,
            _("Cette case contient une formule."),
            _("Tapez le texte lui-même, sans = ni @ au début."),
        )
    elif not text and name != "source":
        faults.add(
            line,
            column,
            "",
            _("Cette case est vide."),
            _("Écrivez-y un texte, ou supprimez la ligne."),
        )
    elif len(text) > LENGTHS[name]:
        faults.add(
            line,
            column,
            text,
            _("Ce texte est trop long."),
            _("%(most)s caractères au plus.") % {"most": LENGTHS[name]},
        )
    elif not text.isprintable():
        faults.add(
            line,
            column,
            "",
            _("Cette case contient un caractère invisible."),
            _("Retapez le texte de cette case."),
        )
    return text


def _count(line: int, name: str, cell: Cell, faults: Faults) -> int:
    column, text = HEADERS[name][0], cell.text.strip().replace("\u00a0", "").replace("\u202f", "")
    remedy = _("Écrivez un nombre entier, par exemple 4.")
    if cell.is_formula or text.startswith("="):
        faults.add(
            line,
            column,
            text,
            _("Cette case contient une formule."),
            _("Tapez le nombre lui-même."),
        )
    elif not (text.isascii() and text.isdigit()):
        faults.add(line, column, text, _("Ce n’est pas un nombre entier de personnes."), remedy)
    elif len(text) > 6 or int(text) > LARGEST_COUNT:
        faults.add(line, column, text, _("Ce nombre de personnes est trop grand."), remedy)
    else:
        return int(text)
    return 0


def _once(cell: QuotaCell, line: int, lines: dict[tuple[str, str], int], faults: Faults) -> None:
    first = lines.setdefault((cell.criterion, cell.value), line)
    if first != line:
        faults.add(
            line,
            HEADERS["value"][0],
            f"{cell.criterion} · {cell.value}",
            _("Cette valeur est déjà écrite à la ligne %(line)s.") % {"line": first},
            _("Gardez une seule des deux lignes."),
        )
