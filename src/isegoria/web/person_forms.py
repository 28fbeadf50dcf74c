"""What is written of somebody who accepts to be drawn; shared by those who may enter people.

The criteria are those of the table in force, but for the channel, which nobody is asked about.
There is no place for an opinion. Never keep a draft of these forms in the browser.
"""

import hashlib
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.chartered import Chartered
from isegoria.convention.recruitment.candidates import Candidate
from isegoria.convention.recruitment.models import QuotaTable
from isegoria.convention.recruitment.provisions import Agreement, Provision
from isegoria.convention.recruitment.queries import criteria_of
from isegoria.web.editing import EditForm
from isegoria.web.ui.forms import DateInput, UiForm

OLDEST = 120
IDENTITY = ("name", "phone", "email", "through", "address", "born")
OFF = {"autocomplete": "off"}  # it is somebody else's, and never that of whoever types
Said = dict[str, dict[str, Any]]


def field_of(criterion: str) -> str:
    """The name of the field of a criterion: the same wherever it stands in the table."""
    return f"answer_{hashlib.sha256(criterion.encode()).hexdigest()[:8]}"


class AnswersForm(UiForm):
    """One question for each criterion of the table, but for those `without`."""

    def __init__(
        self, *args: Any, table: QuotaTable, without: Collection[str] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        asked = [one for one in criteria_of(table) if one.name not in without]
        self.criteria = {field_of(one.name): one.name for one in asked}
        for one in asked:
            self.fields[field_of(one.name)] = forms.ChoiceField(
                label=one.name,
                choices=[(cell.value, cell.value) for cell in one.cells],
                widget=forms.RadioSelect,
                error_messages={
                    "required": _("Choisissez une réponse."),
                    "invalid_choice": _("Choisissez une réponse de la liste."),
                },
            )
        self.order_fields([*self.criteria])

    @property
    def answers(self) -> dict[str, str]:
        """Criterion → value, of those that were answered."""
        said = self.cleaned_data
        return {name: said[key] for key, name in self.criteria.items() if said.get(key)}


class PersonForm(AnswersForm, EditForm):
    """Somebody: answers, how to reach them, what to provide and, when they enter, their consent.

    helper: who wrote down the consent; None when what is written is only corrected.
    through: who, in an association, can pass messages on; None where that is not offered.
    ways: how consent may have been given. day: today, unless the day is asked for.
    """

    name = forms.CharField(
        label=gettext_lazy("Prénom et nom"), max_length=120, widget=forms.TextInput(attrs=OFF)
    )
    phone = forms.CharField(
        label=gettext_lazy("Téléphone"),
        help_text=gettext_lazy("Un téléphone ou une adresse électronique : l’un des deux suffit."),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={**OFF, "inputmode": "tel"}),
    )
    email = forms.EmailField(
        label=gettext_lazy("Adresse électronique"),
        required=False,
        widget=forms.EmailInput(attrs=OFF),
    )
    through = forms.CharField(
        label=gettext_lazy("Qui peut lui transmettre un message ?"),
        help_text=gettext_lazy("Sans téléphone ni courriel : quelqu’un de l’association."),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs=OFF),
    )
    address = forms.CharField(
        label=gettext_lazy("Adresse"),
        help_text=gettext_lazy("Rue et numéro : le tirage ne prend qu’une personne par logement."),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs=OFF),
    )
    born = forms.IntegerField(
        label=gettext_lazy("Année de naissance"),
        help_text=gettext_lazy("Quatre chiffres. Elle sert à ne pas inscrire deux fois quelqu’un."),
        required=False,
        widget=forms.TextInput(attrs={**OFF, "inputmode": "numeric", "maxlength": 4, "size": 4}),
    )
    provisions = forms.MultipleChoiceField(
        label=gettext_lazy("Pour venir, il faut à cette personne"),
        choices=Provision.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    more = forms.CharField(
        label=gettext_lazy("Autre chose à fournir"),
        help_text=gettext_lazy(
            "Ce qu’il faut fournir, jamais pourquoi. Les opinions et la santé ne s’écrivent pas ici."
        ),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs=OFF),
    )
    how = forms.ChoiceField(
        label=gettext_lazy("Comment la personne a donné son accord"), widget=forms.RadioSelect
    )
    day = forms.DateField(label=gettext_lazy("Jour de l’accord"), widget=DateInput)
    agreed = forms.BooleanField(
        label=gettext_lazy("La personne a entendu la phrase ci-dessus, et elle a dit oui.")
    )

    def __init__(
        self,
        *args: Any,
        today: date,
        helper: str | None = None,
        through: str | None = None,
        ways: Collection[Agreement] = (Agreement.ORAL,),
        asks_day: bool = False,
        **kwargs: Any,
    ) -> None:
        initial = {"how": next(iter(ways), ""), "day": today, "through": through}
        kwargs["initial"] = {**initial, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self.today, self.helper, self.ways = today, helper, tuple(ways)
        self.fields["how"].choices = [(one.value, one.label) for one in ways]  # type: ignore[attr-defined]
        unasked = {
            "through": through is None,
            "how": helper is None or len(self.ways) < 2,
            "day": helper is None or not asks_day,
            "agreed": helper is None,
        }
        for name in (name for name, unneeded in unasked.items() if unneeded):
            del self.fields[name]

    @property
    def parts(self) -> dict[str, list[forms.BoundField]]:
        """The fields as they are asked: answering, reaching, providing, consenting."""
        wanted = {
            "answering": tuple(self.criteria),
            "reaching": IDENTITY,
            "providing": ("provisions", "more"),
            "consenting": ("how", "day", "agreed"),
        }
        return {
            part: [self[name] for name in names if name in self.fields]
            for part, names in wanted.items()
        }

    @classmethod
    def values(cls, subject: Chartered) -> dict[str, Any]:
        """What is written of somebody, field by field."""
        somebody = cast("Candidate", subject)
        answers = {field_of(name): value for name, value in somebody.answers.items()}
        return {**answers, **somebody.identity, **somebody.needs}

    def clean_born(self) -> int | None:
        year: int | None = self.cleaned_data["born"]
        if year is not None and not self.today.year - OLDEST <= year <= self.today.year:
            raise forms.ValidationError(_("Écrivez l’année avec quatre chiffres, comme 1974."))
        return year

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day > self.today:
            raise forms.ValidationError(_("Ce jour n’est pas encore venu."))
        return day

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        reached = any(cleaned.get(name) for name in ("phone", "email", "through"))
        if not reached and not {"phone", "email", "through"} & set(self.errors):
            self.add_error("phone", _("Donnez un téléphone, ou une adresse électronique."))
        return cleaned

    @property
    def said(self) -> Said:
        """What the acts take: identity, answers, needs and, when they enter, consent."""
        said = self.cleaned_data
        parts: Said = {
            "identity": {name: said[name] for name in IDENTITY if said.get(name)},
            "answers": self.answers,
            "needs": {"provisions": said["provisions"], "more": said["more"]},
        }
        if self.helper is not None:
            parts["consent"] = self._consent(said)
        return parts

    def _consent(self, said: Mapping[str, Any]) -> dict[str, Any]:
        how = said.get("how") or self.ways[0].value
        day = said.get("day") or self.today
        return {"how": str(how), "day": day.isoformat(), "helper": self.helper}
