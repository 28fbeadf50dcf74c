"""How allauth behaves here: no sign-up by oneself, no password, our addresses."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from isegoria.convention.people.models import Account


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by an appointment, never by a visitor."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "incorrect_code": _("Ce code n’est pas le bon. Vérifiez le dernier courriel reçu."),
        "rate_limited": _("Trop d’essais. Attendez quelques minutes, puis recommencez."),
        "too_many_login_attempts": _("Trop d’essais. Demandez un nouveau code."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def is_safe_url(self, url: str | None) -> bool:
        """Somewhere on this site. What cannot be read as an address is not."""
        try:
            return bool(super().is_safe_url(url))
        except ValueError:
            return False

    def send_notification_mail(
        self,
        template_prefix: str,
        user: Account,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Accounts have one address: their own."""
        super().send_notification_mail(template_prefix, user, context, email or user.email)
