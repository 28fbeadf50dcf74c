"""A form that came back on paper: keyed in with the code of its letter, once."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from isegoria.convention.recruitment.mailings import is_writing_to_people
from isegoria.convention.recruitment.provisions import Agreement
from isegoria.convention.recruitment.queries import table_in_force
from isegoria.convention.recruitment.ways import public_channels
from isegoria.core.charter import CHARTER
from isegoria.web import lettered
from isegoria.web.acting import acting
from isegoria.web.editing import UNPROCESSABLE
from isegoria.web.recruiters.asking import RecruiterRequest


def enter(request: RecruiterRequest, slug: str) -> HttpResponse:
    form = _asked(request)
    if form is None:
        return render(request, "recruiters/letters_paper.html", {"form": None})
    if request.method == "POST" and form.is_valid():
        person = lettered.entered(request.convention, acting(request, form), form)
        if person is not None:
            return redirect("recruiters:candidate_card", slug, person.pk)
    status = UNPROCESSABLE if form.is_bound and form.errors else 200
    shown = {"form": form, "act": CHARTER["candidate.register"]}
    return render(request, "recruiters/letters_paper.html", shown, status=status)


def _asked(request: RecruiterRequest) -> lettered.LetteredForm | None:
    """What is asked of a paper; nothing while no letter was drawn, or no table is in force."""
    here = request.convention
    table = table_in_force(here)
    if table is None or not is_writing_to_people(here):
        return None
    return lettered.LetteredForm(
        request.POST or None,
        table=table,
        without={one.criterion for one in public_channels(here)},
        today=request.viewer.at.astimezone(here.zone).date(),
        helper=str(request.viewer.account),
        through="",
        ways=(Agreement.WRITTEN, Agreement.ORAL),
        asks_day=True,
    )
