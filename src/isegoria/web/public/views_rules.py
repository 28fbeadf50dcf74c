"""The rules of a convention, read from its charter: who may do what, when, and who can see it."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from isegoria.convention.mandate.queries import calendar_of
from isegoria.core.charter import CHARTER
from isegoria.core.charter.rights import written
from isegoria.web.acting import viewer_of
from isegoria.web.public import calendars, rules
from isegoria.web.public.pages import asked, filters_of, shown

FILTERS = ("role", "tout")


def rules_page(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    about, moment = asked(request), viewer_of(request).at
    wanted, roles = filters_of(request, FILTERS), rules.acting_roles()
    role = wanted["role"] if wanted["role"] in dict(roles) else ""
    calendar = calendar_of(about)
    is_open = {one.item.window for one in calendar if one.item.window and one.is_open(moment)}
    return shown(
        request,
        "rules",
        here="public:rules",
        trail=[(_("Règles"), "")],
        role=role,
        roles=roles,
        chapters=rules.chapters(role, is_open),
        unfolded=bool(role or wanted["tout"]),
        windows=calendars.windows(calendar, about, moment),
    )


def charter(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    """Every right in plain lines: the text that a change of rights shows up in."""
    return HttpResponse(written(CHARTER), content_type="text/plain; charset=utf-8")
