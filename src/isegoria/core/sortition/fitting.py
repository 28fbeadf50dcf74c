"""While people are being entered: is a panel possible yet, and who would bring it nearer?

People still to come are unknown, so they are counted by value only, each criterion apart, as in
“outreach” (see conflicts). `missing` is the fewest of them with whom a panel exists: x (T,) people
entered who sit, f still to find, of whom y_v with value v:

    min f    with  least_v ≤ Σ x + y_v ≤ most_v,   Σ x + f = seats,   Σ_v y_v = f in each criterion.

At f = `missing`, the least and the most of each y_v say how many more of each value are needed, and
how many are of use; bounds from the linear relaxation, so they hold for whichever panel is aimed at.
Somebody whose value has a most of 0 cannot bring the panel nearer, whoever they are otherwise.

That says what is possible, not what is likely: the last seat may need somebody who hardly exists.
What somebody is *worth*, in contacts spared, is in `worth`. The screen takes everybody until there
are as many people as seats, then whoever is worth something: with the eight criteria of Poitiers,
about 85 contacts for 39 people entered, where filling the seats first come, first served takes
thousands (bench/phone.py).
"""

from dataclasses import dataclass, replace
from typing import Literal

from isegoria.core.sortition.finding import Open, Rooms
from isegoria.core.sortition.model import Person, Problem, Quota
from isegoria.core.sortition.worth import NEAR, Prices, prices

SOUGHT, ENOUGH = 1.5, 0.1

State = Literal["sought", "useful", "enough"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A value: how many people entered have it, and of those still to find, how many may.

    `price`: the contacts that somebody with this value spares on average; 1 is the average of all.
    """

    quota: Quota
    entered: int
    least: int
    most: int
    price: float

    @property
    def state(self) -> State:
        """`sought`: worth half as much again as the average. `enough`: hardly anything."""
        if self.price >= SOUGHT:
            return "sought"
        return "useful" if self.price > ENOUGH else "enough"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where recruitment stands. `missing`: None when no panel can be met any more.

    `contacts`: about how many people who agree are still to be met, at the least.
    """

    problem: Problem
    rooms: Rooms
    missing: int | None
    contacts: float
    cells: tuple[Cell, ...]
    prices: Prices | None


@dataclass(frozen=True, slots=True)
class Fit:
    """What entering somebody would do.

    `helps`: they should be taken. `worth`: contacts spared. `nearer`: a panel is one person nearer.
    `missing`: people to find afterwards; None, a panel could no longer be met. `full`: their values
    of which there is enough.
    """

    helps: bool
    worth: float
    nearer: bool
    missing: int | None
    full: tuple[Quota, ...]


def standing(problem: Problem, rooms: Rooms | None = None) -> Standing:
    """Where recruitment stands with `problem.people` entered, whatever their channel.

    `rooms`: how many more people can still be entered with a (criterion, value), where that is
    known: what the institute has still to call, for instance. Quotas are those of the whole panel.
    """
    rooms, count = rooms or {}, len(problem.quotas)
    model = Open(problem, rooms)
    missing = model.missing()
    found = prices(problem, model.kinds) if missing else None
    ranges = model.ranges(missing) if missing else [(0, 0)] * count
    entered = model.kinds.counts(model.kinds.size)[:count].astype(int).tolist()
    flat = 1.0 if missing else 0.0
    means = found.means.tolist() if found else [flat] * count
    cells = tuple(
        Cell(quota, there, *ends, mean)
        for quota, there, ends, mean in zip(problem.quotas, entered, ranges, means, strict=True)
    )
    contacts = max(float(missing or 0), found.contacts if found else 0.0)
    return Standing(problem, rooms, missing, contacts, cells, found)


def fits(now: Standing, person: Person) -> Fit:
    """What entering this person would do. Their values are written as the quotas write them."""
    values = set(enumerate(person.values))
    places = [at for at, value in enumerate(now.problem.values()) if value in values]
    theirs = [now.cells[place] for place in places]
    full = tuple(cell.quota for cell in theirs if cell.state == "enough")
    known = len(theirs) == len(now.problem.criteria)
    if not now.missing or not known:
        return Fit(helps=False, worth=0.0, nearer=False, missing=now.missing, full=full)
    worth = now.prices.worth(places) if now.prices else 1.0
    after = _missing_after(now, person, theirs)
    wanted = worth > NEAR or len(now.problem.people) < now.problem.seats
    return Fit(
        helps=wanted and after is not None,
        worth=worth,
        nearer=after is not None and after < now.missing,
        missing=after,
        full=full,
    )


def _missing_after(now: Standing, person: Person, theirs: list[Cell]) -> int | None:
    rooms = dict(now.rooms)
    for cell in theirs:
        key = cell.quota.criterion, cell.quota.value
        if key in rooms:
            rooms[key] = max(0, rooms[key] - 1)
    if rooms == now.rooms and not all(cell.most for cell in theirs):
        return now.missing  # proven: no panel nearest has one more of that value
    joined = replace(now.problem, people=(*now.problem.people, person))
    return Open(joined, rooms).missing()
