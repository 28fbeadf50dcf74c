"""What the guarantors write: an opinion, an answer, a reason to close."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from isegoria.convention.governance.models import LaunchOpinion, Verdict
from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.queries import guarantors_of
from isegoria.web.ui.forms import UiForm


class OpinionForm(UiForm):
    """The opinion on the launch; public as it is written."""

    verdict = forms.ChoiceField(
        label=_("Votre avis"), choices=Verdict.choices, widget=forms.RadioSelect
    )
    text = forms.CharField(
        label=_("Motifs et demandes"),
        help_text=_("Publié tel quel. Obligatoire sauf pour un avis favorable sans réserve."),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 10}),
    )
    signed_by = forms.ChoiceField(
        label=_("Au nom de"),
        help_text=_("Le siège de garant qui signe cet avis."),
        required=False,
    )

    def __init__(self, *args: Any, convention: Convention, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.convention = convention
        self.seats = {str(seat.pk): seat for seat in guarantors_of(convention)}
        choices = [(key, str(seat)) for key, seat in self.seats.items()]
        self.fields["signed_by"].choices = [("", _("les garants")), *choices]  # type: ignore[attr-defined]

    def clean(self) -> None:
        super().clean()
        verdict, text = self.cleaned_data.get("verdict"), self.cleaned_data.get("text", "")
        if verdict and verdict != Verdict.FAVOURABLE and not text.strip():
            self.add_error("text", _("Dites pourquoi : un avis avec réserves est motivé."))

    def opinion(self) -> LaunchOpinion:
        return LaunchOpinion(
            convention=self.convention,
            verdict=self.cleaned_data["verdict"],
            text=self.cleaned_data["text"].strip(),
            signed_by=self.seats.get(self.cleaned_data["signed_by"]),
        )


class AnswerForm(UiForm):
    text = forms.CharField(
        label=_("Votre réponse"),
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 10}),
    )


class CloseForm(UiForm):
    reason = forms.CharField(
        label=_("Pourquoi classer sans réponse"),
        help_text=_("La personne lira cette raison avec son numéro de récépissé."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
