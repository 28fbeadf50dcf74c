"""What a member reads of the sessions: the next one, how to come in, their tables, their loans."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from isegoria.convention.people.members import Member
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.sessions.attendance import Loan, Presence
from isegoria.convention.sessions.models import For, Link, Session
from isegoria.convention.sessions.queries import sessions_of
from isegoria.convention.sessions.questions import Question
from isegoria.convention.sessions.seating import SeatingPlan


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody sits in one round."""

    round: int
    table: int
    where: str


def coming(member: Member, viewer: Viewer) -> Sequence[Session]:
    """The sessions that were announced and are not over, the nearest first. One query."""
    still = Q(state="open") | Q(state="agenda_published", ends__gte=viewer.at)
    found = sessions_of(member.convention, viewer).filter(still)
    return list(found.select_related("convention").order_by("starts", "number")[:12])


def session_to_attend(member: Member, viewer: Viewer, number: int) -> Session | None:
    return next((one for one in coming(member, viewer) if one.number == number), None)


def way_in(session: Session) -> Link | None:
    """How members join at a distance."""
    return session.links.filter(whom=For.MEMBERS).first() if session.is_at_a_distance else None


def presence_of(member: Member, session: Session) -> Presence | None:
    return Presence.objects.filter(member=member, session=session).first()


def loans_of(member: Member) -> list[Loan]:
    """What they asked to borrow, the last first."""
    return list(Loan.objects.filter(member=member)[:20])


def questions_of(member: Member) -> list[Question]:
    """What they asked in their own name, the last first."""
    return list(Question.objects.filter(member=member).order_by("-number")[:20])


def tables_of(member: Member, session: Session) -> list[Place]:
    """Where they sit in each round, once the plan of the session is kept. One query."""
    plan = SeatingPlan.objects.filter(session=session, state="settled").first()
    if plan is None:
        return []
    where = plan.places.get(str(member.number), "")
    return [
        Place(round=number, table=table, where=where)
        for number, tables in enumerate(plan.placements, start=1)
        for table, cards in enumerate(tables, start=1)
        if member.number in cards
    ]
