"""The thread: where a convention is, from its mandate to its roadmap, and when each part is due."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy

from isegoria.convention.mandate.models import Convention
from isegoria.convention.mandate.queries import Dated
from isegoria.core.charter import Window
from isegoria.web.addresses import address
from isegoria.web.dates import say, say_drift


@dataclass(frozen=True, slots=True)
class Knot:
    """One part of the thread: the convention's states in which it is lit, and its window."""

    name: Any
    states: tuple[str, ...]
    window: str
    page: str


KNOTS = (
    Knot(gettext_lazy("Mandat"), ("draft", "prepared"), Window.PREPARATION, "public:mandate"),
    Knot(gettext_lazy("Panel"), ("launched", "recruiting"), Window.RECRUITMENT, "public:recruitment"),
    Knot(gettext_lazy("Séances"), ("in_session",), Window.SESSIONS, "public:calendar"),
    Knot(gettext_lazy("Propositions"), ("proposals_delivered",), "", "public:documents"),
    Knot(gettext_lazy("Avis des services"), ("under_study",), Window.STUDIES, "public:calendar"),
    Knot(gettext_lazy("Conseil"), ("deliberated",), Window.COUNCIL, "public:calendar"),
    Knot(gettext_lazy("Feuille de route"), ("follow_up",), Window.FOLLOW_UP, "public:calendar"),
)  # fmt: skip
WHERE = {
    "draft": gettext_lazy("en préparation"),
    "prepared": gettext_lazy("en préparation"),
    "launched": gettext_lazy("lancée, recrutement à venir"),
    "recruiting": gettext_lazy("recrutement en cours"),
    "in_session": gettext_lazy("séances en cours"),
    "proposals_delivered": gettext_lazy("propositions remises"),
    "under_study": gettext_lazy("étude en cours"),
    "deliberated": gettext_lazy("le conseil a délibéré"),
    "follow_up": gettext_lazy("suivi en cours"),
}
DONE, NEXT, LATE = gettext_lazy("fait"), gettext_lazy("à venir"), gettext_lazy("en retard")
OPEN = gettext_lazy("période ouverte")


def thread(
    convention: Convention, calendar: Sequence[Dated], moment: datetime
) -> list[dict[str, Any]]:
    """The parts of the thread, as the component `thread` shows them."""
    lit = next(place for place, knot in enumerate(KNOTS) if convention.state in knot.states)
    windows = {one.item.window: one for one in calendar if one.item.window}
    return [
        {
            "name": knot.name,
            "url": address(knot.page, convention.slug),
            **_when(convention, windows, knot),
            **_state(convention, place - lit, windows.get(knot.window), moment),
        }
        for place, knot in enumerate(KNOTS)
    ]


def where(convention: Convention) -> Any:
    """Where the convention is, in a few words."""
    return WHERE[convention.state]


def _when(convention: Convention, windows: Mapping[str, Dated], knot: Knot) -> dict[str, str]:
    dated = windows.get(knot.window) if knot.window else None
    if dated is None:
        return {"when": "", "drift": ""}
    return {"when": say(dated.current, convention.zone), "drift": say_drift(dated.drift)}


def _state(
    convention: Convention, distance: int, dated: Dated | None, moment: datetime
) -> dict[str, Any]:
    if distance < 0:
        return {"state": "done", "said": DONE}
    if distance == 0:
        return {"state": "current", "said": where(convention)}
    if dated and dated.is_past(moment):
        return {"state": "late", "said": LATE}
    reached = distance == 1 and convention.state not in KNOTS[0].states
    return {"state": "next", "said": OPEN if reached and dated and dated.is_open(moment) else NEXT}
