"""The whole computation: from a problem to a lottery over panels, with its certificate."""

from dataclasses import dataclass, replace
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from isegoria.core.chance import Chance
from isegoria.core.sentences import _
from isegoria.core.sortition import columns, relaxation
from isegoria.core.sortition.kinds import Floats, Kinds, kinds_of, without
from isegoria.core.sortition.mixture import EXACT, Fit, Master, hastened, improved, theta
from isegoria.core.sortition.model import Impossible, Problem, checked, to_draw
from isegoria.core.sortition.peeling import Mixture, peeled
from isegoria.core.sortition.polytope import Polytope

Objective = Literal["leximin", "maximin", "nash"]
OBJECTIVES: tuple[Objective, ...] = get_args(Objective)
ROUNDS = 8
SMALL = 1_500  # kinds; beyond, a round more costs more than the hundred-thousandths it gains
TRIES, FEW = 400, 40  # panels priced in: up to SLOW kinds, and beyond
SLOW = 150
HASTE, QUICK = 500, 150  # panels quickly found, in pools of up to QUICK kinds
NOBODY = 1e-9


class Conflict(Impossible):
    """No panel meets all the quotas; `conflicts.explained` says which, and what would mend it."""

    def __init__(self) -> None:
        super().__init__(_("Aucun panel ne respecte tous les quotas."))


@dataclass(frozen=True, slots=True, eq=False)
class Lottery:
    """Weights of panels of kinds, and what is proven of them.

    `value` is the smallest chance (nash: the geometric mean of chances) of those who can be
    seated; `upper` is what no lottery exceeds. `theta` is the part of their `objective` chance
    that everybody is guaranteed. `algorithm` names what really ran.
    """

    problem: Problem  # what was left to draw
    kinds: Kinds
    objective: Objective
    algorithm: str
    mixture: Mixture
    target: Floats  # (T,) expectations that define theta
    stages: tuple[relaxation.Stage, ...]
    theta: float
    value: float
    upper: float

    @property
    def gap(self) -> float:
        return max(0.0, self.upper - self.value)

    @property
    def is_exact(self) -> bool:
        return self.theta >= 1 - EXACT

    @property
    def smallest(self) -> float:
        """The smallest chance among those who can be seated."""
        return float(_chances(self.kinds, self.mixture)[self.kinds.most > 0].min(initial=1.0))

    @property
    def unseatable(self) -> tuple[str, ...]:
        """Who can be in no panel, whatever the draw."""
        out = np.flatnonzero(self.kinds.most == 0)
        places = sorted(place for kind in out for place in self.kinds.members[kind])
        return tuple(self.problem.people[place].id for place in places)

    def chances(self) -> dict[str, float]:
        """The chance of each person of the pool, in its order."""
        each = np.zeros(len(self.problem.people))
        for members, chance in zip(
            self.kinds.members, _chances(self.kinds, self.mixture), strict=True
        ):
            each[list(members)] = chance
        return dict(zip((one.id for one in self.problem.people), each.tolist(), strict=True))


def solve(problem: Problem, objective: Objective = "leximin") -> Lottery:
    """The fairest lottery for this objective.

    Raises Impossible for a problem without sense, Conflict when no panel meets the quotas.
    """
    rest = to_draw(checked(problem))
    kinds = kinds_of(rest)
    first = _leximin(kinds)
    never = (kinds.most > 0) & (first.amounts < NOBODY)
    if never.any():  # not even a split panel can hold them
        kinds = without(kinds, never)
        first = _leximin(kinds)
    while True:
        target = relaxation.nash(kinds, first.amounts) if objective == "nash" else first
        polytope, master = Polytope(kinds), Master(target.amounts)
        fit = _rounds(polytope, master)
        stuck = _in_no_panel(polytope, master)
        if not stuck.any():
            break
        kinds = without(kinds, stuck)
        first = _leximin(kinds)
    upper = 1.0
    if fit.theta < 1 - EXACT:
        tries = TRIES if len(kinds) <= SLOW else FEW
        fit, upper = improved(polytope, master, tries if len(kinds) <= SMALL else 0)
    lottery = _described(rest, kinds, objective, fit.mixture, target)
    whole = upper < 1 - EXACT and objective != "nash"
    return _over_panels(lottery, polytope, master) if whole else lottery


def _leximin(kinds: Kinds) -> relaxation.Target:
    """These expectations maximise the smallest chance too, and more fairly than others."""
    target = relaxation.leximin(kinds)
    if target is None:
        raise Conflict
    return target


def _rounds(polytope: Polytope, master: Master) -> Fit:
    """Peel, then peel otherwise, and weigh all the panels found together."""
    rounds = ROUNDS if len(polytope.kinds) <= SMALL else 1
    for number in range(rounds):
        chance = Chance(f"round {number}") if number else None
        for panel in peeled(polytope, master.amounts, chance).panels:
            master.add(panel)
        if not master.panels:
            panel, _ = polytope.best_panel(master.amounts / polytope.kinds.size)
            if panel is None:
                raise Conflict
            master.add(panel)
        fit = hastened(polytope, master, HASTE if len(polytope.kinds) <= QUICK else 0)
        if fit.theta >= 1 - EXACT:
            break
    return fit


def _in_no_panel(polytope: Polytope, master: Master) -> NDArray[np.bool_]:
    """(T,) the kinds proven to be in no panel; panels found on the way become known."""
    lonely: NDArray[np.bool_] = (polytope.kinds.most > 0) & (np.sum(master.panels, axis=0) == 0)
    while lonely.any():
        panel, _ = polytope.best_panel(lonely.astype(np.float64))
        if panel is None or not panel[lonely].any():
            break
        master.add(panel)
        lonely &= panel == 0
    return lonely


def _chances(kinds: Kinds, mixture: Mixture) -> Floats:
    return np.minimum(1.0, mixture.amounts / kinds.size)


def _named(objective: Objective, *, exact: bool) -> str:
    """What really ran: maximin is solved as leximin; what is not exact says so."""
    ran = "nash" if objective == "nash" else "leximin"
    return ran if exact else f"{ran}-within-gap"


def _described(
    rest: Problem,
    kinds: Kinds,
    objective: Objective,
    mixture: Mixture,
    target: relaxation.Target,
) -> Lottery:
    value, upper = float(_chances(kinds, mixture)[kinds.most > 0].min()), target.stages[0].upper
    if objective == "nash":
        able = int(kinds.size[kinds.most > 0].sum())
        value = float(np.exp(relaxation.welfare_of(kinds, mixture.amounts) / able))
        upper = float(np.exp(upper / able))
    reached = theta(mixture, target.amounts)
    return Lottery(
        problem=rest,
        kinds=kinds,
        objective=objective,
        algorithm=_named(objective, exact=reached >= 1 - EXACT),
        mixture=mixture,
        target=target.amounts,
        stages=target.stages,
        theta=reached,
        value=value,
        upper=max(value, upper),
    )


def _over_panels(lottery: Lottery, polytope: Polytope, master: Master) -> Lottery:
    """The same, when it is proven that whole panels cannot be as fair as split ones."""
    found = columns.settled(polytope, master.panels, tries=TRIES)
    value = float(_chances(lottery.kinds, found.mixture)[lottery.kinds.most > 0].min())
    return replace(
        lottery,
        algorithm=_named(lottery.objective, exact=found.proven),
        mixture=found.mixture,
        target=found.mixture.amounts if found.proven else lottery.target,
        stages=found.stages,
        theta=1.0 if found.proven else theta(found.mixture, lottery.target),
        value=value,
        upper=max(value, found.stages[0].upper if found.stages else lottery.upper),
    )
