"""The forms on documents, their versions and round tables."""

from typing import Any

from django import forms
from django.core.files.base import ContentFile
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.chartered import Chartered
from isegoria.convention.mandate.models import Convention, Precision
from isegoria.convention.publishing.drafting import address_taken, place_taken
from isegoria.convention.publishing.files import LARGEST, examine
from isegoria.convention.publishing.models import Document, Kind, Place, PlainStatus, Version
from isegoria.convention.publishing.refusing import RefusedFile
from isegoria.web.editing import EditForm
from isegoria.web.ui.forms import DateInput, UiForm

LANGUAGES = (("fr", gettext_lazy("français")), ("en", gettext_lazy("anglais")))


class Words(forms.CharField):
    """A long text, its lines ended in one way whatever the browser."""

    def __init__(self, *, rows: int = 4, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(**kwargs)

    def clean(self, value: Any) -> str:
        return str(super().clean(value)).replace("\r\n", "\n")


class Deposit(forms.FileField):
    """A file that is examined, and refused in a sentence when it cannot be kept."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        given = super().clean(data, initial)
        if not given or given is initial:
            return None
        try:
            return examine(given.name, given.read(LARGEST + 1))
        except RefusedFile as refused:
            raise forms.ValidationError(refused.sentence, code=refused.code) from refused


class DocumentForm(UiForm):
    """A new document: what does not change from one version to the next, and a title."""

    title = forms.CharField(label=gettext_lazy("Titre"), max_length=200)
    kind = forms.ChoiceField(
        label=gettext_lazy("Nature"), choices=Kind.choices, initial=Kind.DOCUMENT
    )
    language = forms.ChoiceField(label=gettext_lazy("Langue"), choices=LANGUAGES, initial="fr")
    place = forms.ChoiceField(
        label=gettext_lazy("Emplacement"),
        help_text=gettext_lazy("Où le site montre cette page de lui-même, en plus de la liste."),
        choices=Place.choices,
        required=False,
    )
    slug = forms.SlugField(
        label=gettext_lazy("Adresse"),
        help_text=gettext_lazy(
            "La fin de l’adresse publique : lettres sans accent, chiffres et traits d’union. "
            "Laissez vide pour la tirer du titre."
        ),
        max_length=80,
        required=False,
    )
    fictional = forms.BooleanField(label=gettext_lazy("Données fictives"), required=False)

    def __init__(self, *args: Any, convention: Convention, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.convention = convention

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        language = cleaned.get("language", "")
        if "slug" not in self.errors and "title" not in self.errors:
            slug = cleaned.get("slug") or slugify(cleaned["title"])[:80].strip("-")
            cleaned["slug"] = slug
            if not slug:
                self.add_error("slug", _("Écrivez une adresse : le titre n’en donne pas."))
            elif address_taken(self.convention, slug, language):
                self.add_error("slug", _("Un document a déjà cette adresse, dans cette langue."))
        shown = place_taken(self.convention, cleaned.get("place", ""), language)
        if shown:
            self.add_error(
                "place",
                _("« %(slug)s » est déjà montré là : faites-en une nouvelle version.")
                % {"slug": shown.slug},
            )
        return cleaned

    def version(self) -> Version:
        kept = self.cleaned_data
        names = ("kind", "slug", "language", "place", "fictional")
        document = Document(convention=self.convention, **{name: kept[name] for name in names})
        return Version(document=document, title=kept["title"])


class PlaceForm(EditForm):
    """What a document is and where it stands, as long as nobody has read it."""

    kind = forms.ChoiceField(label=gettext_lazy("Nature"), choices=Kind.choices)
    slug = forms.SlugField(
        label=gettext_lazy("Adresse"),
        help_text=gettext_lazy(
            "La fin de l’adresse publique : lettres sans accent, chiffres et traits d’union."
        ),
        max_length=80,
    )
    place = forms.ChoiceField(
        label=gettext_lazy("Emplacement"),
        help_text=gettext_lazy("Où le site montre cette page de lui-même, en plus de la liste."),
        choices=Place.choices,
        required=False,
    )

    def __init__(self, *args: Any, document: Document, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.document = document

    @classmethod
    def values(cls, subject: Chartered) -> dict[str, Any]:
        document = getattr(subject, "document", None)
        return {name: getattr(document, name) for name in ("kind", "slug", "place")}

    def clean_slug(self) -> str:
        slug, now = str(self.cleaned_data["slug"]), self.document
        if slug != now.slug and address_taken(now.convention, slug, now.language):
            raise forms.ValidationError(_("Un document a déjà cette adresse, dans cette langue."))
        return slug

    def clean_place(self) -> str:
        place, now = str(self.cleaned_data["place"]), self.document
        shown = place_taken(now.convention, place, now.language)
        if shown and shown != now:
            already = _("« %(slug)s » est déjà montré là : faites-en une nouvelle version.")
            raise forms.ValidationError(already % {"slug": shown.slug})
        return place


class VersionForm(EditForm):
    """A draft."""

    title = forms.CharField(label=gettext_lazy("Titre"), max_length=200)
    summary = Words(
        label=gettext_lazy("Résumé"),
        help_text=gettext_lazy("Deux phrases, lues dans les listes et les flux."),
        max_length=600,
        required=False,
        rows=3,
    )
    body = Words(
        label=gettext_lazy("Texte"),
        help_text=gettext_lazy(
            "En Markdown : une ligne vide entre deux paragraphes, ## devant un titre, - devant un "
            "élément de liste, **gras**, [texte du lien](adresse)."
        ),
        required=False,
        rows=18,
    )
    dated = forms.DateField(
        label=gettext_lazy("Date du document"), required=False, widget=DateInput
    )
    precision = forms.ChoiceField(
        label=gettext_lazy("Précision de la date"),
        help_text=gettext_lazy("Pour un mois, un trimestre ou une année, son premier jour suffit."),
        choices=[one for one in Precision.choices if one[0] != Precision.MINUTE],
        initial=Precision.DAY,
        required=False,
    )
    source = forms.CharField(label=gettext_lazy("Source"), max_length=300, required=False)
    change = forms.CharField(
        label=gettext_lazy("Ce qui change dans cette version"),
        help_text=gettext_lazy("Public, à côté du numéro de version."),
        max_length=300,
        required=False,
    )
    file = Deposit(
        label=gettext_lazy("Fichier"),
        help_text=gettext_lazy(
            "PDF, image, document de bureau, texte ou son, 20 Mo au plus. Les images sont "
            "redessinées : le lieu et l’appareil de prise de vue n’y restent pas."
        ),
        required=False,
    )
    remove_file = forms.BooleanField(
        label=gettext_lazy("Retirer le fichier de ce brouillon"), required=False
    )
    text_alternative = Words(
        label=gettext_lazy("Équivalent textuel du fichier"),
        help_text=gettext_lazy(
            "Ce que dit le fichier, pour qui ne peut pas l’ouvrir. Obligatoire pour publier un "
            "fichier autre que du texte."
        ),
        max_length=20000,
        required=False,
        rows=6,
    )
    plain_body = Words(
        label=gettext_lazy("Version simple"),
        help_text=gettext_lazy("Une idée par phrase, des mots courants, en Markdown."),
        required=False,
        rows=10,
    )
    plain_status = forms.ChoiceField(
        label=gettext_lazy("Statut de la version simple"),
        help_text=gettext_lazy("« FALC » seulement si des personnes concernées l’ont relue."),
        choices=PlainStatus.choices,
        required=False,
    )
    plain_readers = forms.CharField(
        label=gettext_lazy("Version simple relue par"), max_length=200, required=False
    )

    @classmethod
    def values(cls, subject: Chartered) -> dict[str, Any]:
        shown = super().values(subject)
        return {name: value for name, value in shown.items() if name != "file"}

    def clean_precision(self) -> str:
        return self.cleaned_data["precision"] or Precision.DAY

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        plain, status = cleaned.get("plain_body", "").strip(), cleaned.get("plain_status", "")
        if plain and not status:
            self.add_error("plain_status", _("Dites ce qu’est cette version simple."))
        if status and not plain:
            self.add_error("plain_body", _("Écrivez la version simple, ou enlevez son statut."))
        if status == PlainStatus.FALC and not cleaned.get("plain_readers", "").strip():
            self.add_error("plain_readers", _("Le FALC demande de dire qui l’a relu."))
        return cleaned

    @property
    def changes(self) -> dict[str, Any]:
        kept = super().changes
        removed, given = kept.pop("remove_file"), kept.pop("file")
        if given:
            kept |= {
                "file": ContentFile(given.content, name=given.stored_name),
                "file_name": given.name,
                "media_type": given.media_type,
                "size": given.size,
                "file_sha256": given.sha256,
            }
        elif removed:
            kept |= {"file": "", "file_name": "", "media_type": "", "size": 0, "file_sha256": ""}
        return kept
