"""What the demonstration's members say of its sessions: made up, by card and on paper."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from itertools import chain, repeat

from isegoria.convention.chartered import By
from isegoria.convention.people.members import Member
from isegoria.convention.sessions.attendance import Presence
from isegoria.convention.sessions.inquiries import AWAY, Inquiry
from isegoria.convention.sessions.models import Session
from isegoria.convention.verbs import inquiries
from isegoria.stages.facts import Fact, instant
from isegoria.stages.story import MORNING, Happening, Scene


def story(scene: Scene) -> list[Happening]:
    facts = scene.facts.read("inquiries.toml")
    dated = {one["slug"]: one for one in scene.facts.read("sessions.toml")["sessions"]}
    return [
        happening
        for fact in facts["pulses"]
        for happening in _pulse(scene, facts, fact, dated[fact["session"]])
    ]


def _pulse(scene: Scene, facts: Fact, fact: Fact, session: Fact) -> Iterator[Happening]:
    ends = instant(session["ends"], hour=MORNING)
    yield Happening(ends + timedelta(minutes=2), partial(_open, scene, facts, fact))
    yield Happening(ends + timedelta(minutes=15), partial(_answer, scene, facts, fact))
    yield Happening(ends + timedelta(days=1), partial(_close, scene, facts, fact))


def _open(scene: Scene, facts: Fact, fact: Fact, at: datetime) -> None:
    session = Session.objects.get(pk=scene.key("session", fact["session"]))
    made = Inquiry(
        id=scene.key("inquiry", fact["session"]),
        convention=scene.convention,
        session=session,
        topic="pulse",
        fictional=True,
    )
    inquiries.open_(made, _by(scene, facts, at))


def _answer(scene: Scene, facts: Fact, fact: Fact, at: datetime) -> None:
    """The first ones by their card, the others on sheets that are counted together."""
    asked, faces = _found(scene, fact), list(chain(*(repeat(k, n) for k, n in fact["faces"])))
    away = Presence.objects.filter(session=asked.session, how__in=AWAY)
    panel = Member.objects.filter(convention=scene.convention, state="active")
    there = list(
        panel.exclude(pk__in=[one.member_id for one in away]).order_by("number")[: len(faces)]
    )
    by_card = fact["by_card"]
    for member, face in zip(there[:by_card], faces[::-1], strict=False):
        by = By(member.account, at)
        inquiries.answer(asked, by, member=member, answers={"mood": face})
    left = faces[::-1][by_card : len(there)]
    inquiries.count(
        asked,
        _by(scene, facts, at),
        cards=frozenset(one.number for one in there[by_card:]),
        counts={"mood": {face: left.count(face) for face in sorted(set(left))}},
        sentences=fact["sentences"],
    )


def _close(scene: Scene, facts: Fact, fact: Fact, at: datetime) -> None:
    asked, by = _found(scene, fact), _by(scene, facts, at)
    inquiries.close(asked, by)
    for place, one in enumerate(asked.sentences):
        if one["text"] in fact.get("aside", ()):
            inquiries.set_aside_sentence(asked, by, place=place, grounds="names")
        else:
            inquiries.publish_sentence(asked, by, place=place)


def _by(scene: Scene, facts: Fact, at: datetime) -> By:
    return By(scene.people[facts["by"]], at)


def _found(scene: Scene, fact: Fact) -> Inquiry:
    return Inquiry.objects.get(pk=scene.key("inquiry", fact["session"]))
