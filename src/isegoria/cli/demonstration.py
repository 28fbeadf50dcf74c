"""When Isegoria is a demonstration, and how one begins.

A demonstration prints ways in without a password, so it is never turned on over data
that it did not make itself: the data directory carries a mark.
"""

import json
import os
from pathlib import Path

from isegoria.cli.console import say, stop

MARK = "demo.json"
FIRST_STAGE = {"name": "poitiers", "at": "recruiting", "seed": 1}


def is_marked(data: Path) -> bool:
    return (data / MARK).exists()


def mark(data: Path, stage: dict[str, object]) -> None:
    (data / MARK).write_text(json.dumps(stage, indent=1) + "\n")


def choose(data: Path, *, refused: bool) -> None:
    """Settle ISEGORIA_DEMO before the settings are read."""
    if refused:
        os.environ["ISEGORIA_DEMO"] = "0"
    elif not os.environ.get("ISEGORIA_DEMO", "").strip():
        ours = is_marked(data) or is_untouched(data)
        os.environ["ISEGORIA_DEMO"] = "1" if ours else "0"


def is_untouched(data: Path) -> bool:
    """A first start on the embedded database; another database is an operator's choice."""
    elsewhere = os.environ.get("ISEGORIA_DATABASE_URL", "").strip()
    return not elsewhere and not (data / "isegoria.sqlite3").exists()


def is_empty() -> bool:
    from isegoria.convention.mandate.models import Convention
    from isegoria.convention.people.models import Account

    return not Account.objects.exists() and not Convention.objects.exists()


def may_be(data: Path) -> bool:
    """Whether a demonstration may be shown over these data."""
    return is_marked(data) or is_empty()


def begin(data: Path) -> None:
    """On a first start, load the demonstration; refuse to turn real data into one."""
    if is_marked(data):
        return
    if not may_be(data):
        stop(
            "ISEGORIA_DEMO=1 ouvrirait des entrées sans mot de passe sur des données qui ne sont\n"
            "pas une démonstration. Retirez-la, ou choisissez un autre dossier avec --data."
        )
    load(data, **FIRST_STAGE)


def load(data: Path, *, name: str, at: str, seed: int) -> None:
    from isegoria import stages

    say("Chargement de la convention de démonstration…")
    stages.load(name, at=at, seed=seed)
    mark(data, {"name": name, "at": at, "seed": seed})
