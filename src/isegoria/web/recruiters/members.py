"""From those who confirmed to the members of the panel, and their cards."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from isegoria.convention.people.members import Member
from isegoria.convention.recruitment.people import candidate_at
from isegoria.convention.recruitment.seated import next_number, to_welcome
from isegoria.convention.verbs import members as verbs
from isegoria.web import cards
from isegoria.web.confirming import confirmed
from isegoria.web.recruiters.asking import RecruiterRequest


def members(request: RecruiterRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    """The members by number, and who confirmed without being welcomed yet."""
    waiting = list(to_welcome(request.convention, request.viewer))
    return render(request, "recruiters/members.html", {**cards.listed(request), "waiting": waiting})


def welcome(request: RecruiterRequest, slug: str, key: UUID) -> HttpResponse:
    person = candidate_at(request.convention, request.viewer, key)
    if person is None:
        raise Http404
    here = request.convention
    member = person.member or Member(convention=here, number=next_number(here))
    return confirmed(
        request,
        "member.welcome",
        member,
        lambda by: verbs.welcome(person, by),
        then=reverse("recruiters:cards", args=[slug]),
        given={"confirmed": True},
        done=_("C’est fait : ce membre a un numéro et une carte. Imprimez-la."),
    )


def welcome_all(request: RecruiterRequest, slug: str) -> HttpResponse:
    """Everybody who confirmed, in the order of their places."""
    here, then = request.convention, reverse("recruiters:cards", args=[slug])
    waiting = list(to_welcome(here, request.viewer))
    if request.method != "POST" and not waiting:
        return redirect(then)
    said = ngettext("%(count)d carte est faite.", "%(count)d cartes sont faites.", len(waiting))
    nobody = _("Il n’y avait personne à accueillir.")
    return confirmed(
        request,
        "member.welcome",
        Member(convention=here, number=next_number(here)),
        lambda by: verbs.welcome_all(waiting, by),
        then=then,
        given={"confirmed": True},
        done=said % {"count": len(waiting)} if waiting else nobody,
    )
