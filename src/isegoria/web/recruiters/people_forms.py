"""The forms about people: to look for them, to enter them, to rule somebody out."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.recruitment.channels import Channel, Relay
from isegoria.convention.recruitment.people import Wanted
from isegoria.core.charter.reasons import STATES
from isegoria.web.person_forms import PersonForm
from isegoria.web.ui.forms import HouseRenderer, UiForm

LIVES = (
    "consented",
    "drawn",
    "confirmed",
    "attended",
    "alternate",
    "called",
    "unreached",
    "declined",
    "withdrawn",
    "replaced",
    "ineligible",
)


class SearchForm(forms.Form):
    """What an address asks of the list of people; what it does not understand, it leaves."""

    default_renderer = HouseRenderer
    use_required_attribute = False

    q = forms.CharField(
        label=gettext_lazy("Numéro de carte, nom, téléphone ou courriel"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    state = forms.ChoiceField(label=gettext_lazy("Où en est la personne"), required=False)
    channel = forms.ChoiceField(label=gettext_lazy("Voie"), required=False)

    def __init__(self, *args: Any, channels: Iterable[Channel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        every = ("", _("toutes"))
        states = [every, *((state, _(STATES[state])) for state in LIVES)]
        self.fields["state"].choices = states  # type: ignore[attr-defined]
        found = [every, *((str(one.pk), one.value) for one in channels)]
        self.fields["channel"].choices = found  # type: ignore[attr-defined]

    def wanted(self) -> Wanted:
        self.is_valid()
        said = self.cleaned_data
        channel = said.get("channel")
        return Wanted(
            text=said.get("q", ""),
            state=said.get("state", ""),
            channel=UUID(channel) if channel else None,
        )


class EnteredForm(PersonForm):
    """Somebody whom the officer enters, for one of the relays."""

    relay = forms.ChoiceField(label=gettext_lazy("Qui a trouvé cette personne"))

    def __init__(self, *args: Any, relays: Iterable[Relay], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.relays = {str(one.pk): one for one in relays}
        choices = [(key, f"{one.name} · {one.channel.value}") for key, one in self.relays.items()]
        self.fields["relay"].choices = [("", _("— choisir —")), *choices]  # type: ignore[attr-defined]
        self.order_fields(["relay"])

    def chosen(self) -> Relay:
        return self.relays[self.cleaned_data["relay"]]


class WhyForm(UiForm):
    """Why somebody cannot be drawn. It is sealed with what is written of them."""

    reason = forms.CharField(
        label=gettext_lazy("Pourquoi cette personne ne peut pas être tirée au sort"),
        help_text=gettext_lazy(
            "La règle qui l’exclut, en une phrase. Personne d’autre ne la lira ; elle sera effacée avec le reste."
        ),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
    )
