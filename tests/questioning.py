"""The part of the story that is about questions and their written answers."""

from datetime import timedelta

from isegoria.convention.chartered import By
from isegoria.convention.models import Question
from isegoria.convention.verbs import questions
from tests.cast import AT
from tests.sitting import fanny

SOON = (AT + timedelta(days=15)).date()


def of_a_table(story, *, number=3, **more):
    """A question that a table asked, and a facilitator wrote."""
    made = {"convention": story.convention, "origin": "table", "table": number, "text": "Canari"}
    return questions.ask(Question(**{**made, **more}), fanny(story))


def of_a_member(story, awa, **more):
    """A question that a member asks by themselves."""
    made = {"convention": story.convention, "origin": "member", "member": awa, "text": "Canari"}
    return questions.ask(Question(**{**made, **more}), By(awa.account, AT))


def of_the_public(story, *, at=AT, **more):
    made = {"convention": story.convention, "origin": "public", "text": "Canari"}
    return questions.send(Question(**{**made, **more}), By(None, at))


def confided(story, question, *, whom="service", due_on=SOON, account=None):
    return questions.confide(
        question, fanny(story), whom=whom, respondent="Canari", due_on=due_on, account=account
    )


def answered(story, question):
    """An answer that came on paper, and that a facilitator entered for its author."""
    if question.state == "asked":
        confided(story, question)
    by = fanny(story)
    return questions.answer(question, By(by.actor, by.at, on_behalf_of="x"), answer="Canari")


def published(story, question):
    return questions.publish(answered(story, question), fanny(story))


def everything(story):
    """Every act on a question, at least once."""
    by, awa = fanny(story), story.things["awa"]
    asked = of_a_member(story, awa, session=story.things["session"])
    questions.take_back(of_a_member(story, awa), By(awa.account, AT))
    questions.set_aside(of_the_public(story), by, reason="Canari")
    confided(story, questions.admit(of_the_public(story), by))
    questions.withdraw(of_a_table(story), by, reason="Canari")
    of_the_public(story)
    of_a_table(story)
    answered(story, of_a_table(story))
    published(story, of_a_table(story))
    story.things["question"] = published(story, asked)
