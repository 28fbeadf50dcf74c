"""What is asked: quotas on the values of some criteria, people, a number of seats."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from isegoria.core.sentences import Sentence, _


class Impossible(ValueError):  # noqa: N818 -- reads as what is the matter
    """What is asked makes no sense whatever the quotas; the message is a French sentence.

    `said` is the same sentence, to be translated.
    """

    def __init__(self, text: str, **values: object) -> None:
        self.said = Sentence(text, values)
        super().__init__(str(self.said))


@dataclass(frozen=True, slots=True)
class Quota:
    """How many of the panel have this value: at least `least`, at most `most`.

    `least_flex` and `most_flex` bound what a relaxation may propose (`min_flex` and `max_flex`
    of sortition-algorithms); None: no bound was given. `target` is what the reference figures
    give, and matters only to what is measured from it (replacements, alternates).
    """

    criterion: str
    value: str
    least: int
    most: int
    least_flex: int | None = None
    most_flex: int | None = None
    target: int | None = None

    @property
    def aim(self) -> int:
        """The target; without one, the middle of the bounds."""
        return (self.least + self.most) // 2 if self.target is None else self.target

    def __str__(self) -> str:
        return f"{self.criterion} : {self.value}"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the pool: a value for each criterion, in the order of the problem's criteria.

    People of one household (a same text, not empty) never sit together.
    """

    id: str
    values: tuple[str, ...]
    household: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Draw `seats` people so that every quota holds over the whole panel.

    `seated` are members already: they keep their seats, count in the quotas and in `seats`, and
    close their household. A recruitment channel is a criterion like any other, with exact quotas.
    """

    quotas: tuple[Quota, ...]
    people: tuple[Person, ...]
    seats: int
    seated: tuple[Person, ...] = ()

    @property
    def criteria(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(quota.criterion for quota in self.quotas))

    def values(self) -> Iterator[tuple[int, str]]:
        """The (place of the criterion, value) of each quota, in order."""
        places = {name: place for place, name in enumerate(self.criteria)}
        return ((places[quota.criterion], quota.value) for quota in self.quotas)


def checked(problem: Problem) -> Problem:
    """The same problem. Raises Impossible for what no relaxation of quotas would mend."""
    there, seated = len(problem.people) + len(problem.seated), len(problem.seated)
    if problem.seats < 1:
        raise Impossible(
            _("Le panel doit compter au moins une place, et non {seats}."), seats=problem.seats
        )
    if not problem.people and seated < problem.seats:
        raise Impossible(
            _("La liste des candidatures est vide : il n’y a personne à tirer au sort.")
        )
    if problem.seats > there:
        raise Impossible(
            _("{seats} places pour {people} personnes : réduisez le panel ou élargissez la liste."),
            seats=problem.seats,
            people=there,
        )
    if seated > problem.seats:
        raise Impossible(
            _("{seated} personnes sont déjà membres, pour {seats} places."),
            seated=seated,
            seats=problem.seats,
        )
    ids = Counter(person.id for person in (*problem.people, *problem.seated))
    if twice := [one for one, times in ids.items() if times > 1]:
        raise Impossible(_("L’identifiant « {id} » désigne plusieurs personnes."), id=twice[0])
    return problem


def to_draw(problem: Problem) -> Problem:
    """What is left to draw once the members already seated are counted."""
    held = Counter(pair for one in problem.seated for pair in enumerate(one.values))
    closed = {one.household for one in problem.seated if one.household}
    return Problem(
        quotas=tuple(
            replace(
                quota,
                least=max(0, quota.least - held[at]),
                most=quota.most - held[at],
                target=None if quota.target is None else max(0, quota.target - held[at]),
            )
            for quota, at in zip(problem.quotas, problem.values(), strict=True)
        ),
        people=tuple(one for one in problem.people if one.household not in closed),
        seats=problem.seats - len(problem.seated),
    )
