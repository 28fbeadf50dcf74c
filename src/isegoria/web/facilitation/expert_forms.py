"""The team's forms on experts: one that is announced, and one that members ask for."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.people.models import Seat
from isegoria.convention.sessions.experts import ExpertRequest, Hearing, Proposer
from isegoria.convention.sessions.hearings import is_announced
from isegoria.convention.sessions.models import Session
from isegoria.web.editing import EditForm
from isegoria.web.facilitation.asker_forms import OfARoom
from isegoria.web.facilitation.session_forms import Words
from isegoria.web.question_forms import WishForm
from isegoria.web.recorded_forms import ChaptersForm
from isegoria.web.ui.forms import UiForm


class HearingWords(forms.Form):
    """What is said of a hearing. A point of view is written as it was before, capitals or not."""

    topic = forms.CharField(label=gettext_lazy("Le sujet"), max_length=200)
    viewpoint = forms.CharField(
        label=gettext_lazy("Le point de vue que cette personne apporte"),
        help_text=gettext_lazy(
            "Par exemple : usagers, entreprises, recherche, associations, services publics. Gardez les mêmes mots d’une personne à l’autre : la table d’équilibre les compte."
        ),
        max_length=60,
    )
    proposed_by = forms.ChoiceField(
        label=gettext_lazy("Qui a proposé cette personne ?"), choices=Proposer.choices
    )
    viewpoints: Iterable[str] = ()

    def clean_viewpoint(self) -> str:
        said = " ".join(str(self.cleaned_data["viewpoint"]).split())
        return next((one for one in self.viewpoints if one.casefold() == said.casefold()), said)


class HearingForm(HearingWords, EditForm):
    """A hearing that was announced."""

    def __init__(self, *args: Any, viewpoints: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.viewpoints = viewpoints


class PlanForm(HearingWords, UiForm):
    """A new hearing: somebody who holds a public seat, in a session."""

    seat = forms.ChoiceField(
        label=gettext_lazy("Qui ?"),
        help_text=gettext_lazy(
            "Une personne qui a un siège public. S’il manque, l’organisation l’ajoute dans une instance, par exemple « Experts entendus »."
        ),
    )
    session = forms.ChoiceField(label=gettext_lazy("À quelle séance ?"))
    field_order = ("seat", "session", "topic", "viewpoint", "proposed_by")

    def __init__(
        self,
        *args: Any,
        seats: Iterable[Seat],
        sessions: Iterable[Session],
        viewpoints: Iterable[str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.viewpoints = viewpoints
        self.seats = {str(one.pk): one for one in seats}
        self.sessions = {str(one.pk): one for one in sessions}
        _choose(self, "seat", [(key, f"{one} ({one.body})") for key, one in self.seats.items()])
        _choose(self, "session", [(key, str(one)) for key, one in self.sessions.items()])

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        session, seat = self.sessions.get(said.get("session", "")), said.get("seat")
        if session and seat in self.seats and is_announced(session, self.seats[seat]):
            self.add_error("seat", _("Cette personne est déjà annoncée à cette séance."))
        return said

    def hearing(self) -> Hearing:
        said = self.cleaned_data
        return Hearing(
            session=self.sessions[said["session"]],
            seat=self.seats[said["seat"]],
            topic=said["topic"],
            viewpoint=said["viewpoint"],
            proposed_by=said["proposed_by"],
        )


class RequestForm(OfARoom, WishForm):
    """An expert that a table or a member asks for."""

    who_asks = gettext_lazy("Qui le demande ?")
    field_order = ("text", "origin", "number")

    def wish(self) -> ExpertRequest:
        return ExpertRequest(text=self.cleaned_data["text"], **self.asker)


class HonourForm(UiForm):
    """Which hearing answers the request."""

    hearing = forms.ChoiceField(label=gettext_lazy("Quelle audition répond à cette demande ?"))

    def __init__(self, *args: Any, hearings: Iterable[Hearing], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        standing = [one for one in hearings if one.state in {"planned", "held"}]
        self.hearings = {str(one.pk): one for one in standing}
        _choose(
            self, "hearing", [(key, f"{one}, {one.session}") for key, one in self.hearings.items()]
        )

    @property
    def chosen(self) -> Hearing:
        return self.hearings[self.cleaned_data["hearing"]]


def _choose(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    cast("forms.ChoiceField", form.fields[name]).choices = [("", _("choisir")), *choices]


class RecordForm(ChaptersForm):
    """What is left of a hearing, for those who were not there."""

    video_url = forms.URLField(
        label=gettext_lazy("Lien vers la vidéo"), required=False, assume_scheme="https"
    )
    subtitled = forms.BooleanField(label=gettext_lazy("La vidéo est sous-titrée"), required=False)
    transcript = Words(
        label=gettext_lazy("Transcription"),
        help_text=gettext_lazy("Tout ce qui est dit, avec qui parle. En Markdown."),
        rows=12,
        required=False,
    )
    slides_url = forms.URLField(
        label=gettext_lazy("Lien vers les supports"), required=False, assume_scheme="https"
    )
    field_order = ("video_url", "subtitled", "transcript", "chapters", "slides", "slides_url")

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("video_url") and not said.get("transcript"):
            self.add_error(
                "transcript", _("Un enregistrement public a sa transcription : écrivez-la ici.")
            )
        return said
