"""The quota table: read from a file, looked at, imported as a draft, then frozen in public."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.convention.mandate.queries import mandates_of
from isegoria.convention.recruitment.amending import draw_under_way, followed_by
from isegoria.convention.recruitment.drafting import checks
from isegoria.convention.recruitment.models import QuotaTable
from isegoria.convention.recruitment.queries import (
    by_criterion,
    criteria_of,
    quota_table,
    quota_tables,
)
from isegoria.convention.verbs import quotas
from isegoria.web.confirming import ConfirmForm, ReasonForm, about, confirmed
from isegoria.web.desk.asking import DeskRequest
from isegoria.web.desk.quota_forms import ImportForm, UploadForm, sealed
from isegoria.web.editing import UNPROCESSABLE, Sheet, edited


def tables(request: DeskRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    shown = quota_tables(request.convention, request.viewer)
    context = {"tables": shown, "new": QuotaTable(convention=request.convention)}
    return render(request, "desk/quotas.html", context)


def upload(request: DeskRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    """The file is read and shown; nothing is stored."""
    form = UploadForm(
        request.POST or None, request.FILES or None, initial={"panel_size": announced(request)}
    )
    if request.method != "POST" or not form.is_valid():
        status = UNPROCESSABLE if form.errors else 200
        return render(request, "desk/quota_upload.html", {"form": form}, status=status)
    reading = form.read()
    if reading.faults:
        context = {"form": form, "faults": reading.faults, "file": form.cleaned_data["file"].name}
        return render(request, "desk/quota_upload.html", context, status=UNPROCESSABLE)
    kept = {name: form.cleaned_data[name] for name in ("panel_size", "note")}
    context = {
        "form": ImportForm(initial={**kept, "cells": sealed(reading.cells)}),
        "criteria": by_criterion(reading.cells, kept["panel_size"]),
        "count": len(reading.cells),
        "ignored": reading.ignored,
        "file": form.cleaned_data["file"].name,
        **kept,
    }
    return render(request, "desk/quota_look.html", context)


def import_table(request: DeskRequest, slug: str) -> HttpResponse:
    """The second step; asked for without the first, it leads back to it."""
    if request.method != "POST":
        return redirect("desk:quota_upload", slug)
    form = ImportForm(request.POST)
    sheet = Sheet(
        template="desk/quota_upload.html",
        then=reverse("desk:quotas", args=[slug]),
        done=_("La table est importée comme brouillon : relisez-la, puis figez-la."),
    )
    return edited(
        request,
        form,
        lambda by: quotas.import_table(
            form.table(request.convention), by, cells=form.cleaned_data["cells"]
        ),
        sheet,
    )


def table(request: DeskRequest, slug: str, number: int) -> HttpResponse:  # noqa: ARG001
    shown = _table(request, number)
    criteria = criteria_of(shown)
    context = {
        "table": shown,
        "criteria": criteria,
        "checks": checks(criteria, shown.panel_size),
        "drafted": shown.state == "draft",
        "mover": ConfirmForm(base=shown.revision, auto_id=False),
    }
    return render(request, "desk/quota_table.html", context)


def freeze(request: DeskRequest, slug: str, number: int) -> HttpResponse:
    shown = _table(request, number)
    comparison = followed_by(shown, quota_tables(request.convention, request.viewer))
    form = ReasonForm(request.POST or None, base=shown.revision)
    form.fields["reason"].required = comparison is not None
    back = reverse("desk:quota_table", args=[slug, number])
    sheet = Sheet(
        template="desk/quota_freeze.html",
        then=back,
        context={
            **about(request, "quotas.freeze", shown),
            "back": back,
            "checks": checks(criteria_of(shown), shown.panel_size),
            "comparison": comparison,
            "drawn": draw_under_way(request.convention),
        },
    )
    return edited(
        request,
        form,
        lambda by: quotas.freeze(shown, by, reason=form.cleaned_data["reason"]),
        sheet,
    )


def discard(request: DeskRequest, slug: str, number: int) -> HttpResponse:
    shown = _table(request, number)
    return confirmed(
        request,
        "quotas.discard",
        shown,
        lambda by: quotas.discard(shown, by),
        then=reverse("desk:quotas", args=[slug]),
    )


def _table(request: DeskRequest, number: int) -> QuotaTable:
    found = quota_table(request.convention, request.viewer, number)
    if found is None:
        raise Http404
    return found


def announced(request: DeskRequest) -> int | None:
    """The panel's size in the mandate in force."""
    mandates = mandates_of(request.convention)
    return mandates[0].panel_max if mandates else None
