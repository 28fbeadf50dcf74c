"""From the pool to a sealed list of a thousand panels: the computing, before the act."""

from collections.abc import Container
from datetime import datetime
from itertools import chain, count

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
from isegoria.core.sortition.proof import SALT, sealed
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


def sealing_of(draw: Draw, pool: Pool, *, tickets: int = COUNT) -> Sealing:
    """Solve, list, commit. Raises Conflict when no panel meets the quotas, Impossible otherwise.

    The order of the list and who shares a ticket with whom are drawn from the system's own
    chance: what decides is the number, later, in public.
    """
    lottery = solve(pool.problem)
    listed = tickets_of(lottery, Chance(keyring.drawn(32).hex()), tickets)
    signers = signers_of(draw.convention, draw.sealed_at)
    notice, openings = sealed(
        lottery,
        listed,
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
        certificate=certificate_of(lottery, listed),
        unseatable=lottery.unseatable,
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
