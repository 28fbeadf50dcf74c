"""The site itself: every convention, its own pages, and what machines read."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from isegoria.convention.governance.correspondence import subscribers_of_each
from isegoria.convention.mandate.models import Convention
from isegoria.convention.mandate.queries import (
    Ahead,
    ahead_of,
    mandates_in_force,
    public_conventions,
)
from isegoria.convention.publishing.library import pages_of, sitemap_rows
from isegoria.convention.publishing.models import Place, Version
from isegoria.web.acting import viewer_of
from isegoria.web.public import calendars, counting
from isegoria.web.public.pages import MAIN, MORE, at, filters_of, menu, page_links, paged, reading
from isegoria.web.thread import thread

MANY = 6
PER_PAGE = 24
YEAR_SECONDS = 365 * 86_400
CLOSED = ("/bureau/", "/compte/", "/garants/", "/langue/")


def home(request: HttpRequest) -> HttpResponse:
    """What Isegoria is, and the conventions that anybody may follow."""
    words = filters_of(request, ["q"])["q"]
    page = paged(request, public_conventions(words), per_page=PER_PAGE)
    found = list(page.object_list)
    moment = viewer_of(request).at
    ahead, mandates = ahead_of(found, moment), mandates_in_force(found)
    followers = subscribers_of_each(found)
    return render(
        request,
        "public/home.html",
        {
            "words": words,
            "many": page.paginator.count > MANY or bool(words),
            "page": page,
            "links": page_links(request, page),
            "cards": [
                {
                    "about": one,
                    "counters": counting.counters(
                        one, mandates.get(one.pk), followers.get(one.pk, 0)
                    ),
                    **_card(one, ahead[one.pk], moment),
                }
                for one in found
            ],
        },
    )


def _card(about: Convention, ahead: Ahead, moment: datetime) -> dict[str, Any]:
    return {
        "url": at("public:convention", about),
        "thread": thread(about, ahead.windows, moment),
        "coming": calendars.line(ahead.coming, about, moment) if ahead.coming else None,
    }


def language(request: HttpRequest, code: str) -> HttpResponseBase:
    """Remember the reader's language, and go back where they were."""
    if code not in dict(settings.LANGUAGES):
        raise Http404
    back = request.GET.get("vers", "/")
    safe = url_has_allowed_host_and_scheme(
        back, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    response = redirect(back if safe and back.startswith("/") else "/")
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        code,
        max_age=YEAR_SECONDS,
        samesite="Lax",
        secure=request.is_secure(),
        httponly=True,
    )
    return response


INSTANCE_PAGES = {
    Place.ACCESSIBILITY: _("Accessibilité"),
    Place.PRIVACY: _("Données personnelles"),
    Place.LEGAL: _("Mentions légales"),
}


def instance_page(place: Place) -> Any:
    """A page about the site as a whole; a convention's own page is linked when it has one."""

    def view(request: HttpRequest) -> HttpResponse:
        return render(
            request,
            f"public/{place.value}.html",
            {"heading": INSTANCE_PAGES[place], "pages": _own_pages(place, reading(request))},
        )

    return view


def _own_pages(place: Place, language: str) -> list[Version]:
    """One page a convention: in the reader's language, when it has both."""
    found: dict[UUID, Version] = {}
    for version in pages_of(place):
        kept = found.setdefault(version.document.convention_id, version)
        if kept.document.language != language == version.document.language:
            found[version.document.convention_id] = version
    return list(found.values())


def sitemap_page(request: HttpRequest) -> HttpResponse:
    found = list(public_conventions()[:100])
    return render(
        request,
        "public/sitemap.html",
        {
            "conventions": [
                {"about": one, "links": menu(one.slug, "", MAIN | MORE)} for one in found
            ]
        },
    )


def robots(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    closed = "".join(f"Disallow: {path}\n" for path in CLOSED)
    where_map = settings.PUBLIC_URL.rstrip("/") + reverse("public:sitemap_xml")
    text = f"User-agent: *\n{closed}Sitemap: {where_map}\n"
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


def sitemap_xml(request: HttpRequest) -> HttpResponse:
    """Every public page and document, for search engines."""
    names = [name for name in (*MAIN, *MORE) if name != "public:search"]
    pages = [at(name, one) for one in public_conventions()[:500] for name in names]
    documents = [
        reverse("public:page" if kind == "page" else "public:document", args=[slug, document])
        for slug, document, kind in sitemap_rows()
    ]
    root = settings.PUBLIC_URL.rstrip("/")
    urls = [root + path for path in dict.fromkeys([reverse("public:home"), *pages, *documents])]
    return render(request, "public/sitemap.xml", {"urls": urls}, content_type="application/xml")
