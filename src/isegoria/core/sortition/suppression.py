"""Counts published so that nobody is recognised in them: small cells merged with their neighbours.

A criterion is published as groups of neighbouring values. `published` finds the most groups such
that, in each of them and in each column (the pool, then the panel drawn from it, …):

* a count is at least 3, and so is the difference between a column and the next, since whoever is in
  the pool and not in the panel is a person too. A 0 shows in two cases: nobody of the pool has the
  value; or nobody of the panel has it while at least 3 of the pool do, which says that a group was
  not drawn, and of no one in particular who they are;
* groups add up to the total, none is hidden, so no subtraction gives a smaller cell;
* the group is a union of groups of each earlier publication, and its counts are those of then or
  differ by 3 at least: two versions side by side never tell what one or two people are.

A table where everybody is in one group and the other groups are empty would tell everyone's value:
it is not published. When nothing more than the total could be, nothing is: the last table stays.

What is not covered: somebody who already knows all but a few of the people; and that a group of
several values holds, most often, a cell under 3.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from isegoria.core.sentences import _
from isegoria.core.sortition.model import Impossible

SMALLEST = 3

Row = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbouring values shown as one, with their count in each column."""

    values: tuple[str, ...]
    counts: Row


Table = tuple[Group, ...]


def published(counts: Mapping[str, Row], before: Sequence[Table] = ()) -> Table:
    """The groups to publish, in the order of the values; () when nothing new is safe.

    `counts`: for each value, in an order where neighbours make sense together, the count in each
    column, each column being part of the one before it (the pool, the panel). `before`: every table
    of this criterion published so far; they may have fewer columns, never other values. Raises
    Impossible for counts that contradict this. Σ groups = the total, in each column.
    """
    rows = _checked(counts, before)
    best = _finest(rows, tuple(counts), before)
    groups = tuple(_group(counts, places) for places in best)
    return groups if len(groups) > 1 and _tells_no_value(groups) else ()


def is_safe(group: Group, before: Sequence[Table] = ()) -> bool:
    """Whether this group can stand in a table, beside those of the earlier tables."""
    seen = [*group.counts, *(one - other for one, other in pairwise(group.counts))]
    pool = group.counts[0]
    drawn_at_all = [count for count in group.counts[1:] if count]
    shows = pool >= SMALLEST and all(
        count >= SMALLEST or (count == 0 and at < len(group.counts) and not drawn_at_all)
        for at, count in enumerate(seen)
    )
    return (pool == 0 or shows) and all(_follows(group, table) for table in before)


def _follows(group: Group, table: Table) -> bool:
    """Whether the difference with an earlier table says nothing of one or two people."""
    inside = [one for one in table if set(one.values) <= set(group.values)]
    if sum(len(one.values) for one in inside) != len(group.values):
        return False
    width = min(len(group.counts), len(table[0].counts))
    then = [sum(one.counts[at] for one in inside) for at in range(width)]
    moved = [abs(now - one) for now, one in zip(group.counts, then, strict=False)]
    return all(one == 0 or one >= SMALLEST for one in moved)


def _finest(
    rows: Sequence[Row], values: tuple[str, ...], before: Sequence[Table]
) -> tuple[tuple[int, int], ...]:
    """The (first, after last) of the most groups; of as many, those whose smallest is largest."""
    best: list[tuple[int, int, tuple[tuple[int, int], ...]] | None] = [(0, 0, ())]
    best += [None] * len(rows)
    for end in range(1, len(rows) + 1):
        for start in range(end):
            known = best[start]
            group = Group(values[start:end], _sum(rows[start:end]))
            if known is None or not is_safe(group, before):
                continue
            least = min(known[1], group.counts[0]) if known[2] else group.counts[0]
            found = (known[0] + 1, least, (*known[2], (start, end)))
            now = best[end]
            if now is None or found[:2] > now[:2]:
                best[end] = found
    last = best[-1]
    return last[2] if last else ()


def _tells_no_value(groups: Table) -> bool:
    """Whether at least two groups have somebody, in each column where anybody is."""
    for column in zip(*(group.counts for group in groups), strict=True):
        if sum(1 for count in column if count) == 1:
            return False
    return True


def _group(counts: Mapping[str, Row], places: tuple[int, int]) -> Group:
    values = tuple(counts)[slice(*places)]
    return Group(values, _sum([counts[value] for value in values]))


def _sum(rows: Sequence[Row]) -> Row:
    return tuple(sum(column) for column in zip(*rows, strict=True))


def _checked(counts: Mapping[str, Row], before: Sequence[Table]) -> list[Row]:
    rows = list(counts.values())
    if len({len(row) for row in rows}) > 1 or any(not row for row in rows):
        raise Impossible(_("Chaque valeur doit avoir un effectif par colonne."))
    for value, row in counts.items():
        if min(row) < 0 or any(one < other for one, other in pairwise(row)):
            raise Impossible(
                _("« {value} » : le panel ne peut pas compter plus de personnes que la liste."),
                value=value,
            )
    for table in before:
        if {value for group in table for value in group.values} != set(counts):
            raise Impossible(_("Un tableau déjà publié porte d’autres valeurs de ce critère."))
    return rows
