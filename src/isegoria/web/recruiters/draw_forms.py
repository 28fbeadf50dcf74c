"""What the officer says of a draw before its list is sealed."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.recruitment.computations import Computation
from isegoria.convention.recruitment.draws import Source
from isegoria.web.ui.forms import UiForm


class SealForm(UiForm):
    """Where the number comes from; with another draw before, why there is a new one."""

    source = forms.ChoiceField(
        label=gettext_lazy("D’où viendra le numéro"),
        choices=Source.choices,
        initial=Source.BALLS,
        widget=forms.RadioSelect,
    )
    source_text = forms.CharField(
        label=gettext_lazy("Précisez, pour que chacun puisse y assister ou le retrouver"),
        help_text=gettext_lazy(
            "Boules : le lieu, le jour et l’heure. Source publique : laquelle, de quel jour, et "
            "quels trois chiffres y seront lus."
        ),
        max_length=300,
    )
    again = forms.CharField(
        label=gettext_lazy("Pourquoi un nouveau tirage"),
        help_text=gettext_lazy("Un tirage a déjà été fait ou annulé. Cette raison sera publique."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, earlier: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not earlier:
            del self.fields["again"]

    def clean_source_text(self) -> str:
        said = str(self.cleaned_data["source_text"])
        if len(said) < 10:
            raise forms.ValidationError(_("Dites-le plus précisément : lieu, jour, heure."))
        return said


def written(one: Computation) -> list[tuple[str, str]]:
    """What the notice will say, to be read once more."""
    rows = [
        (_("Origine du numéro"), str(Source(one.source).label)),
        (_("Précisions"), one.source_text),
    ]
    return [*rows, (_("Raison"), one.again)] if one.again else rows
