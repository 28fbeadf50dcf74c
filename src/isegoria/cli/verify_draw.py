"""`./isegoria verify-draw`: re-check a public draw from its files, without solving anything."""

from pathlib import Path

from isegoria.cli.console import say, stop
from isegoria.cli.options import Options
from isegoria.cli.sealing import NOTICE, OPENINGS, RECORD, read
from isegoria.core.sortition.proof import Altered
from isegoria.core.sortition.verification import (
    openings_hold,
    outcome_holds,
    receipt_holds,
    record_holds,
)


def main(arguments: list[str]) -> int:
    parser = Options(
        "verify-draw",
        "Vérifie un tirage public : l’avis, l’ordre des étapes, chaque panel, chaque reçu.",
        epilog="Le dossier contient notice.json et record.json (publics) ; avec openings.json, les "
        "garants vérifient tous les panels.",
    )
    parser.add_argument("folder", metavar="DOSSIER", help="dossier du tirage")
    parser.add_argument("--receipt", metavar="FICHIER", help="vérifie le reçu d’une candidature")
    parser.add_argument("--outcome", metavar="FICHIER", help="vérifie le panel publié")
    parser.add_argument("--number", type=int, metavar="N", help="montre le panel d’un numéro")
    options = parser.parse_args(arguments)
    folder = Path(options.folder)
    notice = read(folder / NOTICE)
    try:
        if (folder / RECORD).exists():
            say(str(record_holds(notice, read(folder / RECORD))))
        if options.receipt:
            say(str(receipt_holds(notice, read(Path(options.receipt)))))
        if options.outcome:
            say(str(outcome_holds(notice, read(Path(options.outcome)))))
        if (folder / OPENINGS).exists():
            openings = read(folder / OPENINGS)
            say(str(openings_hold(notice, openings)))
            if options.number is not None:
                show(openings, options.number)
    except Altered as why:
        stop(f"Le tirage n’est pas conforme : {why}.")
    say("Tout est conforme.")
    return 0


def show(openings: dict[str, list[dict[str, dict[str, object]]]], number: int) -> None:
    tickets = openings["tickets"]
    if not 0 <= number < len(tickets):
        stop(f"Le numéro va de 0 à {len(tickets) - 1}.", code=2)
    panel = tickets[number]["hidden"]["panel"]
    names = [openings["candidates"][place]["hidden"]["id"] for place in panel]  # type: ignore[attr-defined]
    say(f"Panel {number:03d} : {', '.join(map(str, names))}")
