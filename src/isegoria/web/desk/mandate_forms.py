"""A version of the mandate, as the commissioner voted it."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.mandate.models import Convention, MandateVersion, Precision
from isegoria.web.ui.forms import DateInput, UiForm

PREFILLED = (
    "question",
    "scope",
    "commitment",
    "answer_due",
    "answer_due_text",
    "panel_min",
    "panel_max",
)
KNOWN = [(one.value, one.label) for one in Precision if one != Precision.MINUTE]


def _long(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class MandateForm(UiForm):
    question = forms.CharField(
        label=gettext_lazy("Question posée"), max_length=2000, widget=_long(3)
    )
    scope = forms.CharField(
        label=gettext_lazy("Périmètre"),
        help_text=gettext_lazy("Ce dont on peut parler, et ce qui est déjà décidé."),
        max_length=4000,
        required=False,
        widget=_long(5),
    )
    commitment = forms.CharField(
        label=gettext_lazy("Ce que le maître d’ouvrage s’engage à répondre"),
        max_length=4000,
        required=False,
        widget=_long(5),
    )
    answer_due = forms.DateField(
        label=gettext_lazy("Réponse attendue au plus tard"), required=False, widget=DateInput
    )
    answer_due_text = forms.CharField(
        label=gettext_lazy("Échéance, telle qu’annoncée"),
        help_text=gettext_lazy("Les mots employés : « fin 2021 »."),
        max_length=120,
        required=False,
    )
    panel_min = forms.IntegerField(
        label=gettext_lazy("Taille du panel, au moins"), min_value=1, max_value=2000, required=False
    )
    panel_max = forms.IntegerField(
        label=gettext_lazy("Taille du panel, au plus"), min_value=1, max_value=2000, required=False
    )
    act_reference = forms.CharField(
        label=gettext_lazy("Référence de l’acte"),
        help_text=gettext_lazy("Délibération, arrêté ou lettre : numéro, et qui l’a pris."),
        max_length=300,
    )
    decided_on = forms.DateField(label=gettext_lazy("Date de l’acte"), widget=DateInput)
    precision = forms.ChoiceField(
        label=gettext_lazy("Cette date est connue"), choices=KNOWN, initial=Precision.DAY
    )
    reason = forms.CharField(
        label=gettext_lazy("Raison du changement"),
        help_text=gettext_lazy("Publique : pourquoi cette version remplace la précédente."),
        max_length=1000,
        widget=_long(3),
    )
    source = forms.CharField(
        label=gettext_lazy("Source"),
        help_text=gettext_lazy("Où chacun peut lire l’acte."),
        max_length=300,
        required=False,
    )

    def __init__(self, *args: Any, last: MandateVersion | None, **kwargs: Any) -> None:
        kept = {name: getattr(last, name) for name in PREFILLED} if last else {}
        super().__init__(*args, initial=kept, **kwargs)
        if last is None:
            del self.fields["reason"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        least, most = cleaned.get("panel_min"), cleaned.get("panel_max")
        if least and most and least > most:
            self.add_error(
                "panel_max",
                _("Le maximum doit être au moins égal au minimum : corrigez l’un des deux."),
            )
        elif bool(least) != bool(most) and not {"panel_min", "panel_max"} & set(self.errors):
            self.add_error(
                "panel_max",
                _("Écrivez les deux tailles ; si la taille est fixe, la même deux fois."),
            )
        return cleaned

    def version(self, convention: Convention) -> MandateVersion:
        """The version to adopt, not saved."""
        said = {
            name: value for name, value in self.cleaned_data.items() if name not in {"once", "base"}
        }
        return MandateVersion(convention=convention, **said)
