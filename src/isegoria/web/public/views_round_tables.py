"""Round tables: who speaks, when, and afterwards the transcript and the video, at one click."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from isegoria.convention.publishing.library import round_table as found_table
from isegoria.convention.publishing.library import round_tables_of
from isegoria.convention.publishing.models import RoundTable
from isegoria.web.public.pages import asked, at, shown
from isegoria.web.public.recorded import left_of
from isegoria.web.public.videos import video_at
from isegoria.web.spoken import spoken


def round_tables(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    return shown(
        request,
        "round_tables",
        here="public:round_tables",
        trail=[(_("Tables rondes"), "")],
        tables=round_tables_of(asked(request)),
    )


def round_table(request: HttpRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    table = _table(request, key)
    return shown(
        request,
        "round_table",
        here="public:round_tables",
        trail=[
            (_("Tables rondes"), at("public:round_tables", asked(request))),
            (_title(request, table), ""),
        ],
        table=table,
        speakers=list(table.speakers.all()),
        title=_title(request, table),
        player=_player(request, table),
        **left_of(table),
    )


def video(request: HttpRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    """The one page that frames somebody else's player, for those who asked for it."""
    table = _table(request, key)
    found = video_at(table.video_url)
    if found is None or not found.player:
        raise Http404
    response = shown(
        request,
        "video",
        here="public:round_tables",
        trail=[
            (_("Tables rondes"), at("public:round_tables", asked(request))),
            (_title(request, table), at("public:round_table", asked(request), table.pk)),
            (_("Vidéo"), ""),
        ],
        table=table,
        video=found,
    )
    response.frames = found.origin  # type: ignore[attr-defined]
    return response


def _player(request: HttpRequest, table: RoundTable) -> str:
    """Our page that frames the player of the video, when its host offers one."""
    found = video_at(table.video_url)
    return at("public:video", asked(request), table.pk) if found and found.player else ""


def _title(request: HttpRequest, table: RoundTable) -> str:
    return spoken(table.title, asked(request).language)


def _table(request: HttpRequest, key: UUID) -> RoundTable:
    table = found_table(asked(request), key)
    if table is None:
        raise Http404
    return table
