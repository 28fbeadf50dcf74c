"""Paper: a sheet for each table, with a code; what is written on it is keyed in for the table."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django import forms
from django.core.files.base import ContentFile
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.chartered import By
from isegoria.convention.publishing.files import examine_picture
from isegoria.convention.sessions import capturing
from isegoria.convention.sessions.captures import Capture, Kind, Means
from isegoria.convention.sessions.sequences import Sequence
from isegoria.convention.verbs import captures as verbs
from isegoria.core.charter import Role
from isegoria.web.confirming import about
from isegoria.web.editing import UNPROCESSABLE, Sheet, edited
from isegoria.web.facilitation.asking import FacilitationRequest
from isegoria.web.facilitation.capture_forms import DESCRIBED, MOST_TABLES, Examined, Words
from isegoria.web.facilitation.captures import sequence_of
from isegoria.web.papers import qr
from isegoria.web.ui.forms import UiForm

Place = tuple[UUID, str, int, int]
LINES, MOST_CARDS, LONGEST_CARD = range(4), 20, 2000


class PrintForm(UiForm):
    """How many sheets."""

    tables = forms.IntegerField(
        label=gettext_lazy("Combien de tables ?"), min_value=1, max_value=MOST_TABLES, initial=5
    )


class CodeForm(UiForm):
    """The code at the top of a sheet."""

    code = forms.CharField(
        label=gettext_lazy("Code de la feuille"),
        help_text=gettext_lazy("En haut de la feuille, par exemple BCDF-3-1."),
        max_length=20,
    )


class SheetForm(UiForm):
    """What is written and drawn on one sheet."""

    texts = Words(
        label=gettext_lazy("Ce qui est écrit"),
        help_text=gettext_lazy(
            "Mot pour mot, sans nom de personne. Une ligne vide sépare deux expressions."
        ),
        max_length=20_000,
        required=False,
        rows=10,
    )
    file = Examined(
        label=gettext_lazy("Photo d’un dessin de la feuille"),
        help_text=gettext_lazy("PNG, JPEG ou WebP, 20 Mo au plus, sans visage."),
        examine=examine_picture,
        accept="image/jpeg,image/png,image/webp",
        required=False,
    )
    alternative = Words(
        label=gettext_lazy("Description du dessin"),
        help_text=DESCRIBED,
        max_length=2000,
        required=False,
    )

    def clean_texts(self) -> list[str]:
        parts = [one.strip() for one in str(self.cleaned_data["texts"]).split("\n\n")]
        texts = [one for one in parts if one]
        if len(texts) > MOST_CARDS:
            raise forms.ValidationError(
                _("%(most)d expressions au plus à la fois.") % {"most": MOST_CARDS}
            )
        if any(len(one) > LONGEST_CARD for one in texts):
            raise forms.ValidationError(
                _("Une expression a %(most)d signes au plus : séparez-les par une ligne vide.")
                % {"most": LONGEST_CARD}
            )
        return texts

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not cleaned["texts"] and not cleaned["file"]:
            self.add_error("texts", _("Recopiez au moins une expression, ou ajoutez une photo."))
        return cleaned

    def captures(self, sequence: Sequence, table: int, turn: int) -> list[Capture]:
        code = capturing.sheet_code(sequence, table, turn)
        shared: dict[str, Any] = {
            "sequence": sequence,
            "table": table,
            "round": turn,
            "sheet": code,
            "entered_for": Means.PAPER,
        }
        made = [Capture(kind=Kind.CARD, text=one, **shared) for one in self.cleaned_data["texts"]]
        if given := self.cleaned_data["file"]:
            drawn = Capture(
                kind=Kind.PICTURE, alternative=self.cleaned_data["alternative"], **shared
            )
            drawn.file = ContentFile(given.content, name=given.stored_name)
            drawn.media_type, drawn.size = given.media_type, given.size
            drawn.file_sha256 = given.sha256
            made.append(drawn)
        return made


@dataclass(frozen=True, slots=True)
class Printed:
    """One sheet of paper."""

    table: int
    turn: int
    code: str
    url: str
    qr: SafeString


def printed(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    """A page for each table, and each round. Nobody’s name, and no account."""
    sequence = sequence_of(request, key)
    form = PrintForm(request.GET if "tables" in request.GET else None, use_required_attribute=True)
    form.fields.pop("once")
    form.fields.pop("base")
    tables = form.cleaned_data["tables"] if form.is_bound and form.is_valid() else 0
    context = {
        "sequence": sequence,
        "session": sequence.session,
        "form": form,
        "lines": LINES,
        "sheets": [
            _printed(request, sequence, table, turn)
            for table in range(1, tables + 1)
            for turn in range(1, sequence.rounds + 1)
        ],
    }
    return render(request, "facilitation/sheets.html", context)


def find(request: FacilitationRequest, slug: str) -> HttpResponse:
    """Key in the code of a sheet; the QR code leads straight to the next page."""
    form = CodeForm(request.POST or None)
    found: list[Place] = []
    if request.method == "POST" and form.is_valid():
        found = _places(request, form.cleaned_data["code"])
        if len(found) == 1:
            key, _title, table, turn = found[0]
            return redirect("facilitation:sheet", slug, key, table, turn)
        if not found:
            form.add_error("code", _("Aucune feuille n’a ce code. Vérifiez chaque lettre."))
    status = UNPROCESSABLE if form.errors else 200
    context = {"form": form, "choices": found}
    return render(request, "facilitation/sheet_find.html", context, status=status)


def key_in(
    request: FacilitationRequest, slug: str, key: UUID, table: int, turn: int
) -> HttpResponse:
    """What one sheet holds, entered by somebody for its table: the journal says so."""
    sequence = sequence_of(request, key)
    if not _exists(sequence, table, turn):
        raise Http404
    form = SheetForm(request.POST or None, request.FILES or None)
    blank = Capture(sequence=sequence, kind=Kind.CARD, table=table)
    code = capturing.sheet_code(sequence, table, turn)
    context = {
        **about(request, "capture.take", blank),
        "sequence": sequence,
        "session": sequence.session,
        "table": table,
        "turn": turn,
        "code": code,
        "before": capturing.keyed_before(sequence, code),
        "team": request.viewer.is_any(Role.FACILITATOR),
        "find": reverse("facilitation:sheet_find", args=[slug]),
    }

    def save(by: By) -> None:
        made = form.captures(sequence, table, turn)
        verbs.take_all(made, replace(by, on_behalf_of=blank.author))

    done = _("La feuille est gardée. Passez à la suivante.")
    where = reverse("facilitation:sheet_find", args=[slug])
    sheet = Sheet(template="facilitation/sheet.html", then=where, done=done, context=context)
    return edited(request, form, save, sheet)


def _places(request: FacilitationRequest, code: str) -> list[Place]:
    found, table, turn = capturing.of_sheet(request.convention, code)
    return [(one.pk, one.title, table, turn) for one in found if _exists(one, table, turn)]


def _exists(sequence: Sequence, table: int, turn: int) -> bool:
    return 1 <= table <= MOST_TABLES and 1 <= turn <= sequence.rounds


def _printed(request: FacilitationRequest, sequence: Sequence, table: int, turn: int) -> Printed:
    where = reverse("facilitation:sheet", args=[request.convention.slug, sequence.pk, table, turn])
    url = request.build_absolute_uri(where)
    title = _("Code QR de la feuille de la table %(table)d") % {"table": table}
    code = capturing.sheet_code(sequence, table, turn)
    return Printed(table, turn, code, url, SafeString(qr.svg(url, title=title)))
