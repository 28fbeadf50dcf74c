"""What every public page has: the convention that its address names, the way in, the way round."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy

from isegoria.convention.mandate.models import Convention
from isegoria.web.addresses import address
from isegoria.web.spoken import spoken

PER_PAGE = 50
Row = TypeVar("Row", bound=Model)
Trail = Sequence[tuple[str, str]]
MAIN = {
    "public:convention": gettext_lazy("La convention"),
    "public:calendar": gettext_lazy("Calendrier"),
    "public:sessions": gettext_lazy("Séances"),
    "public:documents": gettext_lazy("Documents"),
    "public:news": gettext_lazy("Actualités"),
    "public:who": gettext_lazy("Qui fait quoi"),
    "public:journal": gettext_lazy("Registre des actes"),
}
MORE = {
    "public:mandate": gettext_lazy("Mandat"),
    "public:gate": gettext_lazy("Préparation"),
    "public:recruitment": gettext_lazy("Recrutement du panel"),
    "public:round_tables": gettext_lazy("Tables rondes"),
    "public:experts": gettext_lazy("Experts entendus"),
    "public:questions": gettext_lazy("Questions et réponses"),
    "public:said": gettext_lazy("Ce qui s’est dit"),
    "public:inquiries": gettext_lazy("Ce que les membres en disent"),
    "public:support": gettext_lazy("Aides et indemnités"),
    "public:rules": gettext_lazy("Règles"),
    "public:guarantors": gettext_lazy("Écrire aux garants"),
    "public:subscribe": gettext_lazy("Recevoir les nouvelles"),
    "public:invite": gettext_lazy("Faire connaître"),
    "public:search": gettext_lazy("Rechercher"),
}


@dataclass(frozen=True, slots=True)
class Link:
    label: str
    url: str
    current: bool = False


def asked(request: HttpRequest) -> Convention:
    """The convention that the address names, found by the access middleware."""
    convention: Convention = request.convention  # type: ignore[attr-defined]
    return convention


def reading(request: HttpRequest) -> str:  # noqa: ARG001 -- the language belongs to the request
    """The reader's language."""
    return (get_language() or "fr")[:2]


def shown(
    request: HttpRequest,
    template: str,
    *,
    here: str = "",
    trail: Trail = (),
    status: int = 200,
    **said: Any,
) -> HttpResponse:
    """A page of a convention. `here` is the entry of the menu that it belongs to."""
    convention = asked(request)
    home = (spoken(convention.title, convention.language), at("public:convention", convention))
    return render(
        request,
        f"public/{template}.html",
        {
            **said,
            "menu": _menu(convention.slug, here, reading(request)),
            "trail": [home, *trail] if trail or here != "public:convention" else [],
        },
        status=status,
    )


def at(name: str, convention: Convention, *more: object) -> str:
    """The address of a page of this convention."""
    return address(name, convention.slug, *more)


def menu(slug: str, here: str, entries: dict[str, Any]) -> list[Link]:
    return [Link(label, address(name, slug), name == here) for name, label in entries.items()]


@lru_cache(maxsize=1024)
def _menu(slug: str, here: str, language: str) -> SafeString:  # noqa: ARG001 -- it is said in it
    """The menu, drawn once for each place in it and each language."""
    links = {"sections": menu(slug, here, MAIN), "more": menu(slug, here, MORE)}
    return render_to_string("public/_nav.html", links)


def paged(request: HttpRequest, rows: QuerySet[Row], *, per_page: int = PER_PAGE) -> Page[Row]:
    """The page of a list that the address asks for; the last one if there are fewer."""
    return Paginator(rows, per_page).get_page(request.GET.get("page", "1"))


def page_links(request: HttpRequest, page: Page[Row]) -> dict[str, str]:
    """The addresses of the pages before and after this one, with the same filters."""
    asked_for = request.GET.copy()

    def numbered(number: int) -> str:
        asked_for["page"] = str(number)
        return f"?{asked_for.urlencode()}"

    return {
        "previous": numbered(page.number - 1) if page.has_previous() else "",
        "next": numbered(page.number + 1) if page.has_next() else "",
    }


def filters_of(request: HttpRequest, names: Iterable[str]) -> dict[str, str]:
    """What was asked of these filters, short and without surprises."""
    return {name: request.GET.get(name, "").strip()[:100].replace("\0", "") for name in names}
