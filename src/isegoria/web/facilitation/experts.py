"""Experts as the team prepares them: announced, changed, held; and what members ask for."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.convention.publishing.library import slides_among
from isegoria.convention.sessions import hearings as reads
from isegoria.convention.sessions.experts import ExpertRequest, Hearing
from isegoria.convention.sessions.queries import sessions_of
from isegoria.convention.verbs import experts
from isegoria.web.confirming import confirmed, reasoned
from isegoria.web.editing import Sheet, edited
from isegoria.web.facilitation.asking import FacilitationRequest
from isegoria.web.facilitation.expert_forms import (
    HearingForm,
    HonourForm,
    PlanForm,
    RecordForm,
    RequestForm,
)

PER_PAGE = 25


def hearings(request: FacilitationRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    here = request.convention
    page = Paginator(reads.hearings_of(here), PER_PAGE).get_page(request.GET.get("page"))
    shown = {
        "page": page,
        "balance": reads.balance_of(here),
        "wishes": reads.waiting_requests(here, request.viewer),
        "asked": reads.asked_of(here),
        "columns": (_("Qui"), _("Séance"), _("Point de vue"), _("Intérêts"), _("État")),
    }
    return render(request, "facilitation/hearings.html", shown)


def hearing(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    found = _hearing(request, key)
    return render(
        request,
        "facilitation/hearing.html",
        {"hearing": found, "declared": list(found.seat.declarations.all())},
    )


def plan(request: FacilitationRequest, slug: str) -> HttpResponse:
    here = request.convention
    sessions = list(sessions_of(here, request.viewer))
    form = PlanForm(
        request.POST or None,
        seats=reads.seats_to_hear(here),
        sessions=[one for one in sessions if not one.is_over],
        viewpoints=reads.viewpoints_of(here),
    )
    sheet = _sheet(slug, _("L’audition est annoncée."), act=_("Annoncer une audition"))
    return edited(request, form, lambda by: experts.plan(form.hearing(), by), sheet)


def edit(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    found = _hearing(request, key)
    form = HearingForm.of(
        found, request.POST or None, viewpoints=reads.viewpoints_of(request.convention)
    )
    return confirmed(
        request,
        "hearing.edit",
        found,
        lambda by: experts.edit(found, by, changes=form.changes),
        then=_page(slug, found),
        form=form,
    )


def hold(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    found = _hearing(request, key)
    return confirmed(
        request, "hearing.hold", found, lambda by: experts.hold(found, by), then=_page(slug, found)
    )


def record(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    """What is left of it: a recording and its transcript, chapters, slides."""
    found = _hearing(request, key)
    slides = slides_among(request.convention)
    form = RecordForm.of(found, request.POST or None, documents=slides)
    return confirmed(
        request,
        "hearing.record",
        found,
        lambda by: experts.record(found, by, changes=form.changes),
        then=_page(slug, found),
        form=form,
    )


def cancel(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    found = _hearing(request, key)
    return reasoned(request, "hearing.cancel", found, experts.cancel, then=_page(slug, found))


def ask(request: FacilitationRequest, slug: str) -> HttpResponse:
    form = RequestForm(request.POST or None, convention=request.convention)
    sheet = _sheet(slug, _("La demande est enregistrée."), act=_("Noter une demande d’expert"))
    return edited(request, form, lambda by: experts.ask(form.wish(), by), sheet)


def honour(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    wish = _wish(request, key)
    form = HonourForm(
        request.POST or None, hearings=reads.hearings_of(request.convention), base=wish.revision
    )
    return confirmed(
        request,
        "request.honour",
        wish,
        lambda by: experts.honour(wish, by, hearing=form.chosen),
        then=_list(slug),
        form=form,
    )


def refuse(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    wish = _wish(request, key)
    return reasoned(request, "request.refuse", wish, experts.refuse, then=_list(slug))


def _sheet(slug: str, done: str, *, act: str) -> Sheet:
    context = {"title": act, "back": _list(slug)}
    return Sheet(
        template="facilitation/expert_form.html", then=_list(slug), done=done, context=context
    )


def _hearing(request: FacilitationRequest, key: UUID) -> Hearing:
    found = reads.hearing_at(request.convention, key)
    if found is None:
        raise Http404
    return found


def _wish(request: FacilitationRequest, key: UUID) -> ExpertRequest:
    found = reads.request_at(request.convention, request.viewer, key)
    if found is None:
        raise Http404
    return found


def _list(slug: str) -> str:
    return reverse("facilitation:hearings", args=[slug])


def _page(slug: str, found: Hearing) -> str:
    return reverse("facilitation:hearing", args=[slug, found.pk])
