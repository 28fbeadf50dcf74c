"""Documents: the library, one document, one version, its file, its simple version; and the news."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.convention.publishing.library import (
    Asked,
    Shelved,
    catalogue,
    choices_of,
    in_language,
    news_of,
    shelved,
    withdrawn_versions,
)
from isegoria.convention.publishing.models import Kind, Version
from isegoria.web import errors
from isegoria.web.attached import attached
from isegoria.web.moments import FIRST_YEAR, LAST_YEAR
from isegoria.web.papers import printed
from isegoria.web.public.pages import (
    Trail,
    asked,
    at,
    filters_of,
    page_links,
    paged,
    reading,
    shown,
)
from isegoria.web.public.papers_views import file as as_file
from isegoria.web.spoken import spoken

FILTERS = ("nature", "langue", "annee", "q", "tri")
FIGURES = 4


def documents(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    """The library: search, filters, sort, pages; and what was withdrawn."""
    about, wanted = asked(request), filters_of(request, FILTERS)
    languages, years = choices_of(about)
    page = paged(request, catalogue(about, _asked(wanted), reading=reading(request)))
    return shown(
        request,
        "documents",
        here="public:documents",
        trail=[(_("Documents"), "")],
        wanted=wanted,
        page=page,
        links=page_links(request, page),
        kinds=Kind.choices,
        languages=languages,
        years=[str(year) for year in years],
        withdrawn=withdrawn_versions(about, reading=reading(request)) if page.number == 1 else [],
    )


def news(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    page = paged(request, news_of(asked(request), reading=reading(request)), per_page=20)
    return shown(
        request,
        "news",
        here="public:news",
        trail=[(_("Actualités"), "")],
        page=page,
        links=page_links(request, page),
    )


def document(request: HttpRequest, slug: str, doc: str) -> HttpResponseBase:
    """The current version, at the one address of the document; pages have their own."""
    found, others = _found(request, doc)
    name = address_name(found)
    if request.resolver_match and request.resolver_match.view_name != name:
        query = request.META.get("QUERY_STRING", "")
        return redirect(f"{address(found, slug)}{'?' if query else ''}{query}", permanent=True)
    return _version_page(request, found, found.latest, others)


def version(request: HttpRequest, slug: str, doc: str, number: int) -> HttpResponse:  # noqa: ARG001
    """One version, current or not: what was public stays readable, or says why it is not."""
    found, others = _found(request, doc)
    return _version_page(request, found, _numbered(found, number), others)


def file(request: HttpRequest, slug: str, doc: str, number: int) -> HttpResponseBase:  # noqa: ARG001
    """The file, to be saved; never shown inside our pages."""
    one = _numbered(_found(request, doc)[0], number)
    if one.state == "withdrawn":
        why = _("Ce fichier a été retiré. Raison : %(why)s") % {"why": one.withdrawal_reason}
        return errors.gone(request, why, _("La page du document dit ce qui reste lisible."))
    if not one.file:
        raise Http404
    return attached(request, one)


def pdf(request: HttpRequest, slug: str, doc: str, number: int) -> HttpResponseBase:
    """The text of one version, on paper. What was withdrawn is no longer served."""
    found = _found(request, doc)[0]
    one = _numbered(found, number)
    if one.state == "withdrawn" or not one.body:
        raise Http404
    name = f"{slug}-{doc}-v{number}.pdf"
    return as_file(printed.text(one), "application/pdf", name, inline=True)


def plain(request: HttpRequest, slug: str, doc: str) -> HttpResponseBase:
    """The simple version, with what may honestly be said of it."""
    found, _others = _found(request, doc)
    one = found.latest
    if one.state == "withdrawn" or not one.plain_body:
        return redirect(address(found, slug))
    title = spoken(one.title, found.document.language)
    trail = [*_trail(request, found), (title, address(found, slug)), (_("Version simple"), "")]
    return shown(request, "plain", here=_menu(found), trail=trail, version=one, shelved=found)


def address_name(found: Shelved) -> str:
    return "public:page" if found.document.kind == Kind.PAGE else "public:document"


def address(found: Shelved, slug: str) -> str:
    return reverse(address_name(found), args=[slug, found.document.slug])


def _asked(wanted: dict[str, str]) -> Asked:
    year = wanted["annee"]
    is_year = year.isascii() and year.isdecimal() and len(year) == FIGURES
    return Asked(
        kind=wanted["nature"] if wanted["nature"] in Kind else "",
        language=wanted["langue"],
        year=int(year) if is_year and FIRST_YEAR <= int(year) <= LAST_YEAR else None,
        words=wanted["q"],
        sort=wanted["tri"],
    )


def _found(request: HttpRequest, doc: str) -> tuple[Shelved, list[Shelved]]:
    """The document in the language asked for, or the reader's; and the same in other languages."""
    about, every = asked(request), shelved(asked(request), doc)
    language = request.GET.get("langue", "") or reading(request)
    found = in_language(every, language, about.language)
    if found is None:
        raise Http404
    return found, [one for one in every if one is not found]


def _numbered(found: Shelved, number: int) -> Version:
    one = found.numbered(number)
    if one is None:
        raise Http404
    return one


def _version_page(
    request: HttpRequest, found: Shelved, one: Version, others: list[Shelved]
) -> HttpResponse:
    is_current = one is found.latest
    trail = [*_trail(request, found), (spoken(one.title, found.document.language), "")]
    return shown(
        request,
        "document",
        here=_menu(found),
        trail=trail,
        shelved=found,
        version=one,
        is_current=is_current,
        others=others,
    )


def _menu(found: Shelved) -> str:
    match found.document.kind:
        case Kind.NEWS:
            return "public:news"
        case Kind.PAGE:
            return ""
    return "public:documents"


def _trail(request: HttpRequest, found: Shelved) -> Trail:
    match found.document.kind:
        case Kind.NEWS:
            return [(_("Actualités"), at("public:news", asked(request)))]
        case Kind.PAGE:
            return []
    return [(_("Documents"), at("public:documents", asked(request)))]
