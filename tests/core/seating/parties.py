"""People to seat, made from a seed, and what must be true of any plan."""

from collections import Counter

from isegoria.core.chance import Chance
from isegoria.core.seating.model import Asked, Attendee

CRITERIA = {
    "sexe": ("F",) * 15 + ("H",) * 15,
    "âge": ("18-24",) * 6 + ("25-39",) * 8 + ("40-64",) * 8 + ("65+",) * 8,
    "quartier": ("A",) * 8 + ("B",) * 7 + ("C",) * 6 + ("D",) * 5 + ("E",) * 4,
}


def panel(criteria=2, **more):
    """Thirty people, five tables, six rounds."""
    names = list(CRITERIA)[:criteria]
    columns = [Chance(f"panel {name}").shuffled(CRITERIA[name]) for name in names]
    people = tuple(
        Attendee(f"p{at}", values) for at, values in enumerate(zip(*columns, strict=True))
    )
    return Asked(people, more.pop("tables", 5), more.pop("rounds", 6), tuple(names), **more)


def everybody_sits_once(plan):
    asked = plan.asked
    for number, tables in enumerate(plan.rounds, start=1):
        expected = [one.id for at, one in enumerate(asked.people) if asked.is_there(at, number)]
        if Counter(one for ids in tables for one in ids) != Counter(expected):
            return False
    return all(len(tables) == asked.tables for tables in plan.rounds)


def largest_gap(plan):
    """The largest difference between two tables of one place in one round."""
    gaps = [0]
    place = {one.id: one.place for one in plan.asked.people}
    for tables in plan.rounds:
        sizes = {}
        for ids in tables:
            if ids:
                sizes.setdefault(place[ids[0]], []).append(len(ids))
        gaps += [max(one) - min(one) for one in sizes.values()]
    return max(gaps)


def tables_with(plan, one, other):
    """How many tables hold both."""
    return sum({one, other} <= set(ids) for tables in plan.rounds for ids in tables)


def places_are_split(plan):
    place = {one.id: one.place for one in plan.asked.people}
    return all(len({place[one] for one in ids}) <= 1 for tables in plan.rounds for ids in tables)
