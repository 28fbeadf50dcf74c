"""The forms that create and present a convention."""

from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.chartered import Chartered
from isegoria.convention.mandate.models import Convention
from isegoria.convention.mandate.queries import convention_at
from isegoria.convention.stewardship.templates import BY_KEY, TEMPLATES, Template
from isegoria.web.editing import EditForm
from isegoria.web.ui.contrast import LEAST, PAPERS, contrast
from isegoria.web.ui.forms import DateInput, UiForm

RESERVED = {"nouvelle", "composants", "administration", "roles", "nominations"}
MOST_THEMES = 12
LONGEST_THEME = 60


class CreateForm(UiForm):
    template = forms.ChoiceField(
        label=gettext_lazy("Modèle de départ"),
        help_text=gettext_lazy("Tout ce qu’il prépare reste à adapter, et rien n’est public."),
        choices=[(one.key, one.name) for one in TEMPLATES],
        widget=forms.RadioSelect,
        initial=TEMPLATES[0].key,
    )
    title = forms.CharField(label=gettext_lazy("Titre"), max_length=160)
    commissioner = forms.CharField(
        label=gettext_lazy("Maître d’ouvrage"),
        help_text=gettext_lazy(
            "Qui demande la convention et promet d’y répondre : « Ville de … »."
        ),
        max_length=160,
    )
    question = forms.CharField(
        label=gettext_lazy("Question posée, en mots simples"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    first_day = forms.DateField(
        label=gettext_lazy("Premier jour de la préparation"),
        help_text=gettext_lazy("Les périodes du modèle sont comptées depuis ce jour."),
        widget=DateInput,
    )
    slug = forms.SlugField(
        label=gettext_lazy("Adresse"),
        help_text=gettext_lazy(
            "La fin de l’adresse publique : lettres sans accent, chiffres et traits d’union. "
            "Laissez vide pour la tirer du titre."
        ),
        max_length=60,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """The address comes from the title when none is given; it is free and not the desk's."""
        cleaned = super().clean() or self.cleaned_data
        slug = cleaned.get("slug") or slugify(cleaned.get("title", ""))[:60].strip("-")
        if "slug" not in self.errors and "title" not in self.errors:
            cleaned["slug"] = slug
            self._check(slug)
        return cleaned

    def _check(self, slug: str) -> None:
        if not slug:
            self.add_error("slug", _("Écrivez une adresse : le titre n’en donne pas."))
        elif slug in RESERVED or convention_at(slug):
            self.refuse_address()

    def refuse_address(self) -> None:
        """Somebody has it; say which one is free."""
        slug = self.cleaned_data.get("slug", "")
        free = next(
            name for number in range(2, 1000) if not convention_at(name := f"{slug[:56]}-{number}")
        )
        self.add_error(
            "slug",
            _("L’adresse « %(slug)s » est déjà prise. « %(free)s » est libre.")
            % {"slug": slug, "free": free},
        )

    @property
    def prepared(self) -> Template:
        return BY_KEY[self.cleaned_data["template"]]

    def convention(self) -> Convention:
        """The convention to create, not saved yet."""
        names = ("title", "slug", "commissioner", "question")
        return Convention(**{name: self.cleaned_data[name] for name in names})


class DescribeForm(EditForm):
    title = forms.CharField(label=gettext_lazy("Titre"), max_length=160)
    commissioner = forms.CharField(label=gettext_lazy("Maître d’ouvrage"), max_length=160)
    question = forms.CharField(
        label=gettext_lazy("Question posée, en mots simples"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    lede = forms.CharField(
        label=gettext_lazy("Présentation en deux phrases"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    themes = forms.CharField(
        label=gettext_lazy("Thèmes"),
        help_text=gettext_lazy("Un par ligne, douze au plus."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    notice = forms.CharField(
        label=gettext_lazy("Avertissement affiché sur chaque page"),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    answer_days = forms.IntegerField(
        label=gettext_lazy("Délai annoncé de réponse des garants, en jours"),
        min_value=1,
        max_value=90,
    )
    accent = forms.RegexField(
        label=gettext_lazy("Couleur d’accent"),
        regex=r"\A#[0-9a-fA-F]{6}\Z",
        help_text=gettext_lazy(
            "Un dièse et six chiffres ou lettres, comme #1f5f4a. Vide : le vert d’Isegoria. "
            "Une couleur trop claire pour être lue est refusée."
        ),
        error_messages={
            "invalid": gettext_lazy(
                "Écrivez un dièse et six chiffres ou lettres de A à F : #1f5f4a."
            )
        },
        required=False,
    )

    @classmethod
    def values(cls, subject: Chartered) -> dict[str, Any]:
        shown = super().values(subject)
        return {**shown, "themes": "\n".join(shown["themes"])}

    def clean_themes(self) -> list[str]:
        themes = [line.strip() for line in self.cleaned_data["themes"].splitlines() if line.strip()]
        if len(themes) > MOST_THEMES:
            raise forms.ValidationError(_("Douze thèmes au plus : regroupez les plus proches."))
        if any(len(theme) > LONGEST_THEME for theme in themes):
            raise forms.ValidationError(_("Un thème tient en 60 caractères."))
        return list(dict.fromkeys(themes))

    def clean_accent(self) -> str:
        accent: str = self.cleaned_data["accent"].lower()
        ratio = contrast(accent, PAPERS["light"]) if accent else LEAST
        if ratio < LEAST:
            raise forms.ValidationError(
                _(
                    "Cette couleur ne se lit pas assez bien sur le fond de la page : contraste de "
                    "%(ratio)s pour 1, il en faut au moins 4,5. Choisissez une couleur plus foncée."
                )
                % {"ratio": f"{ratio:.1f}".replace(".", ",")}
            )
        return accent
