"""Sessions, as each may read them: the team from the first plan, anybody once it is announced."""

from datetime import datetime
from functools import cache
from uuid import UUID

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.members import Member
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.sessions.attendance import How, Loan, Presence
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
    return announced(convention)


def at_hand(convention: Convention, viewer: Viewer) -> QuerySet[Session]:
    """The same, what is to be done first: those to come, then those that are over. One query."""
    over = Q(ends__lt=viewer.at) | Q(state="cancelled")
    past = Case(When(over, then=Value(1)), default=Value(0), output_field=IntegerField())
    return sessions_of(convention, viewer).annotate(past=past).order_by("past", "starts", "number")


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
    key = _coming().filter(convention=convention, ends__gte=at).first()
    return announced_at(convention, key) if key else None


@cache
def _coming() -> QuerySet[Session, UUID]:
    """Composed once, and of keys alone: every front page asks it, and mostly finds none."""
    found = Session.objects.filter(state__in=["open", "agenda_published"])
    return found.filter(agenda_published_at__isnull=False).values_list("pk", flat=True)


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


def sequences_of(session: Session, viewer: Viewer) -> QuerySet[Sequence]:
    """The run-sheet of a session, in its order, with what was taken out of it: for the team."""
    found = Sequence.objects.filter(session=session)
    return found if viewer.is_any(*TEAM) else found.none()


def sequence_at(convention: Convention, key: UUID, viewer: Viewer) -> Sequence | None:
    found = Sequence.objects.filter(session__convention=convention, pk=key)
    return found.select_related("session__convention").first() if viewer.is_any(*TEAM) else None


def called_at(session: Session, viewer: Viewer) -> list[tuple[Member, Presence | None]]:
    """Whom the roll calls, by number, and what is noted of each: for the team. Two queries."""
    if not viewer.is_any(*TEAM):
        return []
    noted = {one.member_id: one for one in Presence.objects.filter(session=session)}
    belongs = Q(state="active") | Q(pk__in=noted)
    members = Member.objects.filter(belongs, convention=session.convention)
    return [(one, noted.get(one.pk)) for one in members.order_by("number")]


def loans_of(convention: Convention, viewer: Viewer) -> QuerySet[Loan]:
    """What was asked for and lent: what waits for an answer, then what is out, then the rest."""
    found = Loan.objects.filter(member__convention=convention).select_related("member")
    order = Case(
        When(state="asked", then=Value(0)),
        When(state="lent", then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    return found.order_by(order, "-asked_at") if viewer.is_any(*TEAM) else found.none()


def loan_at(convention: Convention, key: UUID, viewer: Viewer) -> Loan | None:
    found = loans_of(convention, viewer).filter(pk=key)
    return found.select_related("member__convention").first()


def borrowers(convention: Convention, viewer: Viewer) -> dict[int, Member]:
    """Those of the panel who may ask for something, by number."""
    found = Member.objects.filter(convention=convention, state="active")
    return {one.number: one for one in found} if viewer.is_any(*TEAM) else {}
