"""A session: planned, described, moved, announced, opened, closed, or cancelled."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.convention.chartered import By
from isegoria.convention.sessions.models import Session
from isegoria.convention.sessions.queries import agenda_of
from isegoria.convention.verbs import sessions
from isegoria.web.confirming import about, confirmed, reasoned
from isegoria.web.editing import Sheet, edited
from isegoria.web.facilitation.asking import FacilitationRequest, session_of
from isegoria.web.facilitation.session_forms import PlanForm, RearrangeForm, SessionForm
from isegoria.web.facilitation.session_shown import following, steps


def session(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    found = session_of(request, key)
    agenda = agenda_of(found)
    context = {
        "session": found,
        "steps": steps(found),
        "following": following(found),
        "arrangements": list(found.arrangements.all()),
        "agenda": agenda,
        "minutes": sum(one.minutes for one in agenda),
        "given": {"composed": agenda},
    }
    return render(request, "facilitation/session.html", context)


def plan(request: FacilitationRequest, slug: str) -> HttpResponse:
    here = request.convention
    form = PlanForm(request.POST or None, zone=here.zone)
    new = Session(convention=here)
    then = reverse("facilitation:session", args=[slug, new.pk])

    def save(by: By) -> None:
        planned = form.planned(here)
        planned.pk = new.pk
        sessions.plan(planned, by)

    back = reverse("facilitation:convention", args=[slug])
    context = {**about(request, "session.plan", new), "back": back}
    done = _("La séance est préparée. Personne d’autre ne la voit encore.")
    sheet = Sheet(template="facilitation/session_form.html", then=then, done=done, context=context)
    return edited(request, form, save, sheet)


def edit(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    found = session_of(request, key)
    form = SessionForm.of(found, request.POST or None)

    def save(by: By) -> None:
        sessions.edit(found, by, changes=form.changes)

    then = _page(slug, found)
    context = {**about(request, "session.edit", found), "session": found, "back": then}
    template = "facilitation/session_edit.html"
    return edited(
        request, form, save, Sheet(template=template, then=then, skips=True, context=context)
    )


def rearrange(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    found = session_of(request, key)
    form = RearrangeForm.of(found, request.POST or None, zone=request.convention.zone)

    def save(by: By) -> None:
        sessions.rearrange(found, by, **form.changes)

    then = _page(slug, found)
    context = {**about(request, "session.rearrange", found), "session": found, "back": then}
    template = "facilitation/session_form.html"
    return edited(request, form, save, Sheet(template=template, then=then, context=context))


def publish(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    found = session_of(request, key)
    return confirmed(
        request,
        "session.publish_agenda",
        found,
        lambda by: sessions.publish_agenda(found, by),
        then=_page(slug, found),
        given={"composed": agenda_of(found)},
        done=_("L’ordre du jour est public."),
    )


def open_(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    found = session_of(request, key)
    return confirmed(
        request,
        "session.open",
        found,
        lambda by: sessions.open_(found, by),
        then=_page(slug, found),
        done=_("La séance est ouverte."),
    )


def close(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    found = session_of(request, key)
    return confirmed(
        request,
        "session.close",
        found,
        lambda by: sessions.close(found, by),
        then=_page(slug, found),
        done=_("La séance est close."),
    )


def cancel(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    found = session_of(request, key)
    return reasoned(request, "session.cancel", found, sessions.cancel, then=_page(slug, found))


def _page(slug: str, session: Session) -> str:
    return reverse("facilitation:session", args=[slug, session.pk])
