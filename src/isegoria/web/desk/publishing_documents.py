"""Documents: the list, a new one, a draft, and what can be done with each version."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.convention.publishing.drafting import (
    Wanted,
    desk_documents,
    version_at,
    versions_of,
)
from isegoria.convention.publishing.models import Kind, Version
from isegoria.convention.verbs import publishing
from isegoria.core.charter import CHARTER
from isegoria.core.charter.reasons import STATES
from isegoria.web.acting import acting
from isegoria.web.attached import attached
from isegoria.web.confirming import ConfirmForm, about, confirmed, reasoned
from isegoria.web.desk.asking import DeskRequest
from isegoria.web.desk.publishing_forms import DocumentForm, PlaceForm, VersionForm
from isegoria.web.editing import UNPROCESSABLE, Sheet, edited, unless_done

PER_PAGE = 50
SIMPLE_ACTS = {
    "valider": ("version.validate", publishing.validate),
    "rouvrir": ("version.reopen", publishing.reopen),
    "publier": ("version.publish", publishing.publish),
    "abandonner": ("version.abandon", publishing.abandon),
}


def documents(request: DeskRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    asked = request.GET
    wanted = Wanted(
        words=asked.get("q", "").strip()[:100],
        state=asked.get("etat", ""),
        kind=asked.get("nature", ""),
        sort=asked.get("tri", "recent"),
    )
    found = desk_documents(request.convention, request.viewer, wanted)
    shown = {
        "page": Paginator(found, PER_PAGE).get_page(asked.get("page")),
        "wanted": wanted,
        "kinds": Kind.choices,
        "states": [(name, _(STATES[name])) for name in CHARTER.states("version")],
    }
    return render(request, "desk/publishing/documents.html", shown)


def new(request: DeskRequest, slug: str) -> HttpResponse:
    form = DocumentForm(request.POST or None, convention=request.convention)
    if request.method == "POST" and form.is_valid():
        version = publishing.draft(form.version(), acting(request, form))
        return redirect("desk:version_edit", slug, version.pk)
    unless_done(form)
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "desk/publishing/document_new.html", {"form": form}, status=status)


def version(request: DeskRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    shown = _version(request, key)
    context = {"version": shown, "versions": versions_of(shown.document, request.viewer)}
    return render(request, "desk/publishing/version.html", context)


def edit(request: DeskRequest, slug: str, key: UUID) -> HttpResponse:
    draft = _version(request, key)
    form = VersionForm.of(draft, request.POST or None, files=request.FILES or None)
    sheet = Sheet(
        template="desk/publishing/version_edit.html",
        then=reverse("desk:version", args=[slug, key]),
        done=_("Le brouillon est enregistré."),
        context={**about(request, "version.edit", draft), "version": draft},
    )
    return edited(request, form, lambda by: publishing.edit(draft, by, changes=form.changes), sheet)


def place(request: DeskRequest, slug: str, key: UUID) -> HttpResponse:
    """Its kind, its address and its place, until it is published for the first time."""
    draft = _version(request, key)
    if draft.document.is_settled:
        raise Http404
    form = PlaceForm.of(draft, request.POST or None, document=draft.document)
    sheet = Sheet(
        template="desk/publishing/version_place.html",
        then=reverse("desk:version", args=[slug, key]),
        skips=True,
        context={**about(request, "version.edit", draft), "version": draft},
    )
    return edited(
        request, form, lambda by: publishing.place(draft, by, changes=form.changes), sheet
    )


def act(request: DeskRequest, slug: str, key: UUID, step: str) -> HttpResponse:
    """Validate, reopen, publish, abandon: one look, one button."""
    subject = _version(request, key)
    if step not in SIMPLE_ACTS:
        raise Http404
    name, perform = SIMPLE_ACTS[step]
    then = reverse("desk:version", args=[slug, key])
    return confirmed(request, name, subject, lambda by: perform(subject, by), then=then)


def withdraw(request: DeskRequest, slug: str, key: UUID) -> HttpResponse:
    subject = _version(request, key)
    then = reverse("desk:version", args=[slug, key])
    return reasoned(request, "version.withdraw", subject, publishing.withdraw, then=then)


def following(request: DeskRequest, slug: str, key: UUID) -> HttpResponse:
    """A draft like this version, to correct it; or the one that is already under way."""
    current = _version(request, key)
    form = ConfirmForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        draft = publishing.continue_from(current, acting(request, form))
        return redirect("desk:version_edit", slug, draft.pk)
    context = {**about(request, "version.draft", current), "form": form, "version": current}
    return render(request, "desk/publishing/version_new.html", context)


def file(request: DeskRequest, slug: str, key: UUID) -> HttpResponseBase:  # noqa: ARG001
    """The file of any version, for those who prepare it; always as a download."""
    kept = _version(request, key)
    if not kept.file:
        raise Http404
    return attached(request, kept)


def _version(request: DeskRequest, key: UUID) -> Version:
    found = version_at(request.convention, request.viewer, key)
    if found is None:
        raise Http404
    return found
