"""A draw that anybody can check, off-line and without a solver.

Before the number is drawn, a *notice* is published: the quotas, the promises, the source of the
number, one salted commitment a ticket and one a candidate. A commitment is SHA-256(salt ‖ canonical
JSON of what it hides), with 32 bytes of salt: it tells nothing, and cannot be changed afterwards.
No panel and no count per panel is published: a thousand of them would give away, by linear
algebra, the answers that people trusted the organisers with.

Each candidate receives a *receipt*: what was written of them, and in which tickets they are. The
guarantors receive the *openings* of everything. Once the number is drawn, the *outcome* opens that
ticket alone. The *record* chains notice, number and outcome by their hashes, in that order.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from isegoria.core.journal.canonical import Json, canonical, digest
from isegoria.core.sentences import Sentence, _
from isegoria.core.sortition.lottery import Lottery
from isegoria.core.sortition.model import Problem
from isegoria.core.sortition.tickets import Tickets

VERSION = 1
SALT = 32

Document = Mapping[str, Any]


class Altered(ValueError):  # noqa: N818 -- reads as what happened
    """Something is not what was committed to; the message is a French sentence.

    `said` is the same sentence, to be translated.
    """

    def __init__(self, text: str, **values: object) -> None:
        self.said = Sentence(text, values)
        super().__init__(str(self.said))


def commitment(salt: str, hidden: Json) -> str:
    """SHA-256(salt ‖ canonical(hidden)) in hexadecimal; the salt is 64 hexadecimal digits."""
    if len(salt) != 2 * SALT or salt != salt.lower():
        raise Altered(_("un sel n’a pas 64 chiffres hexadécimaux"))
    return hashlib.sha256(bytes.fromhex(salt) + canonical(hidden)).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What is sealed: who may be drawn, the panels by number, and what is said of how they were
    found. `unseatable`: how many people can be in no panel."""

    problem: Problem
    objective: str
    algorithm: str
    promised: int
    unseatable: int
    panels: Sequence[Sequence[int]]

    @classmethod
    def of(cls, lottery: Lottery, tickets: Tickets) -> "Listed":
        """The list that a lottery gave."""
        return cls(
            problem=lottery.problem,
            objective=lottery.objective,
            algorithm=lottery.algorithm,
            promised=min(tickets.promised, tickets.fewest),
            unseatable=len(lottery.unseatable),
            panels=tickets.panels,
        )


def sealed(
    listed: Listed, *, software: str, source: Json, salt: Callable[[], bytes]
) -> tuple[dict[str, Json], dict[str, Json]]:
    """The notice to publish and the openings for the guarantors.

    `source` says where the number will come from (balls and two guarantors, or a public source
    named in advance); `salt` gives 32 new random bytes at each call.
    """
    people = _opened(_people(listed.problem, listed.panels), salt)
    panels = _opened([{"number": n, "panel": list(p)} for n, p in enumerate(listed.panels)], salt)
    notice: dict[str, Json] = {
        "v": VERSION,
        "software": software,
        "objective": listed.objective,
        "algorithm": listed.algorithm,
        "seats": listed.problem.seats,
        "quotas": [[q.criterion, q.value, q.least, q.most] for q in listed.problem.quotas],
        "promised": listed.promised,
        "unseatable": listed.unseatable,
        "source": source,
        "tickets": [commitment(str(one["salt"]), one["hidden"]) for one in panels],
        "candidates": [commitment(str(one["salt"]), one["hidden"]) for one in people],
    }
    openings: dict[str, Json] = {
        "v": VERSION,
        "notice": digest(notice),
        "tickets": panels,
        "candidates": people,
    }
    return notice, openings


def _people(problem: Problem, panels: Sequence[Sequence[int]]) -> list[Json]:
    """What is written of each candidate; of their home, a number is enough to compare."""
    homes = sorted({person.household for person in problem.people} - {""})
    number = {home: at for at, home in enumerate(homes, start=1)}
    held: list[list[Json]] = [[] for _ in problem.people]
    for ticket, panel in enumerate(panels):
        for place in panel:
            held[place].append(ticket)
    return [
        {
            "place": place,
            "id": person.id,
            "values": dict(zip(problem.criteria, person.values, strict=True)),
            "household": number.get(person.household, 0),
            "tickets": held[place],
        }
        for place, person in enumerate(problem.people)
    ]


def _opened(hidden: Sequence[Json], salt: Callable[[], bytes]) -> list[dict[str, Json]]:
    return [{"salt": salt().hex(), "hidden": one} for one in hidden]


def receipts(openings: Document) -> Iterator[dict[str, Json]]:
    """One a candidate: what was written of them, and the salt that proves it."""
    for one in openings["candidates"]:
        yield {"v": VERSION, "notice": openings["notice"], **one}


def outcome(openings: Document, number: int) -> dict[str, Json]:
    """What is published once the number is drawn: the panel of that ticket, and its salt."""
    return {"v": VERSION, "notice": openings["notice"], **openings["tickets"][number]}


def step(record: Sequence[Document], kind: str, what: Json) -> dict[str, Json]:
    """The next step of a record: "notice", then "number", then "outcome"."""
    return {
        "kind": kind,
        "after": digest(record[-1]) if record else "",
        "what": what,
    }
