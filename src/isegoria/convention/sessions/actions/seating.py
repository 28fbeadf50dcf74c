from collections.abc import Collection, Mapping

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Records, performs, under_lock
from isegoria.convention.sessions.seating import SeatingPlan


@performs("seating.make")
def make(
    plan: SeatingPlan, by: By, *, known: Collection[str], found: Mapping[str, object]
) -> Records:
    """known: the criteria that may be balanced. found: what the computation gives."""
    plan.number = plan.session.seatings.count() + 1
    plan.made_at = by.at
    _written(plan, found)
    return {
        "number": plan.number,
        "tables": plan.tables,
        "rounds": plan.rounds,
        "met": plan.met,
        "bound": plan.bound,
    }


@performs("seating.adapt")
def adapt(
    plan: SeatingPlan, by: By, *, first: int, moved: int, found: Mapping[str, object]
) -> Records:
    _written(plan, found)
    return {
        "number": plan.number,
        "first": first,
        "moved": moved,
        "met": plan.met,
        "bound": plan.bound,
    }


@performs("seating.discard")
def discard(plan: SeatingPlan, by: By) -> Records:
    return {"number": plan.number}


@performs("seating.settle")
def _settle(plan: SeatingPlan, by: By) -> Records:
    return {"number": plan.number}


@performs("seating.replace")
def _replace(plan: SeatingPlan, by: By, *, newer: SeatingPlan) -> Records:
    return {"number": plan.number, "by_number": newer.number}


def settle(plan: SeatingPlan, by: By) -> SeatingPlan:
    """Keep this plan; the one that was kept before is replaced."""
    with under_lock(plan):
        for older in plan.session.seatings.filter(state="settled"):
            _replace(older, By(by.actor, by.at, by.on_behalf_of), newer=plan)
        return _settle(plan, by)


def _written(plan: SeatingPlan, found: Mapping[str, object]) -> None:
    for name, value in found.items():
        setattr(plan, name, value)
