"""The calendar in its lanes, the windows of the charter apart, and what can be said of each date."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.convention.chartered import By
from isegoria.convention.mandate.models import CalendarItem, Lane
from isegoria.convention.mandate.queries import Dated, calendar_item, calendar_of
from isegoria.convention.verbs import calendar
from isegoria.web.confirming import ReasonForm, about, confirmed
from isegoria.web.desk.asking import DeskRequest
from isegoria.web.desk.calendar_forms import AddForm, AddWindowForm, DatesForm, HoldForm, SayForm
from isegoria.web.desk.shown_dates import history, opening, shown
from isegoria.web.editing import Sheet, edited


def lanes(request: DeskRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    convention, at = request.convention, request.viewer.at
    dated = calendar_of(convention)
    milestones = [one for one in dated if not one.item.window]
    context = {
        "lanes": [
            (
                lane.label,
                [shown(one, convention, at) for one in milestones if one.item.lane == lane],
            )
            for lane in Lane
        ],
        "windows": [
            opening(one, convention, at)
            for one in dated
            if one.item.window and one.item.state != "cancelled"
        ],
        "item": CalendarItem(convention=convention),
    }
    return render(request, "desk/calendar.html", context)


def add(request: DeskRequest, slug: str) -> HttpResponse:
    form = AddForm(request.POST or None, zone=request.convention.zone)
    return _added(request, form, slug)


def add_window(request: DeskRequest, slug: str) -> HttpResponse:
    dated = {
        one.item.window
        for one in calendar_of(request.convention)
        if one.item.window and one.item.state != "cancelled"
    }
    form = AddWindowForm(request.POST or None, zone=request.convention.zone, dated=dated)
    return _added(request, form, slug)


def _added(request: DeskRequest, form: AddForm | AddWindowForm, slug: str) -> HttpResponse:
    convention, then = request.convention, reverse("desk:calendar", args=[slug])

    def save(by: By) -> None:
        calendar.add(form.item(convention), by, **form.dates)
        _said_twice(request, form)

    context = {**about(request, "calendar.add", CalendarItem(convention=convention)), "back": then}
    return edited(
        request, form, save, Sheet(template="desk/calendar_form.html", then=then, context=context)
    )


def item(request: DeskRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    convention, dated = request.convention, _dated(request, key)
    context = {
        "item": dated.item,
        "shown": shown(dated, convention, request.viewer.at),
        "history": history(dated, convention.zone),
    }
    return render(request, "desk/calendar_item.html", context)


def move(request: DeskRequest, slug: str, key: UUID) -> HttpResponse:
    dated = _dated(request, key)
    form = SayForm.of(dated, request.POST or None, request.convention.zone)

    def save(by: By) -> None:
        calendar.move(dated.item, by, **{**form.dates, **form.why})
        _said_twice(request, form)

    return confirmed(request, "calendar.move", dated.item, save, then=_page(slug, key), form=form)


def hold(request: DeskRequest, slug: str, key: UUID) -> HttpResponse:
    dated = _dated(request, key)
    form = HoldForm.of(dated, request.POST or None, request.convention.zone)

    def save(by: By) -> None:
        calendar.hold(dated.item, by, **{**form.dates, **form.why})
        _said_twice(request, form)

    return confirmed(request, "calendar.hold", dated.item, save, then=_page(slug, key), form=form)


def cancel(request: DeskRequest, slug: str, key: UUID) -> HttpResponse:
    dated = _dated(request, key)
    form = ReasonForm(request.POST or None, base=dated.item.revision)
    return confirmed(
        request,
        "calendar.cancel",
        dated.item,
        lambda by: calendar.cancel(dated.item, by, reason=form.cleaned_data["reason"]),
        then=_page(slug, key),
        form=form,
    )


def _dated(request: DeskRequest, key: UUID) -> Dated:
    dated = calendar_item(request.convention, key)
    if dated is None:
        raise Http404
    return dated


def _page(slug: str, key: UUID) -> str:
    return reverse("desk:calendar_item", args=[slug, key])


def _said_twice(request: DeskRequest, form: DatesForm) -> None:
    if form.span.twice:
        messages.info(
            request,
            _("Cette heure existe deux fois ce jour-là (heure d’hiver) : la première est retenue."),
        )
