"""A member's questions and what became of them; the experts they ask for."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from isegoria.convention.chartered import By
from isegoria.convention.people.members import Member
from isegoria.convention.sessions.experts import ExpertRequest
from isegoria.convention.sessions.hearings import requests_of_member
from isegoria.convention.sessions.questioning import question_of_member, questions_of_member
from isegoria.convention.verbs import experts
from isegoria.convention.verbs import questions as acts
from isegoria.web.confirming import about, confirmed
from isegoria.web.editing import Sheet, edited
from isegoria.web.panel.asking import MemberRequest, member_here
from isegoria.web.question_forms import WishForm

PER_PAGE = 20


@never_cache
def questions(request: MemberRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    member = _member(request)
    page = Paginator(questions_of_member(member), PER_PAGE).get_page(request.GET.get("page"))
    shown = {
        "member": member,
        "page": page,
        "rows": [(one, one.is_overdue(request.viewer.at)) for one in page],
        "wishes": requests_of_member(member)[:PER_PAGE],
    }
    return render(request, "panel/questions.html", shown)


@never_cache
def take_back(request: MemberRequest, slug: str, key: UUID) -> HttpResponse:
    found = question_of_member(_member(request), key)
    if found is None:
        raise Http404
    return confirmed(
        request,
        "question.take_back",
        found,
        lambda by: acts.take_back(found, by),
        then=_back(slug),
    )


@never_cache
def wish(request: MemberRequest, slug: str) -> HttpResponse:
    """An expert that this member would like to hear."""
    member = _member(request)
    form = WishForm(request.POST or None)
    empty = ExpertRequest(convention=request.convention, origin="member", member=member)

    def save(by: By) -> None:
        empty.text = form.cleaned_data["text"]
        experts.ask(empty, by)

    sheet = Sheet(
        template="panel/ask.html",
        then=_back(slug),
        done=_("Votre demande est envoyée. L’animation vous répond ici."),
        context={**about(request, "request.ask", empty), "back": _back(slug)},
    )
    return edited(request, form, save, sheet)


def _member(request: MemberRequest) -> Member:
    found = member_here(request)
    if found is None:
        raise Http404
    return found


def _back(slug: str) -> str:
    return reverse("panel:questions", args=[slug])
