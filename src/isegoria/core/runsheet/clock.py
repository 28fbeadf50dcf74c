"""When each sequence comes: as planned, and as it turns out on the day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """How long a sequence was given, and when it began and ended, if it did."""

    minutes: int
    began: datetime | None = None
    ended: datetime | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """From one instant to another."""

    starts: datetime
    ends: datetime


def planned(start: datetime, minutes: Iterable[int]) -> list[Slot]:
    """One after the other from the start of the session, as if nothing ever ran over."""
    slots = []
    for one in minutes:
        slots.append(Slot(start, start + timedelta(minutes=one)))
        start = slots[-1].ends
    return slots


def expected(start: datetime, items: Sequence[Length], now: datetime) -> list[Slot]:
    """What was, then what is to come: no sequence is over before now, and none starts before."""
    slots, waiting = [], False
    for one in items:
        begins = one.began or max(start, now)
        due = begins + timedelta(minutes=one.minutes)
        ends = one.ended or (max(due, now) if one.began else due)
        slots.append(Slot(begins, ends))
        waiting = waiting or one.began is None
        start = max(start, ends) if waiting else ends  # a session may begin before its hour
    return slots


def minutes_left(item: Length, now: datetime) -> int:
    """Whole minutes until a running sequence is due to end; below zero, minutes over."""
    if item.began is None:
        return item.minutes
    seconds = (item.began + timedelta(minutes=item.minutes) - now).total_seconds()
    return -int(-seconds // 60) if seconds > 0 else int(seconds // 60)
