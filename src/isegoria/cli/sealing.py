"""The folder of a public draw: written once, canonical to the byte, read back by `verify-draw`.

notice.json and record.json are public; openings.json is for the guarantors; each file of receipts/
is for one candidate, named by the place that the notice gives them.
"""

import json
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from isegoria.cli import tongue
from isegoria.cli.console import say, stop, why_shut
from isegoria.core.chance import Chance
from isegoria.core.journal.canonical import Json, canonical, digest
from isegoria.core.sentences import _
from isegoria.core.sortition.lottery import Lottery
from isegoria.core.sortition.proof import SALT, Listed, receipts, sealed, step
from isegoria.core.sortition.tickets import Tickets, tickets_of

SOFTWARE = "isegoria 0.1.0"
NOTICE, OPENINGS, RECORD, RECEIPTS = "notice.json", "openings.json", "record.json", "receipts"


def publish(folder: Path, lottery: Lottery, seed: int, guarantors: list[str]) -> int:
    """Write the folder; nothing is written if it holds anything already."""
    if len(set(guarantors)) < 2:
        stop(
            tongue.tell(
                _(
                    "Nommez les deux garants qui tireront le numéro : --signed-by NOM --signed-by NOM"
                )
            )
        )
    if folder.exists() and any(folder.iterdir()):
        full = _("{folder} n’est pas vide : un nouveau tirage se fait dans un nouveau dossier.")
        stop(tongue.tell(full, folder=folder))
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
    for sentence in _written(folder, tickets, digest(notice)):
        say(sentence)
    return 0


def _written(folder: Path, tickets: Tickets, sha256: str) -> Iterator[str]:
    count = len(tickets.panels)
    yield tongue.tell(
        _("{count} panels numérotés de 000 à {last}."), count=count, last=f"{count - 1:03d}"
    )
    yield tongue.tell(_("Panels différents : {count}."), count=tickets.distinct)
    yield tongue.tell(
        _(
            "Chaque candidature a au moins {fewest} tickets (promis : {promised}) ; au plus "
            "{farthest} d’écart avec sa chance exacte."
        ),
        fewest=tickets.fewest,
        promised=tickets.promised,
        farthest=f"{tickets.farthest:.2f}",
    )
    published = _("À publier avant le tirage : {file}, empreinte {sha256}")
    yield tongue.tell(published, file=folder / NOTICE, sha256=sha256)
    kept = _("Pour les garants seuls : {file}. Un reçu par personne : {receipts}/.")
    yield tongue.tell(kept, file=folder / OPENINGS, receipts=RECEIPTS)


def write(path: Path, document: Json) -> None:
    path.touch(mode=0o600)
    path.write_bytes(canonical(document))


def read(path: Path) -> Any:
    """The document of a file, which must be canonical to the byte."""
    try:
        content = path.read_bytes()
    except OSError as failure:
        shut = _("{path} : le fichier ne s’ouvre pas ({why}).")
        stop(tongue.tell(shut, path=path, why=why_shut(failure)))
    try:
        document = json.loads(content)
        if canonical(document) != content:
            stop(tongue.tell(_("{path} : un octet au moins a été modifié."), path=path))
    except (ValueError, TypeError, RecursionError):
        stop(tongue.tell(_("{path} : ce n’est pas un document de tirage."), path=path))
    return document
