"""The desk's page of translations: short texts of the convention, in the site's other language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from isegoria.convention.chartered import By
from isegoria.convention.mandate.models import Convention
from isegoria.convention.mandate.renderings import digest_of, renderings_of
from isegoria.convention.stewardship.short_texts import ShortText, short_texts
from isegoria.convention.verbs import stewardship
from isegoria.web.desk.asking import DeskRequest
from isegoria.web.editing import Sheet, edited
from isegoria.web.ui.forms import UiForm

PER_PAGE = 20
LONGEST, ONE_LINE = 6000, 90
MISSING, ALL = "manquants", "tous"
SEEN = "lu-"


class TranslationsForm(UiForm):
    """A field for each text, called by its digest: a list that moves meanwhile loses nothing.

    Beside each, hidden, the digest of the translation that was read: what somebody else wrote since
    is shown, and never written over.
    """

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        *,
        texts: Sequence[ShortText],
        known: Mapping[str, str],
        spoken: tuple[str, str],
    ) -> None:
        self.sent = dict(data.items()) if data else None
        super().__init__(
            self.sent,
            initial={digest_of(one.text): known.get(one.text) for one in texts},
        )
        language, other = spoken
        self.texts = {digest_of(one.text): one.text for one in texts}
        self.known = {key: known.get(text, "") for key, text in self.texts.items()}
        for one in texts:
            self.fields[digest_of(one.text)] = forms.CharField(
                label=format_html('<span lang="{}">{}</span>', language, one.text),
                help_text=one.where,
                required=False,
                max_length=LONGEST,
                widget=_widget(one.text, other),
            )
        for key, now in self.known.items():
            self.fields[SEEN + key] = forms.CharField(
                initial=digest_of(now), required=False, widget=forms.HiddenInput
            )
        self.order_fields([*self.texts, "once", "base"])

    def clean(self) -> dict[str, Any]:
        for key, now in self.known.items():
            if self.sent and self._is_written(key) and self._seen(key) != digest_of(now):
                said = _(
                    "Quelqu’un a écrit entre-temps : « %(now)s ». Votre texte est au-dessus : gardez-le ou corrigez-le, puis enregistrez de nouveau."
                )
                self.add_error(key, said % {"now": now})
                self.sent[SEEN + key] = digest_of(now)
        return self.cleaned_data

    @property
    def renderings(self) -> dict[str, str]:
        """What was changed, by the text that it says."""
        written = [key for key in self.texts if self._is_written(key)]
        return {self.texts[key]: self.cleaned_data[key] for key in written}

    def _is_written(self, key: str) -> bool:
        """Whoever sent the form changed it, and it does not say that already."""
        said = self.cleaned_data.get(key)
        return said not in {None, self.known[key]} and digest_of(said) != self._seen(key)

    def _seen(self, key: str) -> str:
        return self.cleaned_data.get(SEEN + key) or digest_of(self.known[key])


def _widget(text: str, language: str) -> forms.Widget:
    """As large as what it says in another language."""
    if len(text) <= ONE_LINE and "\n" not in text:
        return forms.TextInput(attrs={"lang": language})
    return forms.Textarea(attrs={"rows": 2 + len(text) // 80, "lang": language})


@dataclass(frozen=True, slots=True)
class Listing:
    """The texts that a page is about: those without a rendering, or all of them."""

    convention: Convention
    language: str
    everything: list[ShortText]
    known: dict[str, str]
    wanted: str

    @classmethod
    def of(cls, request: DeskRequest) -> "Listing":
        convention = request.convention
        language = next(code for code, _name in settings.LANGUAGES if code != convention.language)
        known = renderings_of(convention, language)
        wanted = ALL if request.GET.get("textes") == ALL else MISSING
        return cls(convention, language, short_texts(convention), known, wanted)

    @property
    def lacking(self) -> list[ShortText]:
        return [one for one in self.everything if one.text not in self.known]

    def page(self, number: str) -> Page[ShortText]:
        listed = self.everything if self.wanted == ALL else self.lacking
        return Paginator(listed, PER_PAGE).get_page(number)

    def form(self, sent: Mapping[str, Any], page: Page[ShortText]) -> TranslationsForm:
        asked = [one for one in self.everything if digest_of(one.text) in sent]
        texts = asked if sent else list(page)
        spoken = (self.convention.language, self.language)
        return TranslationsForm(sent or None, texts=texts, known=self.known, spoken=spoken)

    def address(self, number: int) -> str:
        return f"?textes={self.wanted}&page={number}"


def translate(request: DeskRequest, slug: str) -> HttpResponse:
    listing = Listing.of(request)
    shown = listing.page(request.GET.get("page", "1"))
    form = listing.form(request.POST, shown)
    here = reverse("desk:translations", args=[slug])
    tabs = {wanted: f"{here}?textes={wanted}" for wanted in (MISSING, ALL)}
    sheet = Sheet(
        template="desk/translations.html",
        then=tabs[listing.wanted],
        done=_("Les traductions sont enregistrées : qui lit le site dans cette langue les voit."),
        context={
            "listing": listing,
            "shown": shown,
            "previous": listing.address(shown.number - 1) if shown.has_previous() else "",
            "next": listing.address(shown.number + 1) if shown.has_next() else "",
            "tabs": [(_("À traduire"), tabs[MISSING]), (_("Tous les textes"), tabs[ALL])],
            "current": tabs[listing.wanted],
        },
    )

    def save(by: By) -> object:
        texts = form.renderings
        return stewardship.translate(request.convention, by, language=listing.language, texts=texts)

    return edited(request, form, save, sheet)
