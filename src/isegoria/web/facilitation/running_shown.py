"""A session under way: what is being done, how long is left, what comes next, when all ends."""

from collections.abc import Sequence as Many
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from isegoria.convention.sessions.models import Session
from isegoria.convention.sessions.sequences import Sequence
from isegoria.core.runsheet.clock import Length, Slot, expected, minutes_left


@dataclass(frozen=True, slots=True)
class Step:
    """One sequence of the day, and when it was or will be."""

    sequence: Sequence
    slot: Slot

    @property
    def is_to_come(self) -> bool:
        return self.sequence.state == "planned"


def shown(session: Session, every: Many[Sequence], now: datetime) -> dict[str, Any]:
    """current and next (or None); minutes left or over; each step; minutes late at the end."""
    kept = [one for one in every if one.state != "dropped"]
    slots = expected(session.starts, [length_of(one) for one in kept], now)
    current = next((one for one in kept if one.state == "running"), None)
    left = minutes_left(length_of(current), now) if current else 0
    late = round((slots[-1].ends - session.ends).total_seconds() / 60) if slots else 0
    return {
        "steps": [Step(one, slot) for one, slot in zip(kept, slots, strict=True)],
        "current": current,
        "due": planned_end(current),
        "left": max(left, 0),
        "over": max(-left, 0),
        "next": next_of(kept),
        "ends": slots[-1].ends if slots else None,
        "late": max(0, late),
        "fingerprint": "-".join(f"{one.pk.hex[:6]}{one.revision}" for one in every),
    }


def next_of(kept: Many[Sequence]) -> Sequence | None:
    """The first to come after what was last begun; else the first that is still to come."""
    begun = [at for at, one in enumerate(kept) if one.state in {"running", "done"}]
    after = kept[begun[-1] + 1 :] if begun else kept
    return next((one for one in [*after, *kept] if one.state == "planned"), None)


def length_of(sequence: Sequence) -> Length:
    return Length(minutes=sequence.minutes, began=sequence.started_at, ended=sequence.ended_at)


def planned_end(sequence: Sequence | None) -> datetime | None:
    if sequence is None or sequence.started_at is None:
        return None
    return expected(sequence.started_at, [length_of(sequence)], sequence.started_at)[0].ends
