"""The life of a panel: who is seated, who is called when somebody leaves, what is published."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Records, performs, under_lock
from isegoria.convention.recruitment import keyring
from isegoria.convention.recruitment.candidates import Candidate
from isegoria.convention.recruitment.draws import Composition


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


@performs("candidate.call")
def _call(candidate: Candidate, by: By, *, seat: int | None, leaver: Candidate) -> Records:
    candidate.replaces = leaver
    return None


@performs("candidate.accept")
def _accept(candidate: Candidate, by: By, *, seat: int | None) -> Records:
    candidate.seat = seat
    return None


@performs("candidate.replace")
def _replace(candidate: Candidate, by: By, *, by_seat: int | None) -> Records:
    return None


def call(candidate: Candidate, by: By, *, leaver: Candidate) -> Candidate:
    """Offer the place that somebody left, to one person at a time."""
    with under_lock(candidate):
        called = leaver.replacements.filter(state="called")
        seat = None if called.exists() else _vacant(leaver)
        return _call(candidate, by, seat=seat, leaver=leaver)


def accept(candidate: Candidate, by: By) -> Candidate:
    """The called person takes the place; whoever left it is replaced."""
    with under_lock(candidate):
        leaver = candidate.replaces
        seat = _vacant(leaver) if leaver else None
        _accept(candidate, by, seat=seat)
        if leaver is not None:
            _replace(leaver, By(by.actor, by.at, by.on_behalf_of), by_seat=seat)
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


def _vacant(leaver: Candidate) -> int | None:
    """The place that this person left, unless somebody holds it already."""
    left = Candidate.objects.filter(pk=leaver.pk, state__in=["withdrawn", "declined"])
    return left.values_list("seat", flat=True).first()
