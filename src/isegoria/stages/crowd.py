"""Made-up people for a demonstration: each block of them is a panel that meets every target.

Nobody here exists. Phone numbers are of the range kept for fiction, and each name says that it is
made up.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from isegoria.core.chance import Chance

FIRST_NAMES = (
    "Aïcha", "Alain", "Amélie", "Anouk", "Basile", "Bérénice", "Camille", "Chloé", "Cyril", "Dalila",
    "Damien", "Élodie", "Fatou", "Félix", "Gilles", "Hakim", "Hortense", "Inaya", "Ismaël", "Jeanne",
    "Joël", "Karim", "Léonie", "Lucien", "Malo", "Maud", "Nadège", "Noé", "Odette", "Pierrick",
    "Quentin", "Rachida", "Rémi", "Solène", "Thierry", "Ulysse", "Violette", "Wassim", "Yvonne", "Zoé",
)  # fmt: skip
PROVISIONS = ("interpreter", "lift", "childcare", "transport", "equipment")
AGE, WORK, STUDY = "Âge", "Activité", "Diplôme"
YOUNG, OLD = "18 à 24 ans", "65 ans ou plus"
STUDENT, RETIRED, STUDYING = "En études", "À la retraite", "Études en cours"
BIRTHS = {YOUNG: 1999, "25 à 34 ans": 1991, "35 à 49 ans": 1979, "50 à 64 ans": 1964, OLD: 1948}


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeUp:
    """Somebody who does not exist, as they would be entered."""

    number: int
    name: str
    born: int
    phone: str
    address: str
    answers: Mapping[str, str]
    provisions: tuple[str, ...]


def crowd(targets: Mapping[str, Sequence[tuple[str, int]]], count: int, seed: int) -> list[MadeUp]:
    """`count` people. targets: criterion → (value, how many of a panel)."""
    chance = Chance(f"crowd {seed}")
    answers = _answers(targets, chance)
    return [_person(number, next(answers), chance) for number in range(1, count + 1)]


def _answers(
    targets: Mapping[str, Sequence[tuple[str, int]]], chance: Chance
) -> Iterator[dict[str, str]]:
    """Block after block, each with exactly the targets; who studies is young, who is retired old."""
    while True:
        decks = {name: chance.shuffled(_deck(cells)) for name, cells in targets.items()}
        block = [
            {name: deck[place] for name, deck in decks.items()} for place in range(len(decks[AGE]))
        ]
        _matched(block, WORK, {STUDENT: YOUNG, RETIRED: OLD})
        studying = [one for one in block if one[WORK] == STUDENT]
        _swapped(block, STUDY, STUDYING, studying)
        yield from chance.shuffled(block)


def _deck(cells: Sequence[tuple[str, int]]) -> list[str]:
    return [value for value, target in cells for _ in range(target)]


def _matched(block: list[dict[str, str]], criterion: str, ages: Mapping[str, str]) -> None:
    """Give these values to people of these ages first."""
    for value, age in ages.items():
        _swapped(block, criterion, value, [one for one in block if one[AGE] == age])


def _swapped(
    block: list[dict[str, str]], criterion: str, value: str, wanted: list[dict[str, str]]
) -> None:
    """Exchange answers so that those who have `value` are among `wanted`, as far as can be."""
    inside = {id(one) for one in wanted}
    strays = [one for one in block if one[criterion] == value and id(one) not in inside]
    others = [one for one in wanted if one[criterion] != value]
    for stray, other in zip(strays, others, strict=False):
        stray[criterion], other[criterion] = other[criterion], stray[criterion]


def _person(number: int, answers: dict[str, str], chance: Chance) -> MadeUp:
    first = FIRST_NAMES[chance.below(len(FIRST_NAMES))]
    home = number - 1 if number % 40 == 0 else number  # a few people share a home
    needs = chance.shuffled(PROVISIONS)[: (1 if chance.below(5) == 0 else 0)]
    return MadeUp(
        number=number,
        name=f"{first} Fictif {number:03d}",
        born=BIRTHS[answers[AGE]] - chance.below(5),
        phone=f"06 39 98 {number // 100:02d} {number % 100:02d}",
        address=f"{home} rue de l’Exemple, 86000 Poitiers (adresse fictive)",
        answers=answers,
        provisions=tuple(needs),
    )
