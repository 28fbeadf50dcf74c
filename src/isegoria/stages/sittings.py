"""What happens in the demonstration's sessions: who comes, where they sit, what the tables say.

All of it is made up. Each sequence runs for as long as planned; what it gave is read back to its
table on the spot, and published the morning after.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from itertools import accumulate
from typing import Any

from django.core.files.base import ContentFile

from isegoria.convention.chartered import By
from isegoria.convention.people.members import Member
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.publishing.files import examine_picture
from isegoria.convention.publishing.voices import examine_voice
from isegoria.convention.sessions.attendance import Presence
from isegoria.convention.sessions.captures import Capture, ZoneCount
from isegoria.convention.sessions.capturing import sheet_code
from isegoria.convention.sessions.experts import Hearing
from isegoria.convention.sessions.models import Session
from isegoria.convention.sessions.seating import SeatingPlan
from isegoria.convention.sessions.sequences import Sequence
from isegoria.convention.stewardship import tables
from isegoria.convention.verbs import attendance, captures, experts, seating, sequences, sessions
from isegoria.core.chance import Chance
from isegoria.core.charter import Role
from isegoria.stages.facts import Fact, instant
from isegoria.stages.story import MORNING, Happening, Scene

EXAMINE = {"picture": examine_picture, "voice": examine_voice}
MOMENTS = ("before", "after")


def story(scene: Scene) -> list[Happening]:
    facts = scene.facts.read("said.toml")
    dated = {one["slug"]: one for one in scene.facts.read("sessions.toml")["sessions"]}
    return [
        happening
        for fact in facts["sittings"]
        for happening in _sitting(scene, facts, fact, dated[fact["session"]])
    ]


def _sitting(scene: Scene, facts: Fact, fact: Fact, session: Fact) -> Iterator[Happening]:
    starts, ends = (instant(session[name], hour=MORNING) for name in ("starts", "ends"))
    opened = starts - timedelta(minutes=facts["opened_before"])
    yield Happening(opened, partial(_open, scene, facts, fact))
    begun = accumulate((one["minutes"] for one in session["sequences"]), initial=0)
    for number, (minute, one) in enumerate(zip(begun, session["sequences"], strict=False), start=1):
        begins = starts + timedelta(minutes=minute)
        said = [(place, one) for place, one in enumerate(fact["said"]) if one["at"] == number]
        yield Happening(begins, partial(_start, scene, facts, fact, number))
        for order, (place, expression) in enumerate(said, start=1):
            spoken = begins + order * timedelta(minutes=one["minutes"]) / (len(said) + 2)
            yield Happening(spoken, partial(_say, scene, facts, fact, place, expression))
        ended = begins + timedelta(minutes=one["minutes"])
        yield Happening(ended, partial(_end, scene, facts, fact, number))
    yield Happening(ends, partial(_close, scene, facts, fact))
    published = ends + timedelta(hours=facts["published_after"])
    yield Happening(published, partial(_publish, scene, facts, fact))


def _open(scene: Scene, facts: Fact, fact: Fact, at: datetime) -> None:
    by, session = _by(scene, facts, at), _session(scene, fact)
    sessions.open_(session, by)
    _come(scene, fact, session, by)
    viewer = Viewer(by.actor, frozenset({Role.FACILITATOR}), at)
    plan = SeatingPlan(
        id=scene.key("seating", fact["session"]),
        session=session,
        tables=fact["tables"],
        rounds=fact["rounds"],
        criteria=["Âge", "Sexe"],
    )
    seating.settle(tables.make(plan, by, viewer), by)


def _come(scene: Scene, fact: Fact, session: Session, by: By) -> None:
    """The first way is the usual one; so many members, drawn by the seed, took another."""
    members = list(Member.objects.filter(convention=scene.convention, state="active"))
    usual, *others = fact["how"]
    drawn = Chance(f"came {fact['session']} {scene.seed}").shuffled(members)
    hows = [one for one in others for _ in range(fact["how"][one])]
    ways = dict(zip((one.pk for one in drawn), hows, strict=False))
    for member in members:
        key = scene.key("presence", f"{fact['session']} {member.number}")
        how = ways.get(member.pk, usual)
        attendance.note(Presence(id=key, session=session, member=member, how=how), by)


def _start(scene: Scene, facts: Fact, fact: Fact, number: int, at: datetime) -> None:
    sequences.start(_sequence(scene, fact, number), _by(scene, facts, at))


def _end(scene: Scene, facts: Fact, fact: Fact, number: int, at: datetime) -> None:
    sequences.end(_sequence(scene, fact, number), _by(scene, facts, at))


def _say(scene: Scene, facts: Fact, fact: Fact, place: int, said: Fact, at: datetime) -> None:
    """Kept, and confirmed by its table; where people stood is counted again after the debate,
    and shown on the room's screen."""
    by, sequence = _by(scene, facts, at), _sequence(scene, fact, said["at"])
    made = Capture(
        id=scene.key("capture", f"{fact['session']} {place}"),
        sequence=sequence,
        kind=said["kind"],
        table=said.get("table"),
        group=said.get("group", ""),
        text=said.get("text", ""),
        alternative=said.get("alternative", ""),
        transcript=said.get("transcript", ""),
        entered_for=said.get("for", ""),
        sheet=sheet_code(sequence, said["table"], 1) if said.get("sheet") else "",
        **_file(scene, said),
    )
    captures.take(made, by, counts=_counts(said, MOMENTS[:1]))
    if "zones" in said:
        captures.show(captures.count(made, by, counts=_counts(said, MOMENTS)), by)
    captures.confirm(made, by)


def _file(scene: Scene, said: Fact) -> dict[str, Any]:
    """A drawing or a voice, examined like any other."""
    if "file" not in said:
        return {}
    content = (scene.facts.folder / "said" / said["file"]).read_bytes()
    kept = EXAMINE[said["kind"]](content)
    return {
        "file": ContentFile(kept.content, name=kept.stored_name),
        "media_type": kept.media_type,
        "size": kept.size,
        "file_sha256": kept.sha256,
    }


def _counts(said: Fact, moments: tuple[str, ...]) -> list[ZoneCount]:
    return [
        ZoneCount(zone=place, label=label, moment=moment, count=count)
        for place, (label, *counts) in enumerate(said.get("zones", ()))
        for moment, count in zip(moments, counts, strict=False)
    ]


def _close(scene: Scene, facts: Fact, fact: Fact, at: datetime) -> None:
    by = _by(scene, facts, at)
    for one in fact.get("hearings", ()):
        experts.hold(Hearing.objects.get(pk=scene.key("hearing", one)), by)
    sessions.close(_session(scene, fact), by)


def _publish(scene: Scene, facts: Fact, fact: Fact, at: datetime) -> None:
    confirmed = Capture.objects.filter(
        sequence__session=_session(scene, fact), state="confirmed"
    ).order_by("taken_at", "pk")
    captures.publish_all(list(confirmed), _by(scene, facts, at))


def _by(scene: Scene, facts: Fact, at: datetime) -> By:
    return By(scene.people[facts["by"]], at)


def _session(scene: Scene, fact: Fact) -> Session:
    return Session.objects.get(pk=scene.key("session", fact["session"]))


def _sequence(scene: Scene, fact: Fact, number: int) -> Sequence:
    return Sequence.objects.get(pk=scene.key("sequence", f"{fact['session']}/{number}"))
