"""The team's forms on questions: one that was asked in the room, and who is to answer it."""

from datetime import date, timedelta
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.people.models import Account
from isegoria.convention.people.queries import holders_of
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.sessions.questions import Question, Whom, today
from isegoria.core.charter import Role
from isegoria.web.facilitation.asker_forms import OfARoom
from isegoria.web.question_forms import AboutSession, question_field
from isegoria.web.ui.forms import DateInput, UiForm

USUAL = timedelta(days=15)


class EnterForm(OfARoom, AboutSession, UiForm):
    """A question said in the room, on paper or on the phone."""

    text = question_field()
    field_order = ("text", "origin", "number", "session")

    def question(self) -> Question:
        return Question(session=self.about, text=self.cleaned_data["text"], **self.asker)


class ConfideForm(UiForm):
    """Who answers, and for when. Accounts are offered when some hold the role."""

    whom = forms.ChoiceField(
        label=gettext_lazy("Qui doit répondre ?"), choices=Whom.choices, widget=forms.RadioSelect
    )
    respondent = forms.CharField(
        label=gettext_lazy("Le nom qui sera affiché"),
        help_text=gettext_lazy(
            "Par exemple : « Direction du numérique ». Une personne n’est nommée qu’avec son accord."
        ),
        max_length=160,
    )
    account = forms.ChoiceField(
        label=gettext_lazy("Le compte qui répond"),
        help_text=gettext_lazy(
            "Sans compte choisi, toute personne qui a ce rôle peut répondre. Sans compte du tout, vous recopierez la réponse."
        ),
        required=False,
    )
    due_on = forms.DateField(
        label=gettext_lazy("Réponse annoncée pour le"),
        help_text=gettext_lazy(
            "Cette date est publique. Passée cette date, le retard l’est aussi."
        ),
        widget=DateInput(),
    )

    def __init__(self, *args: Any, question: Question, viewer: Viewer, **kwargs: Any) -> None:
        self.accounts = _accounts(question, viewer)
        day = today(question.convention, viewer.at)
        kwargs["initial"] = {
            "whom": question.whom,
            "respondent": question.respondent,
            "account": str(question.confided_to_id or ""),
            "due_on": question.due_on or day + USUAL,
        }
        super().__init__(*args, **kwargs)
        self.today = day
        field = cast("forms.ChoiceField", self.fields["account"])
        field.choices = [("", _("aucun en particulier")), *self.accounts.choices]
        if not self.accounts.roles:
            del self.fields["account"]

    def clean_due_on(self) -> date:
        due_on: date = self.cleaned_data["due_on"]
        if due_on < self.today:
            raise forms.ValidationError(_("Cette date est passée. Choisissez un jour à venir."))
        return due_on

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        key, whom = said.get("account", ""), said.get("whom", "")
        if key and whom and whom not in self.accounts.roles.get(key, set()):
            self.add_error("account", _("Ce compte n’a pas ce rôle. Choisissez-en un autre."))
        return said

    @property
    def asked(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {
            "whom": said["whom"],
            "respondent": said["respondent"],
            "due_on": said["due_on"],
            "account": self.accounts.by_key.get(said.get("account", "")),
        }


class _Accounts:
    """Who may be given a question, by role."""

    def __init__(self) -> None:
        self.by_key: dict[str, Account] = {}
        self.roles: dict[str, set[str]] = {}

    @property
    def choices(self) -> list[tuple[str, str]]:
        return [
            (
                key,
                f"{account} ({', '.join(str(Whom(one).label) for one in sorted(self.roles[key]))})",
            )
            for key, account in self.by_key.items()
        ]


def _accounts(question: Question, viewer: Viewer) -> _Accounts:
    found = _Accounts()
    for whom in Whom:
        for account in holders_of(question.convention, Role(whom.value), at=viewer.at):
            found.by_key[str(account.pk)] = account
            found.roles.setdefault(str(account.pk), set()).add(whom.value)
    return found
