"""Where the recruitment stands: who may be drawn, who cannot yet, and what comes next."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.convention.mandate.models import Convention
from isegoria.convention.recruitment import ways
from isegoria.convention.recruitment.candidates import pool_is_closed
from isegoria.convention.recruitment.forgetting import erasure_day
from isegoria.convention.recruitment.gauging import feasibility_of, gauges_of
from isegoria.convention.recruitment.pool import Pool, panel_of, pool_of
from isegoria.web.dates import say_short_day
from isegoria.web.recruiters.asking import RecruiterRequest
from isegoria.web.routes import PAGES

MOST_NAMED = 50
Step = dict[str, Any]


def convention(request: RecruiterRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    here = request.convention
    pool, closed = pool_of(here), pool_is_closed(here)
    shown: dict[str, Any] = {"pool": pool, "panel": panel_of(here), "closed": closed}
    if pool is not None:
        shown |= {
            "gauges": gauges_of(pool),
            "incomplete": pool.incomplete[:MOST_NAMED],
        }
    if pool is not None and not closed:
        shown["feasibility"] = found = feasibility_of(pool)
        shown["impossible"] = found.impossible.translated(_) if found.impossible else ""
    shown["steps"] = _steps(request, pool, closed=closed, possible=_is_possible(shown))
    return render(request, "recruiters/convention.html", shown)


def _is_possible(shown: dict[str, Any]) -> bool:
    found = shown.get("feasibility")
    return bool(found and found.possible)


def _steps(
    request: RecruiterRequest, pool: Pool | None, *, closed: bool, possible: bool
) -> list[Step]:
    """What is done, and what comes next, in the order in which it is done."""
    here = request.convention
    channels = ways.public_channels(here)
    rules, due = ways.rules_of(here), erasure_day(here)
    return [
        _step(_("La table des quotas est figée"), met=pool is not None),
        _step(
            _("Des voies de recrutement sont ouvertes"),
            met=bool(channels),
            url=reverse("desk:channels", args=[here.slug]),
        ),
        _step(
            _("Les règles de la vie du panel sont fixées"),
            met=bool(rules),
            url=reverse("recruiters:rules", args=[here.slug]),
        ),
        _step(_("Un panel peut être tiré"), met=closed or possible),
        _step(_("La liste du tirage est scellée"), met=closed, url=_draw_page(here)),
        _step(
            _("Les personnes non retenues sont effacées"),
            url=reverse("recruiters:erasure", args=[here.slug]),
            detail=_due(due, request),
        ),
    ]


def _step(name: str, *, met: bool = False, url: str = "", detail: str = "") -> Step:
    said = _("fait") if met else _("à faire")
    return {
        "name": name,
        "state": "met" if met else "missing",
        "said": said,
        "url": url,
        "detail": detail,
    }


def _draw_page(here: Convention) -> str:
    return reverse("recruiters:draws", args=[here.slug]) if "recruiters:draws" in PAGES else ""


def _due(due: date | None, request: RecruiterRequest) -> str:
    if due is None:
        return _("la date n’est pas encore fixée")
    today = request.viewer.at.astimezone(request.convention.zone).date()
    day = say_short_day(due)
    if due <= today:
        return _("la date est venue : %(day)s") % {"day": day}
    return _("à partir du %(day)s") % {"day": day}
