"""What is left of somebody who spoke in public, typed: the chapters of a recording, its slides."""

import re
from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.chartered import Chartered
from isegoria.convention.publishing.models import Document, Recorded
from isegoria.web.editing import EditForm

LINE = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)\s+(\S.*)")
MOST, LONGEST = 60, 160


class Chapters(forms.CharField):
    """One chapter a line: a time, then a title."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label=gettext_lazy("Chapitres"),
            help_text=gettext_lazy(
                "Un par ligne : le temps depuis le début, puis le titre. Par exemple : 12:30 Les ondes. Un titre qui est aussi dans la transcription y mène."
            ),
            max_length=12_000,
            required=False,
            widget=forms.Textarea(attrs={"rows": 5}),
            **kwargs,
        )

    def clean(self, value: Any) -> Any:
        lines = [one.strip() for one in str(super().clean(value)).splitlines() if one.strip()]
        if len(lines) > MOST:
            raise forms.ValidationError(
                _("Il y a plus de soixante chapitres : gardez les principaux.")
            )
        return sorted((_chapter(one) for one in lines), key=lambda one: int(one["at"]))


def _chapter(line: str) -> dict[str, int | str]:
    found = LINE.fullmatch(line)
    if not found:
        wrong = _(
            "Cette ligne n’est pas un chapitre : %(line)s. Écrivez par exemple : 12:30 Les ondes."
        )
        raise forms.ValidationError(wrong % {"line": line[:60]})
    hours, minutes, seconds, title = found.groups()
    at = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
    return {"at": at, "title": title[:LONGEST]}


def clock(seconds: int) -> str:
    """« 1:02:30 », « 12:30 »."""
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


class ChaptersForm(EditForm):
    """The fields of any form on what was recorded. `documents`: those that may be the slides, by
    key, with their titles."""

    chapters = Chapters()
    slides = forms.ChoiceField(
        label=gettext_lazy("Supports, parmi les documents publiés"), required=False
    )

    def __init__(
        self, *args: Any, documents: Mapping[str, tuple[Document, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.documents = {key: one for key, (one, _title) in documents.items()}
        field = cast("forms.ChoiceField", self.fields["slides"])
        field.choices = [
            ("", _("aucun")),
            *((key, title) for key, (_one, title) in documents.items()),
        ]

    @classmethod
    def values(cls, subject: Chartered) -> dict[str, Any]:
        shown, thing = super().values(subject), cast("Recorded", subject)
        written = (f"{clock(int(one['at']))} {one['title']}" for one in thing.chapters)
        return {**shown, "chapters": "\n".join(written), "slides": str(thing.slides_id or "")}

    @property
    def changes(self) -> dict[str, Any]:
        said = super().changes
        return {**said, "slides": self.documents.get(said["slides"])}
