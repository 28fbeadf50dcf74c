"""What members receive, for the organiser: the scheme, what each card is owed, the accounts."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.convention.chartered import By
from isegoria.convention.sessions.indemnifying import (
    accounts,
    owing,
    payment_numbered,
    payments_due,
    payments_of,
    schemes_of,
)
from isegoria.convention.sessions.indemnities import Payment, Scheme
from isegoria.convention.verbs import indemnities as acts
from isegoria.web.confirming import ConfirmForm, about, confirmed
from isegoria.web.desk.asking import DeskRequest
from isegoria.web.desk.indemnity_forms import CostsForm, MistakeForm, SchemeForm
from isegoria.web.editing import Sheet, edited
from isegoria.web.papers import tables

PER_PAGE = 50


def indemnities(request: DeskRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    now = _in_force(request)
    found = payments_of(request.convention, request.viewer)
    shown = {
        "scheme": now,
        "owing": len(owing(now)) if now else 0,
        "due": len(payments_due(request.convention, request.viewer)),
        "page": Paginator(found, PER_PAGE).get_page(request.GET.get("page")),
        "columns": (
            _("Somme"),
            _("Carte"),
            _("Pour"),
            {"label": _("Euros"), "number": True},
            _("Où elle en est"),
        ),
    }
    return render(request, "desk/indemnities.html", shown)


def declare(request: DeskRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    now = _in_force(request)
    form = SchemeForm(request.POST or None, now=now)
    new = Scheme(convention=request.convention)
    sheet = _sheet(request, "scheme.declare", new, done=_("C’est déclaré, et public."))
    return edited(
        request, form, lambda by: acts.declare(form.scheme(request.convention), by), sheet
    )


def reckon(request: DeskRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    """A half-day for each session where somebody took part."""
    now = _required(request)
    found = owing(now)
    if not found:
        return redirect(_page(request))
    sheet = _sheet(request, "payment.owe", Payment(scheme=now, member=found[0].member, amount=1))
    form = ConfirmForm(request.POST or None)
    return edited(request, form, lambda by: acts.reckon(now, by), sheet)


def costs(request: DeskRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    now = _required(request)
    form = CostsForm(request.POST or None, convention=request.convention)

    def save(by: By) -> None:
        if form.member is not None:
            acts.owe_costs(now, by, member=form.member, amount=form.cleaned_data["amount"])

    sheet = Sheet(
        template="desk/indemnity_costs.html",
        then=_page(request),
        context={"back": _page(request)},
    )
    return edited(request, form, save, sheet)


def pay(request: DeskRequest, slug: str, number: int) -> HttpResponse:  # noqa: ARG001
    found = _payment(request, number)
    return confirmed(
        request, "payment.pay", found, lambda by: acts.pay(found, by), then=_page(request)
    )


def pay_all(request: DeskRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    """Everything that is due now."""
    found = payments_due(request.convention, request.viewer)
    if not found:
        return redirect(_page(request))
    sheet = _sheet(request, "payment.pay", found[0], count=len(found))
    form = ConfirmForm(request.POST or None)
    return edited(request, form, lambda by: acts.pay_all(found, by), sheet)


def cancel(request: DeskRequest, slug: str, number: int) -> HttpResponse:  # noqa: ARG001
    found = _payment(request, number)
    form = MistakeForm(request.POST or None, base=found.revision)

    def save(by: By) -> None:
        acts.cancel(found, by, reason=form.cleaned_data["reason"])

    return confirmed(request, "payment.cancel", found, save, then=_page(request), form=form)


def spreadsheet(request: DeskRequest, slug: str) -> HttpResponse:
    """By card number, all causes together."""
    header = (_("carte"), _("dû"), _("payé"), _("renoncé"))
    rows = (
        (one.number, one.due, one.paid, one.given_up)
        for one in accounts(request.convention, request.viewer)
    )
    answer = HttpResponse(tables.table(header, rows), content_type=tables.MEDIA_TYPE)
    answer["Content-Disposition"] = f'attachment; filename="{slug}-indemnites.csv"'
    return answer


def _in_force(request: DeskRequest) -> Scheme | None:
    return next(iter(schemes_of(request.convention)), None)


def _required(request: DeskRequest) -> Scheme:
    now = _in_force(request)
    if now is None:
        raise Http404
    return now


def _payment(request: DeskRequest, number: int) -> Payment:
    found = payment_numbered(request.convention, request.viewer, number)
    if found is None:
        raise Http404
    return found


def _page(request: DeskRequest) -> str:
    return reverse("desk:indemnities", args=[request.convention.slug])


def _sheet(
    request: DeskRequest, act: str, subject: Scheme | Payment, *, done: str = "", **more: Any
) -> Sheet:
    back = _page(request)
    context = {**about(request, act, subject), "back": back, **more}
    return Sheet(template="desk/act.html", then=back, done=done, context=context)
