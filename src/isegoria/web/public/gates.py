"""The readiness gate as a page shows it: each thing, there or missing, and where it is seen."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from isegoria.convention.governance.models import Verdict
from isegoria.convention.mandate.models import Convention
from isegoria.convention.stewardship.queries import GateItem
from isegoria.web.gate import GATE_NAMES
from isegoria.web.public.pages import at

SEEN = {
    "mandate": ("public:mandate", ""),
    "calendar": ("public:calendar", ""),
    "committee_members": ("public:who", ""),
    "committee_mission": ("public:who", ""),
    "quotas": ("public:recruitment", ""),
    "presentation": ("public:convention", "#presentation"),
    "opinion": ("public:gate", "#avis"),
}


def checklist(items: Iterable[GateItem], convention: Convention) -> list[dict[str, Any]]:
    """The items as the component `checklist` shows them."""
    return [_item(item, convention) for item in items]


def _item(item: GateItem, convention: Convention) -> dict[str, Any]:
    name, anchor = SEEN[item.key]
    launched_without = item.key in convention.passed_over
    return {
        "state": "met" if item.met else "waived" if launched_without else "missing",
        "said": _("présent")
        if item.met
        else _("absent au lancement")
        if launched_without
        else _("il manque"),
        "name": GATE_NAMES[item.key],
        "url": at(name, convention) + anchor if item.met else "",
        "detail": _detail(item, late=item.met and launched_without),
    }


def _detail(item: GateItem, *, late: bool) -> str:
    if late:
        return _("ajouté après le lancement")
    if item.key == "opinion" and item.detail:
        return str(Verdict(item.detail).label)
    return ""
