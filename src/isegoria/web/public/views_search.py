"""Searching in one convention, and making it known."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from isegoria.convention.mandate.models import Convention
from isegoria.convention.mandate.queries import calendar_of
from isegoria.convention.people.models import Seat
from isegoria.convention.people.seating import seats_named
from isegoria.convention.publishing.library import search_versions
from isegoria.convention.publishing.models import Kind
from isegoria.web.acting import viewer_of
from isegoria.web.papers import qr
from isegoria.web.papers.content import absolute
from isegoria.web.papers.content import shown as shown_url
from isegoria.web.public import calendars
from isegoria.web.public.finding import Hit, excerpt, holds
from isegoria.web.public.pages import asked, at, filters_of, reading, shown
from isegoria.web.spoken import spoken

MOST = 20
SHORTEST = 2


def search(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    """Documents, news, pages, seats and dates that hold all the words."""
    words = filters_of(request, ["q"])["q"]
    long_enough = len(words) >= SHORTEST
    groups = _groups(request, words) if long_enough else []
    return shown(
        request,
        "search",
        here="public:search",
        trail=[(_("Rechercher"), "")],
        words=words,
        short=bool(words) and not long_enough,
        groups=[group for group in groups if group["hits"]],
        count=sum(len(group["hits"]) for group in groups),
        most=MOST,
    )


def invite(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    """A link, a code, papers to print, a message to send."""
    link = absolute("public:short", asked(request))
    return shown(
        request,
        "invite",
        here="public:invite",
        trail=[(_("Faire connaître"), "")],
        link=link,
        link_shown=shown_url(link),
        code=SafeString(qr.svg(link, title=_("Code QR vers cette convention"))),
    )


def _groups(request: HttpRequest, words: str) -> list[dict[str, Any]]:
    about = asked(request)
    return [
        {"name": _("Documents, pages et actualités"), "hits": _texts(request, words)},
        {"name": _("Personnes et organisations"), "hits": _seats(about, words)},
        {"name": _("Calendrier"), "hits": _dates(request, words)},
    ]


def _texts(request: HttpRequest, words: str) -> list[Hit]:
    about = asked(request)
    return [
        Hit(
            title=spoken(excerpt(one.title, words), one.document.language),
            url=at(
                "public:page" if one.document.kind == Kind.PAGE else "public:document",
                about,
                one.document.slug,
            ),
            kind=str(Kind(one.document.kind).label),
            text=spoken(excerpt(f"{one.summary} {one.body}", words), one.document.language),
        )
        for one in search_versions(about, words, reading=reading(request), limit=MOST)
    ]


def _seats(about: Convention, words: str) -> list[Hit]:
    return [
        Hit(
            title=spoken(excerpt(str(one), words), about.language),
            url=at("public:seat", about, one.pk),
            kind=spoken(one.body.name, about.language),
            text=spoken(excerpt(_post(one), words), about.language),
        )
        for one in seats_named(about, words, MOST)
    ]


def _post(one: Seat) -> str:
    return ", ".join(filter(None, (one.function, one.organisation)))


def _dates(request: HttpRequest, words: str) -> list[Hit]:
    about, moment = asked(request), viewer_of(request).at
    found = [
        calendars.line(one, about, moment)
        for one in calendar_of(about)
        if holds(f"{one.item.label} {one.item.place} {one.item.detail}", words)
    ]
    return [
        Hit(
            title=spoken(excerpt(one.title, words), one.language),
            url=f"{at('public:calendar', about)}#date-{one.key}",
            kind=one.state,
            text=excerpt(one.when, words),
        )
        for one in found[:MOST]
    ]
