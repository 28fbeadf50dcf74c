"""The receipts of a draw, for the officer to hand over: each reading is noted."""

import io
import zipfile
from uuid import UUID

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from isegoria.convention.recruitment.receipts import (
    all_receipts,
    entrants_of,
    forgotten_in,
    receipt_at,
)
from isegoria.core.journal.canonical import canonical
from isegoria.web import drawing
from isegoria.web.recruiters.asking import RecruiterRequest

PER_PAGE = 50


def receipts(request: RecruiterRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    one = drawing.found(request.convention, key)
    wanted = request.GET.get("q", "")[:20].replace("\0", "")
    found = entrants_of(one, request.viewer, code=wanted)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    shown = {"draw": one, "page": page, "wanted": wanted, "forgotten": forgotten_in(one)}
    return render(request, "recruiters/draw_receipts.html", shown)


def receipt(request: RecruiterRequest, slug: str, key: UUID, place: int) -> HttpResponse:
    """One receipt, to be printed."""
    one = drawing.found(request.convention, key)
    if not 0 <= place < len(one.published["candidates"]):
        raise Http404
    found = receipt_at(one, request.viewer, place)
    page = reverse("public:draw_receipt", args=[slug, one.number])
    shown = {
        "draw": one,
        "receipt": found,
        "text": drawing.plainly(found.document) if found and found.document else "",
        "check_url": settings.PUBLIC_URL.rstrip("/") + page,
    }
    return render(request, "recruiters/draw_receipt.html", shown)


def receipt_file(request: RecruiterRequest, slug: str, key: UUID, place: int) -> HttpResponse:
    found = receipt_at(drawing.found(request.convention, key), request.viewer, place)
    if found is None or not found.document:
        return redirect("recruiters:draw_receipt", slug, key, place)
    return drawing.file_of(found.document, f"{found.code}.json")


def receipts_zip(request: RecruiterRequest, slug: str, key: UUID) -> HttpResponse:
    """All of them, each called by its card number."""
    one = drawing.found(request.convention, key)
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as archive:
        for found in all_receipts(one, request.viewer):
            archive.writestr(f"{found.code}.json", canonical(found.document))
    name = f"{slug}-tirage-{one.number}-recus.zip"
    return HttpResponse(
        body.getvalue(),
        content_type="application/zip",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
