"""The composition of the panel: totals by criterion, as tables, bars and a spreadsheet."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from isegoria.convention.recruitment.compositions import compositions, seated, tables_of
from isegoria.convention.recruitment.draws import Composition
from isegoria.web.papers import tables as sheets
from isegoria.web.public.bars import drawn
from isegoria.web.public.pages import asked, at, shown


def composition(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    """The version that the address asks for, or the newest."""
    about = asked(request)
    versions = compositions(about)
    found = _asked_for(request, versions)
    tables = tables_of(found) if found else []
    numbers = (_("visé"), _("candidatures"), _("panel"))
    return shown(
        request,
        "composition",
        here="public:recruitment",
        trail=[
            (_("Recrutement du panel"), at("public:recruitment", about)),
            (_("Composition"), ""),
        ],
        composition=found,
        versions=versions,
        columns=(_("Valeurs"), *({"label": one, "number": True} for one in numbers)),
        seated=seated(about),
        unfolded="tout" in request.GET,
        folded=f"?version={found.number}" if found else "",
        kept=f"&version={found.number}" if found else "",
        tables=[(one, drawn(one, found.seats, found.pool)) for one in tables] if found else [],
    )


def composition_csv(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    found = next((one for one in compositions(asked(request)) if one.number == number), None)
    if found is None:
        raise Http404
    header = (_("critère"), _("valeurs"), _("visé"), _("candidatures"), _("panel"))
    rows = (
        (table.criterion, ", ".join(one.values), one.target, one.pool, one.panel)
        for table in tables_of(found)
        for one in table.groups
    )
    answer = HttpResponse(sheets.table(header, rows), content_type=sheets.MEDIA_TYPE)
    name = f"{slug}-composition-v{number}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _asked_for(request: HttpRequest, versions: list[Composition]) -> Composition | None:
    number = request.GET.get("version", "")
    asked_for = (one for one in versions if str(one.number) == number)
    return next(asked_for, versions[0] if versions else None)
