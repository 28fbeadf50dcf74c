"""Tables for a session: the answers that balance them are read here, by the machine alone.

The team chooses which criteria to balance, never sees anybody's answer, and reads back who sits
where, by card number. Each computation is noted in the log of reads.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from isegoria.convention.chartered import By
from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.members import Member
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.recruitment.candidates import Candidate
from isegoria.convention.recruitment.queries import criteria_of, table_in_force
from isegoria.convention.recruitment.reads import note
from isegoria.convention.sessions.actions import seating
from isegoria.convention.sessions.attendance import How
from isegoria.convention.sessions.models import Mode, Session
from isegoria.convention.sessions.seating import SeatingPlan
from isegoria.core.charter.acts.sessions import HELD
from isegoria.core.seating.changes import changed
from isegoria.core.seating.cooling import seated
from isegoria.core.seating.measures import measured
from isegoria.core.seating.model import Asked, Attendee, Plan, Round

AT_A_DISTANCE, ROOM = "remote", ""
PLACES = {How.ROOM: ROOM, How.REMOTE: AT_A_DISTANCE, How.PHONE: AT_A_DISTANCE, How.RELAY: "relay"}


@dataclass(frozen=True, slots=True)
class Seat:
    """A member who is expected, and where."""

    member: Member
    place: str


def criteria_for(convention: Convention) -> list[str]:
    """The criteria that tables may be balanced on: those of the table in force, but never the
    channel by which somebody was found."""
    table = table_in_force(convention)
    channels = set(convention.channels.values_list("criterion", flat=True))
    if table is None:
        return []
    return [one.name for one in criteria_of(table) if one.name not in channels]


def expected(session: Session) -> list[Seat]:
    """Who is expected, by number, and where: as noted, or as the session is announced."""
    noted = dict(session.presences.values_list("member_id", "how"))
    usual = How.REMOTE if session.mode == Mode.REMOTE else How.ROOM
    members = session.convention.members.filter(state="active").order_by("number")
    hows = [(one, noted.get(one.pk, usual)) for one in members]
    return [Seat(one, PLACES[How(how)]) for one, how in hows if how in PLACES]


def make(plan: SeatingPlan, by: By, viewer: Viewer) -> SeatingPlan:
    """Compute a plan for whoever is expected. Raises Impossible, which names the cards."""
    seats = expected(plan.session)
    asked = _asked(plan, seats, viewer)
    number = plan.session.seatings.count() + 1
    found = seated(asked, f"{plan.session.pk} {number}")
    known = criteria_for(plan.session.convention)
    return seating.make(plan, by, known=known, found=_found(found, seats))


def adapt(plan: SeatingPlan, by: By, viewer: Viewer, *, first: int) -> SeatingPlan:
    """Settle the rounds from `first` on for whoever is here now, moving as few people as possible.
    Raises Impossible."""
    seats = expected(plan.session)
    asked = _asked(plan, seats, viewer)
    made, shifts = changed(rounds_of(plan), asked, first)
    found = _found(made, seats)
    held = plan.placements[: first - 1]  # whoever sat there did, and may have left since
    found["placements"] = [*held, *_placements(made)[first - 1 :]]
    found["places"] = {**plan.places, **_places(seats)}
    return seating.adapt(plan, by, first=first, moved=len(shifts), found=found)


def rounds_of(plan: SeatingPlan) -> list[Round]:
    return [
        tuple(tuple(str(card) for card in table) for table in tables) for tables in plan.placements
    ]


def _asked(plan: SeatingPlan, seats: Sequence[Seat], viewer: Viewer) -> Asked:
    answers = _answers(plan, [one.member for one in seats], viewer)
    here = {one.member.number for one in seats}
    return Asked(
        people=tuple(
            Attendee(
                str(one.member.number),
                tuple(answers.get(one.member.pk, {}).get(name, "") for name in plan.criteria),
                one.place,
                card=one.member.number,
            )
            for one in seats
        ),
        tables=plan.tables,
        rounds=plan.rounds,
        criteria=tuple(plan.criteria),
        together=tuple(_cards(group, here) for group in plan.together if set(group) & here),
        apart=tuple((str(one), str(other)) for one, other in plan.apart if {one, other} <= here),
        held=tuple(one for earlier in _earlier(plan) for one in rounds_of(earlier)),
    )


def _answers(
    plan: SeatingPlan, members: Sequence[Member], viewer: Viewer
) -> dict[object, dict[str, str]]:
    if not plan.criteria:
        return {}
    people = Candidate.objects.filter(member__in=members)
    note(plan.session.convention, viewer, "seating", count=len(members))
    return {one.member_id: one.answers for one in people}


def _earlier(plan: SeatingPlan) -> Iterable[SeatingPlan]:
    """The plans of the sessions held before: whoever met then has met."""
    return SeatingPlan.objects.filter(
        session__convention=plan.session.convention,
        session__starts__lt=plan.session.starts,
        session__state__in=["open", *HELD],
        state="settled",
    ).order_by("session__starts")


def _found(plan: Plan, seats: Sequence[Seat]) -> dict[str, object]:
    measures = measured(plan)
    return {
        "placements": _placements(plan),
        "places": _places(seats),
        "notes": [str(one) for one in plan.notes],
        "met": measures.met,
        "bound": measures.bound,
        "bad": len(measures.bad),
    }


def _cards(group: Iterable[int], here: set[int]) -> tuple[str, ...]:
    return tuple(str(one) for one in group if one in here)


def _placements(plan: Plan) -> list[list[list[int]]]:
    return [[[int(one) for one in table] for table in tables] for tables in plan.rounds]


def _places(seats: Sequence[Seat]) -> dict[str, str]:
    return {str(one.member.number): one.place for one in seats}
