"""What was said in the sessions, as anybody reads it: for each sequence, by table, never a name
that was not given. Pictures and voices come with their words, and load when they are asked for."""

from itertools import groupby
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _

from isegoria.convention.sessions import capturing
from isegoria.web.captured import played
from isegoria.web.public.pages import asked, at, page_links, paged, shown
from isegoria.web.spoken import spoken

HERE = "public:said"


def said(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    page = paged(request, capturing.sessions_that_said(asked(request)))
    trail = [(_("Ce qui s’est dit"), "")]
    return shown(
        request, "said", here=HERE, trail=trail, page=page, links=page_links(request, page)
    )


def session(request: HttpRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    convention = asked(request)
    found = capturing.public_session(convention, key)
    if found is None:
        raise Http404
    page = paged(request, capturing.published_in(found))
    title = spoken(found.title, convention.language)
    return shown(
        request,
        "said_session",
        here=HERE,
        trail=[(_("Ce qui s’est dit"), at(HERE, convention)), (title, "")],
        session=found,
        groups=[(one, list(rows)) for one, rows in groupby(page, key=lambda row: row.sequence)],
        links=page_links(request, page),
    )


def file(request: HttpRequest, slug: str, key: UUID) -> HttpResponseBase:  # noqa: ARG001
    one = capturing.public_file(asked(request), key)
    if one is None:
        raise Http404
    return played(request, one)
