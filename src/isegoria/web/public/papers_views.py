"""Papers, feeds and downloads: they say in other forms what the public pages say."""

from collections.abc import Callable, Iterable, Iterator

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from isegoria.convention.journal.queries import Search, entries, leaves, tree_head
from isegoria.convention.mandate.models import Convention
from isegoria.convention.mandate.queries import calendar_of
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.publishing.feeds import NEWS, TEXTS, lately_published
from isegoria.convention.publishing.models import Kind, Version
from isegoria.convention.recruitment.queries import criteria_of, quota_tables, table_in_force
from isegoria.convention.sessions.queries import announced
from isegoria.core.charter import Audience
from isegoria.web.acting import viewer_of
from isegoria.web.papers import atom, calendar_feed, journal_download, news, tables
from isegoria.web.papers.content import absolute
from isegoria.web.public.pages import reading
from isegoria.web.telling import tell

PUBLIC = frozenset({Audience.PUBLIC})
Drawn = Callable[[Convention, Viewer], bytes]


def asked(request: HttpRequest) -> Convention:
    convention: Convention = request.convention  # type: ignore[attr-defined]
    return convention


def short(request: HttpRequest, slug: str) -> HttpResponseBase:  # noqa: ARG001 -- a view
    """The address that is printed."""
    return redirect("public:convention", slug)


def paper(name: str, draw: Drawn) -> Callable[..., HttpResponseBase]:
    def view(request: HttpRequest, slug: str) -> HttpResponseBase:
        body = draw(asked(request), viewer_of(request))
        return file(body, "application/pdf", f"{slug}-{name}.pdf", inline=True)

    return view


def calendar_ics(request: HttpRequest, slug: str) -> HttpResponseBase:
    convention = asked(request)
    page = absolute("public:calendar", convention)
    meetings = [
        (one, absolute("public:session", convention, one.pk)) for one in announced(convention)
    ]
    body = calendar_feed.calendar(convention, calendar_of(convention), url=page, meetings=meetings)
    return file(body, "text/calendar; charset=utf-8", f"{slug}.ics")


def calendar_csv(request: HttpRequest, slug: str) -> HttpResponseBase:
    body = tables.calendar(calendar_of(asked(request)))
    return file(body, tables.MEDIA_TYPE, f"{slug}-calendrier.csv")


def quotas_csv(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The version in force, or the public one that the address asks for."""
    number = request.GET.get("version", "")
    public = [one for one in quota_tables(asked(request), viewer_of(request)) if one.frozen_at]
    found = [one for one in public if str(one.number) == number] if number else public
    table = next(iter(found), None)
    if table is None:
        raise Http404
    return file(tables.quotas(criteria_of(table)), tables.MEDIA_TYPE, f"{slug}-quotas.csv")


def news_atom(request: HttpRequest, slug: str) -> HttpResponseBase:  # noqa: ARG001 -- found by access
    versions = lately_published(asked(request), kinds=NEWS, reading=reading(request))
    return feed(request, "public:news", _("Actualités"), news.published(asked(request), versions))


def documents_atom(request: HttpRequest, slug: str) -> HttpResponseBase:  # noqa: ARG001 -- found by access
    versions = lately_published(asked(request), kinds=TEXTS, reading=reading(request))
    items = news.published(asked(request), versions)
    return feed(request, "public:documents", _("Documents"), items)


def calendar_atom(request: HttpRequest, slug: str) -> HttpResponseBase:  # noqa: ARG001 -- found by access
    items = _acts(asked(request), Search(kind="calendar"))
    return feed(request, "public:calendar", _("Changements du calendrier"), items)


def journal_atom(request: HttpRequest, slug: str) -> HttpResponseBase:  # noqa: ARG001 -- found by access
    return feed(request, "public:journal", _("Registre des actes"), _acts(asked(request), Search()))


def _acts(convention: Convention, search: Search) -> Iterator[atom.Item]:
    found = entries(convention.pk, audiences=PUBLIC, search=search, limit=news.MOST)
    return news.acts(convention, tell(found, audiences=PUBLIC))


def feed(
    request: HttpRequest, page: str, title: str, items: Iterable[atom.Item]
) -> HttpResponseBase:
    convention = asked(request)
    about = atom.Feed(
        title=f"{title} — {convention.title}",
        subtitle=convention.notice or convention.question,
        author=convention.commissioner,
        url=absolute(page + "_atom", convention),
        page=absolute(page, convention),
    )
    return HttpResponse(atom.written(about, items), content_type=atom.MEDIA_TYPE)


def journal_jsonl(request: HttpRequest, slug: str) -> HttpResponseBase:
    key = asked(request).pk
    size, _root = tree_head(key)
    return streamed(
        journal_download.lines(leaves(key), size),
        "application/jsonl; charset=utf-8",
        f"{slug}-registre.jsonl",
    )


def journal_zip(request: HttpRequest, slug: str) -> HttpResponseBase:
    convention, key = asked(request), asked(request).pk
    size, root = tree_head(key)
    head = journal_download.Head(
        origin=absolute("public:journal", convention).partition("://")[2].rstrip("/"),
        size=size,
        root=root,
    )
    made = journal_download.archive(
        head,
        lambda: leaves(key),
        tables=_tables(convention),
        at=viewer_of(request).at.astimezone(convention.zone),
    )
    return streamed(made, "application/zip", f"{slug}-registre.zip")


def _tables(convention: Convention) -> dict[str, bytes]:
    versions: list[Version] = lately_published(convention, kinds=list(Kind), limit=10_000)
    quotas = table_in_force(convention)
    return {
        "calendrier.csv": tables.calendar(calendar_of(convention)),
        "documents.csv": tables.documents(versions),
        **({"quotas.csv": tables.quotas(criteria_of(quotas))} if quotas else {}),
    }


def file(body: bytes, media: str, name: str, *, inline: bool = False) -> HttpResponse:
    return HttpResponse(body, content_type=media, headers=_named(name, inline=inline))


def streamed(body: Iterable[bytes], media: str, name: str) -> StreamingHttpResponse:
    return StreamingHttpResponse(body, content_type=media, headers=_named(name, inline=False))


def _named(name: str, *, inline: bool) -> dict[str, str]:
    way = "inline" if inline else "attachment"
    return {"Content-Disposition": f'{way}; filename="{name}"'}
