"""What is done about people. No draft of these forms is kept in the browser."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Refused, decide
from isegoria.convention.recruitment import ways
from isegoria.convention.recruitment.candidates import IN_THE_PANEL, Candidate
from isegoria.convention.recruitment.models import QuotaTable
from isegoria.convention.recruitment.provisions import Agreement
from isegoria.convention.recruitment.queries import table_in_force
from isegoria.convention.recruitment.rules import Erasure
from isegoria.convention.verbs import candidates, erasing
from isegoria.core.charter import CHARTER
from isegoria.web.confirming import ConfirmForm, about
from isegoria.web.editing import Save, Sheet, edited
from isegoria.web.person_forms import PersonForm
from isegoria.web.reasons import reason_of
from isegoria.web.recruiters.asking import RecruiterRequest
from isegoria.web.recruiters.people import read
from isegoria.web.recruiters.people_forms import EnteredForm, WhyForm
from isegoria.web.ui.forms import UiForm

WAYS = (Agreement.ORAL, Agreement.WRITTEN)


def enter(request: RecruiterRequest, slug: str) -> HttpResponse:
    """Somebody who accepts, for one of the relays."""
    here, relays = request.convention, list(ways.working_relays(request.convention, request.viewer))
    table, closed = table_in_force(here), _closed(request)
    if table is None or not relays or closed:
        shown = {"table": table, "relays": relays, "closed": closed}
        return render(request, "recruiters/person_unready.html", shown)
    form = EnteredForm(
        request.POST or None,
        relays=relays,
        helper=str(request.viewer.account),
        through="",
        ways=WAYS,
        asks_day=True,
        **_asked(request, table),
    )
    sheet = Sheet(
        template="recruiters/person_form.html",
        then=reverse("recruiters:people", args=[slug]),
        done=_("La personne est enregistrée."),
        context={"act": CHARTER["candidate.enter"]},
    )
    return _or_why_not(request, form, partial(_entered, request, form), sheet)


def correct(request: RecruiterRequest, slug: str, key: UUID) -> HttpResponse:
    person, table = read(request, key), table_in_force(request.convention)
    if table is None:
        return render(request, "recruiters/person_unready.html", {"table": None})
    form = PersonForm.of(person, request.POST or None, through="", **_asked(request, table))
    sheet = Sheet(
        template="recruiters/person_form.html",
        then=reverse("recruiters:candidate", args=[slug, key]),
        done=_("La correction est enregistrée."),
        skips=True,
        context={"act": CHARTER["candidate.correct"], "person": person},
    )
    return _or_why_not(
        request, form, lambda by: candidates.correct(person, by, said=form.said), sheet
    )


def rule_out(request: RecruiterRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    person = read(request, key)
    form = WhyForm(request.POST or None, base=person.revision)
    return _done_about(
        request,
        "candidate.rule_out",
        person,
        form,
        lambda by: candidates.rule_out(person, by, reason=form.cleaned_data["reason"]),
    )


def withdraw(request: RecruiterRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    person = read(request, key)
    form = ConfirmForm(request.POST or None, base=person.revision)
    return _done_about(
        request, "candidate.withdraw", person, form, lambda by: candidates.withdraw(person, by)
    )


def erase(request: RecruiterRequest, slug: str, key: UUID) -> HttpResponse:
    """At the person's request: nothing of them is left, here nor in any copy of the database."""
    person = read(request, key)
    erasure = Erasure(convention=request.convention, on_request=True)
    given = {"people": 1, "sitting": int(person.state in IN_THE_PANEL)}
    sheet = Sheet(
        template="recruiters/person_act.html",
        then=reverse("recruiters:people", args=[slug]),
        done=_("Cette personne est effacée. Rien d’elle ne pourra être retrouvé."),
        context={
            **about(request, "erasure.perform", erasure, given=given),
            "person": person,
            "back": reverse("recruiters:candidate", args=[slug, key]),
        },
    )
    form = ConfirmForm(request.POST or None)
    return edited(request, form, lambda by: erasing.erase(erasure, by, [person]), sheet)


def _done_about(
    request: RecruiterRequest, act: str, person: Candidate, form: UiForm, save: Save
) -> HttpResponse:
    then = reverse("recruiters:candidate", args=[request.convention.slug, person.pk])
    context = {**about(request, act, person), "person": person, "back": then}
    sheet = Sheet(template="recruiters/person_act.html", then=then, context=context)
    return edited(request, form, save, sheet)


def _entered(request: RecruiterRequest, form: EnteredForm, by: By) -> None:
    somebody = Candidate(convention=request.convention, relay=form.chosen())
    candidates.enter(somebody, by, said=form.said)


def _asked(request: RecruiterRequest, table: QuotaTable) -> dict[str, Any]:
    """What every form about somebody is made from. The channel is not asked: the relay says it."""
    here = request.convention
    channels = {one.criterion for one in ways.public_channels(here)}
    today = request.viewer.at.astimezone(here.zone).date()
    return {"table": table, "without": channels, "today": today}


def _closed(request: RecruiterRequest) -> str:
    """Why nobody can be entered now, whoever they are."""
    somebody = Candidate(convention=request.convention)
    decision = decide("candidate.enter", somebody, By(request.viewer.account, request.viewer.at))
    return reason_of(decision) if decision.code in {"closed_window", "wrong_role"} else ""


def _or_why_not(request: RecruiterRequest, form: UiForm, save: Save, sheet: Sheet) -> HttpResponse:
    """A refusal that the form can mend (a double entry) is said in the form."""
    try:
        return edited(request, form, save, sheet)
    except Refused as refused:
        form.add_error(None, reason_of(refused.decision))
        return edited(request, form, save, sheet)
