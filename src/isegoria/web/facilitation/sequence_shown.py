"""A run-sheet as it is read: hours, ways, what is lacking, where each sequence can move to."""

from collections.abc import Sequence as Many
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from isegoria.convention.sessions.models import Session
from isegoria.convention.sessions.sequences import Sequence
from isegoria.core.runsheet.clock import Slot, planned
from isegoria.core.runsheet.library import BY_KEY
from isegoria.core.runsheet.methods import OWN_NAME
from isegoria.core.runsheet.plan import Item, Lack, lacks, shares
from isegoria.core.runsheet.words import (
    MODALITY_NAMES,
    NEED_NAMES,
    OUTPUT_NAMES,
    Modality,
    Need,
    Output,
)
from isegoria.web.facilitation.sequence_forms import LAST, MoveForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sequence with all that a page says of it. up and down: before which one it would go."""

    sequence: Sequence
    slot: Slot
    method: str
    ways: str
    output: str
    equivalents: list[tuple[str, str]]
    lacks: list[str]
    up: str
    down: str
    form: MoveForm | None

    @property
    def is_to_come(self) -> bool:
        return self.sequence.state == "planned"

    @property
    def is_running(self) -> bool:
        return self.sequence.state == "running"


@dataclass(frozen=True, slots=True)
class Share:
    """Minutes of one way; width in hundredths of the longest."""

    name: str
    minutes: int
    width: int


def shown(session: Session, every: Many[Sequence]) -> dict[str, Any]:
    """lines in order; dropped ones apart; what the whole lacks; the balance of the ways."""
    kept = [one for one in every if one.state != "dropped"]
    items = [item_of(one) for one in kept]
    found = lacks(items, room=minutes_of(session))
    return {
        "lines": lines(session, kept, found),
        "dropped": [one for one in every if one.state == "dropped"],
        "lacks": [said(one) for one in found if one.at is None],
        "lacking": len(found),
        "shares": balance(items),
        "total": sum(one.minutes for one in kept),
        "room": minutes_of(session),
    }


def lines(session: Session, kept: Many[Sequence], found: Many[Lack]) -> list[Line]:
    slots = planned(session.starts, [one.minutes for one in kept])
    return [
        Line(
            sequence=one,
            slot=slots[at],
            method=_method(one),
            ways=ways_of(one),
            output=_(OUTPUT_NAMES[Output(one.output)]),
            equivalents=_equivalents(one),
            lacks=[said(lack) for lack in found if lack.at == at],
            **_moves(session, kept, at),
        )
        for at, one in enumerate(kept)
    ]


def item_of(sequence: Sequence) -> Item:
    method = BY_KEY.get(sequence.method)
    return Item(
        title=sequence.title,
        minutes=sequence.minutes,
        modalities=frozenset(Modality(one) for one in sequence.modalities),
        equivalents={Need(need): str(one) for need, one in sequence.equivalents.items()},
        rests=bool(method and method.rests),
    )


def minutes_of(session: Session) -> int:
    return round((session.ends - session.starts).total_seconds() / 60)


def balance(items: Many[Item]) -> list[Share]:
    found = shares(items)
    most = max(found.values(), default=0) or 1
    return [
        Share(_(MODALITY_NAMES[way]), round(minutes), round(100 * minutes / most))
        for way, minutes in found.items()
    ]


def method_name(key: str) -> str:
    return _(BY_KEY[key].name if key in BY_KEY else OWN_NAME)


def _method(sequence: Sequence) -> str:
    """Its name, unless the title says it already."""
    name = method_name(sequence.method)
    return "" if name.startswith(sequence.title) else name


def ways_of(sequence: Sequence) -> str:
    return ", ".join(_(MODALITY_NAMES[Modality(one)]) for one in sequence.modalities)


def said(lack: Lack) -> str:
    return lack.sentence.translated(_)


def _equivalents(sequence: Sequence) -> list[tuple[str, str]]:
    return [(_(name), sequence.equivalents.get(need, "")) for need, name in NEED_NAMES.items()]


def _moves(session: Session, kept: Many[Sequence], at: int) -> dict[str, Any]:
    """Only what is to come moves, and only among what is to come."""
    one = kept[at]
    if one.state != "planned" or session.is_over:
        return {"up": "", "down": "", "form": None}
    before, after = kept[at - 1] if at else None, kept[at + 1 : at + 3]
    down = (str(after[1].pk) if len(after) > 1 else LAST) if after else ""
    return {
        "up": str(before.pk) if before and before.state == "planned" else "",
        "down": down,
        "form": MoveForm(others=(), base=one.revision, auto_id=False),
    }
