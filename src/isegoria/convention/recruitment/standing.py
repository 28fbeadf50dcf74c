"""Which people are still sought, for those who look for them: cells, and never anybody.

What is said of people is opened for computing only. Opening a thousand of them takes longer than
computing, so what was opened stays in this process, under the very words that were sealed: a
correction is opened anew, and whoever leaves the pool is forgotten at the next look.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from math import ceil
from typing import Literal, TypeVar
from uuid import UUID

from django.db.models import Count, Q

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.recruitment import keyring
from isegoria.convention.recruitment.candidates import IN_THE_POOL, Candidate
from isegoria.convention.recruitment.channels import Channel, Relay, works_for
from isegoria.convention.recruitment.models import QuotaTable
from isegoria.convention.recruitment.pool import quotas_of
from isegoria.convention.recruitment.queries import table_in_force
from isegoria.core.sortition.fitting import Cell, Standing, fits, standing
from isegoria.core.sortition.model import Person, Problem, Quota

MOST_KEPT = 8  # conventions that recruit at once, in one process

T = TypeVar("T")
Key = tuple[UUID, int, str]  # who, at which revision, in which sealed words
Opened = dict[Key, Mapping[str, str]]
_opened: dict[UUID, Opened] = {}
_last: dict[UUID, tuple[object, Standing]] = {}


@dataclass(frozen=True, slots=True)
class Sought:
    """A cell as a relay sees it: not how many people are in it, but how many more may be.

    worth: the contacts that one more person of this cell spares; 1 is the average of all.
    """

    quota: Quota
    state: str
    least: int
    most: int
    worth: float

    @classmethod
    def of(cls, cell: Cell) -> "Sought":
        return cls(cell.quota, cell.state, cell.least, cell.most, cell.price)


@dataclass(frozen=True, slots=True)
class Group:
    """The cells of one criterion."""

    criterion: str
    cells: tuple[Sought, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What entering somebody would do for the panel.

    `fits`: they are to be taken. `full`: there is enough of some of their values. `beside`: each
    is of use, but not together. `spare`: a panel can be drawn already. `lost`: with them, none could.
    """

    kind: Literal["fits", "full", "beside", "spare", "lost"]
    missing: int | None
    full: tuple[Quota, ...] = ()


@dataclass(frozen=True, slots=True)
class Board:
    """Where the recruitment stands, seen by one relay.

    own: the cell of its channel. missing: people still to enter, at the least; None when no panel
    can be met. contacts: about how many people who agree are still to be met for that.
    """

    groups: tuple[Group, ...]
    own: Sought | None
    missing: int | None
    contacts: int
    _now: Standing
    _channel: Channel

    def verdict(self, answers: Mapping[str, str]) -> Verdict:
        """What somebody who answers so would change. Nothing of it is kept."""
        said = {**answers, self._channel.criterion: self._channel.value}
        criteria = self._now.problem.criteria
        person = Person("", tuple(said.get(one, "") for one in criteria))
        fit = fits(self._now, person)
        if fit.missing is None:
            return Verdict("lost", None, fit.full)
        if self.missing == 0:
            return Verdict("spare", 0)
        if fit.helps:
            return Verdict("fits", fit.missing)
        full = tuple(one for one in fit.full if self._is_full(one))
        return Verdict("full" if full else "beside", fit.missing, full)

    def _is_full(self, quota: Quota) -> bool:
        """A channel with exact quotas is worth nothing by itself: it is full when it has no seat."""
        own = self.own
        return own is None or quota != own.quota or own.most == 0


def board_of(relay: Relay, viewer: Viewer) -> Board | None:
    """The cells, for whoever works for this relay; None without a table in force."""
    convention = relay.channel.convention
    table = table_in_force(convention)
    if table is None or not works_for(viewer.account, relay, viewer.at):
        return None
    now = _standing(convention, table)
    own = (relay.channel.criterion, relay.channel.value)
    mine = [one for one in now.cells if (one.quota.criterion, one.quota.value) == own]
    others = [one for one in now.cells if one.quota.criterion != relay.channel.criterion]
    return Board(
        groups=tuple(
            Group(name, tuple(Sought.of(one) for one in cells))
            for name, cells in groupby(others, key=lambda one: one.quota.criterion)
        ),
        own=next(map(Sought.of, mine), None),
        missing=now.missing,
        contacts=ceil(now.contacts),
        _now=now,
        _channel=relay.channel,
    )


def _standing(convention: Convention, table: QuotaTable) -> Standing:
    quotas = quotas_of(table)
    rooms = _rooms(convention)
    rows = list(
        Candidate.objects.filter(convention=convention, state__in=IN_THE_POOL)
        .order_by("code")
        .values_list("pk", "revision", "sealed_answers", "household")
    )
    key = (table.pk, table.revision, sorted(rooms.items()), rows)
    kept = _last.get(convention.pk)
    if kept is not None and kept[0] == key:
        return kept[1]
    said = _answers(convention, [row[:3] for row in rows])
    people = _people(quotas, said, [row[3] for row in rows])
    now = standing(Problem(quotas=quotas, people=people, seats=table.panel_size), rooms)
    _keep(_last, convention.pk, (key, now))
    return now


def _people(
    quotas: tuple[Quota, ...], said: list[Mapping[str, str]], homes: list[str]
) -> tuple[Person, ...]:
    """Whoever answered everything. They are called by a number that leads to nobody."""
    criteria = tuple(dict.fromkeys(quota.criterion for quota in quotas))
    values = [tuple(one.get(name, "") for name in criteria) for one in said]
    return tuple(
        Person(str(number), theirs, home)
        for number, (theirs, home) in enumerate(zip(values, homes, strict=True))
        if all(theirs)
    )


def _answers(convention: Convention, keys: list[Key]) -> list[Mapping[str, str]]:
    before = _opened.get(convention.pk, {})
    now = {key: before[key] if key in before else keyring.opened(key[0], key[2]) for key in keys}
    _keep(_opened, convention.pk, now)
    return list(now.values())


def _keep(shelf: dict[UUID, T], where: UUID, what: T) -> None:
    shelf.pop(where, None)
    shelf[where] = what
    while len(shelf) > MOST_KEPT:
        shelf.pop(next(iter(shelf)), None)


def _rooms(convention: Convention) -> dict[tuple[str, str], int]:
    """How many more people can come by a channel: nobody once it is closed, and those who are
    still expected where somebody said how many there can be."""
    pool = Q(relays__candidates__state__in=IN_THE_POOL)
    found = Channel.objects.filter(convention=convention)
    found = found.exclude(state="open", expected=None)
    rows = found.annotate(entered=Count("relays__candidates", filter=pool))
    return {
        (one.criterion, one.value): max(0, (one.expected or 0) - one.entered)
        if one.state == "open"
        else 0
        for one in rows
    }
