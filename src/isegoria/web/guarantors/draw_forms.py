"""The number that was drawn, written twice: three digits, as the balls say them."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.web.ui.forms import UiForm

THREE_DIGITS = re.compile(r"\d{3}", re.ASCII)


def three_digits(label: Any, help_text: Any = "") -> forms.CharField:
    shape = {"inputmode": "numeric", "autocomplete": "off", "pattern": "[0-9]{3}", "size": 5}
    return forms.CharField(
        label=label, help_text=help_text, max_length=3, widget=forms.TextInput(attrs=shape)
    )


class NumberForm(UiForm):
    number = three_digits(
        gettext_lazy("Le numéro tiré"),
        gettext_lazy("Trois chiffres, de 000 à 999, avec les zéros : 042."),
    )
    again = three_digits(gettext_lazy("Le même numéro, encore une fois"))

    def clean_number(self) -> str:
        said = str(self.cleaned_data["number"])
        if not THREE_DIGITS.fullmatch(said):
            raise forms.ValidationError(_("Écrivez trois chiffres, de 000 à 999."))
        return said

    def clean(self) -> None:
        super().clean()
        number, again = self.cleaned_data.get("number"), self.cleaned_data.get("again")
        if number and again and number != again:
            self.add_error("again", _("Les deux numéros diffèrent : relisez les boules."))

    @property
    def ticket(self) -> int:
        return int(self.cleaned_data["number"])
