"""The forms on a session: planned, described, moved. Its day and hours are the convention's own."""

from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.chartered import Chartered
from isegoria.convention.mandate.models import Convention
from isegoria.convention.sessions.models import Mode, Session
from isegoria.web.editing import EditForm
from isegoria.web.moments import NoSuchHour, instant, typed
from isegoria.web.ui.forms import DateInput, TimeInput

HOURS = {"day", "from_hour", "until_hour"}


class Words(forms.CharField):
    """A text of several lines, ended in one way whatever the browser."""

    def __init__(self, *, rows: int = 3, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(**kwargs)

    def clean(self, value: Any) -> str:
        return str(super().clean(value)).replace("\r\n", "\n")


class HoursForm(EditForm):
    """One day, from an hour to another; `starts` and `ends` are instants once it is valid."""

    day = forms.DateField(label=gettext_lazy("Jour"), widget=DateInput)
    from_hour = forms.TimeField(
        label=gettext_lazy("À partir de"),
        help_text=gettext_lazy("L’heure est celle de la convention."),
        widget=TimeInput,
    )
    until_hour = forms.TimeField(label=gettext_lazy("Jusqu’à"), widget=TimeInput)
    mode = forms.ChoiceField(
        label=gettext_lazy("Comment on y prend part"),
        choices=Mode.choices,
        initial=Mode.ON_SITE,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, zone: ZoneInfo, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zone = zone

    @classmethod
    def values(cls, subject: Chartered) -> dict[str, Any]:
        shown = super().values(subject)
        if isinstance(subject, Session) and subject.state:
            zone = subject.convention.zone
            shown["day"], shown["from_hour"] = typed(subject.starts, zone)
            _day, shown["until_hour"] = typed(subject.ends, zone)
        return shown

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if set(cleaned) >= HOURS:
            cleaned["starts"] = self._instant("from_hour")
            cleaned["ends"] = self._instant("until_hour")
            if not self.errors and cleaned["ends"] <= cleaned["starts"]:
                self.add_error("until_hour", _("La fin doit venir après le début."))
        return cleaned

    def _instant(self, name: str) -> Any:
        try:
            found, _twice = instant(self.cleaned_data["day"], self.cleaned_data[name], self.zone)
        except NoSuchHour:
            self.add_error(name, _("Cette heure n’existe pas ce jour-là (heure d’été)."))
            return None
        return found

    @property
    def changes(self) -> dict[str, Any]:
        return {name: value for name, value in super().changes.items() if name not in HOURS}


class PlanForm(HoursForm):
    """A new session: what it is called, when, where. The rest is written later."""

    title = forms.CharField(label=gettext_lazy("Titre"), max_length=160)
    aim = Words(
        label=gettext_lazy("À quoi sert cette séance"),
        help_text=gettext_lazy("En une phrase simple : ce que les membres en retirent."),
        max_length=2000,
        required=False,
    )
    place = forms.CharField(label=gettext_lazy("Lieu"), max_length=160, required=False)
    fictional = forms.BooleanField(label=gettext_lazy("Données fictives"), required=False)
    field_order = ("title", "aim", *("day", "from_hour", "until_hour", "mode"), "place")

    def planned(self, convention: Convention) -> Session:
        return Session(convention=convention, **self.changes)


class RearrangeForm(HoursForm):
    """Another date or another way; why is public."""

    reason = Words(
        label=gettext_lazy("Votre raison"),
        help_text=gettext_lazy("Elle sera publique et ne pourra plus être modifiée."),
        max_length=1000,
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors and not {*HOURS, "mode"} & set(self.changed_data):
            self.add_error("day", _("Rien ne change : donnez une autre date, heure ou façon."))
        return cleaned


class SessionForm(EditForm):
    """What can be changed of a session without a reason."""

    title = forms.CharField(label=gettext_lazy("Titre"), max_length=160)
    aim = Words(label=gettext_lazy("À quoi sert cette séance"), max_length=2000, required=False)
    place = forms.CharField(
        label=gettext_lazy("Lieu"),
        help_text=gettext_lazy("Vide si tout le monde est à distance."),
        max_length=160,
        required=False,
    )
    address = forms.CharField(label=gettext_lazy("Adresse"), max_length=240, required=False)
    access = Words(
        label=gettext_lazy("Accès, et accès en fauteuil"),
        help_text=gettext_lazy(
            "Bus, entrée, étage, ascenseur, boucle magnétique, place de parking."
        ),
        max_length=2000,
        required=False,
    )
    bring = Words(
        label=gettext_lazy("Ce que les membres apportent"), max_length=1000, required=False
    )
    read_before = Words(
        label=gettext_lazy("Ce qu’il faut lire avant"), max_length=1000, required=False
    )
    help_phone = forms.CharField(
        label=gettext_lazy("Téléphone d’aide, le jour même"),
        help_text=gettext_lazy("Public : quelqu’un répond pendant toute la séance."),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel"}),
    )
    stream_url = forms.URLField(
        label=gettext_lazy("Retransmission publique"),
        help_text=gettext_lazy(
            "L’adresse où tout le monde peut regarder. Pas le lien des membres."
        ),
        required=False,
        assume_scheme="https",
    )
    recording_url = forms.URLField(
        label=gettext_lazy("Enregistrement public"), required=False, assume_scheme="https"
    )
    transcript = Words(
        label=gettext_lazy("Transcription de l’enregistrement"),
        help_text=gettext_lazy("Ce qui est dit, pour qui n’entend pas. En Markdown."),
        rows=8,
        required=False,
    )
    minutes_days = forms.IntegerField(
        label=gettext_lazy("Délai du compte rendu, en jours"),
        help_text=gettext_lazy(
            "Pour l’écrire, puis pour le relire, puis pour le publier. Passé ce délai, le retard est public."
        ),
        min_value=1,
        max_value=90,
    )
    fictional = forms.BooleanField(label=gettext_lazy("Données fictives"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("recording_url") and not cleaned.get("transcript"):
            self.add_error(
                "transcript", _("Un enregistrement public a sa transcription : écrivez-la ici.")
            )
        return cleaned
