"""What the officer says of a draw of letters: the register's file, its columns, rates, how many."""

import hashlib
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.recruitment.channels import Relay
from isegoria.convention.recruitment.registers import MOST_BYTES, MOST_STRATA, Drawable
from isegoria.core.sortition.model import Impossible
from isegoria.core.sortition.strata import Share, Stratum, needed, shared
from isegoria.web.recruiters.letters_file import FORMATS
from isegoria.web.ui.forms import UiForm

USUAL_RATE = Decimal(5)
LEAST, MOST = Decimal("0.1"), Decimal(100)
COLUMNS_OF_STRATA = 4


class RegisterForm(UiForm):
    file = forms.FileField(
        label=gettext_lazy("Le registre, en CSV ou XLSX"),
        help_text=gettext_lazy(
            "Une personne ou une adresse par ligne, les titres sur la première. "
            "10 Mo et 100 000 lignes au plus. Ne gardez que les colonnes utiles à la lettre."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx"}),
    )

    def clean_file(self) -> "UploadedFile[bytes]":
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(
                _("Ce fichier dépasse 10 Mo : gardez les seules colonnes utiles, ou coupez-le.")
            )
        return file


class RemindForm(UiForm):
    """The file of the letters, as the site gave it: it alone says which code went where."""

    file = forms.FileField(
        label=gettext_lazy("Le fichier des lettres de cet envoi, en CSV ou XLSX"),
        help_text=gettext_lazy("Celui que le site a donné au tirage, avec le code de chacune."),
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx"}),
    )
    format = forms.ChoiceField(
        label=gettext_lazy("Format du fichier de relance"), choices=FORMATS, initial="csv"
    )


class DrawForm(UiForm):
    """Which columns, how many letters. `kept` leads to the file that was sent.

    wrote: letters went somewhere before, and it is known where.
    """

    kept = forms.CharField(widget=forms.HiddenInput, max_length=1000)
    relay = forms.ChoiceField(label=gettext_lazy("Au nom de quelle organisation"))
    by = forms.MultipleChoiceField(
        label=gettext_lazy("Colonnes des strates"),
        help_text=gettext_lazy(
            "Par exemple le quartier et la tranche d’âge. Chaque strate reçoit des lettres selon "
            "sa taille. Sans colonne, le tirage se fait dans tout le registre."
        ),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    homes = forms.MultipleChoiceField(
        label=gettext_lazy("Colonnes de l’adresse"),
        help_text=gettext_lazy("Par exemple le numéro, la rue et la commune."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    single = forms.BooleanField(
        label=gettext_lazy("Une seule lettre par adresse"), required=False, initial=True
    )
    answers = forms.IntegerField(
        label=gettext_lazy("Réponses espérées"),
        help_text=gettext_lazy(
            "Quatre fois les places de cette voie laissent assez de choix au tirage."
        ),
        min_value=1,
        max_value=100_000,
        required=False,
    )
    letters = forms.IntegerField(
        label=gettext_lazy("Ou bien : nombre de lettres"),
        help_text=gettext_lazy("S’il est fixé, par exemple par le budget. Sinon, laissez vide."),
        min_value=1,
        max_value=100_000,
        required=False,
    )
    rate = forms.DecimalField(
        label=gettext_lazy("Taux de réponse attendu, en pour cent"),
        help_text=gettext_lazy("Le même partout ; vous pourrez le changer strate par strate."),
        min_value=LEAST,
        max_value=MOST,
        decimal_places=2,
        localize=True,
        initial=USUAL_RATE,
    )

    fresh = forms.BooleanField(
        label=gettext_lazy("Ne pas réécrire là où une lettre est déjà partie"),
        help_text=gettext_lazy(
            "Même ligne du registre ou, avec une seule lettre par adresse, même adresse. "
            "Gardez les mêmes colonnes que la fois d’avant."
        ),
        required=False,
        initial=True,
    )

    def __init__(
        self, *args: Any, titles: Iterable[str], relays: Iterable[Relay], wrote: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if not wrote:
            del self.fields["fresh"]
        self.relays = {str(one.pk): one for one in relays}
        columns = [(str(at), title) for at, title in enumerate(titles) if title]
        for name in ("by", "homes"):
            self.fields[name].choices = columns  # type: ignore[attr-defined]
        self.fields["relay"].choices = [(key, one.name) for key, one in self.relays.items()]  # type: ignore[attr-defined]

    def clean_by(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["by"]
        if len(chosen) > COLUMNS_OF_STRATA:
            raise forms.ValidationError(_("Choisissez quatre colonnes au plus."))
        return chosen

    def clean(self) -> None:
        super().clean()
        said = self.cleaned_data
        if bool(said.get("answers")) == bool(said.get("letters")) and not self.errors:
            raise forms.ValidationError(
                _("Dites soit les réponses espérées, soit le nombre de lettres.")
            )
        if said.get("single") and not said.get("homes"):
            self.add_error("homes", _("Dites quelles colonnes font l’adresse."))

    @property
    def sender(self) -> Relay:
        return self.relays[self.cleaned_data["relay"]]

    def columns(self, name: str) -> list[int]:
        return [int(one) for one in self.cleaned_data[name]]


class RatesForm(DrawForm):
    """The same, with a rate for each stratum, once the strata are known."""

    def __init__(self, *args: Any, strata: Iterable[Stratum], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.strata = {stratum: rate_of(stratum) for stratum in strata}
        for stratum, name in self.strata.items():
            self.fields[name] = forms.DecimalField(
                label=_("Taux de réponse, en pour cent : %(stratum)s")
                % {"stratum": named(stratum)},
                min_value=LEAST,
                max_value=MOST,
                decimal_places=2,
                localize=True,
                required=False,
            )

    def rates(self) -> dict[Stratum, Fraction]:
        """As a fraction of one: that of the stratum, or else the one for all."""
        said = self.cleaned_data
        return {
            stratum: Fraction(said.get(name) or said["rate"]) / 100
            for stratum, name in self.strata.items()
        }

    def shares(self, holds: Mapping[Stratum, int]) -> tuple[Share, ...]:
        """How many letters for each stratum. Raises Impossible."""
        letters = self.cleaned_data["letters"]
        if not letters:
            letters = needed(holds, self.rates(), self.cleaned_data["answers"])
        return shared(holds, self.rates(), letters)

    def carried(self) -> list[tuple[str, str]]:
        """What was said before, for the next page to send again."""
        rates = set(self.strata.values())
        names = [name for name in self.fields if name not in rates]
        return [(name, one) for name in names for one in _values(self[name].value())]


def rate_of(stratum: Stratum) -> str:
    """The name of the field of a stratum's rate."""
    return f"rate_{hashlib.sha256('/'.join(stratum).encode()).hexdigest()[:8]}"


def named(stratum: Stratum) -> str:
    if not stratum:
        return _("tout le registre")
    return " · ".join(one or _("(vide)") for one in stratum)


def too_many_strata(found: Drawable) -> str:
    """Why these columns cannot make strata; nothing when they can."""
    count = len(set(found.strata))
    if count <= MOST_STRATA:
        return ""
    return _(
        "Ces colonnes font %(count)d strates, et %(most)d au plus sont possibles : choisissez-en "
        "moins, ou une colonne qui a moins de valeurs différentes."
    ) % {"count": count, "most": MOST_STRATA}


def why_not(impossible: Impossible) -> str:
    return impossible.said.translated(_)


def _values(value: Any) -> list[str]:
    if value is None or value is False:
        return []
    if isinstance(value, (list, tuple)):
        return [str(one) for one in value]
    return ["on" if value is True else str(value)]
