"""The cells of one criterion as a form: each figure and each source can be changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.chartered import Chartered
from isegoria.convention.recruitment.drafting import Check, checks, criterion_of
from isegoria.convention.recruitment.models import QuotaCell, QuotaTable
from isegoria.convention.recruitment.queries import by_criterion
from isegoria.convention.recruitment.sheets import LENGTHS
from isegoria.web.desk.quota_forms import MOST_ROWS, unlike_a_formula
from isegoria.web.editing import EditForm
from isegoria.web.ui.guards import guard

MORE_ROWS = 2
COUNTS = ("minimum", "target", "maximum")
TITLES = {
    "value": gettext_lazy("Valeur"),
    "minimum": gettext_lazy("au moins"),
    "target": gettext_lazy("visé"),
    "maximum": gettext_lazy("au plus"),
    "source": gettext_lazy("Source"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """What a line of the form shows."""

    fields: tuple[forms.BoundField, ...]
    share: str
    hidden: forms.BoundField

    @property
    def errors(self) -> list[str]:
        return [str(error) for one in self.fields for error in one.errors]


class CellsForm(EditForm):
    """`was` is the criterion as the draft calls it, "" when it is new; `rows` is how many lines."""

    criterion = forms.CharField(
        label=gettext_lazy("Critère"),
        max_length=LENGTHS["criterion"],
        validators=[unlike_a_formula],
    )
    exact = forms.BooleanField(
        label=gettext_lazy("Nombres exacts"),
        help_text=gettext_lazy(
            "La cible vaut aussi minimum et maximum, partout. C’est ce qu’il faut pour la voie "
            "de recrutement."
        ),
        required=False,
    )
    was = forms.CharField(widget=forms.HiddenInput, required=False, max_length=80)
    rows = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=MOST_ROWS)

    def __init__(self, *args: Any, table: QuotaTable, count: int, **more: Any) -> None:
        super().__init__(*args, **more)
        self.table, self.count = table, count
        for place in range(count):
            for name, field in _line(place).items():
                guard(field)
                self.fields[name] = field
        self.cells: list[QuotaCell] = []

    def values(self, subject: Chartered) -> dict[str, Any]:  # type: ignore[override]
        """What the draft holds now of this criterion. Of the form, because it knows which."""
        name = str(self["was"].value() or self["criterion"].value() or "")
        found = criterion_of(subject, name) if isinstance(subject, QuotaTable) else None
        stored = initial_of(found.cells if found else ())
        return {name: stored.get(name, "") for name in self.fields if name not in {"was", "exact"}}

    def lines(self) -> Iterator[Row]:
        for place in range(self.count):
            fields = tuple(self[f"{name}_{place}"] for name in TITLES)
            share = self[f"share_{place}"]
            yield Row(fields, str(share.value() or ""), share)

    @property
    def has_shares(self) -> bool:
        return any(row.share for row in self.lines())

    @property
    def checks(self) -> list[Check]:
        """What would be wrong with the criterion as it is typed."""
        return checks(by_criterion(self.cells, self.table.panel_size), self.table.panel_size)

    def clean_criterion(self) -> str:
        name: str = self.cleaned_data["criterion"]
        if name != self.data.get("was", "") and criterion_of(self.table, name):
            raise forms.ValidationError(_("Ce nom est déjà celui d’un critère de la table."))
        return name

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        seen: set[str] = set()
        for place in range(self.count):
            if cell := self._cell(place, cleaned):
                if cell.value in seen:
                    self.add_error(f"value_{place}", _("Cette valeur est écrite deux fois."))
                seen.add(cell.value)
                self.cells.append(cell)
        if not self.cells and not self.errors:
            self.add_error("value_0", _("Écrivez au moins une valeur."))
        return cleaned

    def _cell(self, place: int, cleaned: dict[str, Any]) -> QuotaCell | None:
        """The cell of a line; none for a line whose value was emptied, or with a fault."""
        value = cleaned.get(f"value_{place}")
        if not value:
            return None
        counts = {name: cleaned.get(f"{name}_{place}") for name in COUNTS}
        if cleaned.get("exact"):
            counts = dict.fromkeys(COUNTS, counts["target"])
        missing = [name for name, count in counts.items() if count is None]
        for name in missing:
            if f"{name}_{place}" not in self.errors:
                self.add_error(f"{name}_{place}", _("Écrivez un nombre entier, en chiffres."))
        low, aim, high = (counts[name] or 0 for name in COUNTS)
        if not missing and not low <= aim <= high:
            said = {"low": low, "aim": aim, "high": high}
            self.add_error(
                f"target_{place}",
                _("Il faut : au moins (%(low)s) ≤ visé (%(aim)s) ≤ au plus (%(high)s).") % said,
            )
        if missing or not low <= aim <= high:
            return None
        return QuotaCell(
            criterion=cleaned.get("criterion", ""),
            value=value,
            minimum=low,
            target=aim,
            maximum=high,
            source=cleaned.get(f"source_{place}", ""),
        )


def initial_of(cells: Sequence[QuotaCell], shares: Sequence[str] = ()) -> dict[str, Any]:
    """What the form shows of these cells, and the exact shares that they come from."""
    found: dict[str, Any] = {"rows": len(cells)}
    for place, cell in enumerate(cells):
        found["criterion"] = cell.criterion
        found |= {f"{name}_{place}": getattr(cell, name) for name in TITLES}
    if cells and all(cell.minimum == cell.maximum for cell in cells):
        found["exact"] = True
    return found | {f"share_{place}": share for place, share in enumerate(shares)}


def rows_asked(data: Any) -> int:
    """How many lines the form that was sent has, within bounds."""
    text = str(data.get("rows", ""))
    return min(max(int(text), 1), MOST_ROWS) if text.isascii() and text[:4].isdigit() else 1


def _line(place: int) -> dict[str, forms.Field]:
    said = {name: _("%(title)s, ligne %(line)s") % {"title": title, "line": place + 1}
            for name, title in TITLES.items()}  # fmt: skip
    texts = {
        name: forms.CharField(
            label=said[name],
            max_length=LENGTHS[name],
            required=False,
            validators=[unlike_a_formula],
            widget=forms.TextInput(attrs={"aria-label": said[name]}),
        )
        for name in ("value", "source")
    }
    counts = {
        name: forms.IntegerField(
            label=said[name],
            min_value=0,
            max_value=2000,
            required=False,
            widget=forms.NumberInput(attrs={"aria-label": said[name]}),
        )
        for name in COUNTS
    }
    share = forms.CharField(widget=forms.HiddenInput, required=False, max_length=20)
    return {f"{name}_{place}": one for name, one in {**texts, **counts, "share": share}.items()}
