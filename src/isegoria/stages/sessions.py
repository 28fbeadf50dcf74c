"""The sessions of a demonstration: prepared, announced, one of them moved and then cancelled.

What happens in them is told in sittings.py.
"""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from isegoria.convention.chartered import By
from isegoria.convention.sessions.models import For, Link, RelayRoom, Session
from isegoria.convention.sessions.sequences import Sequence
from isegoria.convention.verbs import sequences, sessions
from isegoria.core.runsheet.library import BY_KEY
from isegoria.stages.facts import Fact, fr, instant
from isegoria.stages.story import MORNING, Happening, Scene


def story(scene: Scene) -> list[Happening]:
    facts = scene.facts.read("sessions.toml")
    return [one for fact in facts["sessions"] for one in _happenings(scene, facts, fact)]


def _happenings(scene: Scene, facts: Fact, fact: Fact) -> Iterator[Happening]:
    who = facts["by"]
    yield _on(fact["planned"], partial(_plan, scene, facts, fact))
    if "announced" in fact:
        yield _on(fact["announced"], partial(_announce, scene, fact, who))
    if "moved" in fact:
        yield _on(fact["moved"]["at"], partial(_move, scene, fact, who))
    if "cancelled" in fact:
        yield _on(fact["cancelled"]["at"], partial(_cancel, scene, fact, who))


def _on(day: datetime, do: partial[None]) -> Happening:
    return Happening(instant(day, hour=MORNING), do)


def _plan(scene: Scene, facts: Fact, fact: Fact, at: datetime) -> None:
    by = By(scene.people[facts["by"]], at)
    session = Session(
        id=scene.key("session", fact["slug"]),
        convention=scene.convention,
        title=fr(fact, "title"),
        aim=fr(fact, "note") or fr(facts, "note"),
        mode=fact["mode"],
        place=fr(fact, "place"),
        access=fr(fact, "access"),
        read_before=fr(fact, "read_before"),
        help_phone=facts["help_phone"],
        fictional=True,
        **_hours(fact),
    )
    rooms = [RelayRoom(**one) for one in fact.get("rooms", ())]
    remote = session.is_at_a_distance
    links = [Link(whom=one, url=f"{facts['video']}{one}") for one in For.values] if remote else []
    sessions.plan(session, by, rooms=rooms, links=links)
    for number, one in enumerate(fact["sequences"], start=1):
        key = scene.key("sequence", f"{fact['slug']}/{number}")
        sequences.add(Sequence(id=key, session=session, **_from_the_library(one), **one), by)


def _from_the_library(one: Fact) -> Fact:
    """How the method goes, and how everybody takes part in it."""
    method = BY_KEY[one["method"]]
    return {
        "instructions": method.goes,
        "materials": method.materials,
        "rounds": method.rounds,
        "equivalents": {str(need): said for need, said in method.equivalents.items()},
    }


def _announce(scene: Scene, fact: Fact, who: str, at: datetime) -> None:
    sessions.publish_agenda(_session(scene, fact), By(scene.people[who], at))


def _move(scene: Scene, fact: Fact, who: str, at: datetime) -> None:
    moved, by = fact["moved"], By(scene.people[who], at)
    reason = fr(moved, "reason")
    sessions.rearrange(
        _session(scene, fact), by, mode=moved["mode"], reason=reason, **_hours(moved)
    )


def _cancel(scene: Scene, fact: Fact, who: str, at: datetime) -> None:
    by, reason = By(scene.people[who], at), fr(fact["cancelled"], "reason")
    sessions.cancel(_session(scene, fact), by, reason=reason)


def _hours(fact: Fact) -> dict[str, datetime]:
    return {name: instant(fact[name], hour=MORNING) for name in ("starts", "ends")}


def _session(scene: Scene, fact: Fact) -> Session:
    return Session.objects.get(pk=scene.key("session", fact["slug"]))
