"""A computation carried out, and what it found."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from isegoria.convention.recruitment import keyring
from isegoria.convention.recruitment.computations import Computation, Stage, beat, begin, end
from isegoria.convention.recruitment.pool import pool_of
from isegoria.convention.recruitment.sealing import Found, found_for
from isegoria.core.sortition.lottery import Conflict
from isegoria.core.sortition.model import Impossible


def found_in(computation: Computation) -> Found | None:
    """What it found; nothing before its end, or once it is forgotten."""
    kept = keyring.opened(computation.pk, computation.sealed_result)
    return Found.read(kept) if kept else None


def carry_out(key: UUID, clock: Callable[[], datetime]) -> None:
    """Compute, once and by one alone. How it ends is written, whatever happens."""
    if not begin(key, clock()):
        return
    try:
        _compute(Computation.objects.select_related("convention").get(pk=key), clock)
    except Impossible:
        end(key, Stage.CONFLICT, clock())
    except Exception:
        end(key, Stage.FAILED, clock())
        raise


def _compute(computation: Computation, clock: Callable[[], datetime]) -> None:
    pool, key = pool_of(computation.convention), computation.pk
    if pool is None:
        raise Conflict
    found = found_for(pool, listing=lambda: beat(key, clock(), stage=Stage.LISTING))
    word = keyring.seal(key, found.written())
    if not end(key, Stage.DONE, clock(), sealed_result=word, pool_sha256=pool.sha256):
        keyring.forget(key)
