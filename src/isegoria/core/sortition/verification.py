"""What `verify-draw` checks: hashes, quotas and counts; nothing is solved again.

Each check returns what it has established, as a sentence, or raises Altered at the first thing
that is not what was committed to.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from isegoria.core.journal.canonical import digest
from isegoria.core.sentences import Sentence, _, said
from isegoria.core.sortition.proof import VERSION, Altered, Document, commitment

STEPS = ("notice", "number", "outcome")
NOTICE = {
    "v", "software", "objective", "algorithm", "seats", "quotas", "promised", "unseatable",
    "source", "tickets", "candidates",
}  # fmt: skip


NOT_SEALED = {
    "tickets": _("le ticket {n} n’est pas ce qui a été scellé"),
    "candidates": _("la candidature {n} n’est pas ce qui a été scellé"),
}


def guarded(check: Callable[..., Sentence]) -> Callable[..., Sentence]:
    """A document that has not even the right shape is an altered document."""

    def checked(*documents: Any) -> Sentence:
        try:
            return check(*documents)
        except (KeyError, TypeError, IndexError, AttributeError, ValueError) as why:
            if isinstance(why, Altered):
                raise
            text = _("un document n’a pas la forme attendue ({why})")
            raise Altered(text, why=why) from None

    return checked


@guarded
def openings_hold(notice: Document, openings: Document) -> Sentence:
    """For the guarantors: every ticket and every candidate is what the notice committed to.

    An empty opening is that of a person who was forgotten: their answers no longer count, and
    the sentence says how many they are.
    """
    _same_notice(notice, openings)
    _whole(notice)
    _expect(set(openings) == {"v", "notice", "tickets", "candidates"}, _("openings en dit plus"))
    panels = [_opened(notice, "tickets", at, one) for at, one in enumerate(openings["tickets"])]
    people = [
        _opened(notice, "candidates", at, one) if one != {} else None
        for at, one in enumerate(openings["candidates"])
    ]
    _expect(len(panels) == len(notice["tickets"]), _("il manque des tickets"))
    _expect(len(people) == len(notice["candidates"]), _("il manque des candidatures"))
    for number, one in enumerate(panels):
        _expect(one["number"] == number, _("le ticket {n} porte un autre numéro"), n=number)
        _panel_holds(notice, people, one["panel"], number)
    return _told(notice, people, [one["panel"] for one in panels])


def _told(
    notice: Document, people: Sequence[Document | None], seats: Sequence[Sequence[int]]
) -> Sentence:
    """Who is in which tickets is what their openings say; the sentence of the whole check."""
    fewest = _fewest(notice, _held(people, seats))
    forgotten = sum(1 for person in people if person is None)
    checked = said(
        _(
            "Les {panels} panels respectent les quotas ({different} différents) ; chacune des "
            "{people} candidatures a au moins {fewest} tickets (promis : {promised} ; hors "
            "tirage : {unseatable})."
        ),
        panels=len(seats),
        different=len({tuple(one) for one in seats}),
        people=len(people),
        fewest=fewest,
        promised=notice["promised"],
        unseatable=notice["unseatable"],
    )
    if not forgotten:
        return checked
    return said(
        _("{checked} Personnes oubliées, dont les réponses ne peuvent plus être lues : {count}."),
        checked=checked,
        count=forgotten,
    )


def _held(
    people: Sequence[Document | None], seats: Sequence[Sequence[int]]
) -> Sequence[Sequence[int]]:
    """The tickets of each person, which are those that their opening says."""
    held: list[list[int]] = [[] for _person in people]
    for number, panel in enumerate(seats):
        for place in panel:
            held[place].append(number)
    for place, (person, tickets) in enumerate(zip(people, held, strict=True)):
        if person is None:
            continue
        _expect(person["place"] == place, _("la candidature {n} porte une autre place"), n=place)
        same = person["tickets"] == tickets
        _expect(same, _("les tickets de la candidature {n} diffèrent"), n=place)
    return held


def _fewest(notice: Document, held: Sequence[Sequence[int]]) -> int:
    """The tickets of the least served of those who can be seated, which are not fewer than
    promised."""
    counts = sorted(len(tickets) for tickets in held)[notice["unseatable"] :]
    fewest = counts[0] if counts else 0
    _expect(fewest >= notice["promised"], _("quelqu’un n’a que {n} tickets"), n=fewest)
    return fewest


def _panel_holds(
    notice: Document, people: Sequence[Document | None], panel: Sequence[int], number: int
) -> None:
    _expect(
        len(panel) == notice["seats"]
        and list(panel) == sorted(set(panel))
        and 0 <= panel[0] <= panel[-1] < len(people),
        _("le ticket {n} ne compte pas {seats} personnes différentes"),
        n=number,
        seats=notice["seats"],
    )
    known = [person for place in panel if (person := people[place]) is not None]
    counts = Counter(at for person in known for at in person["values"].items())
    unknown = len(panel) - len(known)
    for criterion, value, least, most in notice["quotas"]:
        held = counts[criterion, value]
        _expect(
            least <= held + unknown and held <= most,
            _("le ticket {n} ne respecte pas le quota « {criterion} : {value} »"),
            n=number,
            criterion=criterion,
            value=value,
        )
    homes = [person["household"] for person in known if person["household"]]
    apart = len(set(homes)) == len(homes)
    _expect(apart, _("le ticket {n} réunit deux personnes d’un foyer"), n=number)


@guarded
def receipt_holds(notice: Document, receipt: Document) -> Sentence:
    """For a candidate: they were in the pool, as written, with these tickets, before the draw."""
    _same_notice(notice, receipt)
    hidden = _opened(notice, "candidates", receipt["hidden"]["place"], receipt)
    return said(
        _(
            "La candidature « {id} » était dans la liste avant le tirage, avec {held} tickets sur "
            "{tickets}."
        ),
        id=hidden["id"],
        held=len(hidden["tickets"]),
        tickets=len(notice["tickets"]),
    )


@guarded
def outcome_holds(notice: Document, outcome: Document) -> Sentence:
    """For anybody: the panel is the one that was committed to under the number drawn."""
    _same_notice(notice, outcome)
    hidden = _opened(notice, "tickets", outcome["hidden"]["number"], outcome)
    _expect(len(hidden["panel"]) == notice["seats"], _("le panel n’a pas le nombre de places"))
    number = f"{hidden['number']:03d}"
    return said(_("Le panel publié est bien celui du ticket {number}."), number=number)


@guarded
def record_holds(notice: Document, record: Sequence[Document]) -> Sentence:
    """The notice came first, then the number from the source it names, then that ticket."""
    before = ""
    for place, one in enumerate(record):
        _expect(
            place < len(STEPS) and one["kind"] == STEPS[place], _("les étapes sont en désordre")
        )
        _expect(one["after"] == before, _("l’étape {n} ne suit pas la précédente"), n=place + 1)
        before = digest(dict(one))
    _expect(
        bool(record) and record[0]["what"] == digest(dict(notice)), _("l’avis n’est pas le bon")
    )
    if len(record) > 1:
        _number_holds(notice, record[1]["what"])
    if len(record) > 2:
        outcome_holds(notice, record[2]["what"])
        drawn = record[2]["what"]["hidden"]["number"]
        _expect(
            drawn == record[1]["what"]["number"], _("le ticket ouvert n’est pas le numéro tiré")
        )
    return said(_("Les étapes se suivent dans l’ordre : {count}."), count=len(record))


def _number_holds(notice: Document, said: Document) -> None:
    number, signed = said["number"], said["signed"]
    _expect(
        type(number) is int and 0 <= number < len(notice["tickets"]), _("numéro hors de la liste")
    )
    guarantors = notice["source"].get("guarantors")
    if guarantors is not None:
        known = [one for one in signed if one in guarantors]
        _expect(len(set(known)) >= 2, _("il faut la signature de deux garants nommés dans l’avis"))


def _opened(notice: Document, kind: str, place: Any, one: Document) -> Document:
    """What is hidden under a commitment of the notice, once it is seen to be that."""
    _expect(type(place) is int and 0 <= place < len(notice[kind]), _("une place n’existe pas"))
    _expect(set(one) <= {"v", "notice", "salt", "hidden"}, _("un document en dit plus que prévu"))
    hidden: Document = one["hidden"]
    found = commitment(one["salt"], dict(hidden))
    _expect(found == notice[kind][place], NOT_SEALED[kind], n=place)
    return hidden


def _whole(notice: Document) -> None:
    _expect(set(notice) == NOTICE and notice["v"] == VERSION, _("l’avis n’a pas la forme attendue"))
    _expect(len(set(notice["tickets"])) == len(notice["tickets"]), _("deux tickets sont les mêmes"))


def _same_notice(notice: Document, other: Document) -> None:
    _expect(other["v"] == VERSION, _("la version du document est inconnue"))
    _expect(other["notice"] == digest(dict(notice)), _("l’avis publié n’est pas celui du document"))


def _expect(holds: bool, otherwise: str, **values: object) -> None:
    if not holds:
        raise Altered(otherwise, **values)
