"""The quota table's file, and what was read in it until it is confirmed.

What was read travels in the page, signed: nothing is stored before the person confirms, and
what is stored is what they saw.
"""

from typing import Any

from django import forms
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.mandate.models import Convention
from isegoria.convention.recruitment.models import WRITTEN, QuotaCell, QuotaTable
from isegoria.convention.recruitment.sheets import MOST_BYTES, Reading, read, refused
from isegoria.web.editing import EditForm

SALT = "isegoria.quotas.read"
MOST_CARRIED = 500_000
LIFE_SECONDS = 12 * 3600
MOST_ROWS = 100


def sealed(cells: tuple[QuotaCell, ...]) -> str:
    """The cells as one signed word."""
    rows = [[getattr(cell, name) for name in WRITTEN] for cell in cells]
    return signing.dumps(rows, salt=SALT, compress=True)


def unsealed(word: str) -> list[QuotaCell]:
    """The cells again, or nothing if the word is not ours or too old."""
    try:
        rows = signing.loads(word, salt=SALT, max_age=LIFE_SECONDS)
    except signing.BadSignature:
        return []
    return [QuotaCell(**dict(zip(WRITTEN, row, strict=True))) for row in rows]


def unlike_a_formula(text: str) -> None:
    """What the import refuses is not written by hand either: files go back and forth."""
    if text.startswith(("=", "@")):
        raise forms.ValidationError(_("ne commencez pas par = ni par @."))


class AboutTable(EditForm):
    panel_size = forms.IntegerField(
        label=gettext_lazy("Taille du panel"), min_value=1, max_value=2000
    )
    note = forms.CharField(
        label=gettext_lazy("Remarque affichée"),
        help_text=gettext_lazy("D’où vient la table, ce qu’elle ne dit pas."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def table(self, convention: Convention) -> QuotaTable:
        return QuotaTable(
            convention=convention,
            panel_size=self.cleaned_data["panel_size"],
            note=self.cleaned_data["note"],
        )


class UploadForm(AboutTable):
    file = forms.FileField(
        label=gettext_lazy("Fichier CSV ou XLSX"),
        help_text=gettext_lazy(
            "Une ligne par valeur de chaque critère. Colonnes, dans n’importe quel ordre : "
            "critère, valeur, min, cible, max, source. 10 Mo et 5 000 lignes au plus."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx"}),
    )
    field_order = ("file", "panel_size", "note")

    def clean_file(self) -> "UploadedFile[bytes]":
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(
                _("Ce fichier dépasse 10 Mo : gardez la seule feuille de la table.")
            )
        return file

    def read(self) -> Reading:
        """What the file says; more than the next page can carry is more than a table says."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        reading = read(file.name or "", file.read())
        if len(sealed(reading.cells)) <= MOST_CARRIED:
            return reading
        return refused(
            _("Les textes de cette table sont beaucoup trop longs."),
            _("Raccourcissez les sources : une référence, non un texte entier."),
        )


class ImportForm(AboutTable):
    """Confirms what was read."""

    cells = forms.CharField(widget=forms.HiddenInput, max_length=MOST_CARRIED)

    def clean_cells(self) -> list[QuotaCell]:
        cells = unsealed(self.cleaned_data["cells"])
        if not cells:
            raise forms.ValidationError(_("Cet aperçu a expiré : envoyez de nouveau le fichier."))
        return cells


class BeginForm(AboutTable):
    """A draft made at the desk, from nothing or from the table in force."""

    start = forms.ChoiceField(label=gettext_lazy("Partir de"), widget=forms.RadioSelect)
    field_order = ("start", "panel_size", "note")

    def __init__(self, *args: Any, in_force: QuotaTable | None, **more: Any) -> None:
        super().__init__(*args, **more)
        copies = [("copy", _copy(in_force))] if in_force else []
        self.fields["start"].choices = [*copies, ("empty", _("une table vide"))]  # type: ignore[attr-defined]
        self.fields["start"].initial = "copy" if in_force else "empty"


def _copy(table: QuotaTable) -> str:
    return _("la table en vigueur, version %(number)s") % {"number": table.number}
