"""What is written of the minutes, wherever it is written: the text, a correction, its answer."""

from collections.abc import Mapping
from typing import Any, Self, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.chartered import Chartered
from isegoria.convention.sessions.minutes import Correction, Minutes
from isegoria.convention.sessions.recounting import Section
from isegoria.web.editing import EditForm
from isegoria.web.ui.forms import UiForm

LONGEST = 20_000


class MinutesForm(EditForm):
    """Each part, its title and its text; and an empty one at the end. An emptied part goes."""

    @classmethod
    def of(cls, subject: Chartered, data: Mapping[str, Any] | None = None, **more: Any) -> Self:
        return super().of(subject, data, parts=len(cast("Minutes", subject).sections), **more)

    @classmethod
    def values(cls, subject: Chartered) -> dict[str, Any]:
        found = cast("Minutes", subject).sections
        titles = {f"title_{n}": one["title"] for n, one in enumerate(found, start=1)}
        return titles | {f"text_{n}": one["text"] for n, one in enumerate(found, start=1)}

    def __init__(self, *args: Any, parts: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parts = parts + 1
        for number in range(1, self.parts + 1):
            self.fields[f"title_{number}"] = _title(number, new=number == self.parts)
            self.fields[f"text_{number}"] = _text(number)

    @property
    def sections(self) -> list[Section]:
        said = self.cleaned_data
        every = [
            {"title": said[f"title_{n}"], "text": said[f"text_{n}"].replace("\r\n", "\n")}
            for n in range(1, self.parts + 1)
        ]
        return [one for one in every if one["title"] or one["text"]]

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        for number in range(1, self.parts + 1):
            if said.get(f"text_{number}") and not said.get(f"title_{number}"):
                self.add_error(f"title_{number}", _("Donnez un titre à cette partie."))
        return said


def _title(number: int, *, new: bool) -> forms.CharField:
    said = _("Titre d’une partie de plus") if new else _("Titre de la partie %(number)s")
    return forms.CharField(label=said % {"number": number}, max_length=160, required=False)


def _text(number: int) -> forms.CharField:
    return forms.CharField(
        label=_("Texte de la partie %(number)s") % {"number": number},
        help_text=_("En Markdown. Aucun nom de membre."),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
    )


class CorrectionForm(UiForm):
    """What is wrong, in which part."""

    section = forms.ChoiceField(label=gettext_lazy("Dans quelle partie ?"))
    text = forms.CharField(
        label=gettext_lazy("Que faut-il corriger ?"),
        help_text=gettext_lazy(
            "Dites ce qui manque ou ce qui est faux, et ce qu’il faudrait écrire. Ne nommez personne."
        ),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, *args: Any, minutes: Minutes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast("forms.ChoiceField", self.fields["section"])
        field.choices = [(str(n), one["title"]) for n, one in enumerate(minutes.sections)]

    def put_in(self, wrong: Correction) -> Correction:
        wrong.section, wrong.text = int(self.cleaned_data["section"]), self.cleaned_data["text"]
        return wrong


def _hidden() -> forms.BooleanField:
    return forms.BooleanField(
        label=gettext_lazy("Ne pas publier les mots de la demande : ils nomment quelqu’un"),
        required=False,
    )


class AcceptForm(EditForm):
    """The whole part, corrected; and a word to whoever asked, if one is wanted."""

    answer = forms.CharField(
        label=gettext_lazy("Un mot en réponse"), max_length=1000, required=False
    )
    hidden = _hidden()

    @classmethod
    def values(cls, subject: Chartered) -> dict[str, Any]:
        return MinutesForm.values(subject)

    def __init__(self, *args: Any, part: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.part = f"text_{part + 1}"
        self.fields[self.part] = forms.CharField(
            label=_("Le texte corrigé de cette partie"),
            help_text=_("Changez-le ici : il remplace le texte que les membres lisent."),
            max_length=LONGEST,
            widget=forms.Textarea(attrs={"rows": 10}),
        )
        self.order_fields([self.part])

    @property
    def text(self) -> str:
        return str(self.cleaned_data[self.part]).replace("\r\n", "\n")


class RefuseForm(UiForm):
    """Why not. Public with the minutes."""

    reason = forms.CharField(
        label=gettext_lazy("Votre raison"),
        help_text=gettext_lazy("Elle sera publique et ne pourra plus être modifiée."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    hidden = _hidden()
