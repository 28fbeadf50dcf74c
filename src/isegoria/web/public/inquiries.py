"""What the members say of the convention: once it is closed, and when five of them at least spoke."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from isegoria.convention.sessions.inquiries import Inquiry
from isegoria.convention.sessions.inquiring import inquiries_of, inquiry_numbered, results_of
from isegoria.web.counted import columns, spreadsheet, told
from isegoria.web.public.pages import asked, at, page_links, paged, shown

PER_PAGE = 30


def inquiries(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    page = paged(request, inquiries_of(asked(request)), per_page=PER_PAGE)
    return shown(
        request,
        "inquiries",
        here="public:inquiries",
        trail=[(_("Ce que les membres en disent"), "")],
        page=page,
        links=page_links(request, page),
    )


def inquiry(request: HttpRequest, slug: str, number: int) -> HttpResponse:  # noqa: ARG001
    found, here = _found(request, number), asked(request)
    results = results_of(found)
    return shown(
        request,
        "inquiry",
        here="public:inquiries",
        trail=[(_("Ce que les membres en disent"), at("public:inquiries", here)), (str(found), "")],
        inquiry=found,
        results=results,
        figures=told(results) if results else [],
        columns=columns(),
    )


def inquiry_csv(request: HttpRequest, slug: str, number: int) -> HttpResponse:  # noqa: ARG001
    found = _found(request, number)
    if found.state == "open":
        raise Http404
    return spreadsheet(found, results_of(found))


def _found(request: HttpRequest, number: int) -> Inquiry:
    found = inquiry_numbered(asked(request), number)
    if found is None:
        raise Http404
    return found
