"""The forms on round tables; their speakers are rows, of which more can be asked for."""

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.chartered import Chartered
from isegoria.convention.mandate.models import Convention
from isegoria.convention.publishing.models import RoundTable, Speaker
from isegoria.web.desk.publishing_forms import Words
from isegoria.web.moments import NoSuchHour, instant, typed
from isegoria.web.recorded_forms import ChaptersForm
from isegoria.web.ui.forms import DateInput, HouseRenderer, TimeInput, UiForm

FIRST_ROWS, MOST_ROWS = 3, 30


class TableForm(ChaptersForm):
    """A round table; its day and hour are the convention's own."""

    title = forms.CharField(label=gettext_lazy("Titre"), max_length=200)
    summary = Words(label=gettext_lazy("Présentation"), max_length=2000, required=False, rows=5)
    day = forms.DateField(
        label=gettext_lazy("Jour"),
        help_text=gettext_lazy("Laissez vide si la date n’est pas connue."),
        required=False,
        widget=DateInput,
    )
    hour = forms.TimeField(label=gettext_lazy("Heure"), required=False, widget=TimeInput)
    place = forms.CharField(label=gettext_lazy("Lieu"), max_length=160, required=False)
    slides_url = forms.URLField(
        label=gettext_lazy("Lien vers les supports"), required=False, assume_scheme="https"
    )
    source = forms.CharField(label=gettext_lazy("Source"), max_length=300, required=False)
    fictional = forms.BooleanField(label=gettext_lazy("Données fictives"), required=False)
    field_order = (
        *("title", "summary", "day", "hour", "place"),
        *("slides_url", "slides", "chapters", "source", "fictional"),
    )

    def __init__(self, *args: Any, zone: ZoneInfo, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zone = zone

    @classmethod
    def values(cls, subject: Chartered) -> dict[str, Any]:
        shown = super().values(subject)
        if isinstance(subject, RoundTable) and subject.starts:
            shown["day"], shown["hour"] = typed(subject.starts, subject.convention.zone)
        return shown

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        day, hour = cleaned.get("day"), cleaned.get("hour")
        if bool(day) != bool(hour):
            self.add_error(
                "hour" if day else "day", _("Donnez le jour et l’heure, ou aucun des deux.")
            )
        cleaned["starts"] = None
        if day and hour:
            try:
                cleaned["starts"], _twice = instant(day, hour, self.zone)
            except NoSuchHour:
                self.add_error("hour", _("Cette heure n’existe pas ce jour-là (heure d’été)."))
        return cleaned

    @property
    def changes(self) -> dict[str, Any]:
        return {name: v for name, v in super().changes.items() if name not in {"day", "hour"}}

    def made(self, convention: Convention) -> RoundTable:
        return RoundTable(convention=convention, **self.changes)


class SpeakerForm(forms.Form):
    """One row."""

    default_renderer = HouseRenderer
    name = forms.CharField(label=gettext_lazy("Nom"), max_length=120, required=False)
    function = forms.CharField(label=gettext_lazy("Fonction"), max_length=160, required=False)
    organisation = forms.CharField(
        label=gettext_lazy("Organisation"), max_length=160, required=False
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("name") and any(cleaned.values()):
            self.add_error("name", _("Il manque le nom de cette personne."))
        return cleaned


class Rows:
    """The speakers' rows; an empty row is nobody."""

    def __init__(self, data: Mapping[str, str] | None, speakers: list[Speaker]) -> None:
        known = [
            {"name": one.name, "function": one.function, "organisation": one.organisation}
            for one in speakers
        ]
        asked = (data or {}).get("rows", "")
        is_count = asked.isascii() and asked.isdecimal() and len(asked) <= len(str(MOST_ROWS))
        count = int(asked) if is_count else max(FIRST_ROWS, len(known) + 1)
        count += (data or {}).get("step") == "row"
        self.count = min(count, MOST_ROWS)
        self.forms = [
            SpeakerForm(data, prefix=f"speaker{row}", initial=(known[row : row + 1] or [{}])[0])
            for row in range(self.count)
        ]

    def is_valid(self) -> bool:
        """Every row is looked at, so that each shows its own error."""
        return not any({row.prefix: row.errors for row in self.forms}.values())

    def speakers(self) -> list[Speaker]:
        return [Speaker(**row.cleaned_data) for row in self.forms if row.cleaned_data["name"]]


class RecordForm(UiForm):
    """The recording, with what those who do not hear it read instead."""

    video_url = forms.URLField(label=gettext_lazy("Lien vers la vidéo"), assume_scheme="https")
    subtitled = forms.BooleanField(label=gettext_lazy("La vidéo est sous-titrée"), required=False)
    transcript = Words(
        label=gettext_lazy("Transcription"),
        help_text=gettext_lazy("Tout ce qui est dit, avec qui parle. En Markdown."),
        rows=16,
    )
