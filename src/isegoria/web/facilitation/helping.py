"""The members by number: their cards; and acting for one who asks, in the same space as theirs."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.cards import member_at
from isegoria.web import space, space_asking, space_inquiring, space_minutes, space_paying
from isegoria.web.acting import viewer_of
from isegoria.web.cards import listed
from isegoria.web.space import Space


def cards(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    """The members by number, and their cards."""
    return render(request, "facilitation/cards.html", listed(request))


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
inquiry = space_inquiring.inquiry(theirs)
give_up = space_paying.give_up(theirs)
leave = space.leaving(theirs, then=_back)
