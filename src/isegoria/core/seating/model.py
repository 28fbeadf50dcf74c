"""What is asked: people, tables, rounds, and who must or must not share a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from isegoria.core.sentences import Sentence, _

Table = tuple[str, ...]
Round = tuple[Table, ...]


class Impossible(ValueError):  # noqa: N818 -- reads as what is the matter
    """No plan can do what is asked; the message is a French sentence that names who or what.

    `said` is the same sentence, to be translated.
    """

    def __init__(self, text: str, **values: object) -> None:
        self.said = Sentence(text, values)
        super().__init__(str(self.said))


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody who comes: a value for each criterion ("": not counted), a place, rounds missed.

    People of different places (in the room, remote …) never share a table. Rounds count from 1.
    `card` is the number under which they are printed (0: their rank in the list of people).
    """

    id: str
    values: tuple[str, ...] = ()
    place: str = ""
    away: frozenset[int] = frozenset()
    card: int = 0


@dataclass(frozen=True)
class Asked:
    """Seat `people` at `tables` tables during `rounds` rounds.

    `together`: groups of ids always at one table (a person and their helper); `apart`: pairs of ids
    never at one table; `held`: rounds of earlier sessions, whose meetings count; people who are not
    in `people` any more are passed over there.
    """

    people: tuple[Attendee, ...]
    tables: int
    rounds: int
    criteria: tuple[str, ...] = ()
    together: tuple[tuple[str, ...], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    held: tuple[Round, ...] = ()

    @cached_property
    def number(self) -> dict[str, int]:
        """The place of each person in `people`."""
        return {one.id: at for at, one in enumerate(self.people)}

    @cached_property
    def cards(self) -> tuple[int, ...]:
        """The card of each person."""
        return tuple(one.card or rank for rank, one in enumerate(self.people, start=1))

    @cached_property
    def groups(self) -> tuple[tuple[int, ...], ...]:
        """Everybody once, with those they stay with: groups that share a person are one."""
        home = list(range(len(self.people)))
        for group in self.together:
            homes = {home[self.number[one]] for one in group}
            home = [min(homes) if one in homes else one for one in home]
        members: dict[int, list[int]] = {}
        for at, first in enumerate(home):
            members.setdefault(first, []).append(at)
        return tuple(map(tuple, members.values()))

    @cached_property
    def foes(self) -> tuple[int, ...]:
        """For each person, the bit mask of those they never sit with."""
        masks = [0] * len(self.people)
        for pair in self.apart:
            one, other = (self.number[name] for name in pair)
            masks[one] |= 1 << other
            masks[other] |= 1 << one
        return tuple(masks)

    def is_there(self, at: int, number: int) -> bool:
        """Whether this person comes to this round, counted from 1."""
        return number not in self.people[at].away


@dataclass(frozen=True)
class Plan:
    """A seating: for each round, the ids at each table. `notes` say what could not be had."""

    asked: Asked
    rounds: tuple[Round, ...]
    notes: tuple[Sentence, ...] = ()


def checked(asked: Asked) -> Asked:
    """The same. Raises Impossible for what no plan could do, and names who."""
    if asked.tables < 1 or asked.rounds < 1:
        raise Impossible(_("Il faut au moins une table et un tour."))
    if len(asked.people) < asked.tables:
        raise Impossible(
            _("{people} personnes pour {tables} tables : demandez moins de tables."),
            people=len(asked.people),
            tables=asked.tables,
        )
    if len(asked.number) < len(asked.people):
        ids = [one.id for one in asked.people]
        twice = next(one for one in ids if ids.count(one) > 1)
        raise Impossible(_("L’identifiant « {id} » désigne plusieurs personnes."), id=twice)
    _known(asked)
    _agreeing(asked)
    return asked


def _known(asked: Asked) -> None:
    for group in (*asked.together, *asked.apart):
        for one in group:
            if one not in asked.number:
                raise Impossible(_("« {id} » n’est pas dans la liste des participants."), id=one)


def _agreeing(asked: Asked) -> None:
    """Groups that stay together have one place, and nobody in them who must be apart."""
    for group in asked.groups:
        places = {asked.people[at].place for at in group}
        if len(places) > 1:
            raise Impossible(
                _("{names} doivent rester ensemble, mais ne sont pas au même endroit ({places})."),
                names=named(asked, group),
                places=", ".join(sorted(places)),
            )
        for at in group:
            foes = [other for other in group if asked.foes[at] >> other & 1]
            if foes:
                raise Impossible(
                    _(
                        "{names} ne doivent jamais partager une table, mais aussi rester ensemble : "
                        "retirez l’une des deux demandes."
                    ),
                    names=named(asked, (at, foes[0])),
                )


def named(asked: Asked, people: Sequence[int]) -> str:
    """Their ids, in order, in one line."""
    return ", ".join(asked.people[at].id for at in people)
