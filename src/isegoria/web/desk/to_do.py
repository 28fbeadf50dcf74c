"""What to do first, in words, each with the page on which it is done."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.queries import Mine
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.stewardship.todo import ToDo, to_do
from isegoria.web.desk.gates import page_of
from isegoria.web.gate import GATE_NAMES
from isegoria.web.routes import PAGES

SENTENCES = {
    "overdue": gettext_noop("« {about} » est passé : notez la date réelle, déplacez ou annulez."),
    "closing": gettext_noop("La période « {about} » se termine bientôt."),
    "opening": gettext_noop("« {about} » commence bientôt."),
    "gate": gettext_noop("Il manque au portail de préparation : {about}."),
    "draft": gettext_noop("Le brouillon « {about} » attend d’être relu et validé."),
    "validated": gettext_noop("« {about} » est validé et attend d’être publié."),
    "quotas": gettext_noop("La table des quotas, version {about}, attend d’être figée."),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list: what, by when, where."""

    sentence: str
    url: str
    due: datetime | None
    late: bool


def lines(convention: Convention, viewer: Viewer) -> list[Line]:
    return [Line(_sentence(one), _url(one), one.due, one.late) for one in to_do(convention, viewer)]


def rows(mine: Mine, viewer: Viewer) -> list[Line]:
    """For somebody who works in several conventions: each is read with the roles held there."""
    return lines(mine.convention, Viewer(viewer.account, frozenset(mine.roles), viewer.at))


def _sentence(one: ToDo) -> str:
    about = str(GATE_NAMES[one.about]) if one.kind == "gate" else one.about
    return _(SENTENCES[one.kind]).format(about=about)


def _url(one: ToDo) -> str:
    slug = one.convention.slug
    match one.kind:
        case "gate":
            return page_of(one.convention, one.key)
        case "draft" | "validated":
            name = "desk:version" if "desk:version" in PAGES else "desk:documents"
            return reverse(name, args=[slug, one.key] if name == "desk:version" else [slug])
        case "quotas":
            return reverse("desk:quota_table", args=[slug, int(one.key)])
    return reverse("desk:calendar_item", args=[slug, one.key])
