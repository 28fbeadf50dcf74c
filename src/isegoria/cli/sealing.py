"""The folder of a public draw: written once, canonical to the byte, read back by `verify-draw`.

notice.json and record.json are public; openings.json is for the guarantors; each file of receipts/
is for one candidate, named by the place that the notice gives them.
"""

import json
import secrets
from pathlib import Path
from typing import Any

from isegoria.cli.console import say, stop, why_shut
from isegoria.core.chance import Chance
from isegoria.core.journal.canonical import Json, canonical, digest
from isegoria.core.sortition.lottery import Lottery
from isegoria.core.sortition.proof import SALT, Listed, receipts, sealed, step
from isegoria.core.sortition.tickets import tickets_of

SOFTWARE = "isegoria 0.1.0"
NOTICE, OPENINGS, RECORD, RECEIPTS = "notice.json", "openings.json", "record.json", "receipts"


def publish(folder: Path, lottery: Lottery, seed: int, guarantors: list[str]) -> int:
    """Write the folder; nothing is written if it holds anything already."""
    if len(set(guarantors)) < 2:
        stop("Nommez les deux garants qui tireront le numéro : --signed-by NOM --signed-by NOM")
    if folder.exists() and any(folder.iterdir()):
        stop(f"{folder} n’est pas vide : un nouveau tirage se fait dans un nouveau dossier.")
    tickets = tickets_of(lottery, Chance(f"{seed} tickets"))
    source: Json = {"kind": "balls", "guarantors": sorted(set(guarantors))}
    notice, openings = sealed(
        Listed.of(lottery, tickets),
        software=SOFTWARE,
        source=source,
        salt=lambda: secrets.token_bytes(SALT),
    )
    (folder / RECEIPTS).mkdir(mode=0o700, parents=True, exist_ok=True)
    write(folder / NOTICE, notice)
    write(folder / OPENINGS, openings)
    write(folder / RECORD, [step([], "notice", digest(notice))])
    for place, receipt in enumerate(receipts(openings)):
        write(folder / RECEIPTS / f"{place:05d}.json", receipt)
    say(f"{len(tickets.panels)} panels numérotés de 000 à {len(tickets.panels) - 1:03d}.")
    say(f"Panels différents : {tickets.distinct}.")
    say(
        f"Chaque candidature a au moins {tickets.fewest} tickets (promis : {tickets.promised}) ; "
        f"au plus {tickets.farthest:.2f} d’écart avec sa chance exacte."
    )
    say(f"À publier avant le tirage : {folder / NOTICE}, empreinte {digest(notice)}")
    say(f"Pour les garants seuls : {folder / OPENINGS}. Un reçu par personne : {RECEIPTS}/.")
    return 0


def write(path: Path, document: Json) -> None:
    path.touch(mode=0o600)
    path.write_bytes(canonical(document))


def read(path: Path) -> Any:
    """The document of a file, which must be canonical to the byte."""
    try:
        content = path.read_bytes()
    except OSError as failure:
        stop(f"{path} : le fichier ne s’ouvre pas ({why_shut(failure)}).")
    try:
        document = json.loads(content)
        if canonical(document) != content:
            stop(f"{path} : un octet au moins a été modifié.")
    except (ValueError, TypeError, RecursionError):
        stop(f"{path} : ce n’est pas un document de tirage.")
    return document
