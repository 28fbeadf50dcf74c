"""From the pool to a sealed list of a thousand panels: the computing, before the act."""

from dataclasses import dataclass

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.models import Account
from isegoria.convention.people.queries import held_at
from isegoria.convention.recruitment import keyring
from isegoria.convention.recruitment.actions.draws import Sealing
from isegoria.convention.recruitment.draws import Draw
from isegoria.convention.recruitment.pool import Pool, pool_of
from isegoria.core.chance import Chance
from isegoria.core.charter import Role
from isegoria.core.journal.canonical import Json
from isegoria.core.sortition.lottery import Lottery, solve
from isegoria.core.sortition.proof import SALT, sealed
from isegoria.core.sortition.tickets import COUNT, Tickets, tickets_of

SOFTWARE = "isegoria 0.1.0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signers:
    """The guarantors named in the notice: they alone sign the number."""

    accounts: tuple[Account, ...]

    @property
    def names(self) -> list[str]:
        return sorted(str(one) for one in self.accounts)


def signers_of(convention: Convention, draw: Draw) -> Signers:
    held = held_at(draw.sealed_at).filter(convention=convention, role=Role.GUARANTOR)
    return Signers(accounts=tuple(one.account for one in held.select_related("account__person")))


def sealing_of(draw: Draw, pool: Pool, *, count: int = COUNT) -> Sealing:
    """Solve, list, commit. Raises Conflict when no panel meets the quotas, Impossible otherwise.

    The order of the list and who shares a ticket with whom are drawn from the system's own
    chance: what decides is the number, later, in public.
    """
    lottery = solve(pool.problem)
    tickets = tickets_of(lottery, Chance(keyring.drawn(32).hex()), count)
    notice, openings = sealed(
        lottery,
        tickets,
        software=SOFTWARE,
        source=_source(draw),
        salt=lambda: keyring.drawn(SALT),
    )
    return Sealing(
        notice=notice,
        openings=openings,
        people=pool.people,
        pool_sha256=pool.sha256,
        certificate=certificate_of(lottery, tickets),
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


def current_pool(convention: Convention) -> str:
    """The digest of the pool as it stands."""
    pool = pool_of(convention)
    return pool.sha256 if pool else ""


def _source(draw: Draw) -> Json:
    names = signers_of(draw.convention, draw).names
    return {"kind": draw.source, "what": draw.source_text, "guarantors": list(names)}
