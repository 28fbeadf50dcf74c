"""Pools for the tests: small ones drawn by hypothesis, and a middling one that is always the same."""

from hypothesis import strategies as st

from isegoria.core.chance import Chance
from isegoria.core.sortition.model import Person, Problem, Quota

CRITERIA = (("sexe", ("F", "H")), ("âge", ("16-29", "30-59", "60+")), ("quartier", ("A", "B")))


@st.composite
def feasible(draw, largest=14, homes=False):
    """A problem that some panel answers: its quotas are set around a panel drawn first."""
    count = draw(st.integers(2, largest))
    rows = [tuple(draw(st.sampled_from(values)) for _, values in CRITERIA) for _ in range(count)]
    home = [draw(st.sampled_from(["", "h1", "h2", "h3"])) if homes else "" for _ in rows]
    people = tuple(
        Person(f"p{at}", row, where) for at, (row, where) in enumerate(zip(rows, home, strict=True))
    )
    panel, met = [], set()
    for person in draw(st.permutations(people)):
        if not person.household or person.household not in met:
            panel.append(person)
            met.add(person.household)
    panel = panel[: draw(st.integers(1, len(panel)))]
    return Problem(tuple(around(draw, panel)), people, len(panel))


def around(draw, panel):
    for place, (criterion, values) in enumerate(CRITERIA):
        for value in values:
            held = sum(person.values[place] == value for person in panel)
            below, above = draw(st.integers(0, 1)), draw(st.integers(0, 2))
            yield Quota(criterion, value, max(0, held - below), held + above)


@st.composite
def any_problem(draw):
    """A problem that may have no answer."""
    problem = draw(feasible(largest=10))
    quotas = tuple(
        Quota(q.criterion, q.value, least, least + draw(st.integers(0, 2)))
        for q in problem.quotas
        for least in [draw(st.integers(0, 3))]
    )
    return Problem(quotas, problem.people, draw(st.integers(1, len(problem.people))))


def town(count=120, seats=20):
    """A pool with two channels and some shared homes; fictional, the same at each run."""
    chance = Chance("town")
    ages = ("16-29", "30-44", "45-59", "60+")
    people = tuple(
        Person(
            f"c{at:03d}",
            (
                ("F", "H")[chance.below(2)],
                ages[min(3, chance.below(5))],
                f"Q{chance.below(5)}",
                ("téléphone", "association")[at % 4 == 0],
            ),
            f"adresse {chance.below(3 * count)}",
        )
        for at in range(count)
    )
    quotas = (
        Quota("sexe", "F", seats // 2, seats // 2),
        Quota("sexe", "H", seats // 2, seats // 2),
        *(Quota("âge", age, seats // 4 - 1, seats // 4 + 1) for age in ages),
        *(Quota("quartier", f"Q{at}", seats // 5 - 1, seats // 5 + 1) for at in range(5)),
        Quota("voie", "téléphone", seats * 3 // 4, seats * 3 // 4),
        Quota("voie", "association", seats // 4, seats // 4),
    )
    return Problem(quotas, people, seats)
