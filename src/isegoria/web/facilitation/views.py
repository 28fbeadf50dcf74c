"""The sessions of a convention, and one of them."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from isegoria.convention.sessions.queries import sessions_of
from isegoria.web.facilitation.asking import FacilitationRequest, session_of

PER_PAGE = 50


def convention(request: FacilitationRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    found = sessions_of(request.convention, request.viewer)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "facilitation/convention.html", {"page": page})


def session(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    return render(request, "facilitation/session.html", {"session": session_of(request, key)})
