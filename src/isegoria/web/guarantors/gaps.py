"""What the guarantors check of the panel: its gaps as totals, who read what, who was forgotten."""

from datetime import date

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.recruitment.gaps import erasures as erased
from isegoria.convention.recruitment.gaps import standing
from isegoria.convention.recruitment.readers import Asked, asked_for, kinds, readers
from isegoria.web.guarantors.asking import GuarantorRequest

PER_PAGE = 50
WHAT = {
    "list": gettext_lazy("une liste de personnes"),
    "person": gettext_lazy("la fiche d’une personne"),
    "panel": gettext_lazy("les places du panel"),
    "ranking": gettext_lazy("le classement de la réserve"),
    "receipt": gettext_lazy("un reçu du tirage"),
    "receipts": gettext_lazy("la liste des reçus du tirage"),
    "seating": gettext_lazy("les réponses qui équilibrent des tables"),
    "needs": gettext_lazy("ce qu’il faut prévoir, par numéro de carte"),
    "cards": gettext_lazy("les codes des cartes, pour les imprimer"),
    "openings": gettext_lazy("les ouvertures d’un tirage"),
}


def gaps(request: GuarantorRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    """Once people are forgotten, what can no longer be counted is not shown."""
    found = standing(request.convention, request.viewer)
    numbers = [_("au moins"), _("visé"), _("au plus")]
    numbers += [_("candidatures")] if found and found.knows_pool else []
    numbers += [_("panel tiré")] if found and found.knows_drawn else []
    numbers += [_("panel actuel"), _("écart")]
    shown = {
        "standing": found,
        "unfolded": "tout" in request.GET,
        "columns": (_("Valeur"), *({"label": one, "number": True} for one in numbers)),
    }
    return render(request, "guarantors/gaps.html", shown)


def readings(request: GuarantorRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    """Who looked at what; never of whom."""
    here, viewer = request.convention, request.viewer
    asked = Asked(
        what=request.GET.get("quoi", "")[:20],
        who=request.GET.get("qui", "")[:40],
        since=_day(request.GET.get("depuis", "")),
        until=_day(request.GET.get("jusque", "")),
    )
    page = Paginator(asked_for(here, viewer, asked), PER_PAGE).get_page(request.GET.get("page"))
    columns = (
        _("Quand"),
        _("Qui"),
        _("Ce qui a été lu"),
        {"label": _("Personnes"), "number": True},
    )
    shown = {
        "page": page,
        "rows": [(one, _said(one.what)) for one in page],
        "asked": asked,
        "kinds": [(kind, _said(kind)) for kind in kinds(here, viewer)],
        "readers": readers(here, viewer),
        "columns": columns,
    }
    return render(request, "guarantors/readings.html", shown)


def erasures(request: GuarantorRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    """How many people were forgotten, and when."""
    found = erased(request.convention, request.viewer)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    columns = (_("Quand"), _("Pourquoi"), {"label": _("Personnes"), "number": True})
    return render(request, "guarantors/erasures.html", {"page": page, "columns": columns})


def _said(what: str) -> str:
    return str(WHAT.get(what, what))


def _day(text: str) -> date | None:
    """A day as the browser's field writes it; nothing when it is not one."""
    try:
        return parse_date(text)
    except ValueError:
        return None
