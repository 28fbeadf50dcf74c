"""The part of the story that is about sessions: members with cards, a run-sheet, who came."""

from datetime import timedelta

from isegoria.convention.chartered import By
from isegoria.convention.models import (
    Card,
    Link,
    Loan,
    Presence,
    RelayRoom,
    SeatingPlan,
    Sequence,
    Session,
)
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.stewardship import tables
from isegoria.convention.verbs import (
    attendance,
    candidates,
    members,
    panel,
    seating,
    sequences,
    sessions,
)
from isegoria.core.charter import Role
from tests.cast import AT, holder
from tests.recruiting import officer

SOON = AT + timedelta(hours=2)


def fanny(story):
    """The facilitator."""
    if "fanny" not in story.things:
        account = holder(Role.FACILITATOR, story.convention, story.odile)
        story.things["fanny"] = account
    return By(story.things["fanny"], AT)


def member(story, *, at=AT):
    """Somebody of the panel who has confirmed, and is given a number and a card."""
    by, seats = officer(story), story.convention.candidates.filter(member=None).order_by("seat")
    seated = seats.filter(state__in=["drawn", "confirmed"]).first()
    if seated.state == "drawn":
        panel.confirm(seated, by)
    return members.welcome(seated, By(by.actor, at))


def session(story, **more):
    asked = {"title": "Canari", "starts": SOON, "ends": SOON + timedelta(hours=3), **more}
    room = RelayRoom(name="Canari", address="Canari")
    link = Link(whom="members", url="https://video.exemple.org/canari", phone="05 49 00 00 00")
    planned = Session(convention=story.convention, **asked)
    return sessions.plan(planned, fanny(story), rooms=[room], links=[link])


def sequence(story, of, *, title="Canari", minutes=30, **more):
    asked = {"modalities": ["written", "oral"], "output": "cards", "method": "metaplan", **more}
    one = Sequence(session=of, title=title, minutes=minutes, **asked)
    return sequences.add(one, fanny(story))


def opened(story, **more):
    """A session under way, with two sequences to come."""
    ready = session(story, **more)
    sequence(story, ready)
    sequence(story, ready, title="Canari bis")
    return sessions.open_(sessions.publish_agenda(ready, fanny(story)), fanny(story))


def everything(story):
    """Every act of the sessions, at least once."""
    by = fanny(story)
    _of_cards(story)
    under_way = opened(story)
    sessions.edit(under_way, by, changes={"bring": "Canari"})
    _of_the_run_sheet(story, under_way)
    _of_those_who_came(story, under_way)
    _of_the_tables(story, under_way)
    sessions.close(under_way, by)
    moved = session(story)
    late = SOON + timedelta(days=7)
    sessions.rearrange(
        moved, by, starts=late, ends=late + timedelta(hours=2), mode="remote", reason="Canari"
    )
    sessions.cancel(moved, by, reason="Canari")
    leaves(member(story), story)
    story.things["session"] = under_way


def _of_cards(story):
    awa = story.things["awa"] = member(story)
    person = story.convention.candidates.get(member=awa)
    candidates.say_needs(person, By(awa.account, AT), provisions=["transport"])
    members.revoke(awa.cards.get(), officer(story))
    members.issue(Card(member=awa), officer(story))


def leaves(awa, story):
    """They leave by themselves, without a reason."""
    person = story.convention.candidates.get(member=awa)
    return candidates.withdraw(person, By(awa.account, AT))


def _of_the_run_sheet(story, under_way):
    by = fanny(story)
    first, second = under_way.sequences.all()
    sequences.edit(second, by, changes={"title": "Canari ter"})
    sequences.move(second, by, before=first)
    sequences.restore(sequences.drop(second, by), by)
    sequences.note(sequences.end(sequences.start(first, by), by), by, notes="Canari")


def _of_the_tables(story, under_way):
    by = fanny(story)
    looker = Viewer(by.actor, frozenset({Role.FACILITATOR}), AT)
    first, second, third = (
        tables.make(SeatingPlan(session=under_way, tables=1, rounds=1), by, looker)
        for _ in range(3)
    )
    tables.adapt(seating.settle(first, by), by, looker, first=1)
    seating.settle(second, by)
    seating.discard(third, by)


def _of_those_who_came(story, under_way):
    by, awa = fanny(story), story.things["awa"]
    there = Presence(session=under_way, member=awa, how="room")
    attendance.correct(attendance.note(there, by), by, how="phone")
    asked = attendance.ask(Loan(member=awa, what="Canari"), By(awa.account, AT))
    attendance.give_back(attendance.lend(asked, by), by)
    attendance.refuse(attendance.ask(Loan(member=awa, what="Canari"), by), by, reason="Canari")
