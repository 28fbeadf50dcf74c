"""`./isegoria stage`: the demonstration at a point in time, the same for the same seed."""

import argparse
import os
import shutil
from pathlib import Path

from isegoria.cli import demonstration, preparation
from isegoria.cli.console import say, stop, wake_django
from isegoria.cli.options import Options
from isegoria.cli.run import choose_data, the_only_one


def main(arguments: list[str]) -> int:
    options = parse(arguments)
    os.umask(0o077)
    data = choose_data(options.data)
    with the_only_one(data):
        os.environ["ISEGORIA_DEMO"] = "1"
        wake_django()
        require(options.name, options.at)
        make_room(data)
        preparation.everything()
        if not demonstration.is_empty():
            stop("Ces données ne sont pas vides. Choisissez un autre dossier avec --data.")
        demonstration.load(name=options.name, at=options.at, seed=options.seed)
    say(f"C’est prêt. Pour voir : ./isegoria run{f' --data {data}' if options.data else ''}")
    return 0


def parse(arguments: list[str]) -> argparse.Namespace:
    parser = Options(
        "stage", "Charge une convention de démonstration telle qu’elle était à une étape."
    )
    parser.add_argument("name", metavar="NOM", help="poitiers")
    parser.add_argument(
        "--at",
        required=True,
        metavar="ÉTAPE",
        help="mandate, gate, launch, recruiting, drawn ou council",
    )
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="graine du hasard (1)")
    parser.data()
    return parser.parse_args(arguments)


def require(name: str, at: str) -> None:
    """Before anything is replaced: is there such a stage?"""
    from isegoria import stages

    stages.require(name, at)


def make_room(data: Path) -> None:
    """A demonstration replaces a demonstration, and nothing else."""
    if not demonstration.remembered(data) or os.environ.get("ISEGORIA_DATABASE_URL", "").strip():
        return
    say("La démonstration en place est remplacée.")
    for file in data.glob("isegoria.sqlite3*"):
        file.unlink()
    for folder in ("files", "mail"):
        shutil.rmtree(data / folder, ignore_errors=True)
    demonstration.forget(data)
