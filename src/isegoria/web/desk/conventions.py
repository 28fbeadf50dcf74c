"""My conventions, a new one, one's dashboard, and how it is presented."""

from datetime import time

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.convention.journal.queries import Search, entries
from isegoria.convention.mandate.queries import calendar_of
from isegoria.convention.people.queries import conventions_of
from isegoria.convention.stewardship.queries import readiness
from isegoria.convention.stewardship.templates import TEMPLATES, AddressTakenError, found
from isegoria.convention.verbs import stewardship
from isegoria.core.charter import Role
from isegoria.web.acting import acting
from isegoria.web.desk.asking import DeskRequest
from isegoria.web.desk.convention_forms import CreateForm, DescribeForm
from isegoria.web.desk.gates import checklist
from isegoria.web.desk.steps import next_acts
from isegoria.web.desk.to_do import lines, work
from isegoria.web.editing import UNPROCESSABLE, Sheet, edited, unless_done
from isegoria.web.moments import instant
from isegoria.web.routes import STEWARDS
from isegoria.web.telling import tell
from isegoria.web.thread import thread

RECENT = 8


def home(request: DeskRequest) -> HttpResponse:
    mine = [work(one, request.viewer) for one in conventions_of(request.viewer)]
    context = {"work": mine, "can_create": bool(STEWARDS & request.viewer.roles)}
    return render(request, "desk/home.html", context)


def create(request: DeskRequest) -> HttpResponse:
    form = CreateForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _found(request, form):
        return redirect("desk:convention", form.cleaned_data["slug"])
    unless_done(form)
    status = UNPROCESSABLE if form.errors else 200
    context = {"form": form, "templates": TEMPLATES}
    return render(request, "desk/create.html", context, status=status)


def _found(request: DeskRequest, form: CreateForm) -> bool:
    """Create it with all that the template prepares; false if the address was taken meanwhile."""
    convention = form.convention()
    first_day, _twice = instant(form.cleaned_data["first_day"], time(12), convention.zone)
    try:
        found(convention, acting(request, form), template=form.prepared, first_day=first_day)
    except AddressTakenError:
        form.refuse_address()
        return False
    return True


def dashboard(request: DeskRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    convention, viewer = request.convention, request.viewer
    gate = readiness(convention)
    lacking = [one.key for one in gate if not one.met]
    recent = entries(convention.pk, audiences=viewer.audiences, search=Search(), limit=RECENT)
    context = {
        "stages": thread(convention, calendar_of(convention), viewer.at),
        "to_do": lines(convention, viewer, []),  # the gate is beside it
        "items": checklist(convention, gate, linked=Role.ORGANISER in viewer.roles),
        "lacking": lacking,
        "given": {"missing": lacking},
        "steps": next_acts(convention, lacking),
        "organises": Role.ORGANISER in viewer.roles,
        "recent": tell(recent, audiences=viewer.audiences),
    }
    return render(request, "desk/convention.html", context)


def describe(request: DeskRequest, slug: str) -> HttpResponse:
    convention = request.convention
    form = DescribeForm.of(convention, request.POST or None)
    sheet = Sheet(
        template="desk/describe.html",
        skips=True,
        then=reverse("desk:describe", args=[slug]),
        done=_("La présentation est enregistrée, et publique si la convention l’est."),
    )
    return edited(
        request, form, lambda by: stewardship.describe(convention, by, changes=form.changes), sheet
    )
