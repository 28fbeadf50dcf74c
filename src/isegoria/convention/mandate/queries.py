"""Reads of what is asked and when."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from uuid import UUID

from django.db.models import F, Q, QuerySet

from isegoria.convention.mandate.models import (
    CalendarDate,
    CalendarItem,
    Convention,
    MandateVersion,
)
from isegoria.core.charter import Window


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """An item with all that was said of its dates: the first plan, the last, and what happened."""

    item: CalendarItem
    dates: tuple[CalendarDate, ...]

    @property
    def first_planned(self) -> CalendarDate | None:
        return next((one for one in self.dates if one.nature == "planned"), None)

    @property
    def last_planned(self) -> CalendarDate | None:
        return next((one for one in reversed(self.dates) if one.nature == "planned"), None)

    @property
    def actual(self) -> CalendarDate | None:
        return next((one for one in self.dates if one.nature == "actual"), None)

    @property
    def current(self) -> CalendarDate:
        """What holds now: the actual date, else the last one planned."""
        return self.actual or self.dates[-1]

    @property
    def drift(self) -> timedelta:
        """From the end first announced to the end that holds now; positive is late.

        What falls within a span that was announced is neither late nor early.
        """
        first, now = self.dates[0], self.current
        if first.starts <= now.starts and now.ends <= first.ends:
            return timedelta()
        return now.ends - first.ends

    def is_open(self, at: datetime) -> bool:
        return self.item.state != "cancelled" and self.current.starts <= at <= self.current.ends

    def is_past(self, at: datetime) -> bool:
        return self.current.ends < at

    def is_overdue(self, at: datetime) -> bool:
        """Planned, past, and nobody has said what happened."""
        return self.item.state == "planned" and not self.item.window and self.is_past(at)


def calendar_of(convention: Convention) -> list[Dated]:
    """The whole calendar, in the order of the dates that hold. One query."""
    return calendars_of([convention])[convention.pk]


def calendars_of(conventions: Iterable[Convention]) -> dict[UUID, list[Dated]]:
    """The calendar of each of these conventions. One query in all."""
    conventions = list(conventions)
    return _dated(conventions, _with_item().filter(item__convention__in=conventions))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """What a front page says of a calendar: its windows, what comes next, how much is overdue."""

    windows: tuple[Dated, ...]
    coming: Dated | None
    overdue: int


def ahead_of(conventions: Iterable[Convention], at: datetime) -> dict[UUID, Ahead]:
    """What lies ahead of each. Two queries in all, whatever the length of the calendars."""
    conventions = list(conventions)
    windows, last = _in_brief([one.pk for one in conventions])
    overdue = Counter(one.convention for one in last if one.ends < at)
    ahead = sorted((one for one in last if one.ends >= at), key=lambda one: one.order(at))
    coming = {one.convention: one.item for one in reversed(ahead)}
    shown = _with_item().filter(item__in=[*windows, *coming.values()])
    found: dict[UUID, Ahead] = {}
    for key, dated in _dated(conventions, shown).items():
        found[key] = Ahead(
            windows=tuple(one for one in dated if one.item.window),
            coming=next((one for one in dated if not one.item.window), None),
            overdue=overdue[key],
        )
    return found


@dataclass(frozen=True, slots=True)
class _Brief:
    """When a planned item falls, by the last that was said of it."""

    item: UUID
    convention: UUID
    starts: datetime
    ends: datetime

    def order(self, at: datetime) -> tuple[datetime, datetime, UUID]:
        """What has begun is as near as what begins now; then the first to end."""
        return max(self.starts, at), self.ends, self.item


def _in_brief(conventions: list[UUID]) -> tuple[set[UUID], list[_Brief]]:
    """The windows, and the items still planned. One query."""
    windows, last = set[UUID](), dict[UUID, _Brief]()
    for item, convention, window, starts, ends in _spans().filter(item__convention__in=conventions):
        if window:
            windows.add(item)
        else:
            last[item] = _Brief(item, convention, starts, ends)
    return windows, list(last.values())


@cache
def _spans() -> QuerySet[CalendarDate, tuple[UUID, UUID, str, datetime, datetime]]:
    """Composed once, as `_with_item`: every front page asks them."""
    found = CalendarDate.objects.filter(~Q(item__window="") | Q(item__state="planned"))
    return found.order_by("number").values_list(
        "item_id", "item__convention_id", "item__window", "starts", "ends"
    )


@cache
def _with_item() -> QuerySet[CalendarDate]:
    return CalendarDate.objects.select_related("item").order_by("number")


def _dated(
    conventions: Iterable[Convention], dates: QuerySet[CalendarDate]
) -> dict[UUID, list[Dated]]:
    """The items of these conventions that have one of these dates, in the order of dates."""
    found: dict[UUID, list[Dated]] = {one.pk: [] for one in conventions}
    said: dict[CalendarItem, list[CalendarDate]] = defaultdict(list)
    for date in dates:
        said[date.item].append(date)
    for item, kept in said.items():
        found[item.convention_id].append(Dated(item=item, dates=tuple(kept)))
    for calendar in found.values():
        calendar.sort(key=lambda one: (one.current.starts, one.item.label))
    return found


def public_conventions(words: str = "") -> QuerySet[Convention]:
    """The conventions that anybody may see, the newest first; made-up ones come last."""
    found = Convention.objects.exclude(state__in=["", "draft"])
    for word in words.split()[:6]:
        found = found.filter(
            Q(title__icontains=word) | Q(question__icontains=word) | Q(commissioner__icontains=word)
        )
    return found.order_by("fictional", F("launched_at").desc(nulls_first=True), "title")


def open_windows(convention: UUID, *, at: datetime) -> frozenset[Window]:
    """The charter's windows that are open at that instant. One query."""
    rows = (
        CalendarDate.objects.filter(item__convention=convention)
        .exclude(item__window="")
        .exclude(item__state="cancelled")
        .order_by("item", "number")
        .values_list("item__window", "starts", "ends")
    )
    latest = {window: (starts, ends) for window, starts, ends in rows}
    return frozenset(
        Window(window) for window, (starts, ends) in latest.items() if starts <= at <= ends
    )


def convention_at(slug: str) -> Convention | None:
    """The convention that has this address."""
    return next(iter(_conventions().filter(slug=slug)), None)  # the only one: no order to ask


@cache
def _conventions() -> QuerySet[Convention]:
    """Composed once: every request asks it."""
    return Convention.objects.order_by()


def holds_conventions() -> bool:
    """Whether there is any convention, public or not."""
    return Convention.objects.exists()


def calendar_item(convention: Convention, key: UUID) -> Dated | None:
    """One item of a convention's calendar, with all that was said of its dates."""
    item = CalendarItem.objects.filter(convention=convention, pk=key).first()
    return Dated(item=item, dates=tuple(item.dates.order_by("number"))) if item else None


def mandates_of(convention: Convention) -> list[MandateVersion]:
    """Every version of the mandate, the newest first."""
    return list(MandateVersion.objects.filter(convention=convention).order_by("-number"))


def mandate_in_force(convention: Convention) -> MandateVersion | None:
    """The last version of the mandate."""
    return MandateVersion.objects.filter(convention=convention).order_by("-number").first()


def mandates_in_force(conventions: Iterable[Convention]) -> dict[UUID, MandateVersion]:
    """The last version of the mandate of each convention that has one. One query."""
    found = MandateVersion.objects.filter(convention__in=list(conventions)).order_by("number")
    return {one.convention_id: one for one in found}
