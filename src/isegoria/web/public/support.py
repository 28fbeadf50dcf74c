"""What is done so that everybody can take part: totals in which nobody is recognised."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from isegoria.convention.recruitment.provisions import provisions_named
from isegoria.convention.sessions.indemnifying import schemes_of, sums_of
from isegoria.convention.sessions.provided import ProvisionTotals, totals_of
from isegoria.core.provisions import ASKED, FATES, NOT_PROVIDED, PLANNED, PROVIDED
from isegoria.web.public.pages import asked, shown


def support(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    here = asked(request)
    totals, schemes = totals_of(here), schemes_of(here)
    numbers = (_("demandes"), _("fournies"), _("pas fournies"), _("sans suite notée"))
    return shown(
        request,
        "support",
        here="public:support",
        trail=[(_("Aides et indemnités"), "")],
        totals=totals,
        scheme=schemes[0] if schemes else None,
        earlier=schemes[1:],
        sums=sums_of(here),
        rows=_rows(totals) if totals else [],
        columns=(_("Ce qui est demandé"), *({"label": one, "number": True} for one in numbers)),
    )


def _rows(totals: ProvisionTotals) -> list[dict[str, Any]]:
    rows = []
    for one in totals.rows:
        ended = dict(zip(FATES, one["fates"], strict=False))
        rows.append(
            {
                "kinds": provisions_named(one["kinds"]),
                "asked": one["asked"],
                "told": bool(ended),
                "provided": ended.get(PROVIDED, 0),
                "not_provided": ended.get(NOT_PROVIDED, 0),
                "unsaid": ended.get(ASKED, 0) + ended.get(PLANNED, 0),
            }
        )
    return rows
