"""The members by number: their cards; and acting for one who asks, in the same space as theirs."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.cards import member_at
from isegoria.convention.stewardship.needs import to_provide
from isegoria.web import space, space_asking, space_minutes
from isegoria.web.acting import viewer_of
from isegoria.web.cards import listed
from isegoria.web.space import Space


def cards(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    """The members by number, and their cards."""
    return render(request, "facilitation/cards.html", listed(request))


def needs(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    """What to provide, by number."""
    convention: Convention = request.convention  # type: ignore[attr-defined]
    rows = to_provide(convention, viewer_of(request))
    return render(request, "facilitation/needs.html", {"rows": rows})


def theirs(request: HttpRequest, key: UUID | None) -> Space:
    convention: Convention = request.convention  # type: ignore[attr-defined]
    member = member_at(convention, viewer_of(request), key) if key else None
    if member is None or member.state != "active":
        raise Http404
    return Space(app="facilitation", member=member, helped=True)


def _back(opened: Space) -> str:
    return reverse("facilitation:cards", args=[opened.member.convention.slug])


home, attend, loan = space.home(theirs), space.attend(theirs), space.loan(theirs)
needs_of, question = space_asking.needs(theirs), space_asking.question(theirs)
minutes, correction = space_minutes.read(theirs), space_minutes.correct(theirs)
leave = space.leaving(theirs, then=_back)
