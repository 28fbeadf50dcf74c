"""Sheets of paper counted together: whose they are, and how many gave each answer."""

import re
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.sessions.inquiries import LONGEST, Grounds, Inquiry
from isegoria.core.inquiry.wordings import ITEMS
from isegoria.web.ui.forms import UiForm


class SheetsForm(UiForm):
    """Card numbers serve to count each member once. `counts` and `cards`: what was counted."""

    cards = forms.CharField(
        label=gettext_lazy("Les numéros de carte des personnes qui ont rendu une feuille"),
        help_text=gettext_lazy(
            "Séparés par des espaces. Ils servent à compter chacun une fois, et sont effacés à la clôture."
        ),
        max_length=2000,
    )
    sentences = forms.CharField(
        label=gettext_lazy("Les phrases écrites sur les feuilles, une par ligne"),
        required=False,
        max_length=20000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, inquiry: Inquiry, known: frozenset[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.inquiry, self.known = inquiry, known
        self.items = ITEMS[inquiry.topic]
        for item in self.items:
            for code, words in item.scale.items():
                self.fields[f"{item.key}_{code}"] = forms.IntegerField(
                    label=_(words), min_value=0, max_value=999, required=False
                )

    @property
    def questions(self) -> list[tuple[str, list[BoundField]]]:
        return [
            (_(item.asks), [self[f"{item.key}_{code}"] for code in item.scale])
            for item in self.items
        ]

    @property
    def counts(self) -> dict[str, dict[str, int]]:
        said = self.cleaned_data
        rows = {
            item.key: {code: said.get(f"{item.key}_{code}") or 0 for code in item.scale}
            for item in self.items
        }
        return {key: row for key, row in rows.items() if any(row.values())}

    @property
    def lines(self) -> list[str]:
        return [one.strip()[:LONGEST] for one in self.cleaned_data["sentences"].splitlines()]

    def clean_cards(self) -> frozenset[int]:
        words = [one for one in re.split(r"[\s,;]+", self.cleaned_data["cards"]) if one]
        if not all(one.isascii() and one.isdecimal() and len(one) < 6 for one in words):
            raise forms.ValidationError(_("Écrivez des numéros de carte, séparés par des espaces."))
        numbers = [int(one) for one in words]
        for one in numbers:
            if one not in self.known:
                said = _("La carte %(card)d n’est celle d’aucun membre.")
            elif one in self.inquiry.numbers:
                said = _("Une réponse est déjà comptée pour la carte %(card)d.")
            elif numbers.count(one) > 1:
                said = _("La carte %(card)d est comptée deux fois.")
            else:
                continue
            raise forms.ValidationError(said % {"card": one})
        return frozenset(numbers)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not self.errors:
            self._check(len(said["cards"]))
        return said

    def _check(self, sheets: int) -> None:
        if not self.counts:
            self.add_error(None, _("Comptez au moins une réponse."))
        if len([one for one in self.lines if one]) > sheets:
            self.add_error("sentences", _("Il y a plus de phrases que de feuilles."))
        for key, row in self.counts.items():
            if sum(row.values()) > sheets:
                first = next(iter(row))
                self.add_error(f"{key}_{first}", _("Il y a plus de réponses que de feuilles."))


class GroundsForm(UiForm):
    """Why a sentence is not published."""

    grounds = forms.ChoiceField(
        label=gettext_lazy("Pourquoi l’écarter ?"),
        help_text=gettext_lazy("La raison est comptée en public. La phrase n’est pas montrée."),
        choices=Grounds.choices,
        widget=forms.RadioSelect,
    )
