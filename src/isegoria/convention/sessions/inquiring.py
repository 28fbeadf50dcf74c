"""Inquiries as each may read them: members while they are open, everybody once they are closed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.members import Member
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.sessions.inquiries import Grounds, Inquiry
from isegoria.convention.sessions.models import Session
from isegoria.core.charter import Role
from isegoria.core.charter.acts.sessions import HELD
from isegoria.core.inquiry import tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """What a closed inquiry says. Nothing of it is known before."""

    figures: Sequence[tally.Figure]
    sentences: Sequence[str]
    set_aside: Sequence[tuple[str, int]]
    waiting: int


def inquiries_of(convention: Convention) -> QuerySet[Inquiry]:
    """All of them, the last first: that they exist, and how many answered, hides nothing."""
    found = Inquiry.objects.filter(convention=convention).order_by("-number")
    return found.select_related("convention", "session")


def inquiry_numbered(convention: Convention, number: int) -> Inquiry | None:
    return inquiries_of(convention).filter(number=number).first()


def inquiry_at(convention: Convention, key: UUID, viewer: Viewer) -> Inquiry | None:
    """For those who facilitate."""
    found = inquiries_of(convention).filter(pk=key)
    return found.first() if viewer.is_any(Role.FACILITATOR, Role.ORGANISER) else None


def pulse_of(session: Session) -> Inquiry | None:
    return Inquiry.objects.filter(session=session, topic="pulse").first()


def sessions_without_pulse(convention: Convention) -> list[Session]:
    """Those that were held or are under way, and of which nobody was asked anything yet."""
    found = Session.objects.filter(convention=convention, state__in=["open", *HELD])
    return list(found.exclude(inquiries__topic="pulse").order_by("-starts")[:20])


def open_to(member: Member) -> list[tuple[Inquiry, bool]]:
    """Those that a member can answer now, and whether they did. One query."""
    found = inquiries_of(member.convention).filter(state="open")
    return [(one, member.number in one.numbers) for one in found]


def results_of(inquiry: Inquiry) -> Results | None:
    """Nothing before it is closed, nor when fewer than five people answered."""
    if not inquiry.is_told:
        return None
    fates = Counter(one["grounds"] for one in inquiry.sentences if one["fate"] == "set_aside")
    return Results(
        figures=tally.figures(inquiry.topic, inquiry.counts),
        sentences=[one["text"] for one in inquiry.sentences if one["fate"] == "published"],
        set_aside=[(str(one.label), fates[one]) for one in Grounds if fates[one]],
        waiting=sum(1 for one in inquiry.sentences if not one["fate"]),
    )


def waiting_sentences(inquiry: Inquiry, viewer: Viewer) -> list[tuple[int, str]]:
    """By place, those that nobody has read yet: for whoever facilitates, once it is closed."""
    if inquiry.state != "ended" or not viewer.is_any(Role.FACILITATOR):
        return []
    return [(place, one["text"]) for place, one in enumerate(inquiry.sentences) if not one["fate"]]
