"""The sessions of a convention."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from isegoria.convention.sessions.models import Session
from isegoria.convention.sessions.queries import at_hand
from isegoria.web.facilitation.asking import FacilitationRequest

PER_PAGE = 50


def convention(request: FacilitationRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    found = at_hand(request.convention, request.viewer)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "facilitation/convention.html",
        {"page": page, "new": Session(convention=request.convention)},
    )
