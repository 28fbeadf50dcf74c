"""Plans of tables: made for whoever is expected, kept, adapted to who is here, printed."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.convention.chartered import By
from isegoria.convention.sessions.queries import seating_at, seatings_of
from isegoria.convention.sessions.seating import SeatingPlan
from isegoria.convention.stewardship import tables as making
from isegoria.convention.verbs import seating
from isegoria.core.seating.model import Impossible
from isegoria.core.sheets.writing import csv_of
from isegoria.web.confirming import about, confirmed
from isegoria.web.editing import Sheet, edited
from isegoria.web.facilitation.asking import FacilitationRequest, session_of
from isegoria.web.facilitation.table_forms import AdaptForm, PlanForm
from isegoria.web.facilitation.table_shown import card_rows, shown

UNPROCESSABLE = 422


def tables(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    """The plan that is kept, or the last one made."""
    session = session_of(request, key)
    plans = list(seatings_of(session, request.viewer))
    kept = next((one for one in plans if one.state == "settled"), None)
    if kept or plans:
        return redirect("facilitation:seating", slug, (kept or plans[0]).pk)
    context = {"session": session, "expected": len(making.expected(session))}
    return render(request, "facilitation/tables.html", context)


def new(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    session = session_of(request, key)
    seats = making.expected(session)
    form = PlanForm(
        request.POST or None,
        criteria=making.criteria_for(request.convention),
        cards=frozenset(one.member.number for one in seats),
    )
    plan = SeatingPlan(session=session)
    sheet = _sheet(request, plan, expected=len(seats))

    def save(by: By) -> None:
        for name, value in form.asked.items():
            setattr(plan, name, value)
        making.make(plan, by, request.viewer)

    try:
        return edited(request, form, save, sheet)
    except Impossible as why:
        return _refused(request, form, why, sheet)


def plan(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    found = _plan(request, key)
    others = [one for one in seatings_of(found.session, request.viewer) if one != found]
    context = {**shown(found), "plan": found, "session": found.session, "others": others}
    return render(request, "facilitation/table_plan.html", context)


def printed(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    """A list by card number and a notice for each table, without any name."""
    found = _plan(request, key)
    context = {**shown(found), "plan": found, "session": found.session}
    return render(request, "facilitation/table_print.html", context)


def sheet(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    found = _plan(request, key)
    body = csv_of(*card_rows(found))
    answer = HttpResponse(body, content_type="text/csv; charset=utf-8")
    name = f"{slug}-tables-{found.session.number}-{found.number}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def settle(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    found = _plan(request, key)
    done = _("Ce plan est celui de la séance.")
    return confirmed(
        request,
        "seating.settle",
        found,
        lambda by: seating.settle(found, by),
        then=_page(slug, found),
        done=done,
    )


def discard(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    found = _plan(request, key)
    then = reverse("facilitation:session", args=[slug, found.session_id])
    return confirmed(
        request, "seating.discard", found, lambda by: seating.discard(found, by), then=then
    )


def adapt(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    found = _plan(request, key)
    form = AdaptForm(request.POST or None, rounds=found.rounds, base=found.revision)

    def save(by: By) -> None:
        making.adapt(found, by, request.viewer, first=form.cleaned_data["first"])

    try:
        return confirmed(request, "seating.adapt", found, save, then=_page(slug, found), form=form)
    except Impossible as why:
        context = {**about(request, "seating.adapt", found), "back": _page(slug, found)}
        sheet = Sheet(template="facilitation/act.html", then="", context=context)
        return _refused(request, form, why, sheet)


def _sheet(request: FacilitationRequest, plan: SeatingPlan, *, expected: int) -> Sheet:
    session = plan.session
    back = reverse("facilitation:tables", args=[session.convention.slug, session.pk])
    context = {
        **about(request, "seating.make", plan),
        "session": session,
        "expected": expected,
        "back": back,
    }
    done = _("Le plan est fait. Regardez-le, puis retenez-le.")
    return Sheet(template="facilitation/table_form.html", then=back, done=done, context=context)


def _refused(
    request: FacilitationRequest, form: PlanForm | AdaptForm, why: Impossible, sheet: Sheet
) -> HttpResponse:
    form.add_error(None, why.said.translated(_))
    context = {**sheet.context, "form": form}
    return render(request, sheet.template, context, status=UNPROCESSABLE)


def _page(slug: str, plan: SeatingPlan) -> str:
    return reverse("facilitation:seating", args=[slug, plan.pk])


def _plan(request: FacilitationRequest, key: UUID) -> SeatingPlan:
    found = seating_at(request.convention, key, request.viewer)
    if found is None:
        raise Http404
    return found
