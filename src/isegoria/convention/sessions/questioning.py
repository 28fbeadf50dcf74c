"""Questions, for somebody: the team reads all of them, whoever answers those that they were
given, members their own; anybody what was confided, with its answer once it is published."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from statistics import median
from uuid import UUID

from django.db.models import Q, QuerySet

from isegoria.convention.journal.models import Entry
from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.members import Member
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.sessions.models import Session
from isegoria.convention.sessions.questions import WAITING, Question, Whom, today
from isegoria.core.charter import Role

MOST, MOST_ABOUT = 2**31 - 1, 40
TEAM = (Role.FACILITATOR, Role.ORGANISER, Role.GUARANTOR)
ANSWERING = tuple(Role(one) for one in Whom)
SHOWN = ("confided", "answered", "published")
ENDED = ("set_aside", "taken_back", "withdrawn")
PILES = {
    "to_admit": ("received",),
    "to_confide": ("asked",),
    "waiting": ("confided",),
    "overdue": WAITING,
    "to_publish": ("answered",),
    "published": ("published",),
    "ended": ENDED,
    "unanswered": WAITING,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What somebody looks for. `pile` is a key of `PILES`."""

    pile: str = ""
    words: str = ""
    session: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How questions are answered, as anybody may check it. `days`: half were answered in fewer."""

    asked: int
    published: int
    waiting: int
    overdue: int
    to_confide: int
    set_aside: int
    days: int | None


def shown_questions(convention: Convention) -> QuerySet[Question]:
    """What anybody reads, whoever they are."""
    found = Question.objects.filter(convention=convention, state__in=SHOWN)
    return found.select_related("convention", "session", "member")


def questions_about(session: Session) -> list[Question]:
    """The first ones that anybody reads about one session, in the order of their numbers."""
    found = shown_questions(session.convention).filter(session=session)
    return list(found.order_by("number")[:MOST_ABOUT])


@dataclass(frozen=True, slots=True)
class PutAway:
    """What is left of a question that is not answered."""

    number: int
    state: str
    reason: str
    ended_at: datetime | None


def questions_of(convention: Convention, viewer: Viewer) -> QuerySet[Question]:
    """All of them to the team; to anybody else, what was confided and still stands."""
    found = Question.objects.filter(convention=convention)
    if not viewer.is_any(*TEAM):
        found = found.filter(state__in=SHOWN)
    return found.select_related("convention", "session", "member", "confided_to")


def sought(found: QuerySet[Question], wanted: Wanted, on: date) -> QuerySet[Question]:
    """Those of one pile, with every one of these words, in the order in which they wait."""
    found = found.filter(_pile(wanted.pile, on)) if wanted.pile else found
    found = found.filter(session=wanted.session) if wanted.session else found
    for word in wanted.words.split()[:6]:
        # An answer is searched once anybody may read it: a search must not tell what it says.
        answered = Q(state="published", answer__icontains=word)
        said = Q(text__icontains=word) | Q(respondent__icontains=word)
        found = found.filter(said | answered)
    return found.order_by("due_on", "number") if wanted.pile else found.order_by("-number")


def piles(found: QuerySet[Question], on: date) -> dict[str, int]:
    """How many questions lie on each pile. One query."""
    rows = list(found.values_list("state", "due_on"))
    count = dict.fromkeys(PILES, 0)
    for state, due_on in rows:
        for pile, states in PILES.items():
            late = pile != "overdue" or (due_on is not None and due_on < on)
            count[pile] += state in states and late
    return count


def question_at(convention: Convention, viewer: Viewer, key: UUID) -> Question | None:
    """One of them, if it is theirs to read."""
    found = questions_of(convention, viewer).filter(pk=key).first()
    return found or answerable_at(convention, viewer, key)


def question_numbered(convention: Convention, number: int) -> Question | None:
    """Whatever its state: its number is all that whoever sent it from outside holds. What may
    be shown of it is the page's to say: see `is_shown`."""
    if number > MOST:
        return None
    found = Question.objects.filter(convention=convention, number=number)
    return found.select_related("convention", "session", "member").first()


def number_of(key: UUID) -> int | None:
    """The number that a reference of the journal is about."""
    return Question.objects.filter(pk=key).values_list("number", flat=True).first()


def is_shown(question: Question) -> bool:
    """Anybody may read its words."""
    return question.state in SHOWN


def put_away(convention: Convention) -> list[PutAway]:
    """What is left of the questions that are not answered: a number, a reason, never the words.
    The last first. One query."""
    found = Question.objects.filter(convention=convention, state__in=ENDED)
    rows = found.order_by("-ended_at").values_list("number", "state", "reason", "ended_at")
    return [PutAway(*row) for row in rows]


def to_answer(convention: Convention, viewer: Viewer) -> QuerySet[Question]:
    """What waits for this expert, this service or this committee, the first due first; and what
    they answered."""
    roles = [role.value for role in ANSWERING if role in viewer.roles]
    theirs = Q(confided_to=None) | Q(confided_to=viewer.account)
    found = Question.objects.filter(theirs, convention=convention, whom__in=roles)
    found = found.filter(state__in=["confided", "answered", "published"])
    return found.select_related("convention", "session", "member").order_by("due_on", "number")


def answerable_at(convention: Convention, viewer: Viewer, key: UUID) -> Question | None:
    """One that was given to them."""
    return to_answer(convention, viewer).filter(pk=key).first()


def confided_by(entry: Entry) -> Question | None:
    """The question that an entry tells as given to somebody, while its answer is awaited."""
    kind, _, key = entry.subject.partition(":")
    if kind != Question.KIND:
        return None
    found = Question.objects.filter(pk=UUID(key), state="confided")
    return found.select_related("convention", "confided_to").first()


def waiting_for(convention: Convention, viewer: Viewer) -> int:
    """How many wait for their answer."""
    return to_answer(convention, viewer).filter(state="confided").count()


def questions_of_member(member: Member) -> QuerySet[Question]:
    """What this member asked, the last first, with what became of it."""
    found = Question.objects.filter(member=member)
    return found.select_related("convention", "session", "member").order_by("-number")


def question_of_member(member: Member, key: UUID) -> Question | None:
    return questions_of_member(member).filter(pk=key).first()


def members_who_asked(session: Session) -> int:
    """How many members asked at least one question about this session. One query."""
    found = Question.objects.filter(session=session, member__isnull=False)
    return found.exclude(state="taken_back").values("member").distinct().count()


def figures_of(convention: Convention, at: datetime) -> Figures:
    """One query."""
    rows = Question.objects.filter(convention=convention)
    seen = list(rows.values_list("state", "due_on", "asked_at", "published_at"))
    on = today(convention, at)
    took = [(end - start).days for _state, _due, start, end in seen if end is not None]
    waiting = [due for state, due, _asked, _end in seen if state in WAITING]
    return Figures(
        asked=sum(state != "received" for state, *_rest in seen),
        published=_counted(seen, "published"),
        waiting=len(waiting),
        overdue=sum(due is not None and due < on for due in waiting),
        to_confide=_counted(seen, "asked"),
        set_aside=_counted(seen, "set_aside"),
        days=round(median(took)) if took else None,
    )


def _pile(pile: str, on: date) -> Q:
    late = Q(due_on__lt=on) if pile == "overdue" else Q()
    return Q(state__in=PILES.get(pile, ())) & late


def _counted(rows: Iterable[tuple[object, ...]], state: str) -> int:
    return sum(row[0] == state for row in rows)
