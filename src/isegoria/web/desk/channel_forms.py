"""The forms of the ways by which people are found."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.mandate.models import Convention
from isegoria.convention.recruitment.channels import Channel, Hand, Means, Relay
from isegoria.web.ui.forms import UiForm

SEPARATOR = "\t"


class ChannelForm(UiForm):
    value = forms.ChoiceField(
        label=gettext_lazy("Voie, comme la table des quotas la nomme"),
        help_text=gettext_lazy("Toutes les voies sont des valeurs d’un même critère."),
    )
    means = forms.ChoiceField(
        label=gettext_lazy("Comment elle trouve des personnes"),
        choices=Means.choices,
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=gettext_lazy("Présentation publique"),
        help_text=gettext_lazy("Qui appelle ou accompagne, qui est cherché, et comment."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, values: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups: dict[str, list[tuple[str, str]]] = {}
        for criterion, value in values:
            key = f"{criterion}{SEPARATOR}{value}"
            groups.setdefault(criterion, []).append((key, value))
        choices = [("", _("— choisir —")), *groups.items()]
        self.fields["value"].choices = choices  # type: ignore[attr-defined]

    def channel(self, convention: Convention) -> Channel:
        criterion, _tab, value = self.cleaned_data["value"].partition(SEPARATOR)
        return Channel(
            convention=convention,
            means=self.cleaned_data["means"],
            criterion=criterion,
            value=value,
            note=self.cleaned_data["note"],
        )


class ExpectForm(UiForm):
    expected = forms.IntegerField(
        label=gettext_lazy("Combien de personnes cette voie peut trouver en tout, au plus"),
        help_text=gettext_lazy(
            "Celles qui sont déjà inscrites comprises. Laissez vide si vous ne savez pas. Quand ce "
            "nombre ne permet plus de réunir un panel, l’écran de chaque voie le dit."
        ),
        min_value=0,
        max_value=100_000,
        required=False,
    )


class RelayForm(UiForm):
    name = forms.CharField(label=gettext_lazy("Nom de l’organisation"), max_length=160)
    contact = forms.CharField(
        label=gettext_lazy("À qui téléphoner"),
        help_text=gettext_lazy(
            "Un nom et un numéro : ils sont imprimés sur la carte remise à chaque personne."
        ),
        max_length=160,
        required=False,
    )

    def relay(self, channel: Channel) -> Relay:
        return Relay(
            channel=channel,
            name=self.cleaned_data["name"],
            contact=self.cleaned_data["contact"],
        )


class HandForm(UiForm):
    email = forms.EmailField(
        label=gettext_lazy("Adresse électronique"),
        help_text=gettext_lazy(
            "Un compte est ouvert s’il n’y en a pas, et un courriel est envoyé."
        ),
    )
    name = forms.CharField(
        label=gettext_lazy("Nom"),
        help_text=gettext_lazy("Vu des personnes qui travaillent ici, jamais du public."),
        max_length=120,
    )

    def hand(self, relay: Relay) -> Hand:
        return Hand(relay=relay)
