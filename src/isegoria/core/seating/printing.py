"""Rows for a list to print, by card number and without a name, and for the facilitator's own file.

A person keeps their card from session to session; tables are numbered from 1.
"""

from isegoria.core.seating.model import Plan
from isegoria.core.sheets.writing import csv_of

CARD, ROUND, TABLE, PLACE, PEOPLE = "carte", "tour", "table", "endroit", "cartes"
AWAY = ""

Titles = tuple[str, ...]
Rows = list[tuple[object, ...]]


def card_rows(plan: Plan) -> tuple[Titles, Rows]:
    """One row a card: its table in each round; empty where the person is away."""
    return (CARD, *_rounds(plan)), [
        (card, *tables)
        for card, tables in sorted(zip(plan.asked.cards, _tables(plan), strict=True))
    ]


def table_rows(plan: Plan) -> tuple[Titles, Rows]:
    """One row a table and round: the cards that sit there, for a notice on the table."""
    asked = plan.asked
    made: Rows = []
    for number, tables in enumerate(plan.rounds, start=1):
        for table, ids in enumerate(tables, start=1):
            cards = sorted(asked.cards[asked.number[one]] for one in ids)
            place = asked.people[asked.number[ids[0]]].place if ids else ""
            made.append((number, table, place, ", ".join(map(str, cards))))
    return (ROUND, TABLE, PLACE, PEOPLE), made


def named_rows(plan: Plan) -> tuple[Titles, Rows]:
    """One row a person, with their identifier: what `readings.rounds_of` reads again."""
    return ("id", CARD, *_rounds(plan)), [
        (one.id, card, *tables)
        for one, card, tables in zip(
            plan.asked.people, plan.asked.cards, _tables(plan), strict=True
        )
    ]


def cards_csv(plan: Plan) -> bytes:
    """The list by card number; a text that a spreadsheet could take for a formula is quoted."""
    return csv_of(*card_rows(plan))


def tables_csv(plan: Plan) -> bytes:
    return csv_of(*table_rows(plan))


def named_csv(plan: Plan) -> bytes:
    return csv_of(*named_rows(plan))


def _rounds(plan: Plan) -> Titles:
    return tuple(f"{ROUND} {number}" for number in range(1, len(plan.rounds) + 1))


def _tables(plan: Plan) -> list[list[object]]:
    found: list[list[object]] = [[] for _ in plan.asked.people]
    for tables in plan.rounds:
        at = {one: table for table, ids in enumerate(tables, start=1) for one in ids}
        for card, one in enumerate(plan.asked.people):
            found[card].append(at.get(one.id, AWAY))
    return found
