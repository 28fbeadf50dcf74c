"""The calendar: each date as it was said at the time, then as it was."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from isegoria.convention.chartered import By
from isegoria.convention.mandate.models import CalendarItem
from isegoria.convention.verbs import calendar
from isegoria.stages.facts import Fact, Say, fr, instant, joined, span
from isegoria.stages.story import EVENING, MORNING, Happening, Scene

UNANNOUNCED = {
    "fr": "Aucune annonce antérieure à l’événement n’a été retrouvée.",
    "en": "No announcement made before the event was found.",
}


def story(scene: Scene) -> list[Happening]:
    return [
        Happening(_recorded(version), partial(_say, scene, item, number))
        for item in scene.facts.read("calendar.toml")["items"]
        for number, version in enumerate(item["versions"])
    ]


def _recorded(version: Fact) -> datetime:
    return instant(version["recorded"], hour=MORNING if version["state"] == "planned" else EVENING)


def _say(scene: Scene, fact: Fact, number: int, at: datetime) -> None:
    by, version = scene.organiser(at), fact["versions"][number]
    if number == 0:
        _add(scene, fact, by)
    item = CalendarItem.objects.get(pk=scene.key("calendar", fact["slug"]))
    if number or version["state"] != "planned":
        SAYING[version["state"]](scene, item, version, by)


def _add(scene: Scene, fact: Fact, by: By) -> None:
    first = fact["versions"][0]
    starts, ends = span(first)
    item = CalendarItem(
        id=scene.key("calendar", fact["slug"]),
        convention=scene.convention,
        lane=fact["lane"],
        label=fr(fact, "label"),
        detail=detail(fact, fr),
        window=fact.get("window", ""),
        source=scene.facts.cited(first["source"]),
    )
    calendar.add(item, by, starts=starts, ends=ends, precision=first["precision"])


def detail(fact: Fact, say: Say) -> str:
    """What is said of an item beside its dates, in the language of `say`."""
    first = fact["versions"][0]
    announced = {"as_said": {"fr": "", "en": ""}}
    if "as_said" in first:
        announced["as_said"] = {
            "fr": f"Annoncé ainsi : « {first['as_said']} ».",
            "en": f"Announced in these words: “{first['as_said']}”.",
        }
    noted = first["state"] == "planned"
    last = say(first, "note") if noted else say({"unannounced": UNANNOUNCED}, "unannounced")
    return joined(say(fact, "note"), say(announced, "as_said"), last)


def reason(version: Fact, say: Say) -> str:
    return joined(say(version, "reason"), say(version, "note"))


def _move(scene: Scene, item: CalendarItem, version: Fact, by: By) -> None:
    starts, ends = span(version)
    calendar.move(
        item,
        by,
        starts=starts,
        ends=ends,
        precision=version["precision"],
        reason=reason(version, fr),
        source=scene.facts.cited(version["source"]),
    )


def _hold(scene: Scene, item: CalendarItem, version: Fact, by: By) -> None:
    starts, ends = span(version)
    calendar.hold(
        item,
        by,
        starts=starts,
        ends=ends,
        precision=version["precision"],
        reason=reason(version, fr),
        source=scene.facts.cited(version["source"]),
    )


def _cancel(_scene: Scene, item: CalendarItem, version: Fact, by: By) -> None:
    calendar.cancel(item, by, reason=fr(version, "reason"))


SAYING: dict[str, Callable[[Scene, CalendarItem, Fact, By], None]] = {
    "planned": _move,
    "actual": _hold,
    "cancelled": _cancel,
}
