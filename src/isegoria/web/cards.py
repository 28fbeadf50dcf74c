"""The cards of the panel: made, cancelled, replaced, printed, by those who recruit or facilitate.

A card bears a number and a code, never a name. Whoever shows codes to print them is noted in the
log of reads, that the guarantors read.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.convention.chartered import By
from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.cards import KEEPERS, card_at, cards_for, member_at, members_for
from isegoria.convention.people.members import Card, Member
from isegoria.convention.recruitment.reads import note
from isegoria.convention.verbs import members as verbs
from isegoria.web.acting import viewer_of
from isegoria.web.confirming import confirmed
from isegoria.web.papers import qr
from isegoria.web.spelling import said_in_groups

PER_PAGE = 50
View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class Printed:
    """One card, as it is laid on paper."""

    card: Card
    groups: list[str]
    address: str
    qr: str


def listed(request: HttpRequest) -> dict[str, Any]:
    """The members by number, a page of them, each with their card."""
    found = members_for(_here(request), viewer_of(request))
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    keeper = viewer_of(request).is_any(*KEEPERS)
    steps = partial(_steps, _app(request), _here(request).slug)
    return {
        "page": page,
        "rows": [(one, _card(one), steps(one) if keeper else []) for one in page],
        "columns": (_("Membre"), _("Carte"), _("Faire")),
        "keeper": keeper,
        "sheet": reverse(f"{_app(request)}:card_sheet", args=[_here(request).slug]),
    }


def issue(audience: str) -> View:
    def view(request: HttpRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
        member = member_at(_here(request), viewer_of(request), key)
        if member is None:
            raise Http404
        card = Card(member=member)
        done = _("La carte est faite : imprimez-la.")
        return _done(request, audience, "card.issue", card, verbs.issue, done)

    return view


def revoke(audience: str) -> View:
    def view(request: HttpRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
        done = _("La carte est annulée : elle n’ouvre plus rien.")
        return _done(request, audience, "card.revoke", _at(request, key), verbs.revoke, done)

    return view


def replace(audience: str) -> View:
    """A lost card: it is cancelled, and another one is made, in one go."""

    def view(request: HttpRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
        done = _("L’ancienne carte est annulée. La nouvelle est faite : imprimez-la.")
        return _done(request, audience, "card.revoke", _at(request, key), verbs.replace, done)

    return view


def sheet(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    """Every card in service, to be cut."""
    return _printed(request, cards_for(_here(request), viewer_of(request)))


def one(request: HttpRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    return _printed(request, [_at(request, key)])


def _printed(request: HttpRequest, cards: Iterable[Card]) -> HttpResponse:
    good = [one for one in cards if one.opens]
    if good:
        note(_here(request), viewer_of(request), "cards", count=len(good))
    app = _app(request)
    shown = {"cards": [_on_paper(one) for one in good], "base": f"{app}/base.html", "door": door()}
    shown["back"] = reverse(f"{app}:cards", args=[_here(request).slug])
    return render(request, "shared/cards_print.html", shown)


def _on_paper(card: Card) -> Printed:
    url = settings.PUBLIC_URL.rstrip("/") + reverse("panel:card", args=[card.code])
    drawn = qr.svg(url, title=_("Adresse de votre espace, à photographier"))
    return Printed(card=card, groups=said_in_groups(card.code), address=url, qr=drawn)


def door() -> str:
    """Where a card is typed, as it is read aloud: without what every address begins with."""
    url = settings.PUBLIC_URL.rstrip("/") + reverse("panel:door")
    return url.partition("://")[2].rstrip("/")


def _done(
    request: HttpRequest,
    audience: str,
    act: str,
    card: Card,
    perform: Callable[[Card, By], object],
    done: str,
) -> HttpResponse:
    then = reverse(f"{audience}:cards", args=[_here(request).slug])
    return confirmed(request, act, card, lambda by: perform(card, by), then=then, done=done)


def _at(request: HttpRequest, key: UUID) -> Card:
    found = card_at(_here(request), viewer_of(request), key)
    if found is None:
        raise Http404
    return found


def _steps(app: str, slug: str, member: Member) -> list[tuple[str, str]]:
    """What can be done about a member's card, and for them: label and address."""
    card = _card(member)
    if member.state != "active":
        return []
    key = card.pk if card else member.pk
    done = [
        ("card_print", _("Imprimer"), bool(card and card.opens)),
        ("card_replace", _("Remplacer"), bool(card)),
        ("card_revoke", _("Annuler"), bool(card)),
        ("card_issue", _("Faire une carte"), not card),
    ]
    found = [(say, reverse(f"{app}:{name}", args=[slug, key])) for name, say, may in done if may]
    if app == "facilitation":
        here = reverse("facilitation:member_home", args=[slug, member.pk])
        found.insert(0, (_("Agir pour ce membre"), here))
    return found


def _card(member: Member) -> Card | None:
    return next(iter(getattr(member, "in_service", ())), None)


def _app(request: HttpRequest) -> str:
    """Whose desk this is: the same page, at two addresses."""
    return str(getattr(request.resolver_match, "app_name", ""))


def _here(request: HttpRequest) -> Convention:
    convention: Convention = request.convention  # type: ignore[attr-defined]
    return convention
