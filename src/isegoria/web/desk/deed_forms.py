"""What to look for in the journal."""

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from isegoria.convention.journal.queries import Search
from isegoria.convention.mandate.models import Convention
from isegoria.web.ui.forms import DateInput, HouseRenderer
from isegoria.web.ui.guards import guard

KINDS = {
    "": gettext_lazy("Tout"),
    "convention": gettext_lazy("La convention"),
    "mandate": gettext_lazy("Le mandat"),
    "calendar": gettext_lazy("Le calendrier"),
    "opinion": gettext_lazy("Les avis des garants"),
    "body": gettext_lazy("Les instances"),
    "seat": gettext_lazy("Les sièges"),
    "interest": gettext_lazy("Les déclarations d’intérêts"),
    "appointment": gettext_lazy("Les rôles"),
    "version": gettext_lazy("Les documents"),
    "roundtable": gettext_lazy("Les tables rondes"),
    "quotas": gettext_lazy("La table des quotas"),
    "rules": gettext_lazy("Les règles de la vie du panel"),
    "channel": gettext_lazy("Les voies de recrutement"),
    "relay": gettext_lazy("Les relais du recrutement"),
    "hand": gettext_lazy("Les accès des relais"),
    "mailing": gettext_lazy("Les lettres d’invitation"),
    "candidate": gettext_lazy("Les personnes recrutées"),
    "erasure": gettext_lazy("L’effacement des personnes"),
    "draw": gettext_lazy("Le tirage au sort"),
    "composition": gettext_lazy("La composition du panel"),
    "subscription": gettext_lazy("Les abonnements"),
}


class DeedsForm(forms.Form):
    """A search, sent by GET; what makes no sense is left out."""

    default_renderer = HouseRenderer

    kind = forms.ChoiceField(
        label=gettext_lazy("À propos de"), choices=list(KINDS.items()), required=False
    )
    since = forms.DateField(label=gettext_lazy("Depuis le"), required=False, widget=DateInput)
    until = forms.DateField(label=gettext_lazy("Jusqu’au"), required=False, widget=DateInput)
    before = forms.IntegerField(
        required=False, min_value=0, max_value=2**53, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            guard(field)

    @property
    def asked(self) -> dict[str, Any]:
        """What was asked, for the links to the next pages."""
        kept = self.cleaned_data if self.is_valid() else {}
        return {
            name: value
            for name, value in kept.items()
            if name != "before" and value not in {None, ""}
        }

    def search(self, convention: Convention) -> Search:
        asked = self.cleaned_data if self.is_valid() else {}
        since, until = asked.get("since"), asked.get("until")
        zone = convention.zone
        return Search(
            kind=asked.get("kind", ""),
            since=datetime.combine(since, time(), tzinfo=zone) if since else None,
            until=datetime.combine(until + timedelta(days=1), time(), tzinfo=zone)
            if until
            else None,
            before=asked.get("before"),
        )
