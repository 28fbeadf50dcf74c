"""How far the panel is from its table, cell by cell, as totals: for guarantors and the officer."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.recruitment.actions.draws import panel_of
from isegoria.convention.recruitment.candidates import IN_THE_PANEL, Candidate
from isegoria.convention.recruitment.models import QuotaTable
from isegoria.convention.recruitment.pasts import replaced_before
from isegoria.convention.recruitment.places import drawn_draw
from isegoria.convention.recruitment.pool import quotas_of
from isegoria.convention.recruitment.rules import Erasure
from isegoria.core.charter import Role
from isegoria.core.sortition.model import Quota

READERS = (Role.GUARANTOR, Role.RECRUITER)
Counts = Counter[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One cell: what is asked, who was there to be drawn, the panel as drawn and as it is."""

    quota: Quota
    pool: int
    drawn: int
    now: int

    @property
    def gap(self) -> int:
        return self.now - self.quota.aim

    @property
    def is_outside(self) -> bool:
        return not self.quota.least <= self.now <= self.quota.most


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """The cells of one criterion, or of several: `distance` is Σ |gap|."""

    name: str = ""
    cells: tuple[Gap, ...]

    @property
    def distance(self) -> int:
        return sum(abs(one.gap) for one in self.cells)

    @property
    def distance_drawn(self) -> int:
        return sum(abs(one.drawn - one.quota.aim) for one in self.cells)

    @property
    def largest(self) -> int:
        return max((abs(one.gap) for one in self.cells), default=0)

    @property
    def outside(self) -> int:
        return sum(one.is_outside for one in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The whole table, by criterion, and how the places changed hands.

    `pool`: people of the sealed list; `listed`: those of them who are not forgotten. `drew`: the
    same of those whom the draw seated. Whoever is forgotten is in no cell any more.
    """

    table: QuotaTable
    criteria: tuple[Gaps, ...]
    seats: int
    filled: int
    replaced: int
    pool: int
    listed: int
    drew: int

    @property
    def knows_pool(self) -> bool:
        return self.listed == self.pool

    @property
    def knows_drawn(self) -> bool:
        return self.drew == self.seats

    @property
    def whole(self) -> Gaps:
        return Gaps(cells=tuple(cell for one in self.criteria for cell in one.cells))

    @property
    def empty(self) -> int:
        return self.seats - self.filled


def standing(convention: Convention, viewer: Viewer) -> Standing | None:
    """The gaps of the panel that was drawn; None before the draw, and for anybody else."""
    draw = drawn_draw(convention)
    if draw is None or not viewer.is_any(*READERS):
        return None
    people = Candidate.objects.filter(convention=convention)
    pool, drawn = list(people.filter(entries__draw=draw)), panel_of(draw)
    panel = [one for one in pool if one.state in IN_THE_PANEL]
    counted = _counted(pool), _counted(drawn), _counted(panel)
    return Standing(
        table=draw.table,
        criteria=tuple(_criteria(quotas_of(draw.table), counted)),
        seats=draw.table.panel_size,
        filled=len(panel),
        replaced=people.filter(state="replaced").count() + replaced_before(convention),
        pool=len(draw.published["candidates"]),
        listed=len(pool),
        drew=len(drawn),
    )


def erasures(convention: Convention, viewer: Viewer) -> QuerySet[Erasure]:
    """How many people were forgotten, when, and whether they had asked."""
    found = Erasure.objects.filter(convention=convention).order_by("-done_at")
    return found if viewer.is_any(*READERS) else found.none()


def _counted(people: Iterable[Candidate]) -> Counts:
    return Counter(pair for one in people for pair in one.answers.items())


def _criteria(quotas: Iterable[Quota], counted: tuple[Counts, Counts, Counts]) -> Iterable[Gaps]:
    quotas, (pool, drawn, now) = list(quotas), counted
    for name in dict.fromkeys(quota.criterion for quota in quotas):
        cells = [
            Gap(quota=one, pool=pool[key], drawn=drawn[key], now=now[key])
            for one in quotas
            if one.criterion == name
            for key in [(one.criterion, one.value)]
        ]
        yield Gaps(name=name, cells=tuple(cells))
