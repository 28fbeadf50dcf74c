"""The minutes as the team writes them: a first draft, what members correct, then the public text."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.convention.chartered import By
from isegoria.convention.sessions.minutes import Correction, Minutes
from isegoria.convention.sessions.minuting import (
    as_document,
    correction_at,
    corrections_of,
    minutes_at,
    minutes_of,
    standing_of,
)
from isegoria.convention.sessions.models import Session
from isegoria.convention.sessions.queries import present_at
from isegoria.convention.verbs import minutes as acts
from isegoria.core.charter import Role
from isegoria.web.confirming import about, confirmed
from isegoria.web.editing import Sheet, edited
from isegoria.web.facilitation.asking import FacilitationRequest, session_of
from isegoria.web.minutes_forms import AcceptForm, CorrectionForm, MinutesForm, RefuseForm


def minutes(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    session = session_of(request, key)
    found = minutes_of(session)
    shown: dict[str, Any] = {
        "session": session,
        "minutes": found,
        "new": Minutes(session=session),
        "standing": standing_of(session, request.viewer.at),
    }
    if found and request.viewer.is_any(Role.FACILITATOR):
        shown["reads"] = True
        shown["corrections"] = corrections_of(found)
        shown["approved"] = found.approvals.count()
        shown["present"] = present_at(session)
    return render(request, "facilitation/minutes.html", shown)


def begin(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    session = session_of(request, key)
    new = Minutes(session=session)
    return confirmed(
        request,
        "minutes.begin",
        new,
        lambda by: acts.begin(new, by),
        then=_page(slug, session),
        done=_("Le premier texte est prêt. Relisez-le : rien n’est encore montré à personne."),
    )


def write(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    found = _minutes(request, key)
    form = MinutesForm.of(found, request.POST or None)

    def save(by: By) -> None:
        acts.write(found, by, sections=form.sections)

    then = _page(slug, found.session)
    sheet = Sheet(
        template="facilitation/minutes_write.html",
        then=then,
        skips=True,
        context={
            **about(request, "minutes.write", found),
            "session": found.session,
            "back": then,
        },
    )
    return edited(request, form, save, sheet)


def submit(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    found = _minutes(request, key)
    return _confirmed(
        request,
        "minutes.submit",
        found,
        lambda by: acts.submit(found, by),
        _("Les membres présents peuvent relire le texte."),
    )


def validate(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    found = _minutes(request, key)
    return _confirmed(
        request,
        "minutes.validate",
        found,
        lambda by: acts.validate(found, by),
        _("Le compte rendu est validé. Publiez-le."),
    )


def publish(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    found = _minutes(request, key)
    return _confirmed(
        request,
        "minutes.publish",
        found,
        lambda by: acts.publish(found, by, composed=as_document),
        _("Le compte rendu est public."),
    )


def correct(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    """What the team itself finds wrong, or what somebody said without showing a card."""
    found = _minutes(request, key)
    form = CorrectionForm(request.POST or None, minutes=found)
    wrong = Correction(minutes=found)

    def save(by: By) -> None:
        acts.propose(form.put_in(wrong), by)

    then = _page(slug, found.session)
    sheet = Sheet(
        template="facilitation/correction.html",
        then=then,
        done=_("La correction est enregistrée. Répondez-y."),
        context={
            **about(request, "correction.propose", wrong),
            "session": found.session,
            "back": then,
        },
    )
    return edited(request, form, save, sheet)


def accept(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    wrong = _correction(request, key)
    form = AcceptForm.of(wrong.minutes, request.POST or None, part=wrong.section)

    def save(by: By) -> None:
        said = form.cleaned_data
        acts.accept(wrong, by, text=form.text, answer=said["answer"], hidden=said["hidden"])

    return edited(request, form, save, _answering(request, slug, "correction.accept", wrong))


def refuse(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    wrong = _correction(request, key)
    form = RefuseForm(request.POST or None, base=wrong.revision)

    def save(by: By) -> None:
        said = form.cleaned_data
        acts.refuse(wrong, by, reason=said["reason"], hidden=said["hidden"])

    return edited(request, form, save, _answering(request, slug, "correction.refuse", wrong))


def _answering(request: FacilitationRequest, slug: str, act: str, wrong: Correction) -> Sheet:
    then = _page(slug, wrong.minutes.session)
    return Sheet(
        template="facilitation/correction.html",
        then=then,
        done=_("La réponse est donnée. La personne qui l’a demandée la lit aussitôt."),
        context={
            **about(request, act, wrong),
            "session": wrong.minutes.session,
            "correction": wrong,
            "back": then,
        },
    )


def _confirmed(
    request: FacilitationRequest, act: str, found: Minutes, save: Any, done: str
) -> HttpResponse:
    then = _page(request.convention.slug, found.session)
    return confirmed(request, act, found, save, then=then, done=done)


def _minutes(request: FacilitationRequest, key: UUID) -> Minutes:
    found = minutes_at(request.convention, key)
    if found is None:
        raise Http404
    return found


def _correction(request: FacilitationRequest, key: UUID) -> Correction:
    found = correction_at(request.convention, key)
    if found is None:
        raise Http404
    return found


def _page(slug: str, session: Session) -> str:
    return reverse("facilitation:minutes", args=[slug, session.pk])
