"""The experts heard, what they declared, how they balance; and those that members asked for."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from isegoria.convention.sessions.hearings import (
    asked_of,
    balance_of,
    hearing_at,
    hearings_of,
    requests_of,
)
from isegoria.web.acting import viewer_of
from isegoria.web.public.pages import asked, at, page_links, paged, shown
from isegoria.web.public.recorded import left_of
from isegoria.web.spoken import spoken

PER_PAGE = 30


def experts(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    here = asked(request)
    page = paged(request, hearings_of(here), per_page=PER_PAGE)
    return shown(
        request,
        "experts",
        here="public:experts",
        trail=[(_("Experts entendus"), "")],
        page=page,
        links=page_links(request, page),
        balance=balance_of(here),
        figures=asked_of(here),
    )


def expert(request: HttpRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    """One hearing: who, on what, and what is left of it."""
    here = asked(request)
    found = hearing_at(here, key)
    if found is None:
        raise Http404
    title = spoken(str(found.seat), here.language)
    return shown(
        request,
        "hearing",
        here="public:experts",
        trail=[(_("Experts entendus"), at("public:experts", here)), (title, "")],
        one=found,
        title=title,
        **left_of(found),
    )


def requests(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    here = asked(request)
    page = paged(request, requests_of(here, viewer_of(request)), per_page=PER_PAGE)
    return shown(
        request,
        "expert_requests",
        here="public:experts",
        trail=[
            (_("Experts entendus"), at("public:experts", here)),
            (_("Experts demandés par les membres"), ""),
        ],
        page=page,
        links=page_links(request, page),
        figures=asked_of(here),
    )
