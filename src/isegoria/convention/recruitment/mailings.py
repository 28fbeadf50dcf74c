"""Reads of the mailings: for the officer, for whoever checks a draw of letters, by a code."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.recruitment import keyring
from isegoria.convention.recruitment.candidates import LETTERS, Candidate
from isegoria.convention.recruitment.channels import Means, Relay
from isegoria.convention.recruitment.letters import Letter, Mailing, Written, key_of_written
from isegoria.convention.recruitment.models import QuotaCell
from isegoria.core.charter import Role

CODE = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A stratum of a mailing: what it held, the letters it got, those that were answered."""

    name: str
    holds: int
    letters: int
    expected: float
    answers: int

    @property
    def percent(self) -> float:
        return 100 * self.answers / self.letters if self.letters else 0.0


def mailings_of(convention: Convention, viewer: Viewer) -> list[Mailing]:
    """The mailings, the newest first, for the recruitment officer."""
    return published_mailings(convention) if viewer.is_any(Role.RECRUITER) else []


def published_mailings(convention: Convention) -> list[Mailing]:
    """What of them is public: number, day, count, digest of the register, seed."""
    found = Mailing.objects.filter(relay__channel__convention=convention)
    return list(found.select_related("relay__channel").order_by("-number"))


def answers_of(mailing: Mailing, viewer: Viewer) -> list[Answered]:
    """Stratum by stratum, for the recruitment officer."""
    if not viewer.is_any(Role.RECRUITER):
        return []
    answered = mailing.letters.exclude(answered_on=None).values("stratum")
    counts = {one["stratum"]: one["n"] for one in answered.annotate(n=Count("pk"))}
    return [
        Answered(
            name=said["name"],
            holds=said["in_register"],
            letters=said["letters"],
            expected=said["expected"],
            answers=counts.get(place, 0),
        )
        for place, said in enumerate(mailing.strata)
    ]


def in_all(strata: Sequence[Answered], name: str) -> Answered:
    """The strata of a mailing together."""
    return Answered(
        name=name,
        holds=sum(one.holds for one in strata),
        letters=sum(one.letters for one in strata),
        expected=sum(one.expected for one in strata),
        answers=sum(one.answers for one in strata),
    )


def mailing_at(convention: Convention, viewer: Viewer, key: UUID) -> Mailing | None:
    """One of the mailings, for the recruitment officer."""
    found = Mailing.objects.filter(relay__channel__convention=convention, pk=key)
    return found.select_related("relay__channel").first() if viewer.is_any(Role.RECRUITER) else None


def has_written(convention: Convention, viewer: Viewer) -> bool:
    """Is it known where earlier letters went, so that nobody is written to again?"""
    known = Written.objects.filter(convention=convention)
    return viewer.is_any(Role.RECRUITER) and known.exists()


def written_before(
    convention: Convention, viewer: Viewer, places: Collection[str]
) -> Collection[str]:
    """Of these places, those where a letter went before, for the recruitment officer."""
    if not has_written(convention, viewer):
        return ()
    kept = set(Written.objects.filter(convention=convention).values_list("digest", flat=True))
    asked = list(places)
    digests = keyring.keyed(key_of_written(convention.pk), asked)
    return {place for place, digest in zip(asked, digests, strict=True) if digest in kept}


def unanswered(mailing: Mailing, viewer: Viewer, codes: Collection[str]) -> dict[str, bool]:
    """Of these codes, those of this mailing, and whether nobody has answered with them yet."""
    if not viewer.is_any(Role.RECRUITER):
        return {}
    kept = dict(mailing.letters.values_list("digest", "answered_on"))
    where = mailing.in_convention().pk
    marked = {code: keyring.mark(where, "letter", code) for code in codes if len(code) == CODE}
    return {code: kept[mark] is None for code, mark in marked.items() if mark in kept}


def senders(convention: Convention, viewer: Viewer) -> list[Relay]:
    """The organisations in whose name letters can be drawn now."""
    if not viewer.is_any(Role.RECRUITER):
        return []
    found = Relay.objects.filter(
        channel__convention=convention,
        channel__means=Means.REGISTER,
        channel__state="open",
        state="working",
    )
    return list(found.select_related("channel__convention").order_by("name"))


def seats_of(relay: Relay) -> int:
    """The places that the table in force keeps for the channel of this organisation."""
    channel = relay.channel
    cells = QuotaCell.objects.filter(table__convention=channel.convention, table__state="frozen")
    cell = cells.filter(criterion=channel.criterion, value=channel.value).first()
    return cell.target if cell else 0


def plain_code(typed: str) -> str:
    """A code as it is kept, however it was typed: without spaces or dashes, in capitals."""
    return "".join(one for one in typed.upper() if one in LETTERS)[: CODE + 1]


def letter_at(convention: Convention, code: str) -> Letter | None:
    """The letter that carries this code, answered or not."""
    if len(code) != CODE:
        return None
    found = Letter.objects.filter(digest=keyring.mark(convention.pk, "letter", code))
    return found.select_related("mailing__relay__channel").first()


def is_writing_to_people(convention: Convention) -> bool:
    """Have letters been drawn here, so that somebody may answer one?"""
    return Mailing.objects.filter(relay__channel__convention=convention).exists()


def entrant_key(convention: Convention, code: str) -> UUID:
    """The key of whoever answers this letter: who sends the form twice is one person. Without the
    code, nothing leads from the person to the letter."""
    return UUID(keyring.mark(convention.pk, "entrant", code)[:32])


def entrant_at(convention: Convention, code: str) -> Candidate | None:
    """Who answered this letter, for whoever holds its code."""
    found = Candidate.objects.filter(convention=convention, pk=entrant_key(convention, code))
    return found.select_related("relay__channel").first()
