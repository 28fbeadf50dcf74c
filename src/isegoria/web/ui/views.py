"""Two pages of the furniture: a city's accent, and the gallery of components."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from isegoria.web.ui import gallery as shown
from isegoria.web.ui.components import COMPONENTS
from isegoria.web.ui.contrast import lightened, mixed, readable

DARK = "--accent:{light};--accent-strong:{lighter};--accent-paper:{shade};--on-accent:#0b0f13"
SHEET = (
    ":root{{--accent:{accent};--accent-strong:{strong};--accent-paper:{paper};--on-accent:#fff}}"
    f"@media screen and (prefers-color-scheme:dark){{{{:root:not([data-theme=light]){{{{{DARK}}}}}}}}}"
    f"@media screen{{{{:root[data-theme=dark]{{{{{DARK}}}}}}}}}"
)

FOR_ALL = "public, max-age=86400, immutable"


def accent(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    """The few tokens that a city changes, as a sheet of their own."""
    convention = request.convention  # type: ignore[attr-defined]
    colour = convention.accent
    if not readable(colour):
        raise Http404
    light = lightened(colour)
    sheet = SHEET.format(
        accent=colour,
        strong=mixed(colour, "#000000", 0.25),
        paper=mixed(colour, "#ffffff", 0.88),
        light=light,
        lighter=mixed(light, "#ffffff", 0.4),
        shade=mixed(colour, "#11171e", 0.7),
    )
    response = HttpResponse(sheet, content_type="text/css; charset=utf-8")
    response["Cache-Control"] = FOR_ALL if convention.is_public else "no-store"
    return response


def gallery(request: HttpRequest) -> HttpResponse:
    """Each component with its declared props, an example and how it is written."""
    groups = [
        {"title": title, "items": [_item(name, request) for name in names]}
        for title, names in shown.GROUPS.items()
    ]
    return render(request, "ui/gallery.html", {"groups": groups})


def _item(name: str, request: HttpRequest) -> dict[str, Any]:
    component = COMPONENTS[name]
    rows = [
        (_("Requis"), ", ".join(component.needs)),
        (_("Facultatif"), ", ".join(component.takes)),
        *((prop, ", ".join(accepted)) for prop, accepted in component.choices.items()),
        (_("Emplacements"), ", ".join(component.slots)),
    ]
    return {
        "name": name,
        "rows": [row for row in rows if row[1]],
        "example": shown.example(name, request),
        "source": shown.EXAMPLES[name],
        "written": _("Comment écrire « %(name)s »") % {"name": name},
    }
