"""The part of the story that is about questions and their written answers."""

from datetime import timedelta

from isegoria.convention.chartered import By
from isegoria.convention.models import (
    ExpertRequest,
    Hearing,
    InterestDeclaration,
    Question,
    Seat,
)
from isegoria.convention.verbs import experts, people, questions
from tests import sitting
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
    of_experts(story, awa)


def declared(story):
    """The seat of somebody who has said what concerns them."""
    if "expert" not in story.things:
        body = story.convention.bodies.first()
        seat = Seat(body=body, name="Canari", organisation="Canari", domains=["Canari"])
        story.things["expert"] = held = people.fill_seat(seat, story.organiser)
        people.declare_interest(InterestDeclaration(seat=held, text="Canari"), story.organiser)
    return story.things["expert"]


def heard(story, session, **more):
    made = {"seat": declared(story), "topic": "Canari", "viewpoint": "Canari"}
    return experts.plan(Hearing(session=session, **{**made, **more}), fanny(story))


def wished(story, awa, **more):
    made = {"convention": story.convention, "origin": "member", "member": awa, "text": "Canari"}
    return experts.ask(ExpertRequest(**{**made, **more}), By(awa.account, AT))


def of_experts(story, awa):
    """Every act on experts and on those that members ask for, at least once."""
    by, session = fanny(story), sitting.opened(story)
    one = heard(story, session)
    experts.edit(one, by, changes={"topic": "Canari bis"})
    experts.cancel(one, by, reason="Canari")
    story.things["hearing"] = held = experts.hold(heard(story, session), by)
    left = {"video_url": "https://video.exemple.org/w/aBc123", "transcript": "Canari"}
    experts.record(held, by, changes={**left, "chapters": [{"at": 60, "title": "Canari"}]})
    experts.honour(wished(story, awa), by, hearing=held)
    experts.refuse(wished(story, awa), by, reason="Canari")
    wished(story, awa)
    heard(story, sitting.session(story))
