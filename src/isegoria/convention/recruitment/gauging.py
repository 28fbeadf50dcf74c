"""Where the recruitment stands: how many people for each cell, and whether a panel can be drawn.

Totals only, made from the pool; nobody is named.
"""

from collections import Counter
from dataclasses import dataclass

from isegoria.convention.recruitment.pool import Pool
from isegoria.core.sentences import Sentence
from isegoria.core.sortition.conflicts import Explanation, explained
from isegoria.core.sortition.model import Impossible, Quota


@dataclass(frozen=True, slots=True)
class Level:
    """How many people entered have a value, beside what the panel needs of it."""

    quota: Quota
    entered: int

    @property
    def is_short(self) -> bool:
        return self.entered < self.quota.least

    @property
    def lacking(self) -> int:
        return max(0, self.quota.least - self.entered)


@dataclass(frozen=True, slots=True)
class Gauge:
    """One criterion, value by value."""

    criterion: str
    levels: tuple[Level, ...]

    @property
    def short(self) -> tuple[Level, ...]:
        return tuple(one for one in self.levels if one.is_short)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feasibility:
    """Can a panel be drawn today? If not: what makes no sense, or which quotas conflict."""

    possible: bool
    impossible: Sentence | None = None
    explanation: Explanation | None = None


def gauges_of(pool: Pool) -> list[Gauge]:
    """Every criterion of the table in force, in its order."""
    problem = pool.problem
    entered = Counter(pair for one in problem.people for pair in enumerate(one.values))
    levels = [
        Level(quota, entered[pair])
        for quota, pair in zip(problem.quotas, problem.values(), strict=True)
    ]
    return [
        Gauge(name, tuple(one for one in levels if one.quota.criterion == name))
        for name in problem.criteria
    ]


def feasibility_of(pool: Pool) -> Feasibility:
    try:
        explanation = explained(pool.problem)
    except Impossible as impossible:
        return Feasibility(possible=False, impossible=impossible.said)
    return Feasibility(possible=explanation is None, explanation=explanation)
