"""Quotas and people read from tables in the format of sortition-algorithms, faults told at once.

Quotas: columns feature, value, min, max, and perhaps min_flex, max_flex (also the older names
category and name, and French ones). People: one row each, a column per criterion; titles and
values are compared without regard to case, as there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from isegoria.core.sentences import Sentence, _, said
from isegoria.core.sheets.reading import Fault, Sheet, Unreadable
from isegoria.core.sortition.model import Person, Quota

LARGEST = 1_000_000
TITLES = {
    "criterion": ("feature", "category", "criterion", "critère", "critere"),
    "value": ("value", "name", "valeur"),
    "least": ("min", "minimum"),
    "most": ("max", "maximum"),
    "least_flex": ("min_flex",),
    "most_flex": ("max_flex",),
}
NEEDED = ("criterion", "value", "least", "most")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns say who somebody is, and which say where they live (all of them together)."""

    identity: str = ""  # "": the column titled id, else the first
    household: tuple[str, ...] = ()


def quotas_of(table: Sheet) -> tuple[Quota, ...]:
    """The quotas of a table. Raises Unreadable with every fault."""
    place = _places(table)
    faults: list[Fault] = []
    found: dict[tuple[str, str], Quota] = {}
    for line, cells in table.rows:
        quota, wrong = _quota(table, place, line, cells)
        faults += wrong
        if quota is None:
            continue
        key = (quota.criterion.casefold(), quota.value.casefold())
        if key in found:
            remedy = said(_("Gardez une seule ligne pour cette valeur."))
            faults.append(Fault(table.name, said(_("cette valeur est là deux fois.")), remedy, line,
                                table.titles[place["value"]], quota.value))  # fmt: skip
        found[key] = quota
    if not found and not faults:
        faults.append(
            Fault(table.name, said(_("aucun quota.")), said(_("Écrivez une ligne par valeur.")))
        )
    if faults:
        raise Unreadable(faults)
    return tuple(found.values())


def _places(table: Sheet) -> dict[str, int]:
    lower = [title.casefold() for title in table.titles]
    place = {
        field: lower.index(name)
        for field, names in TITLES.items()
        for name in names
        if name in lower
    }
    missing = [TITLES[field][0] for field in NEEDED if field not in place]
    if missing:
        raise Unreadable(
            [
                Fault(
                    table.name,
                    said(_("il manque : {missing}."), missing=", ".join(missing)),
                    said(
                        _("Titres attendus : feature, value, min, max ; lus : {titles}."),
                        titles=", ".join(table.titles),
                    ),
                    1,
                )
            ]
        )
    return place


def _quota(
    table: Sheet, place: dict[str, int], line: int, cells: Sequence[str]
) -> tuple[Quota | None, list[Fault]]:
    texts = {field: cells[at] for field, at in place.items()}
    faults = [
        _empty(table, line, place[field])
        for field in ("criterion", "value", "least", "most")
        if not texts[field]
    ]
    numbers: dict[str, int | None] = {"least_flex": None, "most_flex": None}
    for field in ("least", "most", "least_flex", "most_flex"):
        text = texts.get(field, "")
        if text.isdecimal() and int(text[:8]) <= LARGEST and len(text) < 8:
            numbers[field] = int(text)
        elif text and not (field.endswith("flex") and text == "-1"):
            remedy = said(_("Écrivez un nombre entier de 0 à {largest}."), largest=LARGEST)
            faults.append(Fault(table.name, said(_("ce n’est pas un nombre entier.")), remedy, line,
                                table.titles[place[field]], text))  # fmt: skip
    if faults:
        return None, faults
    quota = Quota(texts["criterion"], texts["value"], **numbers)  # type: ignore[arg-type]
    if quota.least > quota.most:
        ends = {"least": quota.least, "most": quota.most}
        remedy = said(_("Inversez {least} et {most}, ou corrigez l’un des deux."), **ends)
        problem = said(_("le minimum dépasse le maximum."))
        column = table.titles[place["least"]]
        return None, [Fault(table.name, problem, remedy, line, column, texts["least"])]
    return quota, []


def _empty(table: Sheet, line: int, at: int) -> Fault:
    problem, remedy = said(_("la case est vide.")), said(_("Remplissez-la."))
    return Fault(table.name, problem, remedy, line, table.titles[at])


def people_of(
    table: Sheet, quotas: Sequence[Quota], columns: Columns | None = None
) -> tuple[Person, ...]:
    """The people of a table, with their values as the quotas write them. Raises Unreadable."""
    columns = columns or Columns()
    criteria = list(dict.fromkeys(quota.criterion for quota in quotas))
    lower = [title.casefold() for title in table.titles]
    _present(table, lower, [*criteria, *columns.household, *filter(None, [columns.identity])])
    named = columns.identity.casefold() or ("id" if "id" in lower else lower[0])
    reader = _Reader(
        table,
        lower.index(named),
        [lower.index(one.casefold()) for one in criteria],
        [lower.index(one.casefold()) for one in columns.household],
        [_known(quotas, criterion) for criterion in criteria],
    )
    found = [person for line, cells in table.rows if (person := reader.person(line, cells))]
    if reader.faults:
        raise Unreadable(reader.faults)
    return tuple(found)


def _present(table: Sheet, lower: list[str], wanted: Iterable[str]) -> None:
    missing = [one for one in wanted if one.casefold() not in lower]
    if missing:
        raise Unreadable(
            [
                Fault(
                    table.name,
                    said(_("il manque la colonne « {name} »."), name=one),
                    said(
                        _("Ajoutez-la, ou corrigez son titre ; titres lus : {titles}."),
                        titles=", ".join(table.titles),
                    ),
                    1,
                    one,
                )
                for one in missing
            ]
        )


def _known(quotas: Sequence[Quota], criterion: str) -> dict[str, str]:
    return {one.value.casefold(): one.value for one in quotas if one.criterion == criterion}


class _Reader:
    """Reads one person after the other, and keeps what is wrong."""

    def __init__(
        self,
        table: Sheet,
        identity: int,
        criteria: list[int],
        household: list[int],
        known: list[dict[str, str]],
    ) -> None:
        self.table, self.identity, self.criteria = table, identity, criteria
        self.household, self.known = household, known
        self.faults: list[Fault] = []
        self._lines: dict[str, int] = {}

    def person(self, line: int, cells: Sequence[str]) -> Person | None:
        name, before = cells[self.identity], len(self.faults)
        if not name:
            self._fault(
                line,
                self.identity,
                "",
                said(_("l’identifiant est vide.")),
                said(_("Donnez-en un.")),
            )
        elif name in self._lines:
            problem = said(_("cet identifiant est déjà ligne {line}."), line=self._lines[name])
            remedy = said(_("Retirez le doublon, ou donnez deux identifiants différents."))
            self._fault(line, self.identity, name, problem, remedy)
        self._lines.setdefault(name, line)
        values = tuple(
            self._value(line, at, cells[at], known)
            for at, known in zip(self.criteria, self.known, strict=True)
        )
        if len(self.faults) > before:
            return None
        home = [cells[at].casefold() for at in self.household]
        return Person(name, values, " | ".join(home) if any(home) else "")

    def _value(self, line: int, at: int, text: str, known: dict[str, str]) -> str:
        if text.casefold() not in known:
            problem = said(_("la valeur n’a pas de quota.") if text else _("la case est vide."))
            remedy = said(
                _("Valeurs possibles : {values}."), values=", ".join(list(known.values())[:12])
            )
            self._fault(line, at, text, problem, remedy)
        return known.get(text.casefold(), "")

    def _fault(self, line: int, at: int, value: str, problem: Sentence, remedy: Sentence) -> None:
        fault = Fault(self.table.name, problem, remedy, line, self.table.titles[at], value)
        self.faults.append(fault)
