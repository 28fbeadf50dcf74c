"""The English of the short texts of a demonstration: the same facts, as they were written in both."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any

from isegoria.convention.verbs import stewardship
from isegoria.stages import bodies, dates, founding, quotas
from isegoria.stages.facts import Facts, Say, en, fr
from isegoria.stages.story import Happening, Scene


def story(scene: Scene) -> list[Happening]:
    """At the very beginning: a text that is not said yet is nowhere to be read."""
    return [Happening(founding.opening(scene.facts), partial(_translate, scene))]


def _translate(scene: Scene, at: datetime) -> None:
    texts = dict(pairs(scene.facts))
    stewardship.translate(scene.convention, scene.organiser(at), language="en", texts=texts)


def pairs(facts: Facts) -> Iterator[tuple[str, str]]:
    """Each French text with its English, those that are written and those that are put together."""
    for file in sorted(facts.folder.glob("*.toml")):
        yield from _written(facts.read(file.name))
    for french, english in zip(_composed(facts, fr), _composed(facts, en), strict=True):
        if french and english:
            yield french, english


def _written(node: Any) -> Iterator[tuple[str, str]]:
    if isinstance(node, list):
        for one in node:
            yield from _written(one)
    if not isinstance(node, dict):
        return
    if isinstance(node.get("fr"), str) and isinstance(node.get("en"), str):
        yield node["fr"].strip(), node["en"].strip()
    for name, value in node.items():
        twin = node.get(f"{name.removesuffix('_fr')}_en") if name.endswith("_fr") else None
        if twin:
            yield value, twin
        yield from _written(value)


def _composed(facts: Facts, say: Say) -> Iterator[str]:
    for version in facts.read("mandates.toml")["versions"]:
        yield founding.scope(version, say)
    for item in facts.read("calendar.toml")["items"]:
        yield dates.detail(item, say)
        yield from (dates.reason(version, say) for version in item["versions"])
    for file in ("bodies.toml", "examples.toml"):
        for body in facts.read(file)["bodies"] if facts.has(file) else ():
            yield bodies.note(body, say)
            yield from (bodies.seat_note(body, seat, say) for seat in body.get("seats", []))
    yield quotas.note(facts.read("quotas.toml"), say)
