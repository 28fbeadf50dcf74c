"""The draw computed for somebody who waits: what came of it, how long it took, or why not."""

from collections.abc import Iterable
from dataclasses import dataclass
from time import perf_counter

from django.utils.translation import gettext as _

from isegoria.convention.recruitment.actions.draws import Sealing
from isegoria.convention.recruitment.draws import Draw
from isegoria.convention.recruitment.pool import Pool
from isegoria.convention.recruitment.sealing import sealing_of
from isegoria.core.sortition.conflicts import explained, told
from isegoria.core.sortition.lottery import Conflict
from isegoria.core.sortition.model import Impossible, Problem

DASH = "– "
Faults = tuple[tuple[str, tuple[str, ...]], ...]  # a sentence, and what it lists
MOST_PEOPLE = 5_000  # beyond, somebody would wait too long before a page


@dataclass(frozen=True, slots=True)
class Computed:
    """`faults`: the sentences that say why there is no list."""

    sealing: Sealing | None
    seconds: float
    faults: Faults = ()


def computed(draw: Draw, pool: Pool) -> Computed:
    """The sealed list of a pool, ready to be published."""
    begun = perf_counter()
    try:
        sealing = sealing_of(draw, pool)
    except Conflict:
        return Computed(None, perf_counter() - begun, faults_of(pool.problem))
    except Impossible as why:
        return Computed(None, perf_counter() - begun, ((why.said.translated(_), ()),))
    return Computed(sealing, perf_counter() - begun)


def faults_of(problem: Problem) -> Faults:
    """Why no panel exists, and what would mend it; empty when one does."""
    try:
        explanation = explained(problem)
    except Impossible as why:
        return ((why.said.translated(_), ()),)
    return _gathered(one.translated(_) for one in told(explanation)) if explanation else ()


def _gathered(sentences: Iterable[str]) -> Faults:
    """Each sentence with those below it that begin with a dash."""
    found: list[tuple[str, tuple[str, ...]]] = []
    for one in sentences:
        if one.startswith(DASH) and found:
            head, below = found[-1]
            found[-1] = (head, (*below, one.removeprefix(DASH)))
        else:
            found.append((one, ()))
    return tuple(found)
