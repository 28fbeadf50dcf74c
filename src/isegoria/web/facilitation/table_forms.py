"""The forms on plans of tables: how many, what to balance, who stays together or apart."""

import re
from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from isegoria.web.ui.forms import UiForm

MOST_TABLES, MOST_ROUNDS, MOST_LINES = 60, 12, 200


class PlanForm(UiForm):
    """A new plan. Cards are written by their numbers."""

    tables = forms.IntegerField(
        label=gettext_lazy("Combien de tables ?"), min_value=1, max_value=MOST_TABLES, initial=5
    )
    rounds = forms.IntegerField(
        label=gettext_lazy("Combien de tours ?"),
        help_text=gettext_lazy("À chaque tour, chacun change de table et rencontre d’autres gens."),
        min_value=1,
        max_value=MOST_ROUNDS,
        initial=3,
    )
    criteria = forms.MultipleChoiceField(
        label=gettext_lazy("Que chaque table ressemble au panel par"),
        help_text=gettext_lazy(
            "La machine seule lit les réponses. Vous voyez des numéros de carte, rien d’autre."
        ),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    together = forms.CharField(
        label=gettext_lazy("Toujours à la même table"),
        help_text=gettext_lazy("Un groupe par ligne, par exemple : 3 12. Pour une personne aidée."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    apart = forms.CharField(
        label=gettext_lazy("Jamais à la même table"),
        help_text=gettext_lazy("Deux cartes par ligne, par exemple : 7 9."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self, *args: Any, criteria: Sequence[str], cards: frozenset[int], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.cards = cards
        cast("forms.MultipleChoiceField", self.fields["criteria"]).choices = [
            (one, one) for one in criteria
        ]
        if not criteria:
            del self.fields["criteria"]

    def clean_together(self) -> list[list[int]]:
        return self._groups("together", at_least=2, at_most=8)

    def clean_apart(self) -> list[list[int]]:
        return self._groups("apart", at_least=2, at_most=2)

    @property
    def asked(self) -> dict[str, Any]:
        names = ("tables", "rounds", "criteria", "together", "apart")
        return {name: self.cleaned_data.get(name) or [] for name in names}

    def _groups(self, name: str, *, at_least: int, at_most: int) -> list[list[int]]:
        lines = [one for one in str(self.cleaned_data[name]).splitlines() if one.strip()]
        return [self._group(one, at_least, at_most) for one in lines[:MOST_LINES]]

    def _group(self, line: str, at_least: int, at_most: int) -> list[int]:
        words = [one for one in re.split(r"[\s,;+/-]+", line.strip()) if one]
        if not all(one.isascii() and one.isdecimal() and len(one) < 6 for one in words):
            raise forms.ValidationError(
                _("« %(line)s » : écrivez des numéros de carte, séparés par des espaces.")
                % {"line": line.strip()[:40]}
            )
        group = sorted({int(one) for one in words})
        if unknown := [one for one in group if one not in self.cards]:
            raise forms.ValidationError(
                ngettext(
                    "La carte %(cards)s n’est pas attendue à cette séance.",
                    "Les cartes %(cards)s ne sont pas attendues à cette séance.",
                    len(unknown),
                )
                % {"cards": ", ".join(map(str, unknown))}
            )
        if not at_least <= len(group) <= at_most:
            raise forms.ValidationError(
                _("« %(line)s » : il faut de %(least)d à %(most)d cartes par ligne.")
                % {"line": line.strip()[:40], "least": at_least, "most": at_most}
            )
        return group


class AdaptForm(UiForm):
    """From which round on people may change tables."""

    first = forms.IntegerField(
        label=gettext_lazy("À partir de quel tour ?"),
        help_text=gettext_lazy("Les tours d’avant ont déjà eu lieu : ils restent comme ils sont."),
        min_value=1,
        initial=1,
    )

    def __init__(self, *args: Any, rounds: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rounds = rounds
        self.fields["first"].widget.attrs["max"] = rounds

    def clean_first(self) -> int:
        first = int(self.cleaned_data["first"])
        if first > self.rounds:
            raise forms.ValidationError(_("Ce plan a %(rounds)d tours.") % {"rounds": self.rounds})
        return first
