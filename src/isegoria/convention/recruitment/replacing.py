"""Who should be called when somebody leaves. For computing: the officer sees card numbers only.

The whole reserve of the same channel is ranked together, alternates and others: what matters is
how the panel looks afterwards, and the alternates were chosen so as to come first most often. The
channel is read in the sealed answers, and never leaves these functions.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from uuid import UUID

from isegoria.convention.people.viewer import Viewer
from isegoria.convention.recruitment.candidates import Candidate
from isegoria.convention.recruitment.channels import Channel
from isegoria.convention.recruitment.places import (
    Panel,
    Place,
    alternates_of,
    panel_now,
    reserve_of,
)
from isegoria.convention.recruitment.pool import person_of, quotas_of
from isegoria.convention.recruitment.reads import note
from isegoria.core.sortition.alternates import alternates
from isegoria.core.sortition.model import Person, Quota
from isegoria.core.sortition.replacement import Change, Ranked, Vacancy, compared, ranked


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """Somebody who may be called, with the panel as it would be with them."""

    candidate: Candidate
    ranked: Ranked

    @property
    def is_alternate(self) -> bool:
        return self.candidate.state == "alternate"


@dataclass(frozen=True, kw_only=True)
class Replacing:
    """The empty places that nobody is called for, and the reserve, ranked for the next call.

    Whoever is called counts as a member: if they refuse, the ranking is made again.
    """

    vacancy: Vacancy
    places: tuple[Place, ...]
    left: tuple[Person, ...]  # who left each of the places; known by their channel, when forgotten
    calls: tuple[Call, ...]
    people: Mapping[UUID, Person]

    @cached_property
    def first(self) -> Call | None:
        return self.calls[0] if self.calls else None

    @cached_property
    def next_alternate(self) -> Call | None:
        """The alternate of the lowest rank who may be called."""
        listed = [one for one in self.calls if one.is_alternate]
        return min(listed, key=lambda one: one.candidate.rank or 0, default=None)

    @property
    def next_ones(self) -> tuple[Call, ...]:
        """Whoever may be called without a reason."""
        return tuple(dict.fromkeys(one for one in (self.first, self.next_alternate) if one))

    @property
    def best(self) -> tuple[Call, ...]:
        """Who would fill the places: the best set, or the first."""
        found = tuple(one for one in self.calls if one.ranked.is_of_best_set)
        return found or self.calls[:1]

    def place_for(self, candidate: Candidate) -> Place | None:
        """The place that somebody is called for: the first whose leaver came the same way."""
        person = self.people.get(candidate.pk)
        if person is None:
            return None
        kept = self.vacancy.kept(person)
        return next(
            (
                place
                for place, who in zip(self.places, self.left, strict=True)
                if self.vacancy.kept(who) == kept and place.number != candidate.called_for
            ),
            None,
        )

    def with_(self, calls: Sequence[Call]) -> list[Change]:
        """Each cell before, now, and with these people; the channel, which never changes, apart."""
        changes = compared(self.vacancy, [one.ranked.person for one in calls])
        return [one for one in changes if one.quota.criterion not in self.vacancy.same]


def replacing(panel: Panel) -> Replacing:
    """Rank the reserve for the empty places of this panel."""
    reader = _Reader(panel)
    free = [(one, reader.left(one)) for one in panel.vacant if not one.called]
    known = [(place, who) for place, who in free if who is not None]
    sitting = [one for place in panel.places for one in (place.holder, place.called) if one]
    left = tuple(who for _place, who in known)
    found = Replacing(
        vacancy=Vacancy(reader.quotas, reader.persons(sitting), left, reader.same),
        places=tuple(place for place, _who in known),
        left=left,
        calls=(),
        people=reader.known,
    )
    return replace(found, calls=_ranked(panel, reader, found)) if known else found


@dataclass(frozen=True, slots=True)
class Turn:
    """Whether somebody may be called now, and for which place. `in_reserve`: they could take one
    of those that are empty; `in_turn`: nobody comes before them."""

    seat: int | None
    in_reserve: bool
    in_turn: bool


def turn_of(candidate: Candidate, at: datetime) -> Turn:
    """What the charter asks of a call, computed for it again."""
    panel = panel_now(candidate.convention, at)
    found = replacing(panel) if panel else None
    if found is None or not found.places:
        return Turn(seat=None, in_reserve=True, in_turn=True)
    able = any(one.candidate == candidate for one in found.calls)
    place = found.place_for(candidate) if able else found.places[0]
    return Turn(
        seat=place.number if place else None,
        in_reserve=able,
        in_turn=not able or any(one.candidate == candidate for one in found.next_ones),
    )


def replacing_for(panel: Panel, viewer: Viewer) -> Replacing:
    """The same, to be shown to somebody: how many people were read for it is noted."""
    found = replacing(panel)
    if found.calls:
        note(panel.convention, viewer, "ranking", count=len(found.calls))
    return found


def proposed(panel: Panel) -> list[Candidate]:
    """The alternates to list, in rank order: none once there are some."""
    if alternates_of(panel.convention).exists():
        return []
    reader = _Reader(panel)
    reserve = {one.code: one for one in reserve_of(panel.draw)}
    sitting = reader.persons([one.holder for one in panel.places if one.holder])
    vacancy = Vacancy(reader.quotas, sitting, (), reader.same)
    people = reader.persons(list(reserve.values()))
    count = panel.rules.alternates
    found = alternates(vacancy, people, count, panel.draw.notice_sha256) if sitting else ()
    return [reserve[one.id] for one in found]


def channel_criteria(panel: Panel) -> tuple[str, ...]:
    """The criteria in which a replacement is like whom they replace."""
    found = Channel.objects.filter(convention=panel.convention)
    names = set(found.values_list("criterion", flat=True))
    cells = panel.table.cells.values_list("criterion", flat=True)
    return tuple(dict.fromkeys(name for name in cells if name in names))


def _ranked(panel: Panel, reader: "_Reader", found: Replacing) -> tuple[Call, ...]:
    """Whoever did not answer for one place may be called for another, after all the rest."""
    reserve = {one.code: one for one in reserve_of(panel.draw)}
    reader.persons(list(reserve.values()))
    able = [one for one in reserve.values() if found.place_for(one)]
    order = ranked(found.vacancy, reader.persons(able), panel.draw.notice_sha256)
    calls = [Call(candidate=reserve[one.person.id], ranked=one) for one in order]
    return tuple(sorted(calls, key=lambda one: one.candidate.state == "unreached"))


class _Reader:
    """People as the core knows them, each read once."""

    def __init__(self, panel: Panel) -> None:
        self.quotas: tuple[Quota, ...] = quotas_of(panel.table)
        self.same = channel_criteria(panel)
        self.known: dict[UUID, Person] = {}
        self._criteria = tuple(dict.fromkeys(quota.criterion for quota in self.quotas))

    def left(self, place: Place) -> Person | None:
        """Who left a place; of somebody who is forgotten, the channel alone is known."""
        if place.leaver:
            return next(iter(self.persons([place.leaver])), None)
        channel = place.past.channel if place.past else {}
        if not place.past or not place.past.left or not all(map(channel.get, self.same)):
            return None
        values = tuple(channel.get(one, "") for one in self._criteria)
        return Person(f"#{place.number}", values)

    def persons(self, candidates: Sequence[Candidate]) -> tuple[Person, ...]:
        """Without those of whom an answer is missing: they cannot be counted."""
        for one in candidates:
            if one.pk not in self.known and (person := person_of(one, self._criteria)):
                self.known[one.pk] = person
        return tuple(self.known[one.pk] for one in candidates if one.pk in self.known)
