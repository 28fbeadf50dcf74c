"""A receipt of a draw, pasted or as a file. It is read, compared, and forgotten."""

import json
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.web.ui.forms import UiForm

MOST = 60_000  # a receipt with a thousand numbers is a tenth of it


class ReceiptForm(UiForm):
    text = forms.CharField(
        label=gettext_lazy("Collez votre reçu"),
        help_text=gettext_lazy("Le texte entier, de la première accolade à la dernière."),
        max_length=MOST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6, "autocomplete": "off", "spellcheck": "false"}),
    )
    file = forms.FileField(
        label=gettext_lazy("Ou choisissez son fichier"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
    )
    document: Any = None

    def clean_file(self) -> str:
        file: UploadedFile[bytes] | None = self.cleaned_data["file"]
        if file is None:
            return ""
        if (file.size or 0) > MOST:
            raise forms.ValidationError(_("Ce fichier est bien trop gros pour être un reçu."))
        return str(file.read().decode(errors="replace"))

    def clean(self) -> None:
        super().clean()
        if self.errors:
            return
        text = self.cleaned_data.get("file") or self.cleaned_data.get("text", "")
        if not text.strip():
            self.add_error("text", _("Collez votre reçu, ou choisissez son fichier."))
            return
        try:
            self.document = json.loads(text)
        except (ValueError, RecursionError):
            self.add_error("text", _("Ce n’est pas un reçu : le texte est incomplet, ou abîmé."))

    @property
    def tickets(self) -> list[int]:
        """The numbers of a receipt that was found true."""
        return list(self.document["hidden"]["tickets"])
