"""The form of the rules of the panel's life."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.mandate.models import Convention
from isegoria.convention.recruitment.rules import Rules
from isegoria.web.moments import LAST_INSTANT, instant, typed
from isegoria.web.ui.forms import DateInput, UiForm

MOST_ALTERNATES = 500


class RulesForm(UiForm):
    alternates = forms.IntegerField(
        label=gettext_lazy("Suppléants prévenus à l’avance"),
        help_text=gettext_lazy("Ils sont appelés quand une place se libère."),
        min_value=0,
        max_value=MOST_ALTERNATES,
    )
    replaced_until = forms.DateField(
        label=gettext_lazy("Dernier jour pour remplacer quelqu’un"),
        help_text=gettext_lazy("Ensuite, une place quittée reste vide. Sans date : toujours."),
        required=False,
        widget=DateInput,
    )
    quorum_percent = forms.IntegerField(
        label=gettext_lazy("Quorum, en % des places pourvues"),
        help_text=gettext_lazy("De 1 à 100. En dessous, une séance ne vote pas."),
        min_value=1,
        max_value=100,
    )
    erased_on = forms.DateField(
        label=gettext_lazy("Effacement des personnes non retenues"),
        help_text=gettext_lazy("Proposé : trente jours après la dernière séance du calendrier."),
        required=False,
        widget=DateInput,
    )
    reason = forms.CharField(
        label=gettext_lazy("Raison du changement"),
        help_text=gettext_lazy("Elle sera publique."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self,
        *args: Any,
        convention: Convention,
        latest: Rules | None,
        proposed: date | None,
        **kwargs: Any,
    ) -> None:
        self.convention = convention
        first = Rules(convention=convention, erased_on=proposed)
        super().__init__(*args, initial=self._values(latest or first), **kwargs)
        if latest is None:
            del self.fields["reason"]

    def _values(self, shown: Rules) -> dict[str, Any]:
        last = shown.replaced_until
        return {
            "alternates": shown.alternates,
            "quorum_percent": shown.quorum_percent,
            "erased_on": shown.erased_on,
            "replaced_until": typed(last, self.convention.zone)[0] if last else None,
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        last, erased = cleaned.get("replaced_until"), cleaned.get("erased_on")
        if last and erased and erased <= last:
            self.add_error(
                "erased_on", _("Gardez les personnes tant qu’un remplacement est possible.")
            )
        return cleaned

    def rules(self) -> Rules:
        """Replacements are possible until the end of the last day."""
        said, last = self.cleaned_data, self.cleaned_data["replaced_until"]
        return Rules(
            convention=self.convention,
            alternates=said["alternates"],
            quorum_percent=said["quorum_percent"],
            erased_on=said["erased_on"],
            reason=said.get("reason", ""),
            replaced_until=instant(last, LAST_INSTANT, self.convention.zone)[0] if last else None,
        )
