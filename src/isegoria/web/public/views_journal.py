"""The public journal: sentences, filters, one entry byte for byte, and how to check the whole."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from isegoria.convention.journal.queries import Search, entries, tree_head
from isegoria.core.journal.merkle import leaf_hash
from isegoria.web.acting import viewer_of
from isegoria.web.links import place_of
from isegoria.web.public import books
from isegoria.web.public.pages import asked, at, filters_of, shown
from isegoria.web.public.rules import KINDS, acts_by_kind
from isegoria.web.telling import tell


def journal(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    about, viewer = asked(request), viewer_of(request)
    wanted = filters_of(request, books.FILTERS)
    search = books.search_of(wanted, about.zone)
    leaf = books.leafed(about.pk, search, wanted, viewer.audiences)
    size, root = tree_head(about.pk)
    return shown(
        request,
        "journal",
        here="public:journal",
        trail=[(_("Registre des actes"), "")],
        wanted=wanted,
        filtered=search != Search(),
        runs=books.runs(tell(leaf.entries, audiences=viewer.audiences)),
        links=leaf,
        kinds=KINDS.items(),
        acts=acts_by_kind(),
        size=size,
        root=root.hex(),
    )


def entry(request: HttpRequest, slug: str, number: int) -> HttpResponse:  # noqa: ARG001
    """One entry: its sentence, its fields, the exact bytes that are hashed."""
    about, viewer = asked(request), viewer_of(request)
    size, root = tree_head(about.pk)
    search = Search(before=number, after=number - 2)
    found = number <= size and entries(about.pk, audiences=viewer.audiences, search=search, limit=1)
    if not found:
        raise Http404
    return shown(
        request,
        "entry",
        here="public:journal",
        trail=[
            (_("Registre des actes"), at("public:journal", about)),
            (_("Entrée %(number)d") % {"number": number}, ""),
        ],
        told=tell(found, audiences=viewer.audiences)[0],
        following=number + 1 if number < size else 0,
        leaf=found[0].leaf,
        leaf_hash=leaf_hash(found[0].leaf.encode()).hex(),
        size=size,
        root=root.hex(),
    )


def reference(request: HttpRequest, slug: str, kind: str, key: UUID) -> HttpResponseBase:  # noqa: ARG001
    """From a reference of the journal to the page of the thing; its entries when it has none."""
    about = asked(request)
    subject = f"{kind}:{key}"
    place = place_of(subject, about)
    return redirect(place or f"{at('public:journal', about)}?objet={subject}")
