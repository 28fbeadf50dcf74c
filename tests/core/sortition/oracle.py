"""An oracle for small pools: every panel listed, and programmes over all of them, written apart."""

from itertools import combinations

import highspy
import numpy as np


def fits(problem, panel):
    """Whether these people make a panel, read from the rules and not from the solver."""
    homes = [person.household for person in panel if person.household]
    counts = {}
    for person in panel:
        for at in enumerate(person.values):
            counts[at] = counts.get(at, 0) + 1
    return (
        len({person.id for person in panel}) == problem.seats
        and len(set(homes)) == len(homes)
        and all(
            quota.least <= counts.get(at, 0) <= quota.most
            for quota, at in zip(problem.quotas, problem.values(), strict=True)
        )
    )


def every_panel(problem):
    places = range(len(problem.people))
    return [
        those
        for those in combinations(places, problem.seats)
        if fits(problem, [problem.people[one] for one in those])
    ]


def smallest_chance(problem, panels):
    """Maximin over every panel, for those whom some panel can hold."""
    able = sorted({one for panel in panels for one in panel})
    highs = highspy.Highs()
    highs.silent()
    highs.addVar(0.0, 1.0)
    for _ in panels:
        highs.addVar(0.0, 1.0)
    highs.changeColCost(0, -1.0)
    index = np.arange(1, len(panels) + 1, dtype=np.int32)
    highs.addRow(1.0, 1.0, len(index), index, np.ones(len(index)))
    for person in able:
        holding = [at + 1 for at, panel in enumerate(panels) if person in panel]
        row = np.array([0, *holding], dtype=np.int32)
        highs.addRow(0.0, 2.0, len(row), row, np.array([-1.0, *[1.0] * len(holding)]))
    highs.run()
    return highs.getSolution().col_value[0]


def sorted_leximin(problem, panels):
    """The leximin chances in increasing order, one level at a time, by brute force.

    A person is fixed at a level when, the others being kept, their chance cannot exceed it.
    """
    able = sorted({one for panel in panels for one in panel})
    fixed = {}
    while len(fixed) < len(able):
        free = [one for one in able if one not in fixed]
        level = _level(panels, fixed, free)
        stuck = [one for one in free if _best(panels, fixed, free, level, one) < level + 1e-7]
        fixed |= dict.fromkeys(stuck or free, level)
    return sorted(fixed.values())


def _programme(panels, floors):
    highs = highspy.Highs()
    highs.silent()
    for _ in panels:
        highs.addVar(0.0, 1.0)
    index = np.arange(len(panels), dtype=np.int32)
    highs.addRow(1.0, 1.0, len(index), index, np.ones(len(index)))
    for person, floor in floors.items():
        row = np.array([at for at, p in enumerate(panels) if person in p], dtype=np.int32)
        highs.addRow(floor - 1e-9, 2.0, len(row), row, np.ones(len(row)))
    return highs


def _level(panels, fixed, free):
    highs = _programme(panels, fixed)
    level = highs.getNumCol()
    highs.addVar(0.0, 1.0)
    highs.changeColCost(level, -1.0)
    for person in free:
        holding = [at for at, p in enumerate(panels) if person in p]
        row = np.array([*holding, level], dtype=np.int32)
        highs.addRow(0.0, 2.0, len(row), row, np.array([*[1.0] * len(holding), -1.0]))
    highs.run()
    return highs.getSolution().col_value[level]


def _best(panels, fixed, free, level, person):
    highs = _programme(panels, fixed | dict.fromkeys(free, level))
    for at, panel in enumerate(panels):
        highs.changeColCost(at, -1.0 if person in panel else 0.0)
    highs.run()
    values = highs.getSolution().col_value
    return sum(values[at] for at, panel in enumerate(panels) if person in panel)
