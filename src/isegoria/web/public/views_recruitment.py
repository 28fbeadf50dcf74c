"""How the panel is recruited: in words, and in the quota table with the source of each cell."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from isegoria.convention.publishing.library import placed
from isegoria.convention.publishing.models import Place
from isegoria.convention.recruitment.amending import followed_by
from isegoria.convention.recruitment.compositions import seated
from isegoria.convention.recruitment.mailings import is_writing_to_people
from isegoria.convention.recruitment.queries import criteria_of, quota_tables
from isegoria.convention.recruitment.ways import public_channels, rules_of
from isegoria.web.acting import viewer_of
from isegoria.web.public.pages import asked, reading, shown


def recruitment(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    """The version in force, or the one that the address asks for."""
    about = asked(request)
    tables = quota_tables(about, viewer_of(request), with_cells=True)
    tables = [one for one in tables if one.frozen_at]
    number = request.GET.get("version", "")
    table = next((one for one in tables if str(one.number) == number), next(iter(tables), None))
    return shown(
        request,
        "recruitment",
        here="public:recruitment",
        trail=[(_("Recrutement du panel"), "")],
        text=placed(about, reading=reading(request)).get(Place.RECRUITMENT),
        writes=is_writing_to_people(about),
        seated=seated(about),
        table=table,
        tables=tables,
        criteria=criteria_of(table) if table else [],
        channels=public_channels(about),
        rules=next(iter(rules_of(about)), None),
        comparison=followed_by(table, tables) if table else None,
    )
