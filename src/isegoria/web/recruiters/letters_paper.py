"""A form that came back on paper: keyed in with the code of its letter, once."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from isegoria.convention.governance.conduct import AlreadyDone, Refused
from isegoria.convention.recruitment.candidates import Candidate
from isegoria.convention.recruitment.mailings import (
    entrant_key,
    is_writing_to_people,
    letter_at,
)
from isegoria.convention.recruitment.provisions import Agreement
from isegoria.convention.recruitment.queries import table_in_force
from isegoria.convention.recruitment.ways import public_channels
from isegoria.convention.verbs import candidates
from isegoria.core.charter import CHARTER
from isegoria.web.acting import acting
from isegoria.web.editing import UNPROCESSABLE
from isegoria.web.reasons import reason_of
from isegoria.web.recruiters.asking import RecruiterRequest
from isegoria.web.recruiters.letters_forms import PaperForm


def enter(request: RecruiterRequest, slug: str) -> HttpResponse:
    form = _asked(request)
    if form is None:
        return render(request, "recruiters/letters_paper.html", {"form": None})
    if request.method == "POST" and form.is_valid() and (person := _entered(request, form)):
        return redirect("recruiters:candidate_card", slug, person.pk)
    status = UNPROCESSABLE if form.is_bound and form.errors else 200
    shown = {"form": form, "act": CHARTER["candidate.register"]}
    return render(request, "recruiters/letters_paper.html", shown, status=status)


def _asked(request: RecruiterRequest) -> PaperForm | None:
    """What is asked of a paper; nothing while no letter was drawn, or no table is in force."""
    here = request.convention
    table = table_in_force(here)
    if table is None or not is_writing_to_people(here):
        return None
    return PaperForm(
        request.POST or None,
        table=table,
        without={one.criterion for one in public_channels(here)},
        today=request.viewer.at.astimezone(here.zone).date(),
        helper=str(request.viewer.account),
        ways=(Agreement.WRITTEN,),
        asks_day=True,
    )


def _entered(request: RecruiterRequest, form: PaperForm) -> Candidate | None:
    """Who was entered; nobody, and the form says why."""
    here, code = request.convention, form.cleaned_data["letter"]
    letter = letter_at(here, code)
    if letter is None:
        form.add_error("letter", _("Aucune lettre ne porte ce code : relisez-le."))
        return None
    person = Candidate(id=entrant_key(here, code), convention=here, relay=letter.mailing.relay)
    try:
        candidates.register(person, acting(request, form), letter=letter, said=form.said)
    except AlreadyDone:
        return person
    except Refused as refused:
        form.add_error(None, reason_of(refused.decision))
        return None
    return person
