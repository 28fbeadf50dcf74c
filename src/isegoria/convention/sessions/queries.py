"""Sessions, as each may read them: the team from the first plan, anybody once it is announced."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.sessions.attendance import How
from isegoria.convention.sessions.models import For, Link, Session
from isegoria.convention.sessions.seating import SeatingPlan
from isegoria.convention.sessions.sequences import Sequence
from isegoria.core.charter import Role

TEAM = (Role.FACILITATOR, Role.ORGANISER)
PRESENT = (How.ROOM, How.REMOTE, How.PHONE, How.RELAY)
LINKS_OF = {
    Role.MEMBER: (For.MEMBERS,),
    Role.EXPERT: (For.STAFF,),
    Role.COMMITTEE: (For.OBSERVERS,),
    Role.GUARANTOR: (For.OBSERVERS,),
    Role.FACILITATOR: tuple(For),
    Role.ORGANISER: tuple(For),
}


def sessions_of(convention: Convention, viewer: Viewer) -> QuerySet[Session]:
    """In the order of their dates. One query."""
    found = Session.objects.filter(convention=convention)
    if viewer.is_any(*TEAM, Role.GUARANTOR):
        return found
    return found.filter(agenda_published_at__isnull=False)


def session_at(convention: Convention, key: UUID, viewer: Viewer) -> Session | None:
    return sessions_of(convention, viewer).filter(pk=key).first()


def announced(convention: Convention) -> QuerySet[Session]:
    """What anybody may read, in the order of the dates: cancelled ones stay."""
    return Session.objects.filter(
        convention=convention, agenda_published_at__isnull=False
    ).select_related("convention")


def announced_at(convention: Convention, key: UUID | str) -> Session | None:
    return announced(convention).filter(pk=key).first()


def next_announced(convention: Convention, at: datetime) -> Session | None:
    """The session that is under way, or the first that is to come."""
    coming = announced(convention).filter(state__in=["open", "agenda_published"])
    return coming.filter(ends__gte=at).first()


def links_for(session: Session, viewer: Viewer) -> QuerySet[Link]:
    """How this person joins it: the links of their groups, and nobody else's."""
    groups = {group for role in viewer.roles for group in LINKS_OF.get(role, ())}
    return Link.objects.filter(session=session, whom__in=groups)


def present_at(session: Session) -> int:
    """How many members came, in whatever way."""
    return session.presences.filter(how__in=PRESENT).count()


def agenda_of(session: Session) -> list[Sequence]:
    """What is planned, in order; what was dropped is not."""
    return list(Sequence.objects.filter(session=session).exclude(state="dropped"))


def seatings_of(session: Session, viewer: Viewer) -> QuerySet[SeatingPlan]:
    """The plans of tables of a session, the last made first: for the team."""
    found = SeatingPlan.objects.filter(session=session).exclude(state="discarded")
    return found if viewer.is_any(*TEAM) else found.none()


def seating_at(convention: Convention, key: UUID, viewer: Viewer) -> SeatingPlan | None:
    found = SeatingPlan.objects.filter(session__convention=convention, pk=key)
    return found.select_related("session__convention").first() if viewer.is_any(*TEAM) else None
