"""From the reference figures of a criterion to its cells, by largest remainder."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import formats, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.recruitment.models import Provenance, QuotaCell, QuotaTable
from isegoria.convention.recruitment.sheets import LENGTHS
from isegoria.core.sortition.apportionment import cells
from isegoria.core.sortition.model import Impossible
from isegoria.web.desk.quota_forms import MOST_ROWS, unlike_a_formula
from isegoria.web.ui.forms import UiForm

SEPARATOR = re.compile(r"\s*[;\t]\s*")
NUMBER = re.compile(r"\d{1,12}(?:[.,]\d{1,9})?")
MOST_TEXT = 20_000


@dataclass(frozen=True, slots=True)
class Line:
    """A value, its figure as it was written and as a number, and its own source."""

    value: str
    said: str
    figure: Decimal
    source: str = ""


@dataclass(frozen=True, slots=True)
class Computed:
    """A cell, and the seats that the figures give before rounding."""

    cell: QuotaCell
    share: str


class FiguresForm(UiForm):
    """One criterion as the population has it."""

    criterion = forms.CharField(
        label=gettext_lazy("Critère"),
        help_text=gettext_lazy("Par exemple : Âge, Quartier, Diplôme."),
        max_length=LENGTHS["criterion"],
        validators=[unlike_a_formula],
    )
    lines = forms.CharField(
        label=gettext_lazy("Valeurs et chiffres de référence"),
        help_text=gettext_lazy(
            "Une ligne par valeur : la valeur, un point-virgule, un effectif ou un pourcentage. "
            "Par exemple « Femme ; 34 507 ». Deux colonnes collées d’un tableur conviennent aussi. "
            "Une source propre à la ligne peut suivre."
        ),
        max_length=MOST_TEXT,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    source = forms.CharField(
        label=gettext_lazy("Source des chiffres"),
        help_text=gettext_lazy("Qui les publie, pour quelle année, pour quel territoire."),
        max_length=240,
        validators=[unlike_a_formula],
    )
    mark = forms.ChoiceField(
        label=gettext_lazy("Ce que vaut le nombre de places"),
        choices=[
            (Provenance.DEDUCED, gettext_lazy("déduit de ces chiffres (D)")),
            (Provenance.ASSUMED, gettext_lazy("hypothèse, à remplacer (A)")),
            (Provenance.VERIFIED, gettext_lazy("repris d’une source vérifiée (V)")),
            (Provenance.CITY, gettext_lazy("repris d’une source de la ville (S)")),
        ],
    )
    tolerance = forms.IntegerField(
        label=gettext_lazy("Tolérance, en places"),
        help_text=gettext_lazy("1 : une personne de plus ou de moins que la cible est admise."),
        min_value=0,
        max_value=100,
        initial=1,
    )
    exact = forms.BooleanField(
        label=gettext_lazy("Nombre exact"),
        help_text=gettext_lazy(
            "Ni plus ni moins que la cible. C’est ce qu’il faut pour la voie de recrutement : "
            "chaque voie fournit un nombre fixe de personnes."
        ),
        required=False,
    )

    def __init__(self, *args: Any, table: QuotaTable, taken: tuple[str, ...], **more: Any) -> None:
        super().__init__(*args, **more)
        self.panel_size, self.taken = table.panel_size, taken
        self.language = table.convention.language
        self.computed: tuple[Computed, ...] = ()

    def clean_criterion(self) -> str:
        name: str = self.cleaned_data["criterion"]
        if name in self.taken:
            raise forms.ValidationError(
                _("Ce critère est déjà dans la table : modifiez-le depuis le brouillon.")
            )
        return name

    def clean_lines(self) -> list[Line]:
        faults: list[str] = []
        found: dict[str, Line] = {}
        for number, text in enumerate(self.cleaned_data["lines"].splitlines(), start=1):
            if not text.strip():
                continue
            try:
                line = _line(text, found)
                found[line.value] = line
            except forms.ValidationError as fault:
                said = {"line": number, "fault": " ".join(fault.messages)}
                faults.append(_("Ligne %(line)s : %(fault)s") % said)
        if not faults:
            faults = _of_all(list(found.values()))
        if faults:
            raise forms.ValidationError(faults)
        return list(found.values())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if "lines" in cleaned and "tolerance" in cleaned and "source" in cleaned:
            try:
                self.computed = self._computed(cleaned)
            except Impossible as why:
                self.add_error("lines", why.said.translated(_))
            if any(len(one.cell.source) > LENGTHS["source"] for one in self.computed):
                self.add_error("source", _("Cette source est trop longue : abrégez-la."))
        return cleaned

    def _computed(self, cleaned: Mapping[str, Any]) -> tuple[Computed, ...]:
        lines: list[Line] = cleaned["lines"]
        tolerance = 0 if cleaned.get("exact") else cleaned["tolerance"]
        figures = {line.value: line.figure for line in lines}
        total = sum(figures.values(), Decimal(0))
        made = cells(figures, self.panel_size, tolerance)
        return tuple(
            Computed(
                QuotaCell(
                    criterion=cleaned.get("criterion", ""),
                    value=cell.value,
                    minimum=cell.least,
                    target=cell.target,
                    maximum=cell.most,
                    source=self._sourced(line, cleaned, total),
                ),
                formats.number_format(
                    round(Decimal(cell.exact.numerator) / cell.exact.denominator, 2), 2
                ),
            )
            for cell, line in zip(made, lines, strict=True)
        )

    def _sourced(self, line: Line, cleaned: Mapping[str, Any], total: Decimal) -> str:
        """The source of a cell: who says it, the figure itself, and what it is worth.

        In the convention's language: it is kept.
        """
        with translation.override(self.language):
            return _sourced(line, cleaned, total)


def _line(text: str, before: Collection[str]) -> Line:
    parts = [" ".join(part.split()) for part in SEPARATOR.split(text.strip(), maxsplit=2)]
    if len(parts) < 2:
        raise forms.ValidationError(_("il manque le point-virgule entre la valeur et son chiffre."))
    value, said, source = (*parts, "")[:3]
    if not value:
        raise forms.ValidationError(_("il manque la valeur."))
    if value in before:
        raise forms.ValidationError(_("cette valeur est écrite deux fois."))
    if len(value) > LENGTHS["value"]:
        most = LENGTHS["value"]
        raise forms.ValidationError(_("la valeur dépasse %(most)s caractères.") % {"most": most})
    unlike_a_formula(value)
    unlike_a_formula(source)
    number = re.sub(r"\s", "", said.removesuffix("%"))
    if not NUMBER.fullmatch(number):
        raise forms.ValidationError(
            _("« %(said)s » n’est pas un chiffre ; écrivez par exemple 34 507 ou 18,7 %%.")
            % {"said": said[:40]}
        )
    return Line(value, said, Decimal(number.replace(",", ".")), source)


def _of_all(lines: list[Line]) -> list[str]:
    if not lines:
        return [_("Écrivez au moins deux valeurs.")]
    if len(lines) == 1:
        return [_("Un critère a au moins deux valeurs.")]
    if len(lines) > MOST_ROWS:
        return [_("Il y a plus de %(most)s valeurs : regroupez-les.") % {"most": MOST_ROWS}]
    shares = [line.said.endswith("%") for line in lines]
    if any(shares) and not all(shares):
        return [_("Écrivez partout des pourcentages, ou partout des effectifs.")]
    return []


def _sourced(line: Line, cleaned: Mapping[str, Any], total: Decimal) -> str:
    said = {"source": line.source or cleaned["source"], "figure": line.said}
    if line.said.endswith("%"):
        told = _("%(source)s (%(figure)s)") % said
    else:
        told = _("%(source)s (%(figure)s sur %(total)s)") % {**said, "total": _plain(total)}
    if Provenance.marks(told):
        return told
    worth = {
        Provenance.DEDUCED: _("déduit (D) : %(told)s"),
        Provenance.ASSUMED: _("hypothèse (A) : %(told)s"),
        Provenance.VERIFIED: _("%(told)s (V)"),
        Provenance.CITY: _("%(told)s (S)"),
    }
    return worth[Provenance(cleaned["mark"])] % {"told": told}


def _plain(total: Decimal) -> str:
    return formats.number_format(total, use_l10n=True, force_grouping=True)
