"""What is asked, read from tables that people send: participants, pairs to keep apart, plans."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import count

from isegoria.core.seating.model import Attendee, Round
from isegoria.core.seating.printing import CARD
from isegoria.core.sentences import _, said
from isegoria.core.sheets.reading import Fault, Sheet, Unreadable

LARGEST = 10_000


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that say who somebody is ("": the one titled id, else the first), what to
    balance, where they are, with whom they stay (a same text), which rounds they miss ("2 5")."""

    identity: str = ""
    balance: tuple[str, ...] = ()
    place: str = ""
    together: str = ""
    away: str = ""


def people_of(
    table: Sheet, columns: Columns, rounds: int
) -> tuple[tuple[Attendee, ...], tuple[tuple[str, ...], ...]]:
    """The people of a table, and the groups who stay together. Raises Unreadable, all faults told."""
    wanted = (columns.identity, *columns.balance, columns.place, columns.together, columns.away)
    at = _columns(table, filter(None, wanted))
    who = at[columns.identity] if columns.identity else _identity(table)
    people: dict[str, Attendee] = {}
    groups: dict[str, list[str]] = {}
    faults = []
    for line, cells in table.rows:
        name = cells[who]
        if not name or name in people:
            faults.append(_named_wrong(table, line, who, name))
            continue
        away, wrong = _away(table, line, at.get(columns.away, -1), cells, rounds)
        faults += wrong
        place = cells[at[columns.place]] if columns.place else ""
        people[name] = Attendee(name, tuple(cells[at[one]] for one in columns.balance), place, away)
        if columns.together and (group := cells[at[columns.together]].casefold()):
            groups.setdefault(group, []).append(name)
    if not people and not faults:
        remedy = said(_("Écrivez une ligne par personne, sous les titres."))
        faults.append(Fault(table.name, said(_("il n’y a personne.")), remedy))
    if faults:
        raise Unreadable(faults)
    return tuple(people.values()), tuple(tuple(one) for one in groups.values() if len(one) > 1)


def pairs_of(table: Sheet, known: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Pairs to keep apart: the first two columns of a table, under titles. Raises Unreadable."""
    if len(table.titles) < 2:
        remedy = said(_("Mettez deux colonnes, avec des titres : une personne dans chacune."))
        raise Unreadable([Fault(table.name, said(_("il manque une colonne.")), remedy, 1)])
    names, faults, pairs = set(known), [], []
    for line, cells in table.rows:
        for place in (0, 1):
            if cells[place] not in names:
                remedy = said(_("Écrivez l’identifiant comme dans la liste des participants."))
                problem = said(_("cette personne n’est pas dans la liste."))
                faults.append(
                    Fault(table.name, problem, remedy, line, table.titles[place], cells[place])
                )
        if cells[0] == cells[1]:
            remedy = said(_("Écrivez deux personnes différentes, ou retirez la ligne."))
            problem = said(_("c’est deux fois la même personne."))
            faults.append(Fault(table.name, problem, remedy, line, table.titles[1], cells[1]))
        pairs.append((cells[0], cells[1]))
    if faults:
        raise Unreadable(faults)
    return tuple(pairs)


def rounds_of(table: Sheet) -> tuple[Round, ...]:
    """The rounds of a plan that was written: a column each, with the number of a table.

    The first column, or the one titled id, says who; a column titled “carte” is passed over; an
    empty cell: away. Raises Unreadable.
    """
    who = _identity(table)
    rounds: list[Round] = []
    faults: list[Fault] = []
    for column, title in enumerate(table.titles):
        if column == who or title.casefold() == CARD:
            continue
        seats: dict[int, list[str]] = {}
        for line, cells in table.rows:
            if number := _number(cells[column]):
                seats.setdefault(number, []).append(cells[who])
            elif cells[column]:
                remedy = said(
                    _("Écrivez le numéro de la table, ou rien si la personne était absente.")
                )
                problem = said(_("ce n’est pas un numéro de table."))
                faults.append(Fault(table.name, problem, remedy, line, title, cells[column]))
        rounds.append(
            tuple(tuple(seats.get(number, ())) for number in range(1, max(seats, default=0) + 1))
        )
    if faults:
        raise Unreadable(faults)
    return tuple(rounds)


def with_cards(people: Sequence[Attendee], table: Sheet) -> tuple[Attendee, ...]:
    """The people with the cards of a plan that was written; whoever is new takes the next ones."""
    lower = [title.casefold() for title in table.titles]
    column = lower.index(CARD) if CARD in lower else -1
    who = _identity(table)
    known = {cells[who]: _number(cells[column]) for _line, cells in table.rows if column >= 0}
    free = count(max([len(table.rows), *known.values()]) + 1)
    return tuple(replace(one, card=known.get(one.id) or next(free)) for one in people)


def _identity(table: Sheet) -> int:
    lower = [title.casefold() for title in table.titles]
    return lower.index("id") if "id" in lower else 0


def _columns(table: Sheet, wanted: Iterable[str]) -> dict[str, int]:
    lower = [title.casefold() for title in table.titles]
    names = list(wanted)
    remedy = said(
        _("Ajoutez-la, ou corrigez son titre ; titres lus : {titles}."),
        titles=", ".join(table.titles),
    )
    missing = [
        Fault(table.name, said(_("il manque la colonne « {name} »."), name=one), remedy, 1, one)
        for one in names
        if one.casefold() not in lower
    ]
    if missing:
        raise Unreadable(missing)
    return {one: lower.index(one.casefold()) for one in names}


def _named_wrong(table: Sheet, line: int, column: int, name: str) -> Fault:
    problem = said(_("cet identifiant est déjà pris.") if name else _("l’identifiant est vide."))
    remedy = said(_("Donnez à chaque personne un identifiant à elle."))
    return Fault(table.name, problem, remedy, line, table.titles[column], name)


def _away(
    table: Sheet, line: int, column: int, cells: Sequence[str], rounds: int
) -> tuple[frozenset[int], list[Fault]]:
    """The rounds missed: numbers between spaces, commas or semicolons."""
    if column < 0:
        return frozenset(), []
    words = cells[column].replace(",", " ").replace(";", " ").split()
    numbers = {_number(word) for word in words}
    if all(1 <= number <= rounds for number in numbers):
        return frozenset(numbers), []
    remedy = said(
        _("Écrivez des numéros de tour de 1 à {rounds}, séparés par des espaces."), rounds=rounds
    )
    problem = said(_("ce ne sont pas des numéros de tour."))
    return frozenset(), [
        Fault(table.name, problem, remedy, line, table.titles[column], cells[column])
    ]


def _number(text: str) -> int:
    """The whole number of a text, from 1; 0 for anything else."""
    if not (text.isascii() and text.isdecimal()) or len(text) > 5:
        return 0
    return int(text) if int(text) <= LARGEST else 0
