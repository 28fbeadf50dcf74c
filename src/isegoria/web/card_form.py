"""The code of a card, typed at a door. The same answer for every code that opens nothing."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.web.limits import is_over, too_often
from isegoria.web.ui.forms import UiForm

FAILED, FAILURES_AN_HOUR = "card", 60  # a whole room comes in by one address: good codes are free


class CardForm(UiForm):
    """The code of a card, however it is typed."""

    code = forms.CharField(
        label=gettext_lazy("Le code de votre carte"),
        help_text=gettext_lazy(
            "Huit lettres et chiffres. Majuscules, espaces et tirets ne comptent pas."
        ),
        max_length=40,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "size": 12,
            }
        ),
    )
    next = forms.CharField(widget=forms.HiddenInput, required=False, max_length=500)

    def __init__(self, *args: Any, where: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.where = where

    def clean_code(self) -> str:
        if is_over(FAILED, self.where, at_most=FAILURES_AN_HOUR):
            raise forms.ValidationError(
                _(
                    "Trop d’essais depuis votre connexion. Réessayez dans une heure, ou appelez la "
                    "personne qui vous a donné la carte."
                )
            )
        return str(self.cleaned_data["code"])


def failed(where: str) -> None:
    """Count one more code that opened nothing, from one place."""
    too_often(FAILED, where, at_most=FAILURES_AN_HOUR)


def unknown() -> str:
    return _(
        "Ce code n’ouvre aucun espace. Relisez la carte : huit lettres et chiffres, comme "
        "ABCD-2345. Si elle est perdue ou annulée, appelez la personne qui l’a donnée."
    )
