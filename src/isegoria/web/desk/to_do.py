"""What to do first, in words, each with the page on which it is done."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from isegoria.convention.governance.mailbox import load_of
from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.queries import Mine
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.stewardship.todo import ToDo, to_do
from isegoria.web.desk.gates import page_of
from isegoria.web.gate import GATE_NAMES
from isegoria.web.routes import PAGES
from isegoria.web.spoken import spoken
from isegoria.web.workplaces import workplace

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


def lines(convention: Convention, viewer: Viewer, lacking: list[str] | None = None) -> list[Line]:
    """What to do in one convention; `lacking` as in `to_do` (none, where the gate is beside)."""
    return [
        Line(_sentence(one), _url(one), one.due, one.late)
        for one in to_do(convention, viewer, lacking)
    ]


@dataclass(frozen=True, slots=True)
class Work:
    """A convention in which somebody works: as what, from which page, what waits for them,
    and whether any working page opens for their roles."""

    mine: Mine
    url: str
    lines: list[Line]
    has_pages: bool


def work(mine: Mine, viewer: Viewer) -> Work:
    """Each convention is read with the roles that are held there."""
    here = Viewer(viewer.account, frozenset(mine.roles), viewer.at)
    tasks = [*_letters(mine.convention, here), *lines(mine.convention, here)]
    door = workplace(mine.roles, mine.convention)
    public = reverse("public:convention", args=[mine.convention.slug])
    return Work(mine, door or public, tasks, has_pages=bool(door))


def _letters(convention: Convention, viewer: Viewer) -> list[Line]:
    """How many messages wait for the guarantors, to guarantors alone."""
    load = load_of(convention, viewer)
    if not load.waiting:
        return []
    sentence = ngettext(
        "%(count)s message attend une réponse.",
        "%(count)s messages attendent une réponse.",
        load.waiting,
    ) % {"count": load.waiting}
    url = reverse("guarantors:mailbox", args=[convention.slug])
    return [Line(sentence, url, None, bool(load.overdue))]


def _sentence(one: ToDo) -> str:
    """Its own words are the reader's; what it is about is the city's."""
    if one.kind in {"gate", "quotas"}:
        return _(SENTENCES[one.kind]).format(about=GATE_NAMES.get(one.about, one.about))
    about = spoken(one.about, one.convention.language)
    return format_html(_(SENTENCES[one.kind]), about=about)


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
