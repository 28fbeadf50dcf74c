"""What each candidate is given of a sealed draw, for the officer to hand over."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from isegoria.convention.people.viewer import Viewer
from isegoria.convention.recruitment.draws import Draw, Entrant
from isegoria.convention.recruitment.reads import note
from isegoria.core.charter import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """`document` is what the candidate keeps; empty once they are forgotten."""

    place: int
    code: str
    document: dict[str, Any]


def entrants_of(draw: Draw, viewer: Viewer, *, code: str = "") -> QuerySet[Entrant]:
    """Who is in the list and is not forgotten, by card number: for the officer."""
    found = draw.entrants.select_related("candidate").filter(candidate__isnull=False)
    if not viewer.is_any(Role.RECRUITER):
        return found.none()
    wanted = code.strip().upper().replace(" ", "")
    found = found.filter(candidate__code__contains=wanted) if wanted else found
    return found.order_by("candidate__code")


def forgotten_in(draw: Draw) -> int:
    """How many people of the list were forgotten since: they have no receipt any more."""
    return draw.entrants.filter(candidate__isnull=True).count()


def receipt_at(draw: Draw, viewer: Viewer, place: int) -> Receipt | None:
    """One receipt, whose reading is noted; None where nobody is, or nobody any more."""
    found = entrants_of(draw, viewer).filter(place=place).first()
    if found is None:
        return None
    note(draw.convention, viewer, "receipt", candidate=found.candidate_id)
    return _receipt(draw, found)


def all_receipts(draw: Draw, viewer: Viewer) -> list[Receipt]:
    """Everybody's, which is noted once with their number."""
    found = [_receipt(draw, one) for one in entrants_of(draw, viewer)]
    note(draw.convention, viewer, "receipts", count=len(found))
    return [one for one in found if one.document]


def _receipt(draw: Draw, entrant: Entrant) -> Receipt:
    opening = entrant.opening
    document = {"v": draw.published["v"], "notice": draw.notice_sha256, **opening}
    return Receipt(
        place=entrant.place,
        code=entrant.candidate.code if entrant.candidate else "",
        document=document if opening else {},
    )
