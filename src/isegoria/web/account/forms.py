"""The forms of the entrance, in our words."""

from typing import Any

from allauth.account.forms import ConfirmLoginCodeForm, RequestLoginCodeForm
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    EditWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.forms.fields import InvalidJSONInput
from django.utils.translation import gettext_lazy as _

from isegoria.convention.people.models import Account
from isegoria.web.ui.forms import UiForm

ONE_TIME = {"autocomplete": "one-time-code", "autocapitalize": "characters", "spellcheck": "false"}


class Credential(forms.JSONField):
    """What a key answers. A number without end is not JSON either."""

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except (ValueError, RecursionError) as wrong:
            if isinstance(wrong, forms.ValidationError):
                raise
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from wrong

    def bound_data(self, data: Any, initial: Any) -> Any:
        """What is shown again: the words as they came, when they are not JSON."""
        try:
            return super().bound_data(data, initial)
        except (ValueError, RecursionError):
            return InvalidJSONInput(data or "")


class AskCode(RequestLoginCodeForm):  # type: ignore[misc]
    email = forms.EmailField(
        label=_("Votre adresse électronique"),
        help_text=_("Celle à laquelle votre convention vous a écrit."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class GiveCode(ConfirmLoginCodeForm):  # type: ignore[misc]
    code = forms.CharField(label=_("Code reçu"), widget=forms.TextInput(attrs=ONE_TIME))


class GiveAddress(UiForm):
    email = forms.EmailField(
        label=_("Nouvelle adresse électronique"),
        help_text=_("Un code y sera envoyé. Rien ne change avant que vous l’ayez donné."),
    )

    def __init__(self, *args: Any, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.account = account

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"]).lower()
        if email == self.account.email:
            raise forms.ValidationError(_("C’est déjà votre adresse."))
        return email


class GiveAddressCode(UiForm):
    code = forms.CharField(
        label=_("Code reçu"), max_length=40, widget=forms.TextInput(attrs=ONE_TIME)
    )


class GiveFactor(AuthenticateForm):  # type: ignore[misc]
    code = forms.CharField(
        label=_("Code de votre application, ou code de secours"),
        widget=forms.TextInput(attrs=ONE_TIME),
    )


class GiveFactorAgain(ReauthenticateForm):  # type: ignore[misc]
    code = GiveFactor.base_fields["code"]


class StartApplication(ActivateTOTPForm):  # type: ignore[misc]
    code = forms.CharField(
        label=_("Code affiché par l’application"), widget=forms.TextInput(attrs=ONE_TIME)
    )


class AddKey(AddWebAuthnForm):  # type: ignore[misc]
    credential = Credential(widget=forms.HiddenInput)
    name = forms.CharField(
        label=_("Nom de la clé"),
        required=False,
        help_text=_("Pour la reconnaître : « mon téléphone », « clé bleue »."),
    )
    passwordless = forms.BooleanField(
        label=_("Entrer avec cette clé seule"),
        required=False,
        help_text=_("La clé demandera votre empreinte, votre visage ou un code."),
    )


class EnterByKey(LoginWebAuthnForm):  # type: ignore[misc]
    credential = Credential(widget=forms.HiddenInput)


class ConfirmByKey(ReauthenticateWebAuthnForm):  # type: ignore[misc]
    credential = Credential(widget=forms.HiddenInput)


class RenameKey(EditWebAuthnForm):  # type: ignore[misc]
    name = forms.CharField(label=_("Nom de la clé"))
