"""The second factors of an account, as its page tells them."""

from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings

from isegoria.convention.people.models import Account


@dataclass(frozen=True, slots=True, kw_only=True)
class Factors:
    """What is set up, and whether the working pages ask for it."""

    application: bool
    key: bool
    asked: bool

    @property
    def any(self) -> bool:
        return self.application or self.key


def of(account: Account | None) -> Factors:
    return Factors(
        application=is_mfa_enabled(account, [Authenticator.Type.TOTP]),
        key=is_mfa_enabled(account, [Authenticator.Type.WEBAUTHN]),
        asked=settings.STAFF_MFA == "required",
    )
