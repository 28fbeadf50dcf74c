"""The versions of the mandate, and a new one: read once more before it is fixed for good."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.convention.mandate.models import MandateVersion
from isegoria.convention.mandate.queries import mandates_of
from isegoria.convention.verbs import mandate
from isegoria.web.confirming import about
from isegoria.web.desk.asking import DeskRequest
from isegoria.web.desk.mandate_forms import MandateForm
from isegoria.web.editing import Sheet, in_two_steps


def versions(request: DeskRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    return render(request, "desk/mandates.html", {"versions": mandates_of(request.convention)})


def new(request: DeskRequest, slug: str) -> HttpResponse:
    before = mandates_of(request.convention)
    form = MandateForm(request.POST or None, last=before[0] if before else None)
    sheet = Sheet(
        template="desk/mandate_new.html",
        preview="desk/mandate_look.html",
        then=reverse("desk:mandate", args=[slug]),
        done=_("La version %(number)s du mandat est publiée.") % {"number": len(before) + 1},
        context={
            **about(request, "mandate.adopt", MandateVersion(convention=request.convention)),
            "last": before[0] if before else None,
            "number": len(before) + 1,
        },
    )
    return in_two_steps(
        request, form, lambda by: mandate.adopt(form.version(request.convention), by), sheet
    )
