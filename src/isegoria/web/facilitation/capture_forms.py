"""The forms on what is said in a sequence: a card, a picture, a voice; then its words, its name."""

from collections.abc import Callable
from typing import Any, ClassVar

from django import forms
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.chartered import Chartered
from isegoria.convention.publishing.files import LARGEST, Accepted, examine_picture
from isegoria.convention.publishing.refusing import RefusedFile
from isegoria.convention.publishing.voices import examine_voice
from isegoria.convention.sessions.captures import Capture, Kind, Means
from isegoria.convention.sessions.sequences import Sequence
from isegoria.web.editing import EditForm
from isegoria.web.ui.forms import UiForm

MOST_TABLES = 60
THEMSELVES = "table"
HELD_BY = (
    (Means.HELPER.value, gettext_lazy("une personne qui aide, pour la table")),
    (THEMSELVES, gettext_lazy("la table elle-même")),
)
DESCRIBED = gettext_lazy(
    "Ce que l’image montre, dicté par la table, pour qui ne la voit pas. Vous pouvez l’écrire plus "
    "tard ; sans cela, rien n’est publié."
)
TRANSCRIBED = gettext_lazy(
    "Ce qui est dit, mot pour mot. Vous pouvez l’écrire plus tard ; sans cela, rien n’est publié."
)


class Words(forms.CharField):
    """A long text, its lines ended in one way whatever the browser."""

    def __init__(self, *, rows: int = 4, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def clean(self, value: Any) -> str:
        return str(super().clean(value)).replace("\r\n", "\n")


class Examined(forms.FileField):
    """A file that is read to the end, and refused in a sentence when it cannot be kept."""

    def __init__(self, *, examine: Callable[[bytes], Accepted], accept: str, **kwargs: Any) -> None:
        widget = forms.FileInput(attrs={"accept": accept})
        super().__init__(widget=widget, allow_empty_file=True, **kwargs)
        self.examine = examine

    def clean(self, data: Any, initial: Any = None) -> Accepted | None:
        given = super().clean(data, initial)
        try:
            return self.examine(given.read(LARGEST + 1)) if given else None
        except RefusedFile as refused:
            raise forms.ValidationError(refused.sentence, code=refused.code) from refused


class CaptureForm(UiForm):
    """Of which table, or of which group; in which round; who holds the pen."""

    KIND: ClassVar[str] = ""

    table = forms.IntegerField(
        label=gettext_lazy("Numéro de la table"),
        min_value=1,
        max_value=MOST_TABLES,
        required=False,
    )
    group = forms.CharField(
        label=gettext_lazy("Ou le nom du groupe"),
        help_text=gettext_lazy(
            "Si ce n’est pas une table : « la salle », « en ligne ». Jamais le nom d’une personne."
        ),
        max_length=60,
        required=False,
    )
    round = forms.IntegerField(label=gettext_lazy("Tour"), min_value=1, initial=1)
    entered_for = forms.ChoiceField(
        label=gettext_lazy("Qui tient l’appareil ?"),
        choices=HELD_BY,
        widget=forms.RadioSelect,
        initial=Means.HELPER.value,
    )

    def __init__(self, *args: Any, sequence: Sequence, helping: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sequence = sequence
        self.fields["round"].widget.attrs["max"] = sequence.rounds
        if sequence.rounds == 1:
            del self.fields["round"]
        if not helping:
            del self.fields["entered_for"]

    def clean_round(self) -> int:
        turn = int(self.cleaned_data["round"])
        if turn > self.sequence.rounds:
            raise forms.ValidationError(
                _("Cette séquence a %(rounds)d tours.") % {"rounds": self.sequence.rounds}
            )
        return turn

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        table, group = cleaned.get("table"), cleaned.get("group", "").strip()
        if "table" not in self.errors and "group" not in self.errors:
            if table and group:
                self.add_error("group", _("Donnez une table ou un groupe, pas les deux."))
            elif not table and not group:
                self.add_error("table", _("Donnez le numéro de la table, ou le nom du groupe."))
        return cleaned

    def capture(self) -> Capture:
        """What will be kept."""
        said = self.cleaned_data
        pen = said.get("entered_for", THEMSELVES)
        made = Capture(
            sequence=self.sequence,
            kind=self.KIND,
            round=said.get("round", 1),
            table=said["table"] or None,
            group=said["group"],
            entered_for=Means.TABLE if pen == THEMSELVES else pen,
            text=said.get("text", ""),
            alternative=said.get("alternative", ""),
            transcript=said.get("transcript", ""),
        )
        if given := said.get("file"):
            made.file = ContentFile(given.content, name=given.stored_name)
            made.media_type, made.size = given.media_type, given.size
            made.file_sha256 = given.sha256
        return made


class CardForm(CaptureForm):
    KIND = Kind.CARD.value

    text = Words(
        label=gettext_lazy("Ce que dit la carte"),
        help_text=gettext_lazy("Avec les mots de la table. Aucun nom de personne."),
        max_length=2000,
    )


class PictureForm(CaptureForm):
    KIND = Kind.PICTURE.value

    file = Examined(
        label=gettext_lazy("Photo de la feuille ou du dessin"),
        help_text=gettext_lazy(
            "PNG, JPEG ou WebP, 20 Mo au plus, sans visage. L’image est redessinée : le lieu et "
            "l’appareil de prise de vue n’y restent pas."
        ),
        examine=examine_picture,
        accept="image/jpeg,image/png,image/webp",
    )
    alternative = Words(
        label=gettext_lazy("Description"), help_text=DESCRIBED, max_length=2000, required=False
    )


class VoiceForm(CaptureForm):
    KIND = Kind.VOICE.value

    file = Examined(
        label=gettext_lazy("Enregistrement"),
        help_text=gettext_lazy(
            "WebM, Ogg, MP4 ou MP3, 10 minutes et 10 Mo au plus. Demandez d’abord à la personne "
            "si elle veut bien être enregistrée."
        ),
        examine=examine_voice,
        accept="audio/*,.webm,.ogg,.m4a,.mp3",
    )
    transcript = Words(
        label=gettext_lazy("Transcription"), help_text=TRANSCRIBED, max_length=10000, required=False
    )


class WordsForm(EditForm):
    """The words of something that was kept. Each wording is kept too."""

    text = Words(label=gettext_lazy("Texte"), max_length=2000, rows=6)
    alternative = Words(
        label=gettext_lazy("Description"), help_text=DESCRIBED, max_length=2000, rows=6
    )
    transcript = Words(
        label=gettext_lazy("Transcription"), help_text=TRANSCRIBED, max_length=10000, rows=10
    )

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = {Kind.PICTURE.value: "alternative", Kind.VOICE.value: "transcript"}
        for name in {"text", "alternative", "transcript"} - {asked.get(kind, "text")}:
            del self.fields[name]

    def words(self, capture: Capture) -> dict[str, str]:
        """All three, whichever was asked for."""
        names = ("text", "alternative", "transcript")
        return {name: self.cleaned_data.get(name, getattr(capture, name)) for name in names}


class SetAsideForm(UiForm):
    """Why it is not kept among what was said."""

    reason = Words(
        label=gettext_lazy("Votre raison"),
        help_text=gettext_lazy("L’animation la lit. Elle n’est pas publiée."),
        max_length=600,
    )


class WithdrawForm(UiForm):
    """Why what was public is no longer."""

    reason = Words(
        label=gettext_lazy("Votre raison"),
        help_text=gettext_lazy("Elle sera publique et ne pourra plus être modifiée."),
        max_length=600,
    )


class SignForm(EditForm):
    """A name that somebody wants to be shown."""

    signature = forms.CharField(
        label=gettext_lazy("Le nom à montrer"),
        help_text=gettext_lazy("Un nom, un prénom, ou ce que la personne choisit."),
        max_length=120,
    )
    themselves = forms.BooleanField(
        label=gettext_lazy("C’est mon nom : je pourrai l’enlever moi-même."), required=False
    )
    agreed = forms.BooleanField(
        label=gettext_lazy("La personne le demande : son nom sera public avec le texte.")
    )

    @classmethod
    def values(cls, subject: Chartered) -> dict[str, Any]:
        return {"signature": getattr(subject, "signature", "")}
