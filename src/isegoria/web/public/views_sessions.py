"""The sessions that were announced: when, where, what is planned, how one takes part."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from isegoria.convention.sessions.handouts import read_for
from isegoria.convention.sessions.hearings import hearings_in
from isegoria.convention.sessions.minuting import published_minutes, standing_of
from isegoria.convention.sessions.models import EARLY, Session
from isegoria.convention.sessions.queries import (
    agenda_of,
    announced,
    announced_at,
    links_for,
    next_announced,
    present_at,
)
from isegoria.convention.sessions.questioning import questions_about
from isegoria.web.acting import viewer_of
from isegoria.web.headers import PERMISSIONS_TO_TRY
from isegoria.web.papers import calendar_feed
from isegoria.web.papers.content import absolute
from isegoria.web.public.pages import asked, at, page_links, paged, reading, shown
from isegoria.web.public.papers_views import file
from isegoria.web.public.videos import video_at
from isegoria.web.spoken import spoken

HERE = "public:sessions"


def sessions(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    page = paged(request, announced(asked(request)))
    return shown(
        request,
        "sessions",
        here=HERE,
        trail=[(_("Séances"), "")],
        page=page,
        links=page_links(request, page),
    )


def session(request: HttpRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    found = _session(request, key)
    agenda = agenda_of(found)
    return shown(
        request,
        "session",
        here=HERE,
        trail=_trail(request, found),
        session=found,
        agenda=agenda,
        minutes=sum(one.minutes for one in agenda),
        arrangements=list(found.arrangements.all()),
        present=present_at(found) if found.is_held else 0,
        video=video_at(found.recording_url),
        standing=standing_of(found, viewer_of(request).at),
        minutes_text=published_minutes(found),
        handouts=read_for(found, reading=reading(request)),
        hearings=hearings_in(found),
        questions=questions_about(found),
        over=_is_past(found, request),
    )


def ics(request: HttpRequest, slug: str, key: UUID) -> HttpResponse:
    found = _session(request, key)
    page = absolute("public:session", asked(request), found.pk)
    body = calendar_feed.one_session(found, page)
    return file(body, "text/calendar; charset=utf-8", f"{slug}-{found.number}.ics")


@never_cache
def join(request: HttpRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    """For those who take part: the ways of their own groups, and the relay rooms."""
    found = _session(request, key)
    return shown(
        request,
        "session_join",
        here=HERE,
        trail=_trail(request, found, _("Prendre part")),
        session=found,
        over=_is_past(found, request),
        ways=list(links_for(found, viewer_of(request))),
        rooms=list(found.relay_rooms.all()),
    )


def connection(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    """The one page that may ask for the camera and the microphone. Nothing leaves the browser."""
    response = shown(
        request,
        "connection",
        here=HERE,
        trail=[(_("Séances"), at(HERE, asked(request))), (_("Essayer ma connexion"), "")],
        session=next_announced(asked(request), viewer_of(request).at),
    )
    response["Permissions-Policy"] = PERMISSIONS_TO_TRY
    return response


def _is_past(session: Session, request: HttpRequest) -> bool:
    """Held or cancelled; or its day is over, whatever was noted of it."""
    return session.is_over or session.ends + EARLY < viewer_of(request).at


def _trail(request: HttpRequest, found: Session, *more: str) -> list[tuple[str, str]]:
    about = asked(request)
    title, page = spoken(found.title, about.language), at("public:session", about, found.pk)
    here = [(title, page if more else ""), *((label, "") for label in more)]
    return [(_("Séances"), at(HERE, about)), *here]


def _session(request: HttpRequest, key: UUID) -> Session:
    found = announced_at(asked(request), key)
    if found is None:
        raise Http404
    return found
