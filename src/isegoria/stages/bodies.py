"""The bodies of a convention with their public seats: the real ones, and one example apart."""

from datetime import datetime
from functools import partial
from uuid import UUID

from isegoria.convention.chartered import By
from isegoria.convention.people.models import Body, InterestDeclaration, Seat
from isegoria.convention.verbs import people
from isegoria.stages.facts import Fact, Say, fr, instant, joined
from isegoria.stages.story import EVENING, MORNING, Happening, Scene

DEDUCED = {
    "fr": "Domaine déduit de l’organisation.",
    "en": "Field deduced from the organisation.",
}


def story(scene: Scene) -> list[Happening]:
    bodies = [
        *scene.facts.read("bodies.toml")["bodies"],
        *scene.facts.read("examples.toml")["bodies"],
    ]
    formed = [Happening(_known(one), partial(_form, scene, one)) for one in bodies]
    dissolved = [
        Happening(instant(one["end_recorded"], hour=EVENING), partial(_dissolve, scene, one))
        for one in bodies
        if "until" in one
    ]
    declared = [
        Happening(instant(seat["declared"], hour=MORNING), partial(_declare, scene, one, seat))
        for one in bodies
        for seat in one.get("seats", [])
        if "declared" in seat
    ]
    return [*formed, *declared, *dissolved]


def _known(body: Fact) -> datetime:
    return instant(body.get("recorded") or body["since"], hour=MORNING)


def _form(scene: Scene, fact: Fact, at: datetime) -> None:
    by, source = scene.organiser(at), scene.facts.cited(fact["source"])
    body = Body(
        id=scene.key("body", fact["slug"]),
        convention=scene.convention,
        type=fact["kind"],
        name=fr(fact, "name"),
        mission=fr(fact, "mission"),
        domains=fact.get("announced_domains", []),
        note=note(fact, fr),
        source=source,
    )
    people.create_body(body, by)
    for seat in fact.get("seats", []):
        people.fill_seat(_seat(scene, fact, seat, body), by)


def _seat(scene: Scene, body_fact: Fact, fact: Fact, body: Body) -> Seat:
    return Seat(
        id=_seat_key(scene, body_fact, fact),
        body=body,
        name=fact.get("name", ""),
        function=fr(fact, "role"),
        organisation=fact.get("organisation", ""),
        group=fact.get("group", ""),
        college=fact.get("college", ""),
        domains=fact.get("domains", []),
        since=body_fact.get("since") if _to_the_day(body_fact) else None,
        note=seat_note(body_fact, fact, fr),
        source=body.source,
    )


def _to_the_day(body_fact: Fact) -> bool:
    return bool(body_fact.get("since_precision", "day") == "day")


def note(body: Fact, say: Say) -> str:
    return joined(say(body, "note"), say(body, "since_note"))


def seat_note(body: Fact, seat: Fact, say: Say) -> str:
    deduced = seat.get("domain_provenance") == "D" and "note" not in seat
    said = say({"deduced": DEDUCED}, "deduced") if deduced else say(seat, "note")
    return joined(_since(body, say), said)


def _since(body_fact: Fact, say: Say) -> str:
    """A day that is known to the month is said to the month: a seat has only days."""
    return "" if _to_the_day(body_fact) else say(body_fact, "since_said")


def _declare(scene: Scene, body_fact: Fact, fact: Fact, at: datetime) -> None:
    """Somebody of the cast says what concerns them, or that nothing does."""
    said = fr(fact, "declares").strip()
    declaration = InterestDeclaration(
        id=scene.key("interest", f"{body_fact['slug']}/{fact['position']}"),
        seat=Seat.objects.get(pk=_seat_key(scene, body_fact, fact)),
        text=said,
        nothing=not said,
    )
    people.declare_interest(declaration, By(scene.people[fact["cast"]], at))


def _seat_key(scene: Scene, body_fact: Fact, fact: Fact) -> UUID:
    return scene.key("seat", f"{body_fact['slug']}/{fact['position']}")


def _dissolve(scene: Scene, fact: Fact, at: datetime) -> None:
    by, reason = scene.organiser(at), fr(fact, "end_reason")
    for seat in Seat.objects.filter(body=scene.key("body", fact["slug"])).order_by("pk"):
        people.end_seat(seat, by, until=fact["until"], reason=reason)
