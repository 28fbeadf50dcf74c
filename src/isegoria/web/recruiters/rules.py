"""The rules of the panel's life, set beforehand in public; and forgetting people on the date set."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.convention.recruitment import ways
from isegoria.convention.recruitment.forgetting import (
    erasure_day,
    how_many_places_to_forget,
    how_many_to_forget,
    proposed_day,
)
from isegoria.convention.recruitment.rules import Erasure, Rules
from isegoria.convention.verbs import channels, erasing
from isegoria.web.confirming import ConfirmForm, about
from isegoria.web.editing import Sheet, edited
from isegoria.web.recruiters.asking import RecruiterRequest
from isegoria.web.recruiters.rules_forms import RulesForm


def rules(request: RecruiterRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    versions = ways.rules_of(request.convention)
    return render(request, "recruiters/rules.html", {"versions": versions})


def set_rules(request: RecruiterRequest, slug: str) -> HttpResponse:
    here = request.convention
    latest = next(iter(ways.rules_of(here)), None)
    form = RulesForm(
        request.POST or None, convention=here, latest=latest, proposed=proposed_day(here)
    )
    then = reverse("recruiters:rules", args=[slug])
    sheet = Sheet(
        template="recruiters/rules_form.html",
        then=then,
        done=_("Les règles sont publiées."),
        context={**about(request, "rules.set", Rules(convention=here)), "back": then},
    )
    return edited(request, form, lambda by: channels.set_rules(form.rules(), by), sheet)


def erasure(request: RecruiterRequest, slug: str) -> HttpResponse:
    """How many people will be forgotten, when, and the button that does it once the date is come."""
    here = request.convention
    count, wanted = how_many_to_forget(here, request.viewer), Erasure(convention=here)
    places = how_many_places_to_forget(here, request.viewer)
    sheet = Sheet(
        template="recruiters/erasure.html",
        then=reverse("recruiters:erasure", args=[slug]),
        done=_("C’est fait : rien de ces personnes ne pourra être retrouvé."),
        context={
            **about(request, "erasure.perform", wanted, given={"people": count, "letters": places}),
            "count": count,
            "places": places,
            "due": erasure_day(here),
            "done_before": ways.erasures_of(here),
        },
    )
    form = ConfirmForm(request.POST or None)
    return edited(request, form, lambda by: erasing.erase_on_the_date(wanted, by), sheet)
