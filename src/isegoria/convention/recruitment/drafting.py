"""A draft of the quota table, criterion by criterion: what it asks for, and what is wrong with it.

Nothing here writes: each function takes the cells of a table and returns those of the next.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from isegoria.convention.recruitment.models import QuotaCell, QuotaTable
from isegoria.convention.recruitment.queries import Criterion, by_criterion

Cells = list[QuotaCell]


@dataclass(frozen=True, slots=True)
class Check:
    """What a table says of itself before anybody is recruited. tone: refusal, warn or success."""

    tone: str
    said: str


def cells_of(table: QuotaTable) -> Cells:
    return list(table.cells.all())


def criterion_of(table: QuotaTable, name: str) -> Criterion | None:
    found = by_criterion(cells_of(table), table.panel_size)
    return next((one for one in found if one.name == name), None)


def written(cells: Iterable[QuotaCell], name: str, newer: Sequence[QuotaCell]) -> Cells:
    """These cells in the place of the criterion of that name; at the end when there is none."""
    groups = {one.name: list(one.cells) for one in by_criterion(cells, 0)}
    groups[name] = list(newer)
    return [cell for group in groups.values() for cell in group]


def without(cells: Iterable[QuotaCell], name: str) -> Cells:
    return [cell for cell in cells if cell.criterion != name]


def moved(cells: Iterable[QuotaCell], name: str, by: int) -> Cells:
    """The criterion `by` places later, or as far as there are places."""
    groups = by_criterion(cells, 0)
    place = next((at for at, one in enumerate(groups) if one.name == name), None)
    if place is not None:
        one = groups.pop(place)
        groups.insert(max(0, place + by), one)
    return [cell for one in groups for cell in one.cells]


def checks(criteria: Sequence[Criterion], panel_size: int) -> list[Check]:
    """What keeps any panel from satisfying the cells, then what a reader would trip over.

    Before there are people, criteria do not bear on each other: a panel exists if and only if the
    sums of each criterion allow it.
    """
    if not criteria:
        return [Check("warn", _("La table n’a encore aucun critère."))]
    found = [one for criterion in criteria for one in _impossible(criterion)]
    found += [one for criterion in criteria for one in _odd(criterion)]
    if any(one.tone == "refusal" for one in found):
        return found
    said = _(
        "Un panel de %(size)s personnes peut satisfaire toutes les cases : les sommes de chaque "
        "critère le permettent. Qui se présentera, on le saura pendant le recrutement."
    )
    return [*found, Check("success", said % {"size": panel_size})]


def _impossible(one: Criterion) -> list[Check]:
    if one.least > one.panel_size:
        over = one.least - one.panel_size
        said = ngettext(
            "« %(name)s » : les minimums font %(sum)s pour %(size)s places. Baissez-les de %(gap)s place.",
            "« %(name)s » : les minimums font %(sum)s pour %(size)s places. Baissez-les de %(gap)s places.",
            over,
        )
        return [_check("refusal", said, one, sum=one.least, gap=over)]
    if one.most < one.panel_size:
        short = one.panel_size - one.most
        said = ngettext(
            "« %(name)s » : les maximums font %(sum)s pour %(size)s places. Relevez-les de %(gap)s place.",
            "« %(name)s » : les maximums font %(sum)s pour %(size)s places. Relevez-les de %(gap)s places.",
            short,
        )
        return [_check("refusal", said, one, sum=one.most, gap=short)]
    return []


def _odd(one: Criterion) -> list[Check]:
    found = []
    if not one.is_exact:
        said = _("« %(name)s » : les cibles font %(sum)s, et le panel compte %(size)s personnes.")
        found.append(_check("warn", said, one, sum=one.target))
    if len(one.cells) == 1:
        said = _("« %(name)s » n’a qu’une valeur : elle ne distingue personne.")
        found.append(_check("warn", said, one))
    if bare := [cell.value for cell in one.cells if not cell.source]:
        said = _("« %(name)s », sans source : %(values)s. La table ne pourra pas être figée.")
        found.append(_check("warn", said, one, values=", ".join(bare)))
    return found


def _check(tone: str, said: str, one: Criterion, **more: object) -> Check:
    return Check(tone, said % {"name": one.name, "size": one.panel_size, **more})
