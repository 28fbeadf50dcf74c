"""What is written about a question, wherever it is written: the question itself, and its answer."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from isegoria.convention.sessions.models import Session
from isegoria.web.editing import EditForm
from isegoria.web.ui.forms import UiForm

LONGEST = 1000


class AboutSession(forms.Form):
    """A question may be tied to a session: `sessions` are those that its author may read."""

    session = forms.ChoiceField(
        label=_("À propos de quelle séance ?"),
        required=False,
    )

    def __init__(self, *args: Any, sessions: Iterable[Session], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sessions = {str(one.pk): one for one in sessions}
        field = cast("forms.ChoiceField", self.fields["session"])
        field.choices = [
            ("", _("aucune en particulier")),
            *((key, one.title) for key, one in self.sessions.items()),
        ]
        if not self.sessions:
            del self.fields["session"]

    @property
    def about(self) -> Session | None:
        return self.sessions.get(self.cleaned_data.get("session", ""))


def question_field(**more: Any) -> forms.CharField:
    return forms.CharField(
        label=_("La question"),
        help_text=_(
            "Une question à la fois, en mots simples. N’y écrivez aucun nom : elle sera publique."
        ),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        **more,
    )


class AskForm(AboutSession, UiForm):
    """A question, and the session that it is about."""

    text = question_field()
    field_order = ("text", "session")


class WishForm(UiForm):
    """An expert that somebody would like to hear."""

    text = forms.CharField(
        label=_("Quel expert, et pour expliquer quoi ?"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class AnswerForm(EditForm):
    """The written answer. It changes until it is published."""

    answer = forms.CharField(
        label=_("Votre réponse"),
        help_text=_(
            "Répondez d’abord en une phrase simple, puis expliquez. Dites ce que vous ne savez pas."
        ),
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 12}),
    )
