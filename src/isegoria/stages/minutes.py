"""What members are given to read, and the minutes of the sessions that are told as held."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from isegoria.convention.chartered import By
from isegoria.convention.publishing.models import Document, Version
from isegoria.convention.sessions.handouts import Handout
from isegoria.convention.sessions.minutes import Approval, Correction, Minutes
from isegoria.convention.sessions.minuting import as_document
from isegoria.convention.sessions.models import Session
from isegoria.convention.sessions.queries import PRESENT
from isegoria.convention.verbs import handouts, minutes
from isegoria.stages.facts import Fact, instant
from isegoria.stages.story import EVENING, Happening, Scene


def story(scene: Scene) -> list[Happening]:
    facts = scene.facts.read("minutes.toml")
    given = [_on(one["at"], partial(_give, scene, facts, one)) for one in facts["handouts"]]
    return [*given, *(one for fact in facts["minutes"] for one in _written(scene, facts, fact))]


def _written(scene: Scene, facts: Fact, fact: Fact) -> Iterator[Happening]:
    steps = {"begun": _begin, "submitted": _submit, "validated": _validate, "published": _publish}
    for name, step in steps.items():
        yield _on(fact[name], partial(step, scene, facts, fact))
    for number, one in enumerate(fact["corrections"], start=1):
        yield _on(one["asked"], partial(_ask, scene, facts, fact, one))
        yield _on(one["answered"], partial(_answer, scene, facts, fact, one, number))


def _on(day: datetime, do: partial[None]) -> Happening:
    return Happening(instant(day, hour=EVENING), do)


def _give(scene: Scene, facts: Fact, fact: Fact, at: datetime) -> None:
    document = Document.objects.get(pk=scene.key("document", f"{fact['slug']}/{fact['language']}"))
    made = Handout(
        id=scene.key("handout", fact["slug"]), session=_of(scene, fact), document=document
    )
    handouts.give(made, _by(scene, facts, at))


def _begin(scene: Scene, facts: Fact, fact: Fact, at: datetime) -> None:
    session = _of(scene, fact)
    if session.state == "held":
        text = Minutes(id=scene.key("minutes", fact["session"]), session=session)
        minutes.begin(text, _by(scene, facts, at))


def _submit(scene: Scene, facts: Fact, fact: Fact, at: datetime) -> None:
    """Given to read; those who approve do so at once."""
    for text in _told(scene, fact):
        minutes.submit(text, _by(scene, facts, at))
        there = text.session.presences.filter(how__in=PRESENT).select_related("member")
        for presence in there.order_by("member__number")[: fact["approvals"]]:
            member = presence.member
            if member.state == "active":
                own = Approval(
                    id=scene.key("approval", f"{fact['session']}/{member.number}"),
                    minutes=text,
                    member=member,
                )
                minutes.approve(own, By(member.account, at))


def _ask(scene: Scene, facts: Fact, fact: Fact, one: Fact, at: datetime) -> None:
    for text in _told(scene, fact):
        key = scene.key("correction", f"{fact['session']}/{one['asked']}")
        wrong = Correction(id=key, minutes=text, section=one["section"], text=one["text"])
        minutes.propose(wrong, _by(scene, facts, at))


def _answer(scene: Scene, facts: Fact, fact: Fact, one: Fact, number: int, at: datetime) -> None:
    by = _by(scene, facts, at)
    for text in _told(scene, fact):
        wrong = text.corrections.get(number=number)
        if "refused" in one:
            minutes.refuse(wrong, by, reason=one["refused"])
        else:
            before = text.sections[one["section"]]["text"]
            minutes.accept(wrong, by, text=f"{before}\n\n{one['adds']}", answer=one["answer"])


def _validate(scene: Scene, facts: Fact, fact: Fact, at: datetime) -> None:
    for text in _told(scene, fact):
        minutes.validate(text, _by(scene, facts, at))


def _publish(scene: Scene, facts: Fact, fact: Fact, at: datetime) -> None:
    for text in _told(scene, fact):
        composed = partial(_document, scene, fact["session"])
        minutes.publish(text, _by(scene, facts, at), composed=composed)


def _document(scene: Scene, slug: str, text: Minutes) -> Version:
    version = as_document(text)
    document = version.document
    version.id, document.id = scene.key("version", slug), scene.key("document", slug)
    version.document = document
    return version


def _told(scene: Scene, fact: Fact) -> list[Minutes]:
    """The minutes, where the session was told as held; else nothing is done."""
    return list(Minutes.objects.filter(session=_of(scene, fact)))


def _of(scene: Scene, fact: Fact) -> Session:
    return Session.objects.get(pk=scene.key("session", fact["session"]))


def _by(scene: Scene, facts: Fact, at: datetime) -> By:
    return By(scene.people[facts["by"]], at)
