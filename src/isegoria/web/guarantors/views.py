"""What the guarantors see first, and their opinion on the launch."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import decide
from isegoria.convention.governance.correspondence import opinions_of
from isegoria.convention.governance.mailbox import load_of
from isegoria.convention.governance.models import LaunchOpinion
from isegoria.convention.journal.queries import tree_head
from isegoria.convention.people.queries import conventions_of
from isegoria.convention.publishing.drafting import corrected_versions
from isegoria.convention.publishing.library import withdrawn_versions
from isegoria.convention.stewardship.queries import readiness
from isegoria.convention.verbs import opinion as opinions
from isegoria.core.charter import CHARTER, Role
from isegoria.web.editing import Sheet, in_two_steps
from isegoria.web.gate import GATE_NAMES
from isegoria.web.guarantors.asking import GuarantorRequest
from isegoria.web.guarantors.forms import OpinionForm
from isegoria.web.reasons import reason_of
from isegoria.web.tags import is_offered


def home(request: GuarantorRequest) -> HttpResponse:
    mine = [one for one in conventions_of(request.viewer) if Role.GUARANTOR in one.roles]
    return render(request, "guarantors/home.html", {"mine": mine})


def convention(request: GuarantorRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    here = request.convention
    size, root = tree_head(here.pk)
    shown = {
        "gate": [(GATE_NAMES[item.key], item.met) for item in readiness(here)],
        "opinions": opinions_of(here),
        "opinion": LaunchOpinion(convention=here),
        "load": load_of(here, request.viewer),
        "size": size,
        "root": root.hex(),
        "withdrawn": withdrawn_versions(here),
        "corrected": corrected_versions(here),
        "corrected_columns": (_("Texte"), _("Version"), _("Publiée le"), _("Ce qui change")),
    }
    return render(request, "guarantors/convention.html", shown)


def opinion(request: GuarantorRequest, slug: str) -> HttpResponse:
    """Written, read as the public will read it, then given for good."""
    here, viewer = request.convention, request.viewer
    form = OpinionForm(request.POST or None, convention=here)
    decision = decide("opinion.give", LaunchOpinion(convention=here), By(viewer.account, viewer.at))
    sheet = Sheet(
        template="guarantors/opinion.html",
        preview="guarantors/opinion_look.html",
        then=reverse("guarantors:convention", args=[slug]),
        done=_("Votre avis est rendu et public."),
        context={
            "refusal": "" if is_offered(decision) else reason_of(decision),
            "act": CHARTER["opinion.give"],
        },
    )
    return in_two_steps(request, form, lambda by: opinions.give(form.opinion(), by), sheet)
