"""From the pool to a sealed list of a thousand panels: the computing, before the act."""

from collections.abc import Callable, Container, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import chain, count
from typing import Any

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.models import Account
from isegoria.convention.people.queries import held_at
from isegoria.convention.recruitment import keyring
from isegoria.convention.recruitment.actions.draws import Sealing
from isegoria.convention.recruitment.draws import Draw
from isegoria.convention.recruitment.pool import Pool
from isegoria.core.chance import Chance
from isegoria.core.charter import Role
from isegoria.core.journal.canonical import Json
from isegoria.core.sortition.lottery import Lottery, solve
from isegoria.core.sortition.proof import SALT, Listed, sealed
from isegoria.core.sortition.tickets import COUNT, Tickets, tickets_of

SOFTWARE = "isegoria 0.1.0"
UNNAMED = "Garant"  # never an address: the notice is public

Signers = tuple[tuple[Account, str], ...]


def signers_of(convention: Convention, at: datetime) -> Signers:
    """The guarantors at that instant, each with a name that no other has: they are named in the
    notice, and alone sign the number."""
    held = held_at(at).filter(convention=convention, role=Role.GUARANTOR)
    held = held.select_related("account__person").order_by("since", "pk")
    names: dict[str, Account] = {}
    for account in dict.fromkeys(one.account for one in held):
        called = account.person.full_name if account.person else UNNAMED
        names[_apart(called, names)] = account
    return tuple((account, name) for name, account in sorted(names.items()))


def _apart(name: str, taken: Container[str]) -> str:
    """The name, with a number when somebody else has it already."""
    others = (f"{name} ({number})" for number in count(2))
    return next(one for one in chain([name], others) if one not in taken)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What computing found: panels by places of the list, and what is proven of the chances.

    `unseatable`: the places of those who can be in no panel.
    """

    objective: str
    algorithm: str
    promised: int
    unseatable: tuple[int, ...]
    panels: tuple[tuple[int, ...], ...]
    certificate: Mapping[str, str | int | float]

    def written(self) -> dict[str, Any]:
        """As it is kept between the computing and the seal."""
        return asdict(self)

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> "Found":
        panels = tuple(tuple(panel) for panel in kept["panels"])
        return cls(**{**kept, "panels": panels, "unseatable": tuple(kept["unseatable"])})


def found_for(
    pool: Pool, *, tickets: int = COUNT, listing: Callable[[], object] = lambda: None
) -> Found:
    """Solve, then list. Raises Conflict when no panel meets the quotas, Impossible otherwise.

    The order of the list and who shares a ticket with whom are drawn from the system's own
    chance: what decides is the number, later, in public. listing: called between the two.
    """
    lottery = solve(pool.problem)
    listing()
    numbered = tickets_of(lottery, Chance(keyring.drawn(32).hex()), tickets)
    listed = Listed.of(lottery, numbered)
    places = {one.id: at for at, one in enumerate(pool.problem.people)}
    return Found(
        objective=listed.objective,
        algorithm=listed.algorithm,
        promised=listed.promised,
        unseatable=tuple(places[one] for one in lottery.unseatable),
        panels=numbered.panels,
        certificate=certificate_of(lottery, numbered),
    )


def sealing_of(draw: Draw, pool: Pool, *, tickets: int = COUNT) -> Sealing:
    """Solve, list, commit."""
    return committed(draw, pool, found_for(pool, tickets=tickets))


def committed(draw: Draw, pool: Pool, found: Found) -> Sealing:
    """Commit to what was found for this very pool."""
    signers = signers_of(draw.convention, draw.sealed_at)
    notice, openings = sealed(
        Listed(
            problem=pool.problem,
            objective=found.objective,
            algorithm=found.algorithm,
            promised=found.promised,
            unseatable=len(found.unseatable),
            panels=found.panels,
        ),
        software=SOFTWARE,
        source=_source(draw, signers),
        salt=lambda: keyring.drawn(SALT),
    )
    return Sealing(
        notice=notice,
        openings=openings,
        people=pool.people,
        signers=signers,
        pool_sha256=pool.sha256,
        certificate=found.certificate,
    )


def certificate_of(lottery: Lottery, tickets: Tickets) -> dict[str, str | int | float]:
    """What is proven of the chances, in figures that anybody may read."""
    chances = [one for one in lottery.chances().values() if one > 0]
    return {
        "algorithm": lottery.algorithm,
        "theta": lottery.theta,
        "smallest": lottery.smallest,
        "largest": max(chances, default=0.0),
        "upper": lottery.upper,
        "gap": lottery.gap,
        "people": len(lottery.problem.people),
        "unseatable": len(lottery.unseatable),
        "tickets": len(tickets.panels),
        "distinct": tickets.distinct,
        "fewest": tickets.fewest,
        "farthest": round(tickets.farthest, 6),
    }


def _source(draw: Draw, signers: Signers) -> Json:
    names = [name for _, name in signers]
    return {"kind": draw.source, "what": draw.source_text, "guarantors": names}
