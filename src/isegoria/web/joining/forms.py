"""The code of a letter, and what the person says of themselves."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.recruitment.models import QuotaTable
from isegoria.convention.recruitment.provisions import Agreement
from isegoria.web.lettered import code_of
from isegoria.web.limits import too_often
from isegoria.web.person_forms import PersonForm
from isegoria.web.ui.forms import UiForm

TRIES_AN_HOUR = 30
OWN = {
    "name": "name",
    "phone": "tel",
    "email": "email",
    "address": "address-line1",
    "born": "bday-year",
}


class CodeForm(UiForm):
    """The code, however it is typed. Every try counts, so that nobody can go through codes."""

    code = forms.CharField(
        label=gettext_lazy("Le code de votre lettre"),
        help_text=gettext_lazy(
            "Huit lettres et chiffres. Majuscules, espaces et tirets ne comptent pas."
        ),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "size": 12}),
    )

    def __init__(self, *args: Any, where: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.where = where

    def clean_code(self) -> str:
        code = code_of(self.cleaned_data["code"])
        if too_often("letter code", self.where, at_most=TRIES_AN_HOUR):
            raise forms.ValidationError(
                _("Trop d’essais depuis votre connexion. Réessayez dans une heure.")
            )
        return code


class JoinForm(PersonForm):
    """The same questions as everybody is asked, put to the person. `letter` is their code, sealed."""

    letter = forms.CharField(widget=forms.HiddenInput, max_length=500)

    def __init__(self, *args: Any, table: QuotaTable, today: date, **kwargs: Any) -> None:
        super().__init__(
            *args, table=table, today=today, helper="", ways=(Agreement.SELF,), **kwargs
        )
        for name, purpose in OWN.items():
            self.fields[name].widget.attrs["autocomplete"] = purpose
        self.fields["name"].label = _("Votre prénom et votre nom")
        self.fields["phone"].label = _("Votre téléphone")
        self.fields["email"].label = _("Votre adresse électronique")
        self.fields["address"].label = _("Votre adresse")
        self.fields["born"].label = _("Votre année de naissance")
        self.fields["provisions"].label = _("Pour venir, j’ai besoin de")
        self.fields["agreed"].label = _("Oui, j’accepte d’être sur la liste du tirage au sort.")
