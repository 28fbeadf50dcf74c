"""What a convention rests on: its mandate, its calendar, its readiness gate."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from isegoria.convention.governance.correspondence import opinions_of
from isegoria.convention.mandate.models import Lane
from isegoria.convention.mandate.queries import calendar_of, mandates_of
from isegoria.convention.publishing.library import placed
from isegoria.convention.publishing.models import Place
from isegoria.convention.stewardship.queries import readiness
from isegoria.web.acting import viewer_of
from isegoria.web.gate import GATE_NAMES
from isegoria.web.public import calendars, gates, mandates
from isegoria.web.public.pages import asked, filters_of, reading, shown


def mandate(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    """Every version of the mandate, with what changed from the one before."""
    about = asked(request)
    pages = placed(about, reading=reading(request))
    return shown(
        request,
        "mandate",
        here="public:mandate",
        trail=[(_("Mandat"), "")],
        versions=mandates.compared(mandates_of(about), about.language),
        commitment=pages.get(Place.COMMITMENT),
    )


def calendar(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    """Three lanes; each date as it was announced, as it stands, and as it was."""
    about, moment = asked(request), viewer_of(request).at
    found, lane = calendar_of(about), filters_of(request, ["ligne"])["ligne"]
    lane = lane if lane in Lane else ""
    return shown(
        request,
        "calendar",
        here="public:calendar",
        trail=[(_("Calendrier"), "")],
        lane=lane,
        lanes=calendars.lanes(found, about, moment, lane),
        choices=Lane.choices,
        windows=calendars.windows(found, about, moment),
        late=calendars.overdue(found, moment),
    )


def gate(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    """What must be public before a launch: there or missing, and what the guarantors said."""
    about, items = asked(request), readiness(asked(request))
    return shown(
        request,
        "gate",
        here="public:gate",
        trail=[(_("Préparation"), "")],
        items=gates.checklist(items, about),
        there=sum(item.met for item in items),
        count=len(items),
        opinions=opinions_of(about),
        missing=[GATE_NAMES[one] for one in about.passed_over],
    )
