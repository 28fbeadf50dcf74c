"""The fictional cast: who acts in a demonstration, and signs in to it."""

from datetime import datetime
from functools import partial

from isegoria.convention.chartered import By
from isegoria.convention.people.models import Account, Appointment, Person
from isegoria.convention.people.queries import CONSOLE
from isegoria.convention.verbs import people
from isegoria.stages.facts import Fact, instant
from isegoria.stages.founding import opening
from isegoria.stages.story import MORNING, Happening, Scene


def founders(scene: Scene) -> list[Happening]:
    """Whoever is of the whole instance is there before the convention is."""
    at = opening(scene.facts)
    return [Happening(at, partial(_found, scene, one)) for one in _cast(scene) if _is_founder(one)]


def story(scene: Scene) -> list[Happening]:
    return [_entrance(scene, one) for one in _cast(scene) if not _is_founder(one)]


def _cast(scene: Scene) -> list[Fact]:
    return list(scene.facts.read("cast.toml")["people"])


def _is_founder(fact: Fact) -> bool:
    return bool(fact.get("instance"))


def _entrance(scene: Scene, fact: Fact) -> Happening:
    at = instant(fact.get("appointed", opening(scene.facts)), hour=MORNING)
    return Happening(at, partial(_enter, scene, fact))


def _found(scene: Scene, fact: Fact, at: datetime) -> None:
    people.grant(_appointment(scene, fact, at), By(CONSOLE, at))


def _enter(scene: Scene, fact: Fact, at: datetime) -> None:
    appointment = _appointment(scene, fact, at)
    appointment.convention = scene.convention
    people.grant(appointment, By(scene.people["adele"], at))


def _appointment(scene: Scene, fact: Fact, at: datetime) -> Appointment:
    name = fact["key"]
    person = Person.objects.create(id=scene.key("person", name), full_name=fact["name"])
    scene.people[name] = Account.objects.create_user(
        fact["email"], id=scene.key("account", name), person=person, date_joined=at
    )
    return Appointment(
        id=scene.key("appointment", name), account=scene.people[name], role=fact["role"], since=at
    )
