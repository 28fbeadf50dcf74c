"""What is done to a public draw: sealed, signed twice, contested, voided, read."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Records, performs, under_lock
from isegoria.convention.people.models import Account
from isegoria.convention.recruitment import keyring
from isegoria.convention.recruitment.actions import panel
from isegoria.convention.recruitment.candidates import Candidate
from isegoria.convention.recruitment.computations import forget
from isegoria.convention.recruitment.draws import Draw, Entrant, Signer
from isegoria.convention.recruitment.pool import current_pool
from isegoria.convention.recruitment.remarks import remark
from isegoria.core.journal.canonical import canonical, digest
from isegoria.core.sortition.proof import outcome, step


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealing:
    """What a sealed list is made of, before it is published. `people`: candidates, by place."""

    notice: Mapping[str, Any]
    openings: Mapping[str, Any]
    people: tuple[Candidate, ...]
    signers: tuple[tuple[Account, str], ...]
    pool_sha256: str
    certificate: Mapping[str, Any]


@performs("draw.seal")
def _seal(
    draw: Draw, by: By, *, pool_sha256: str, guarantors: int, reason: str, sealing: Sealing
) -> Records:
    draw.number = draw.convention.draws.count() + 1
    draw.notice = canonical(dict(sealing.notice)).decode()
    draw.notice_sha256 = digest(dict(sealing.notice))
    draw.certificate = dict(sealing.certificate)
    draw.panels = json.dumps(sealing.openings["tickets"], separators=(",", ":"))
    draw.sealed_at = by.at
    draw.record = json.dumps([step([], "notice", draw.notice_sha256)])
    return {
        "number": draw.number,
        "notice_sha256": draw.notice_sha256,
        "seats": sealing.notice["seats"],
        "candidates": len(sealing.people),
        "algorithm": sealing.notice["algorithm"],
        "theta": f"{sealing.certificate['theta']:.6f}",
    }


def seal(draw: Draw, by: By, sealing: Sealing, *, seen: str = "") -> Draw:
    """Publish a sealed list, if the pool is still the one that it was computed from.

    seen: the digest of the pool that somebody looked at before they asked for the seal.
    """
    with under_lock(draw):
        draw.pool_sha256 = sealing.pool_sha256
        now = current_pool(draw.convention)
        _seal(
            draw,
            by,
            pool_sha256=now if seen in {"", now} else "",
            guarantors=len(sealing.signers),
            reason=draw.again,
            sealing=sealing,
        )
        named = [Signer(draw=draw, account=one, name=name) for one, name in sealing.signers]
        Signer.objects.bulk_create(named)
        _enter(draw, sealing)
        forget(draw.convention)
    return draw


def _enter(draw: Draw, sealing: Sealing) -> None:
    """Each opening, sealed with the key of whom it is about."""
    openings = sealing.openings["candidates"]
    Entrant.objects.bulk_create(
        [
            Entrant(
                draw=draw,
                place=place,
                candidate=person,
                sealed_opening=keyring.seal(person.pk, opening),
            )
            for place, (person, opening) in enumerate(zip(sealing.people, openings, strict=True))
        ],
        batch_size=500,
    )


@performs("draw.sign")
def sign(draw: Draw, by: By, *, ticket: int) -> Records:
    draw.ticket, draw.first_signer = ticket, by.actor
    return {"ticket": f"{ticket:03d}"}


@performs("draw.contest")
def contest(draw: Draw, by: By, *, reason: str) -> Records:
    contested = draw.ticket or 0
    draw.ticket = draw.first_signer = None
    return {"ticket": f"{contested:03d}", "reason_sha256": remark(draw, by, "contest", reason)}


@performs("draw.countersign")
def _countersign(draw: Draw, by: By, *, ticket: int) -> Records:
    draw.second_signer, draw.drawn_at = by.actor, by.at
    record = draw.steps
    both = draw.signers.filter(account__in=[draw.first_signer, by.actor])
    signed = sorted(both.values_list("name", flat=True))
    record.append(step(record, "number", {"number": ticket, "signed": signed}))
    opened = outcome(_tickets(draw), ticket)
    record.append(step(record, "outcome", opened))
    draw.record = json.dumps(record)
    return {"ticket": f"{ticket:03d}", "outcome_sha256": digest(opened)}


def countersign(draw: Draw, by: By, *, ticket: int) -> Draw:
    """The second signature opens the ticket: whoever is in it takes a place of the panel."""
    with under_lock(draw):
        _countersign(draw, by, ticket=ticket)
        inner = By(by.actor, by.at, by.on_behalf_of)
        for seat, person in enumerate(panel_of(draw), start=1):
            panel.seat(person, inner, seat=seat)
    return draw


@performs("draw.void")
def void(draw: Draw, by: By, *, reason: str) -> Records:
    draw.void_reason = reason
    return {"number": draw.number, "reason_sha256": remark(draw, by, "void", reason)}


@performs("draw.read")
def read_openings(draw: Draw, by: By, *, reason: str) -> Records:
    return {"number": draw.number, "reason_sha256": remark(draw, by, "read", reason)}


def panel_of(draw: Draw) -> Sequence[Candidate]:
    """The people of the ticket that was drawn, in the order of the list."""
    places = _tickets(draw)["tickets"][draw.ticket]["hidden"]["panel"]
    found: QuerySet[Entrant] = draw.entrants.filter(place__in=places).select_related("candidate")
    return [one.candidate for one in found.order_by("place") if one.candidate]


def _tickets(draw: Draw) -> dict[str, Any]:
    return {"notice": draw.notice_sha256, "tickets": json.loads(draw.panels)}
