"""Where one is in the desk, and where one can go: only to pages that one may read."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.web.routes import PAGES

register = template.Library()
SECTIONS = {
    "desk:convention": gettext_lazy("Tableau de bord"),
    "desk:gate": gettext_lazy("Préparation"),
    "desk:describe": gettext_lazy("Présentation"),
    "desk:mandate": gettext_lazy("Mandat"),
    "desk:calendar": gettext_lazy("Calendrier"),
    "desk:people": gettext_lazy("Personnes"),
    "desk:appointments": gettext_lazy("Rôles"),
    "desk:documents": gettext_lazy("Documents"),
    "desk:round_tables": gettext_lazy("Tables rondes"),
    "desk:quotas": gettext_lazy("Quotas"),
    "desk:journal": gettext_lazy("Qui a fait quoi"),
    "desk:matrix": gettext_lazy("Qui voit quoi"),
}
INSTANCE = {
    "desk:home": gettext_lazy("Mes conventions"),
    "desk:create": gettext_lazy("Nouvelle convention"),
    "desk:administration": gettext_lazy("Administration"),
    "desk:components": gettext_lazy("Composants"),
}


@register.inclusion_tag("desk/_nav.html", takes_context=True)
def desk_nav(context: dict[str, Any]) -> dict[str, Any]:
    """The sections of this convention's desk, or of the instance's."""
    convention, viewer = context.get("convention"), context["viewer"]
    sections, where = (SECTIONS, [convention.slug]) if convention else (INSTANCE, [])
    links = [
        (label, reverse(name, args=where))
        for name, label in sections.items()
        if (page := PAGES.get(name)) and (not page.reads or page.reads & viewer.roles)
    ]
    path = context["request"].path
    inside = [url for _label, url in links if path.startswith(url)]
    label = _("Bureau de la convention") if convention else _("Bureau")
    return {"links": links, "current": max(inside, key=len, default=""), "label": label}


@register.inclusion_tag("desk/_trail.html", takes_context=True)
def desk_trail(context: dict[str, Any], *steps: str) -> dict[str, Any]:
    """`{% desk_trail label url label url … here %}`, below the desk and the convention."""
    convention = context.get("convention")
    trail = [(_("Bureau"), reverse("desk:home"))]
    if convention:
        trail.append((convention.title, reverse("desk:convention", args=[convention.slug])))
    above, here = steps[:-1], steps[-1:]
    trail += [*zip(above[::2], above[1::2], strict=True), *((label, "") for label in here)]
    if not steps:
        trail[-1] = (trail[-1][0], "")
    return {"trail": trail}
