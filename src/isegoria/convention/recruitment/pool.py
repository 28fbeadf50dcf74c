"""Everybody who may be drawn, as the problem that the core solves. For computing, not for reading.

What these functions give names people by their code. A page shows it to nobody but the officer;
what others see of it are totals.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from isegoria.convention.mandate.models import Convention
from isegoria.convention.recruitment.candidates import IN_THE_PANEL, IN_THE_POOL, Candidate
from isegoria.convention.recruitment.models import QuotaTable
from isegoria.core.journal.canonical import digest
from isegoria.core.sortition.model import Person, Problem, Quota


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """The table in force, who can be drawn, and who cannot yet because an answer is missing.

    `people` and `problem.people` are in the same order, that of the codes.
    """

    table: QuotaTable
    problem: Problem
    people: tuple[Candidate, ...]
    incomplete: tuple[Candidate, ...]

    @property
    def sha256(self) -> str:
        """Changes with whoever enters, leaves or is corrected, and with the table."""
        people = [[one.id, *one.values, one.household] for one in self.problem.people]
        return digest([str(self.table.pk), self.table.content_sha256, people])


def pool_of(convention: Convention) -> Pool | None:
    """Who may be drawn under the table in force; None without such a table."""
    table = QuotaTable.objects.filter(convention=convention, state="frozen").first()
    if table is None:
        return None
    quotas = quotas_of(table)
    criteria = tuple(dict.fromkeys(quota.criterion for quota in quotas))
    found = Candidate.objects.filter(convention=convention, state__in=IN_THE_POOL).order_by("code")
    complete: list[Candidate] = []
    incomplete: list[Candidate] = []
    people: list[Person] = []
    for one in found:
        person = person_of(one, criteria)
        if person is None:
            incomplete.append(one)
        else:
            complete.append(one)
            people.append(person)
    return Pool(
        table=table,
        problem=Problem(quotas=quotas, people=_homes_numbered(people), seats=table.panel_size),
        people=tuple(complete),
        incomplete=tuple(incomplete),
    )


def _homes_numbered(people: Iterable[Person]) -> tuple[Person, ...]:
    """Homes are numbered as they come: a digest would change with its key, and the draw with it."""
    numbers: dict[str, str] = {"": ""}
    return tuple(
        replace(one, household=numbers.setdefault(one.household, str(len(numbers))))
        for one in people
    )


def current_pool(convention: Convention) -> str:
    """The digest of the pool as it stands; empty without a table in force."""
    pool = pool_of(convention)
    return pool.sha256 if pool else ""


def quotas_of(table: QuotaTable) -> tuple[Quota, ...]:
    return tuple(
        Quota(cell.criterion, cell.value, cell.minimum, cell.maximum, target=cell.target)
        for cell in table.cells.all()
    )


def person_of(candidate: Candidate, criteria: Iterable[str]) -> Person | None:
    """Somebody as the core knows them; None while an answer is missing."""
    answers: Mapping[str, str] = candidate.answers
    values = tuple(answers.get(criterion, "") for criterion in criteria)
    return Person(candidate.code, values, candidate.household) if all(values) else None


def panel_of(convention: Convention) -> list[Candidate]:
    """Who sits in the panel now, by place."""
    found = Candidate.objects.filter(convention=convention, state__in=IN_THE_PANEL)
    return list(found.order_by("seat"))
