"""Minutes, for somebody: the team from the draft on, those who were there once they may read it,
anybody how far they are, and how late."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import override

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.members import Member
from isegoria.convention.publishing.models import Document, Kind, Version
from isegoria.convention.sessions.minutes import READ, Approval, Correction, Minutes
from isegoria.convention.sessions.models import Session
from isegoria.convention.sessions.queries import PRESENT
from isegoria.convention.sessions.questions import today


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How far the minutes of a session are: what is awaited, for when, how many days late."""

    awaited: str
    due_on: date
    late: int


def standing_of(session: Session, at: datetime) -> Standing | None:
    """What anybody may know. None before the session is held, and once its minutes are public."""
    if not session.is_held or session.state == "published" or session.closed_at is None:
        return None
    found, here = minutes_of(session), session.convention
    begins: datetime = session.closed_at
    awaited = "reading"
    if found and found.state == "submitted" and found.due_on:
        return _standing("validation", found.due_on, today(here, at))
    if found and found.validated_at:
        awaited, begins = "publication", found.validated_at
    due_on = today(here, begins) + timedelta(session.minutes_days)
    return _standing(awaited, due_on, today(here, at))


def _standing(awaited: str, due_on: date, on: date) -> Standing:
    return Standing(awaited=awaited, due_on=due_on, late=max(0, (on - due_on).days))


def minutes_of(session: Session) -> Minutes | None:
    return Minutes.objects.filter(session=session).select_related("document").first()


def minutes_at(convention: Convention, key: UUID) -> Minutes | None:
    found = Minutes.objects.filter(session__convention=convention, pk=key)
    return found.select_related("session__convention", "document").first()


def published_minutes(session: Session) -> Document | None:
    found = minutes_of(session)
    return found.document if found else None


def correction_at(convention: Convention, key: UUID) -> Correction | None:
    found = Correction.objects.filter(minutes__session__convention=convention, pk=key)
    return found.select_related("minutes__session__convention", "member").first()


def corrections_of(minutes: Minutes) -> list[Correction]:
    """In the order in which they were asked."""
    found = minutes.corrections.select_related("member")
    return list(found.order_by("number"))


def to_read(member: Member) -> list[Minutes]:
    """The minutes of the sessions that this member attended, once they may be read; the last
    session first. One query."""
    there = member.presences.filter(how__in=PRESENT).values("session")
    found = Minutes.objects.filter(session__in=there, state__in=READ)
    rows = found.select_related("session__convention", "document")
    return list(rows.order_by("-session__starts", "-session__number")[:20])


def readable_by(member: Member, number: int) -> Minutes | None:
    return next((one for one in to_read(member) if one.session.number == number), None)


def asked_by(member: Member, minutes: Minutes) -> list[Correction]:
    """What this member asked to correct, with the answers."""
    return list(minutes.corrections.filter(member=member).order_by("number"))


def approved_by(member: Member, minutes: Minutes) -> Approval | None:
    return minutes.approvals.filter(member=member).first()


def as_document(minutes: Minutes) -> Version:
    """The document that it becomes: the parts, how it was validated, what was corrected."""
    session = minutes.session
    here = session.convention
    with override(here.language):
        document = Document(
            convention=here,
            kind=Kind.MINUTES,
            slug=_slug(session),
            language=here.language,
            fictional=session.fictional,
        )
        return Version(
            document=document,
            title=_("Compte rendu de la séance %(number)s\u00a0: %(title)s")
            % {"number": session.number, "title": session.title[:140]},
            summary=session.aim[:600],
            body="\n\n".join([*_parts(minutes), *_checked(minutes)]),
            dated=today(here, session.starts),
        )


def _slug(session: Session) -> str:
    wanted = f"compte-rendu-seance-{session.number}"
    taken = Document.objects.filter(convention=session.convention, slug=wanted)
    return f"{wanted}-{session.pk.hex[:6]}" if taken.exists() else wanted


def _parts(minutes: Minutes) -> list[str]:
    return [f"## {one['title']}\n\n{one['text']}" for one in minutes.sections if one["text"]]


def _checked(minutes: Minutes) -> list[str]:
    asked = corrections_of(minutes)
    told = _(
        "Membres présents\u00a0: %(present)s. Membres qui ont relu et approuvé ce texte\u00a0:"
        " %(approved)s. Corrections demandées\u00a0: %(asked)s."
    ) % {"approved": minutes.approved, "present": minutes.present, "asked": len(asked)}
    return [f"## {_('Comment ce texte a été validé')}\n\n{told}", *(_correction(o) for o in asked)]


def _correction(one: Correction) -> str:
    text = _("Le texte de la demande n’est pas publié\u00a0: il nommait quelqu’un.")
    asked = text if one.hidden else " ".join(one.text.split())
    answer = _("acceptée.") if one.state == "accepted" else _("non retenue.")
    why = " ".join(one.answer.split())
    return _(
        "**Correction %(number)s**, partie «\u00a0%(part)s\u00a0»\u00a0: %(asked)s\n\n"
        "Réponse\u00a0: %(answer)s %(why)s"
    ) % {"number": one.number, "part": one.part, "asked": asked, "answer": answer, "why": why}
