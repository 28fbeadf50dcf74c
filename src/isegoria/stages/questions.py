"""The made-up questions of the demonstration, from the day each is sent to that of its answer."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from isegoria.convention.chartered import By
from isegoria.convention.sessions.questions import Question
from isegoria.convention.verbs import questions
from isegoria.stages.facts import Fact, fr, instant
from isegoria.stages.story import MORNING, Happening, Scene

Step = Callable[[Scene, Fact, datetime], None]


def story(scene: Scene) -> list[Happening]:
    return [
        Happening(instant(fact[name], hour=MORNING), partial(step, scene, fact))
        for fact in scene.facts.read("questions.toml")["questions"]
        for name, step in STEPS.items()
        if name in fact
    ]


def _send(scene: Scene, fact: Fact, at: datetime) -> None:
    asked = Question(
        id=scene.key("question", fact["key"]),
        convention=scene.convention,
        origin=fact["origin"],
        table=fact.get("table"),
        text=fr(fact, "text"),
        fictional=True,
    )
    if fact["origin"] == "public":
        questions.send(asked, By(None, at))
    else:
        questions.ask(asked, _team(scene, at))


def _admit(scene: Scene, fact: Fact, at: datetime) -> None:
    questions.admit(_found(scene, fact), _team(scene, at))


def _set_aside(scene: Scene, fact: Fact, at: datetime) -> None:
    questions.set_aside(_found(scene, fact), _team(scene, at), reason=fr(fact, "reason"))


def _confide(scene: Scene, fact: Fact, at: datetime) -> None:
    questions.confide(
        _found(scene, fact),
        _team(scene, at),
        whom=fact["whom"],
        respondent=fact["respondent"],
        due_on=fact["due"],
        account=scene.people[fact["account"]],
    )


def _answer(scene: Scene, fact: Fact, at: datetime) -> None:
    answer = fr(fact, "answer").strip()
    questions.answer(_found(scene, fact), By(scene.people[fact["account"]], at), answer=answer)


def _publish(scene: Scene, fact: Fact, at: datetime) -> None:
    questions.publish(_found(scene, fact), _team(scene, at))


STEPS: dict[str, Step] = {
    "sent": _send,
    "admitted": _admit,
    "set_aside": _set_aside,
    "confided": _confide,
    "answered": _answer,
    "published": _publish,
}


def _team(scene: Scene, at: datetime) -> By:
    return By(scene.people["anatole"], at)


def _found(scene: Scene, fact: Fact) -> Question:
    return Question.objects.get(pk=scene.key("question", fact["key"]))
