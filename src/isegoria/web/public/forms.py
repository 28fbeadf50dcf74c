"""What anybody may send without an account: a message, an address for news, a receipt."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from isegoria.web.limits import too_often
from isegoria.web.ui.forms import UiForm

LEAST = timedelta(seconds=3)
SALT = "isegoria.shown-at"


class OpenForm(UiForm):
    """Kept from machines without asking anything of people: a bait, a least time, a limit."""

    site = forms.CharField(
        label=_("Laissez ce champ vide"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    shown = forms.CharField(widget=forms.HiddenInput, required=False)

    at_most = 5
    too_many = _("Trop d’envois depuis votre connexion. Réessayez dans une heure.")

    def __init__(self, *args: Any, at: datetime, where: str, **kwargs: Any) -> None:
        kwargs["initial"] = {"shown": _stamp(at), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.at, self.where = at, where

    def clean_site(self) -> str:
        if self.cleaned_data["site"]:
            raise ValidationError(_("Ce champ doit rester vide. Effacez-le, puis renvoyez."))
        return ""

    def clean(self) -> dict[str, Any]:
        if self.at - _read(self.cleaned_data.get("shown", "")) < LEAST:
            raise ValidationError(
                _("C’est allé très vite. Relisez ce que vous avez écrit, puis renvoyez.")
            )
        if not self.errors and too_often(type(self).__name__, self.where, at_most=self.at_most):
            raise ValidationError(self.too_many)
        return self.cleaned_data


class MessageForm(OpenForm):
    subject_line = forms.CharField(label=_("Objet"), max_length=160)
    body = forms.CharField(
        label=_("Votre message"),
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 10}),
    )
    sender_name = forms.CharField(
        label=_("Votre nom"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text=_("Vous pouvez rester anonyme."),
    )
    sender_email = forms.EmailField(
        label=_("Votre adresse électronique"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_(
            "Pour recevoir la réponse par courriel. Sinon, vous la lirez ici avec votre numéro."
        ),
    )


class SubscribeForm(OpenForm):
    email = forms.EmailField(
        label=_("Votre adresse électronique"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("Nous y envoyons un lien à confirmer. Sans confirmation, rien n’est gardé."),
    )


class FollowForm(forms.Form):
    """A receipt is a secret: it is sent in the body of a form, never in an address."""

    default_renderer = UiForm.default_renderer

    receipt = forms.CharField(
        label=_("Votre numéro de récépissé"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        help_text=_("Douze lettres ou chiffres. Les tirets et les espaces ne comptent pas."),
    )


def _stamp(at: datetime) -> str:
    return signing.dumps(int(at.timestamp()), salt=SALT)


def _read(stamp: str) -> datetime:
    """When the form was shown; the end of time when the stamp is missing or not ours."""
    try:
        return datetime.fromtimestamp(int(signing.loads(stamp, salt=SALT)), UTC)
    except (signing.BadSignature, ValueError):
        return datetime.max.replace(tzinfo=UTC)
