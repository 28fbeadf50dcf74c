"""The made-up experts of the demonstration, and those that its tables ask for."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from isegoria.convention.chartered import By
from isegoria.convention.people.models import Seat
from isegoria.convention.sessions.experts import ExpertRequest, Hearing
from isegoria.convention.sessions.models import Session
from isegoria.convention.verbs import experts
from isegoria.stages.facts import Fact, instant
from isegoria.stages.story import MORNING, Happening, Scene


def story(scene: Scene) -> list[Happening]:
    facts = scene.facts.read("hearings.toml")
    planned = [_on(one["at"], partial(_plan, scene, facts, one)) for one in facts["hearings"]]
    return [*planned, *(one for fact in facts["requests"] for one in _asked(scene, facts, fact))]


def _asked(scene: Scene, facts: Fact, fact: Fact) -> Iterator[Happening]:
    yield _on(fact["asked"], partial(_ask, scene, facts, fact))
    for name, step in (("honoured", _honour), ("refused", _refuse)):
        if name in fact:
            yield _on(fact[name], partial(step, scene, facts, fact))


def _on(day: datetime, do: partial[None]) -> Happening:
    return Happening(instant(day, hour=MORNING), do)


def _plan(scene: Scene, facts: Fact, fact: Fact, at: datetime) -> None:
    made = Hearing(
        id=scene.key("hearing", fact["key"]),
        session=Session.objects.get(pk=scene.key("session", fact["session"])),
        seat=Seat.objects.get(pk=scene.key("seat", fact["seat"])),
        topic=fact["topic"],
        viewpoint=fact["viewpoint"],
        proposed_by=fact["proposed_by"],
        fictional=True,
    )
    experts.plan(made, _by(scene, facts, at))


def _ask(scene: Scene, facts: Fact, fact: Fact, at: datetime) -> None:
    asked = ExpertRequest(
        id=scene.key("request", fact["key"]),
        convention=scene.convention,
        origin="table",
        table=fact["table"],
        text=fact["text"],
        fictional=True,
    )
    experts.ask(asked, _by(scene, facts, at))


def _honour(scene: Scene, facts: Fact, fact: Fact, at: datetime) -> None:
    answering = Hearing.objects.get(pk=scene.key("hearing", fact["hearing"]))
    experts.honour(_found(scene, fact), _by(scene, facts, at), hearing=answering)


def _refuse(scene: Scene, facts: Fact, fact: Fact, at: datetime) -> None:
    experts.refuse(_found(scene, fact), _by(scene, facts, at), reason=fact["reason"])


def _by(scene: Scene, facts: Fact, at: datetime) -> By:
    return By(scene.people[facts["by"]], at)


def _found(scene: Scene, fact: Fact) -> ExpertRequest:
    return ExpertRequest.objects.get(pk=scene.key("request", fact["key"]))
