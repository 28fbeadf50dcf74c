"""The form that gives a role."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.models import Appointment
from isegoria.core.charter import ROLE_NAMES, Role
from isegoria.web.moments import LAST_INSTANT, instant
from isegoria.web.ui.forms import DateInput, UiForm

INSTANCE = (Role.ADMINISTRATOR, Role.ORGANISER)
NOT_GIVEN = {Role.ANYONE, Role.HOST, Role.ADMINISTRATOR}


def roles_to_give(convention: Convention | None, giver: Iterable[Role]) -> list[Role]:
    """Guarantors are not named by those whom they watch over."""
    if convention is None:
        return list(INSTANCE)
    may_name = bool({Role.ADMINISTRATOR, Role.GUARANTOR} & set(giver))
    return [role for role in Role if role not in NOT_GIVEN and (may_name or role != Role.GUARANTOR)]


class InviteForm(UiForm):
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
    role = forms.ChoiceField(label=gettext_lazy("Rôle"))
    since = forms.DateField(label=gettext_lazy("À partir du"), widget=DateInput)
    until = forms.DateField(
        label=gettext_lazy("Jusqu’au"),
        help_text=gettext_lazy("Laissez vide si la fin n’est pas connue."),
        required=False,
        widget=DateInput,
    )

    def __init__(
        self, *args: Any, convention: Convention | None, roles: list[Role], at: datetime, **kw: Any
    ) -> None:
        self.convention, self.at = convention, at
        self.zone = convention.zone if convention else ZoneInfo("Europe/Paris")
        super().__init__(*args, initial={"since": self._today()}, **kw)
        choices = [("", _("— choisir —")), *((role.value, _(ROLE_NAMES[role])) for role in roles)]
        self.fields["role"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", _("La fin du rôle doit venir après son début."))
        return cleaned

    def appointment(self) -> Appointment:
        """From the first day to the last, whole days in the convention's zone; from now if today."""
        since, until = self.cleaned_data["since"], self.cleaned_data["until"]
        return Appointment(
            convention=self.convention,
            role=self.cleaned_data["role"],
            since=self.at if since == self._today() else instant(since, time(), self.zone)[0],
            until=instant(until, LAST_INSTANT, self.zone)[0] if until else None,
        )

    def _today(self) -> date:
        return self.at.astimezone(self.zone).date()
