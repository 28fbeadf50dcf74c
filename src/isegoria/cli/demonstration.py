"""When Isegoria is a demonstration, and how one begins.

A demonstration prints ways in without a password, so it is never turned on over data that
it did not make itself. The data directory remembers: which demonstration it holds (written
when it is loaded), or that it was declined.
"""

import json
import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from isegoria.cli.console import say, stop

MEMORY = "stage.json"
NONE: dict[str, object] = {}
FIRST_NAME, FIRST_STAGE, FIRST_SEED = "poitiers", "council", 1


def remembered(data: Path) -> dict[str, object] | None:
    """The demonstration that these data hold, NONE if it was declined, None if not settled."""
    memory = data / MEMORY
    return json.loads(memory.read_text("utf-8")) if memory.exists() else None


def forget(data: Path) -> None:
    (data / MEMORY).unlink(missing_ok=True)


def choose(data: Path, *, declined: bool) -> None:
    """Settle ISEGORIA_DEMO before the settings are read."""
    held = remembered(data)
    if declined and held is None:
        (data / MEMORY).write_text(json.dumps(NONE), "utf-8")
    if declined:
        os.environ["ISEGORIA_DEMO"] = "0"
    elif not os.environ.get("ISEGORIA_DEMO", "").strip():
        wanted = bool(held) if held is not None else is_untouched(data)
        os.environ["ISEGORIA_DEMO"] = "1" if wanted else "0"


def recall(data: Path) -> None:
    """Settle ISEGORIA_DEMO as these data have it, for a verb that does not begin anything."""
    if not os.environ.get("ISEGORIA_DEMO", "").strip():
        os.environ["ISEGORIA_DEMO"] = "1" if remembered(data) else "0"


def is_untouched(data: Path) -> bool:
    """A first start on the embedded database; another database is an operator's choice."""
    if os.environ.get("ISEGORIA_DATABASE_URL", "").strip():
        return False
    file = data / "isegoria.sqlite3"
    if not file.exists():
        return True
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as database:
        try:
            rows = [
                database.execute("SELECT 1 FROM convention_account LIMIT 1").fetchone(),
                database.execute("SELECT 1 FROM convention_convention LIMIT 1").fetchone(),
            ]
        except sqlite3.OperationalError:  # no such table: nothing was ever kept there
            return True
        except sqlite3.DatabaseError:
            return False
    return not any(rows)


def is_empty() -> bool:
    from isegoria.convention.mandate.models import Convention
    from isegoria.convention.people.models import Account

    return not Account.objects.exists() and not Convention.objects.exists()


def may_be(data: Path) -> bool:
    """Whether a demonstration may be shown over these data."""
    return bool(remembered(data)) or is_empty()


def begin(data: Path) -> None:
    """On a first start, load the demonstration; refuse to turn real data into one."""
    if remembered(data):
        return
    if not is_empty():
        stop(
            "ISEGORIA_DEMO=1 ouvrirait des entrées sans mot de passe sur des données qui ne sont\n"
            "pas une démonstration. Retirez-la, ou choisissez un autre dossier avec --data."
        )
    load(name=FIRST_NAME, at=FIRST_STAGE, seed=FIRST_SEED)


def load(*, name: str, at: str, seed: int) -> None:
    from isegoria import stages

    say("Chargement de la convention de démonstration…")
    stages.load(name, at=at, seed=seed, now=datetime.now(UTC))
