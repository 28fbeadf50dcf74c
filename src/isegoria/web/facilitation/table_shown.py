"""A plan of tables as it is read: by round and table, and by card."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.sessions.seating import SeatingPlan

PLACES = {
    "": "",
    "remote": gettext_lazy("à distance"),
    "relay": gettext_lazy("salle relais"),
}


def shown(plan: SeatingPlan) -> dict[str, Any]:
    """rounds: (number, tables as (number, place, cards)). cards: (card, its table in each round)."""
    return {
        "rounds": [
            (
                number,
                [
                    (table, _place(plan, cards), sorted(cards))
                    for table, cards in enumerate(tables, start=1)
                ],
            )
            for number, tables in enumerate(plan.placements, start=1)
        ],
        "cards": by_card(plan),
        "seated": len(by_card(plan)),
    }


def by_card(plan: SeatingPlan) -> list[tuple[int, list[int | None]]]:
    """Each card, and its table in each round; None where it sits nowhere."""
    where = [
        {card: table for table, cards in enumerate(tables, start=1) for card in cards}
        for tables in plan.placements
    ]
    cards = sorted({card for one in where for card in one})
    return [(card, [one.get(card) for one in where]) for card in cards]


def card_rows(plan: SeatingPlan) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    """For a spreadsheet: one row a card."""
    titles = [_("tour %(number)d") % {"number": number + 1} for number in range(plan.rounds)]
    rows: list[tuple[object, ...]] = [
        (card, *(table or "" for table in tables)) for card, tables in by_card(plan)
    ]
    return (_("carte"), *titles), rows


def _place(plan: SeatingPlan, cards: list[int]) -> str:
    return str(PLACES.get(plan.places.get(str(cards[0]), ""), "")) if cards else ""
