"""What anybody reads of the draws: who is in them is not there."""

from uuid import UUID

from isegoria.convention.mandate.models import Convention
from isegoria.convention.recruitment.draws import LIVE, Draw


def draws_of(convention: Convention) -> list[Draw]:
    """Every draw of a convention, the newest first: one is public from the day it is sealed."""
    found = Draw.objects.filter(convention=convention).select_related("table")
    return list(found.prefetch_related("signers", "remarks").order_by("-number"))


def draw_numbered(convention: Convention, number: int) -> Draw | None:
    return next((one for one in draws_of(convention) if one.number == number), None)


def draw_at(convention: Convention, key: UUID) -> Draw | None:
    return next((one for one in draws_of(convention) if one.pk == key), None)


def draw_under_way(convention: Convention) -> Draw | None:
    """The draw that is sealed, signed or done: there is one at most."""
    return next((one for one in draws_of(convention) if one.state in LIVE), None)
