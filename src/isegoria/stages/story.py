"""A story is a list of dated happenings; telling it up to a day is what a stage is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import NAMESPACE_URL, UUID, uuid5

from isegoria.convention.chartered import By
from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.models import Account
from isegoria.stages.facts import Facts

MORNING, EVENING, NIGHT = 9, 18, 21


@dataclass(slots=True, kw_only=True)
class Scene:
    """Where the story takes place: the facts, the convention and the people who act."""

    facts: Facts
    seed: int
    convention: Convention
    people: dict[str, Account] = field(default_factory=dict)

    def key(self, kind: str, name: str) -> UUID:
        """The same identity for the same seed."""
        return key(self.facts.name, self.seed, kind, name)

    def organiser(self, at: datetime) -> By:
        """The fictional organiser by whom the demonstration acts."""
        return By(self.people[self.facts.convention.get("organiser", "odile")], at)


def key(story: str, seed: int, kind: str, name: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"isegoria:stage/{story}/{seed}/{kind}/{name}")


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that is done at an instant. Those of one instant keep the order of the list."""

    at: datetime
    do: Callable[[datetime], object]


def tell(story: Iterable[Happening], *, since: datetime, until: datetime) -> None:
    """Do what was done up to `until`. What came before the beginning is told at the beginning."""
    dated = [(max(one.at, since), one.do) for one in story]
    for at, do in sorted(dated, key=lambda one: one[0]):
        if at <= until:
            do(at)
