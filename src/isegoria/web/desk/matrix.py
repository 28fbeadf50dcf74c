"""Who sees what: made from the list of pages and from the charter, so that it cannot be otherwise."""

import re
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from isegoria.core.charter import (
    CHARTER,
    READERS,
    ROLE_NAMES,
    WINDOW_NAMES,
    Act,
    Audience,
    Role,
)
from isegoria.web.desk.asking import DeskRequest
from isegoria.web.routes import PAGES, PUBLIC

PARTICULAR = READERS[Audience.OFFICE].union(*(act.by for act in CHARTER))
SHOWN = tuple(role for role in Role if role in PARTICULAR)
OTHERS = tuple(role for role in Role if role not in PARTICULAR)
PART = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Line:
    """A page or an act, and for each role in turn what it may: a word, or nothing."""

    name: str
    detail: str
    cells: tuple[str, ...]


def matrix(request: DeskRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    context = {
        "roles": [_(ROLE_NAMES[role]) for role in SHOWN],
        "others": [_(ROLE_NAMES[role]) for role in OTHERS],
        "pages": _pages(),
        "public": _public(),
        "acts": [_act(act) for act in CHARTER],
    }
    return render(request, "desk/matrix.html", context)


def _act(act: Act) -> Line:
    windows = ", ".join(sorted(_(WINDOW_NAMES[one]) for one in act.during))
    when = _("pendant : %(windows)s") % {"windows": windows} if windows else _("à tout moment")
    cells = tuple(_done_or_seen(act, role) for role in SHOWN)
    return Line(_(act.label), f"{act.name} · {when}", cells)


def _done_or_seen(act: Act, role: Role) -> str:
    if role in act.by:
        return pgettext("ce que fait un rôle", "fait")
    return _("voit") if role in READERS[act.seen_by] else ""


def _pages() -> list[Line]:
    """The pages that are not for everybody, by address."""
    return [
        Line(address, "" if PAGES[name].reads else _("toute personne qui a un compte"), cells)
        for name, address in _listed()
        if not PUBLIC & PAGES[name].reads
        for cells in [tuple(_read(name, role) for role in SHOWN)]
    ]


def _public() -> list[str]:
    return [address for name, address in _listed() if PUBLIC & PAGES[name].reads]


def _listed() -> list[tuple[str, str]]:
    found = _addresses(get_resolver(), "", "")
    listed = {name: "/" + PART.sub("…", address) for name, address in found if name in PAGES}
    return sorted(listed.items(), key=lambda one: one[1])


def _read(name: str, role: Role) -> str:
    page = PAGES[name]
    if role in page.reads:
        return _("lit")
    return "" if page.reads or role == Role.ANYONE else _("lit")


def _addresses(resolver: URLResolver, before: str, space: str) -> list[tuple[str, str]]:
    """Name → address of every route of the site, as it is written."""
    found = []
    for one in resolver.url_patterns:
        address = before + str(one.pattern)
        if isinstance(one, URLResolver):
            found += _addresses(one, address, one.namespace or space)
        elif isinstance(one, URLPattern) and one.name:
            found.append((f"{space}:{one.name}" if space else one.name, address))
    return found
