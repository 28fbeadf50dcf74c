"""`./isegoria verify-draw`: re-check a public draw from its files, without solving anything."""

import argparse
from pathlib import Path

from isegoria.cli import tongue
from isegoria.cli.console import say, stop
from isegoria.cli.options import Options
from isegoria.cli.sealing import NOTICE, OPENINGS, RECORD, read
from isegoria.core.sentences import _
from isegoria.core.sortition.proof import Altered
from isegoria.core.sortition.verification import (
    openings_hold,
    outcome_holds,
    receipt_holds,
    record_holds,
)

DOES = _("Vérifie un tirage public : l’avis, l’ordre des étapes, chaque panel, chaque reçu.")
MORE = _(
    "Le dossier contient notice.json et record.json (publics) ; avec openings.json, les garants "
    "vérifient tous les panels."
)


def main(arguments: list[str]) -> int:
    options = parse(arguments)
    folder = Path(options.folder)
    notice = read(folder / NOTICE)
    try:
        if (folder / RECORD).exists():
            say(tongue.heard(record_holds(notice, read(folder / RECORD))))
        if options.receipt:
            say(tongue.heard(receipt_holds(notice, read(Path(options.receipt)))))
        if options.outcome:
            say(tongue.heard(outcome_holds(notice, read(Path(options.outcome)))))
        if (folder / OPENINGS).exists():
            openings = read(folder / OPENINGS)
            say(tongue.heard(openings_hold(notice, openings)))
            if options.number is not None:
                show(openings, options.number)
    except Altered as why:
        stop(tongue.tell(_("Le tirage n’est pas conforme : {why}."), why=why.said))
    say(tongue.tell(_("Tout est conforme.")))
    return 0


def parse(arguments: list[str]) -> argparse.Namespace:
    tongue.listen(arguments)
    parser = Options("verify-draw", tongue.tell(DOES), epilog=tongue.tell(MORE))
    parser.add_argument("folder", metavar="DOSSIER", help=tongue.tell(_("dossier du tirage")))
    parser.add_argument(
        "--receipt", metavar="FICHIER", help=tongue.tell(_("vérifie le reçu d’une candidature"))
    )
    parser.add_argument(
        "--outcome", metavar="FICHIER", help=tongue.tell(_("vérifie le panel publié"))
    )
    parser.add_argument(
        "--number", type=int, metavar="N", help=tongue.tell(_("montre le panel d’un numéro"))
    )
    parser.lang()
    return parser.parse_args(arguments)


def show(openings: dict[str, list[dict[str, dict[str, object]]]], number: int) -> None:
    tickets = openings["tickets"]
    if not 0 <= number < len(tickets):
        stop(tongue.tell(_("Le numéro va de 0 à {last}."), last=len(tickets) - 1), code=2)
    panel = tickets[number]["hidden"]["panel"]
    names = [openings["candidates"][place]["hidden"]["id"] for place in panel]  # type: ignore[attr-defined]
    shown = {"number": f"{number:03d}", "names": ", ".join(map(str, names))}
    say(tongue.tell(_("Panel {number} : {names}"), **shown))
