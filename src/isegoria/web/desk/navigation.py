"""Where one is in the desk, and where one can go: only to pages that one may read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.core.charter import Role
from isegoria.web.routes import PAGES
from isegoria.web.spoken import spoken
from isegoria.web.workplaces import workplace

register = template.Library()
SECTIONS = {
    "desk:convention": gettext_lazy("Tableau de bord"),
    "desk:gate": gettext_lazy("Préparation"),
    "desk:calendar": gettext_lazy("Calendrier"),
    "desk:documents": gettext_lazy("Documents"),
    "desk:people": gettext_lazy("Personnes"),
    "desk:quotas": gettext_lazy("Quotas"),
    "desk:channels": gettext_lazy("Recrutement"),
    "facilitation:convention": gettext_lazy("Séances"),
    "desk:journal": gettext_lazy("Qui a fait quoi"),
}
MORE = {
    "desk:describe": gettext_lazy("Présentation"),
    "desk:translations": gettext_lazy("Traductions"),
    "desk:mandate": gettext_lazy("Mandat"),
    "desk:round_tables": gettext_lazy("Tables rondes"),
    "desk:indemnities": gettext_lazy("Indemnités"),
    "desk:appointments": gettext_lazy("Rôles"),
    "desk:matrix": gettext_lazy("Qui voit quoi"),
}
INSTANCE = {
    "desk:home": gettext_lazy("Mes conventions"),
    "desk:create": gettext_lazy("Nouvelle convention"),
    "desk:administration": gettext_lazy("Administration"),
    "desk:components": gettext_lazy("Composants"),
}


@dataclass(frozen=True, slots=True)
class Link:
    label: Any
    url: str
    current: bool


@register.inclusion_tag("desk/_nav.html", takes_context=True)
def desk_nav(context: dict[str, Any]) -> dict[str, Any]:
    """The sections of this convention's desk, or of the instance's."""
    convention, roles = context.get("convention"), context["viewer"].roles
    shown, where = ({**SECTIONS, **MORE}, [convention.slug]) if convention else (INSTANCE, [])
    urls = {name: reverse(name, args=where) for name in shown if _opens(name, roles)}
    path = context["request"].path
    here = max((url for url in urls.values() if path.startswith(url)), key=len, default="")
    return {
        "links": _links(INSTANCE if not convention else SECTIONS, urls, here),
        "more": _links(MORE, urls, here),
        "label": _("Bureau de la convention") if convention else _("Bureau"),
    }


def _opens(name: str, roles: frozenset[Role]) -> bool:
    page = PAGES.get(name)
    return page is not None and (not page.reads or bool(page.reads & roles))


def _links(names: Mapping[str, Any], urls: Mapping[str, str], here: str) -> Sequence[Link]:
    return [
        Link(label, urls[name], urls[name] == here) for name, label in names.items() if name in urls
    ]


@register.inclusion_tag("desk/_trail.html", takes_context=True)
def desk_trail(context: dict[str, Any], *steps: str) -> dict[str, Any]:
    """`{% desk_trail label url label url … here %}`, below the desk and the convention."""
    convention, roles = context.get("convention"), context["viewer"].roles
    trail = [(_("Bureau"), reverse("desk:home"))]
    if convention:
        title = spoken(convention.title, convention.language)
        trail.append((title, workplace(roles, convention)))
    above, here = steps[:-1], steps[-1:]
    trail += [*zip(above[::2], above[1::2], strict=True), *((label, "") for label in here)]
    if not steps:
        trail[-1] = (trail[-1][0], "")
    return {"trail": trail}
