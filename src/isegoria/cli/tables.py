"""`./isegoria tables`: who sits with whom over several rounds, from a table of participants."""

import argparse
import json
import secrets
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from isegoria.cli.console import say, stop
from isegoria.cli.draw import MOST_SEED, opened
from isegoria.cli.options import Options
from isegoria.core.seating.changes import Shift, changed
from isegoria.core.seating.cooling import seated
from isegoria.core.seating.measures import Cell, Measures, measured
from isegoria.core.seating.model import Asked, Impossible, Plan
from isegoria.core.seating.printing import card_rows, named_rows, table_rows
from isegoria.core.seating.readings import Columns, pairs_of, people_of, rounds_of, with_cards
from isegoria.core.sheets.reading import Unreadable
from isegoria.core.sheets.writing import csv_of, xlsx_of

MOST_TABLES, MOST_ROUNDS, MOST_PEOPLE, BAD_SHOWN = 300, 50, 1_000, 12

WORDS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("participants", {"metavar": "PARTICIPANTS", "help": "tableau des participants"}),
    ("--tables", {"type": int, "required": True, "metavar": "N", "help": "nombre de tables"}),
    ("--rounds", {"type": int, "required": True, "metavar": "N", "help": "nombre de tours"}),
    (
        "--balance",
        {
            "metavar": "COLONNE",
            "action": "append",
            "default": [],
            "help": "répartir les valeurs de cette colonne à chaque table (répétable)",
        },
    ),
    ("--place", {"metavar": "COLONNE", "default": "", "help": "salle, distance… : jamais mêlés"}),
    (
        "--together",
        {"metavar": "COLONNE", "default": "", "help": "même texte : toujours à la même table"},
    ),
    ("--apart", {"metavar": "TABLEAU", "help": "deux colonnes : jamais à la même table"}),
    ("--away", {"metavar": "COLONNE", "default": "", "help": "numéros des tours manqués"}),
    (
        "--held",
        {
            "metavar": "PLAN",
            "action": "append",
            "default": [],
            "help": "plan d’une séance déjà tenue : ses rencontres comptent (répétable)",
        },
    ),
    ("--keep", {"metavar": "PLAN", "help": "plan à garder, en déplaçant le moins de monde"}),
    (
        "--from",
        {
            "type": int,
            "default": 1,
            "metavar": "N",
            "dest": "first",
            "help": "avec --keep : premier tour qui change (défaut : 1)",
        },
    ),
    ("--id", {"metavar": "COLONNE", "default": "", "help": "colonne de l’identifiant"}),
    ("--seed", {"type": int, "metavar": "N", "help": "graine du hasard"}),
    ("--plan", {"metavar": "FICHIER", "help": "écrit le plan avec les identifiants (CSV ou XLSX)"}),
    ("--cards", {"metavar": "FICHIER", "help": "écrit la liste par numéro de carte, sans nom"}),
    ("--signs", {"metavar": "FICHIER", "help": "écrit les numéros de carte de chaque table"}),
    ("--json", {"action": "store_true", "help": "résultat complet, en JSON"}),
)
WRITINGS = (("plan", named_rows), ("cards", card_rows), ("signs", table_rows))


def main(arguments: list[str]) -> int:
    options = parse(arguments)
    seed = secrets.randbelow(MOST_SEED) if options.seed is None else options.seed
    plan, shifts = planned(options, seed)
    for name, rows in WRITINGS:
        if file := getattr(options, name):
            path = Path(file)
            written = xlsx_of if path.suffix.casefold() == ".xlsx" else csv_of
            path.write_bytes(written(*rows(plan)))
    measures = measured(plan)
    if options.json:
        say(json.dumps(described(plan, measures, shifts, seed), ensure_ascii=False, indent=1))
    else:
        for sentence in told(plan, measures, shifts, None if options.keep else seed):
            say(sentence)
    return 0


def parse(arguments: list[str]) -> argparse.Namespace:
    parser = Options(
        "tables",
        "Répartit les participants à des tables, sur plusieurs tours : des rencontres nouvelles, "
        "des tables équilibrées.",
        epilog="Formats : CSV ou XLSX, une ligne par personne. Le numéro de carte d’une personne "
        "est son rang dans ce tableau, ou celui du plan gardé. Sans --seed, la graine est tirée et affichée ; la même "
        "graine redonne le même plan.",
    )
    for name, settings in WORDS:
        parser.add_argument(name, **settings)
    options = parser.parse_args(arguments)
    for name, most in (("tables", MOST_TABLES), ("rounds", MOST_ROUNDS)):
        if not 1 <= getattr(options, name) <= most:
            parser.error(f"argument --{name}: écrivez un nombre de 1 à {most}")
    return options


def planned(options: argparse.Namespace, seed: int) -> tuple[Plan, tuple[Shift, ...]]:
    """The plan that is asked for; what is wrong in the files, or impossible, ends the command."""
    try:
        asked = asked_in(options)
        if options.keep:
            kept = opened(options.keep)
            asked = replace(asked, people=with_cards(asked.people, kept))
            return changed(rounds_of(kept), asked, options.first)
        return seated(asked, seed), ()
    except (Unreadable, Impossible) as why:
        stop(str(why))


def asked_in(options: argparse.Namespace) -> Asked:
    columns = Columns(
        options.id, tuple(options.balance), options.place, options.together, options.away
    )
    people, groups = people_of(opened(options.participants), columns, options.rounds)
    if len(people) > MOST_PEOPLE:
        stop(f"{len(people)} personnes : un plan de tables en place {MOST_PEOPLE} au plus.")
    apart = pairs_of(opened(options.apart), [one.id for one in people]) if options.apart else ()
    held = [one for file in options.held for one in rounds_of(opened(file))]
    return Asked(
        people, options.tables, options.rounds, tuple(options.balance), groups, apart, tuple(held)
    )


def described(
    plan: Plan, measures: Measures, shifts: tuple[Shift, ...], seed: int
) -> dict[str, object]:
    """All that is known of the plan."""
    return {
        "seed": seed,
        "rounds": plan.rounds,
        "cards": dict(zip(plan.asked.number, plan.asked.cards, strict=True)),
        "met": measures.met,
        "met_before": measures.before,
        "upper_bound": measures.bound,
        "possible_pairs": measures.possible,
        "fewest_met": measures.fewest,
        "most_often": measures.most_often,
        "bad_cells": [in_json(cell) for cell in measures.bad],
        "balance": [in_json(cell) for cell in measures.cells],
        "moved": [
            {"id": one.id, "round": one.round, "before": one.before, "after": one.after}
            for one in shifts
        ],
        "notes": list(map(str, plan.notes)),
    }


def in_json(cell: Cell) -> dict[str, object]:
    return {
        "round": cell.round,
        "table": cell.table,
        "criterion": cell.criterion,
        "value": cell.value,
        "count": cell.count,
        "fair_share": round(float(cell.fair), 3),
    }


def told(
    plan: Plan, measures: Measures, shifts: tuple[Shift, ...], seed: int | None
) -> Iterator[str]:
    """The same for a reader."""
    place = {one.id: one.place for one in plan.asked.people}
    for number, tables in enumerate(plan.rounds, start=1):
        yield f"Tour {number}"
        for table, ids in enumerate(tables, start=1):
            where = f" ({place[ids[0]]})" if ids and place[ids[0]] else ""
            yield f"  Table {table}{where} : {', '.join(ids) or 'personne'}"
    yield ""
    yield (
        f"Rencontres : {measures.met} paires de personnes ; aucun plan ne dépasse "
        f"{measures.bound}. Qui rencontre le moins de monde rencontre {measures.fewest} personnes."
    )
    if measures.cells:
        yield (
            f"Cases mal équilibrées : {len(measures.bad)} sur {len(measures.cells)} "
            "(plus d’une personne d’écart avec la part juste)."
        )
    for cell in measures.bad[:BAD_SHOWN]:
        fair = f"{float(cell.fair):.1f}".replace(".", ",")
        yield (
            f"  tour {cell.round}, table {cell.table}, {cell.criterion} : {cell.value} : "
            f"{cell.count} au lieu de {fair}"
        )
    for one in shifts:
        yield f"Change de table : {one.id}, tour {one.round}, de la {one.before} à la {one.after}."
    yield from map(str, plan.notes)
    if seed is not None:
        yield f"Graine : {seed}."
