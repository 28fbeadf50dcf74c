"""The life of a panel: who is seated, who is called when somebody leaves, what is published."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Records, performs, under_lock
from isegoria.convention.recruitment import keyring
from isegoria.convention.recruitment.candidates import Candidate
from isegoria.convention.recruitment.draws import Composition, Draw
from isegoria.convention.recruitment.pasts import taken_over
from isegoria.convention.recruitment.places import drawn_draw, empty_seat, kept_seat, leaver_of
from isegoria.convention.recruitment.remarks import remark
from isegoria.convention.recruitment.replacing import turn_of


@performs("candidate.seat")
def seat(candidate: Candidate, by: By, *, seat: int) -> Records:
    candidate.seat = seat
    return None


@performs("candidate.stand_by")
def stand_by(candidate: Candidate, by: By, *, rank: int) -> Records:
    candidate.rank = rank
    return None


def list_alternates(candidates: Sequence[Candidate], by: By) -> None:
    """List these people as alternates, in this order: all of them, or none."""
    inner = By(by.actor, by.at, by.on_behalf_of)
    with transaction.atomic():
        for rank, candidate in enumerate(candidates, start=1):
            stand_by(candidate, by if rank == 1 else inner, rank=rank)


@performs("candidate.confirm")
def confirm(candidate: Candidate, by: By) -> Records:
    return None


@performs("candidate.attend")
def attend(candidate: Candidate, by: By) -> Records:
    return None


@performs("candidate.decline")
def decline(candidate: Candidate, by: By) -> Records:
    return None


@performs("candidate.give_up")
def give_up(candidate: Candidate, by: By, *, tries: int) -> Records:
    """Nobody answers: the next one may be called, and this one again for another place,
    or take the one that the draw gave them as long as nobody is called for it."""
    return {"tries": tries}


@performs("candidate.resume")
def _resume(candidate: Candidate, by: By, *, kept: int | None) -> Records:
    return None


def resume(candidate: Candidate, by: By) -> Candidate:
    """Somebody who gave no answer rings back: the place that the draw gave them is still theirs."""
    with under_lock(candidate):
        return _resume(candidate, by, kept=kept_seat(candidate))


@performs("draw.derogate")
def _derogate(draw: Draw, by: By, *, reason: str) -> Records:
    return {"number": draw.number, "reason_sha256": remark(draw, by, "derogate", reason)}


@performs("candidate.call")
def _call(
    candidate: Candidate, by: By, *, seat: int | None, in_reserve: bool, in_turn: bool
) -> Records:
    candidate.called_for = seat
    return None


@performs("candidate.accept")
def _accept(candidate: Candidate, by: By, *, seat: int | None) -> Records:
    candidate.seat = seat
    return None


@performs("candidate.replace")
def _replace(candidate: Candidate, by: By, *, by_seat: int | None) -> Records:
    return None


def call(candidate: Candidate, by: By) -> Candidate:
    """Offer an empty place to whoever comes next: the first of the ranking, as it stands now, or
    the next alternate."""
    with under_lock(candidate):
        turn = turn_of(candidate, by.at)
        return _call(
            candidate, by, seat=turn.seat, in_reserve=turn.in_reserve, in_turn=turn.in_turn
        )


def call_out_of_turn(candidate: Candidate, by: By, *, reason: str) -> Candidate:
    """Offer it to somebody else of the reserve; that it was done, and why, is public."""
    with under_lock(candidate):
        turn = turn_of(candidate, by.at)
        draw = drawn_draw(candidate.convention)
        if draw is not None and not turn.in_turn:
            _derogate(draw, By(by.actor, by.at, by.on_behalf_of), reason=reason)
        return _call(candidate, by, seat=turn.seat, in_reserve=turn.in_reserve, in_turn=True)


def accept(candidate: Candidate, by: By) -> Candidate:
    """The called person takes the place; whoever left it is replaced."""
    with under_lock(candidate):
        here, seat = candidate.convention, empty_seat(candidate)
        leaver = leaver_of(here, seat)
        _accept(candidate, by, seat=seat)
        if leaver is not None:
            _replace(leaver, By(by.actor, by.at, by.on_behalf_of), by_seat=seat)
        elif seat is not None:
            taken_over(here, seat)
    return candidate


@performs("composition.publish")
def _publish(
    composition: Composition, by: By, *, tables: list[dict[str, Any]], filled: int, pool: int
) -> Records:
    composition.number = composition.convention.compositions.count() + 1
    composition.tables, composition.filled, composition.pool = tables, filled, pool
    composition.published_at = by.at
    return {
        "number": composition.number,
        "filled": filled,
        "seats": composition.seats,
        "pool": pool,
    }


def publish_composition(
    composition: Composition, by: By, *, tables: list[dict[str, Any]], filled: int, pool: int
) -> Composition:
    """Publish the totals, and forget who found whom: old entries of the journal no longer lead
    from a person to the relay that wrote them."""
    with under_lock(composition):
        _publish(composition, by, tables=tables, filled=filled, pool=pool)
        people = list(composition.convention.candidates.exclude(relay=None))
        for person in people:
            person.relay, person.alias = None, UUID(bytes=keyring.drawn(16))
        Candidate.objects.bulk_update(people, ["relay", "alias"], batch_size=500)
    return composition
