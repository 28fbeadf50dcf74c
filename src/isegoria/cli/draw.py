"""`./isegoria draw`: from two tables to a panel, with every chance and what is proven of them."""

import argparse
import json
import secrets
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from isegoria.cli import tongue
from isegoria.cli.console import say, stop, why_shut
from isegoria.cli.options import Options
from isegoria.cli.sealing import publish
from isegoria.core.chance import Chance
from isegoria.core.sentences import _, said
from isegoria.core.sheets.reading import Sheet, Unreadable, sheet
from isegoria.core.sheets.writing import csv_of, xlsx_of
from isegoria.core.sortition.conflicts import explained
from isegoria.core.sortition.conflicts import told as conflict_told
from isegoria.core.sortition.lottery import OBJECTIVES, Conflict, Lottery, Objective, solve
from isegoria.core.sortition.model import Impossible, Person, Problem
from isegoria.core.sortition.readings import Columns, people_of, quotas_of
from isegoria.core.sortition.spread import MOST_PANELS, Spread

MOST_SEED = 2**53


DOES = _(
    "Tire un panel au sort : les quotas sont respectés et les chances aussi égales qu’ils "
    "le permettent."
)
MORE = _(
    "Formats : CSV ou XLSX. Quotas : feature, value, min, max. Personnes : une ligne "
    "chacune, une colonne par critère. Sans --seed, la graine est tirée et affichée ; la "
    "même graine redonne le même panel. Un tirage public se fait avec une liste de "
    "panels."
)
WORDS: tuple[tuple[tuple[str, ...], dict[str, Any]], ...] = (
    (("respondents",), {"metavar": "PERSONNES", "help": _("tableau des personnes")}),
    (("categories",), {"metavar": "QUOTAS", "help": _("tableau des quotas")}),
    (("-k", "--seats"), {"type": int, "required": True, "metavar": "N", "help": _("places")}),
    (
        ("--objective",),
        {"choices": OBJECTIVES, "default": "leximin", "help": _("leximin (défaut), maximin, nash")},
    ),
    (
        ("--household",),
        {
            "metavar": "COLONNE",
            "action": "append",
            "default": [],
            "help": _("une seule personne par foyer, d’après cette colonne (répétable)"),
        },
    ),
    (("--id",), {"metavar": "COLONNE", "default": "", "help": _("colonne de l’identifiant")}),
    (("--seated",), {"metavar": "TABLEAU", "help": _("personnes déjà membres du panel")}),
    (("--seed",), {"type": int, "metavar": "N", "help": _("graine du tirage")}),
    (("--selected",), {"metavar": "FICHIER", "help": _("écrit le panel (CSV ou XLSX)")}),
    (("--list",), {"metavar": "DOSSIER", "help": _("écrit une liste de 1 000 panels scellés")}),
    (
        ("--signed-by",),
        {
            "metavar": "GARANT",
            "action": "append",
            "default": [],
            "help": _("avec --list : qui signera le numéro tiré (deux au moins)"),
        },
    ),
    (("--json",), {"action": "store_true", "help": _("résultat complet, en JSON")}),
)


def main(arguments: list[str]) -> int:
    options = parse(arguments)
    problem, table = asked(options)
    lottery = solved(problem, options.objective)
    seed = secrets.randbelow(MOST_SEED) if options.seed is None else options.seed
    if options.list:
        return publish(Path(options.list), lottery, seed, options.signed_by)
    spread = Spread(lottery, Chance(f"{seed} order"))
    panel = spread.drawn(Chance(f"{seed} panel"))
    if options.selected:
        chosen = {lottery.problem.people[one].id for one in panel}
        write(Path(options.selected), table, [one.id in chosen for one in problem.people])
    if options.json:
        say(json.dumps(described(lottery, spread, panel, seed), ensure_ascii=False, indent=1))
    else:
        for sentence in told(lottery, panel, seed):
            say(sentence)
    return 0


def parse(arguments: list[str]) -> argparse.Namespace:
    tongue.listen(arguments)
    parser = Options("draw", tongue.tell(DOES), epilog=tongue.tell(MORE))
    for names, settings in WORDS:
        parser.add_argument(*names, **{**settings, "help": tongue.tell(settings["help"])})
    parser.lang()
    return parser.parse_args(arguments)


def asked(options: argparse.Namespace) -> tuple[Problem, Sheet]:
    """The problem in the files, and the table of people; faults end the command, all told."""
    try:
        quotas = quotas_of(opened(options.categories))
        columns = Columns(options.id, tuple(options.household))
        table = opened(options.respondents)
        people = people_of(table, quotas, columns)
        seated = people_of(opened(options.seated), quotas, columns) if options.seated else ()
    except Unreadable as faults:
        stop(faults.told(tongue.translate))
    return Problem(quotas, people, options.seats, seated), table


def solved(problem: Problem, objective: Objective) -> Lottery:
    """The lottery; without one, the command ends by saying what would mend the quotas."""
    try:
        return solve(problem, objective)
    except Conflict as why:
        explanation = explained(problem)
        told = conflict_told(explanation) if explanation else [why.said]
        stop("\n".join(map(tongue.heard, told)))
    except Impossible as why:
        stop(tongue.heard(why.said))


def opened(name: str) -> Sheet:
    path = Path(name)
    try:
        content = path.read_bytes()
    except OSError as failure:
        why = why_shut(failure)
        stop(
            tongue.tell(
                _("{name} : le fichier ne s’ouvre pas ({why}).\n  → vérifiez son nom"),
                name=name,
                why=why,
            )
        )
    return sheet(path.name, content)


def described(
    lottery: Lottery, spread: Spread, panel: Sequence[int], seed: int
) -> dict[str, object]:
    """All that is known of the draw. Above MOST_PANELS, panels are given by kinds of people."""
    people = lottery.problem.people
    return {
        "algorithm": lottery.algorithm,
        "objective": lottery.objective,
        "min_probability": lottery.smallest,
        "objective_value": lottery.value,
        "upper_bound": lottery.upper,
        "gap": lottery.gap,
        "theta": lottery.theta,
        "unseatable": lottery.unseatable,
        "seed": seed,
        "panel": [people[one].id for one in panel],
        "probabilities": lottery.chances(),
        "panels": list(panels(lottery, spread)),
    }


def panels(lottery: Lottery, spread: Spread) -> Iterator[dict[str, object]]:
    people = lottery.problem.people
    if spread.count() <= MOST_PANELS:
        for one in spread.panels():
            yield {"weight": one.weight, "people": [people[place].id for place in one.people]}
        return
    kinds = lottery.kinds.members
    for weight, panel in zip(lottery.mixture.weights, lottery.mixture.panels, strict=True):
        held = [
            {"values": people[kinds[kind][0]].values, "count": int(panel[kind])}
            for kind in panel.nonzero()[0].tolist()
        ]
        yield {"weight": float(weight), "kinds": held}


def told(lottery: Lottery, panel: Sequence[int], seed: int) -> Iterator[str]:
    """The same for a reader."""
    people = lottery.problem.people
    if out := lottery.unseatable:
        nobody = _("Personnes qui ne peuvent figurer dans aucun panel ({count}) : {names}")
        yield tongue.tell(nobody, count=len(out), names=", ".join(out))
        yield ""
    sizes = {"seats": len(panel), "people": len(people), "seed": seed}
    yield tongue.tell(_("Tirage : {seats} places, {people} personnes. Graine : {seed}."), **sizes)
    ran = {"algorithm": lottery.algorithm, "objective": lottery.objective}
    yield tongue.tell(_("Méthode : {algorithm} (demandé : {objective})."), **ran)
    chances = [one for one in lottery.chances().values() if one > 0]
    ends = {"least": percent(lottery.smallest), "most": percent(max(chances))}
    yield tongue.tell(_("Chances : de {least} à {most}."), **ends)
    yield _proven(lottery)
    least = f"{lottery.theta:.6f}"
    yield tongue.tell(_("Chacun reçoit au moins {theta} de sa chance idéale (θ)."), theta=least)
    yield ""
    yield from quota_lines(lottery, [people[one] for one in panel])
    yield ""
    names = ", ".join(people[one].id for one in panel)
    yield tongue.tell(_("Panel : {names}"), names=names)


def _proven(lottery: Lottery) -> str:
    whole = lottery.objective == "nash"
    return tongue.tell(
        _("Preuve : {what} vaut {value} ; aucun tirage ne dépasse {upper} (écart {gap})."),
        what=said(_("la moyenne géométrique des chances") if whole else _("la plus faible")),
        value=f"{lottery.value:.8f}",
        upper=f"{lottery.upper:.8f}",
        gap=f"{lottery.gap:.1e}",
    )


def percent(chance: float) -> str:
    number = f"{100 * chance:.2f}"
    return f"{number.replace('.', ',')} %" if tongue.is_french() else f"{number}%"


def quota_lines(lottery: Lottery, panel: Sequence[Person]) -> Iterator[str]:
    problem = lottery.problem
    for quota, (place, value) in zip(problem.quotas, problem.values(), strict=True):
        held = sum(person.values[place] == value for person in panel)
        asked = {"criterion": quota.criterion, "value": quota.value}
        ends = {"least": quota.least, "most": quota.most}
        line = tongue.tell(_("{criterion} : {value} ({least} à {most})"), **asked, **ends)
        yield f"  {held:>4}  {line}"


def write(path: Path, table: Sheet, kept: Sequence[bool]) -> None:
    """The rows of the panel, as they were in the table of people."""
    rows = [cells for (_, cells), keep in zip(table.rows, kept, strict=True) if keep]
    writer = xlsx_of if path.suffix.casefold() == ".xlsx" else csv_of
    path.write_bytes(writer(table.titles, rows))
