"""The space of a member: what to do next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from isegoria.convention.people.cards import membership_of
from isegoria.web import space, space_asking, space_inquiring, space_minutes, space_paying
from isegoria.web.acting import viewer_of
from isegoria.web.panel.asking import MemberRequest, member_here, mine

attend, loan = space.attend(mine), space.loan(mine)
needs, question = space_asking.needs(mine), space_asking.question(mine)
minutes, correction = space_minutes.read(mine), space_minutes.correct(mine)
inquiry = space_inquiring.inquiry(mine)
give_up = space_paying.give_up(mine)
leave = space.leaving(mine, then=lambda _: reverse("panel:door"))


@never_cache
def own(request: HttpRequest) -> HttpResponse:
    """From any page of the site to one's own space."""
    member = membership_of(viewer_of(request).account)
    return redirect("panel:home", member.convention.slug) if member else redirect("panel:door")


@never_cache
def home(request: MemberRequest, slug: str) -> HttpResponse:
    if member_here(request) is None:
        return render(request, "panel/no_card.html")
    return space.home(mine)(request, slug)
