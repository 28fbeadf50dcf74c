"""What `verify-draw` checks: hashes, quotas and counts; nothing is solved again.

Each check returns what it has established, in French, or raises Altered at the first thing that is
not what was committed to.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from isegoria.core.journal.canonical import digest
from isegoria.core.sortition.proof import VERSION, Altered, Document, commitment

STEPS = ("notice", "number", "outcome")
NOTICE = {
    "v", "software", "objective", "algorithm", "seats", "quotas", "promised", "unseatable",
    "source", "tickets", "candidates",
}  # fmt: skip


def guarded(check: Callable[..., str]) -> Callable[..., str]:
    """A document that has not even the right shape is an altered document."""

    def checked(*documents: Any) -> str:
        try:
            return check(*documents)
        except (KeyError, TypeError, IndexError, AttributeError, ValueError) as why:
            if isinstance(why, Altered):
                raise
            raise Altered(f"un document n’a pas la forme attendue ({why})") from None

    return checked


@guarded
def openings_hold(notice: Document, openings: Document) -> str:
    """For the guarantors: every ticket and every candidate is what the notice committed to."""
    _same_notice(notice, openings)
    _whole(notice)
    _expect(set(openings) == {"v", "notice", "tickets", "candidates"}, "openings en dit plus")
    panels = [_opened(notice, "tickets", at, one) for at, one in enumerate(openings["tickets"])]
    people = [_opened(notice, "candidates", at, o) for at, o in enumerate(openings["candidates"])]
    _expect(len(panels) == len(notice["tickets"]), "il manque des tickets")
    _expect(len(people) == len(notice["candidates"]), "il manque des candidatures")
    seats = [one["panel"] for one in panels]
    for number, (one, panel) in enumerate(zip(panels, seats, strict=True)):
        _expect(one["number"] == number, f"le ticket {number} porte un autre numéro")
        _panel_holds(notice, people, panel, number)
    held: list[list[int]] = [[] for _ in people]
    for number, panel in enumerate(seats):
        for place in panel:
            held[place].append(number)
    for place, (person, tickets) in enumerate(zip(people, held, strict=True)):
        _expect(person["place"] == place, f"la candidature {place} porte une autre place")
        _expect(person["tickets"] == tickets, f"les tickets de la candidature {place} diffèrent")
    counts = sorted(len(tickets) for tickets in held)[notice["unseatable"] :]
    fewest = counts[0] if counts else 0
    _expect(fewest >= notice["promised"], f"quelqu’un n’a que {fewest} tickets")
    return (
        f"Les {len(seats)} panels respectent les quotas ({len({tuple(p) for p in seats})} "
        f"différents) ; chacune des {len(people)} candidatures a au moins {fewest} tickets "
        f"(promis : {notice['promised']} ; hors tirage : {notice['unseatable']})."
    )


def _panel_holds(
    notice: Document, people: Sequence[Document], panel: Sequence[int], number: int
) -> None:
    _expect(
        len(panel) == notice["seats"]
        and list(panel) == sorted(set(panel))
        and 0 <= panel[0] <= panel[-1] < len(people),
        f"le ticket {number} ne compte pas {notice['seats']} personnes différentes",
    )
    counts = Counter(at for place in panel for at in people[place]["values"].items())
    for criterion, value, least, most in notice["quotas"]:
        _expect(
            least <= counts[criterion, value] <= most,
            f"le ticket {number} ne respecte pas le quota « {criterion} : {value} »",
        )
    homes = [home for place in panel if (home := people[place]["household"])]
    _expect(len(set(homes)) == len(homes), f"le ticket {number} réunit deux personnes d’un foyer")


@guarded
def receipt_holds(notice: Document, receipt: Document) -> str:
    """For a candidate: they were in the pool, as written, with these tickets, before the draw."""
    _same_notice(notice, receipt)
    hidden = _opened(notice, "candidates", receipt["hidden"]["place"], receipt)
    return (
        f"La candidature « {hidden['id']} » était dans la liste avant le tirage, avec "
        f"{len(hidden['tickets'])} tickets sur {len(notice['tickets'])}."
    )


@guarded
def outcome_holds(notice: Document, outcome: Document) -> str:
    """For anybody: the panel is the one that was committed to under the number drawn."""
    _same_notice(notice, outcome)
    hidden = _opened(notice, "tickets", outcome["hidden"]["number"], outcome)
    _expect(len(hidden["panel"]) == notice["seats"], "le panel n’a pas le nombre de places")
    return f"Le panel publié est bien celui du ticket {hidden['number']:03d}."


@guarded
def record_holds(notice: Document, record: Sequence[Document]) -> str:
    """The notice came first, then the number from the source it names, then that ticket."""
    before = ""
    for place, one in enumerate(record):
        _expect(place < len(STEPS) and one["kind"] == STEPS[place], "les étapes sont en désordre")
        _expect(one["after"] == before, f"l’étape {place + 1} ne suit pas la précédente")
        before = digest(dict(one))
    _expect(bool(record) and record[0]["what"] == digest(dict(notice)), "l’avis n’est pas le bon")
    if len(record) > 1:
        _number_holds(notice, record[1]["what"])
    if len(record) > 2:
        outcome_holds(notice, record[2]["what"])
        drawn = record[2]["what"]["hidden"]["number"]
        _expect(drawn == record[1]["what"]["number"], "le ticket ouvert n’est pas le numéro tiré")
    return f"Les {len(record)} étapes se suivent dans l’ordre."


def _number_holds(notice: Document, said: Document) -> None:
    number, signed = said["number"], said["signed"]
    _expect(type(number) is int and 0 <= number < len(notice["tickets"]), "numéro hors de la liste")
    guarantors = notice["source"].get("guarantors")
    if guarantors is not None:
        known = [one for one in signed if one in guarantors]
        _expect(len(set(known)) >= 2, "il faut la signature de deux garants nommés dans l’avis")


def _opened(notice: Document, kind: str, place: Any, one: Document) -> Document:
    """What is hidden under a commitment of the notice, once it is seen to be that."""
    _expect(type(place) is int and 0 <= place < len(notice[kind]), "une place n’existe pas")
    _expect(set(one) <= {"v", "notice", "salt", "hidden"}, "un document en dit plus que prévu")
    hidden: Document = one["hidden"]
    found = commitment(one["salt"], dict(hidden))
    names = {"tickets": "le ticket", "candidates": "la candidature"}
    _expect(found == notice[kind][place], f"{names[kind]} {place} n’est pas ce qui a été scellé")
    return hidden


def _whole(notice: Document) -> None:
    _expect(set(notice) == NOTICE and notice["v"] == VERSION, "l’avis n’a pas la forme attendue")
    _expect(len(set(notice["tickets"])) == len(notice["tickets"]), "deux tickets sont les mêmes")


def _same_notice(notice: Document, other: Document) -> None:
    _expect(other["v"] == VERSION, "la version du document est inconnue")
    _expect(other["notice"] == digest(dict(notice)), "l’avis publié n’est pas celui du document")


def _expect(holds: bool, otherwise: str) -> None:
    if not holds:
        raise Altered(otherwise)
