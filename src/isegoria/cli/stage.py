"""`./isegoria stage`: the demonstration at a point in time, the same for the same seed."""

import argparse
import os

from isegoria.cli import demonstration, preparation
from isegoria.cli.console import say, stop, wake_django
from isegoria.cli.run import choose_data


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="./isegoria stage",
        description="Charge une convention de démonstration telle qu’elle était à une étape.",
    )
    parser.add_argument("name", metavar="NOM", help="poitiers")
    parser.add_argument("--at", required=True, metavar="ÉTAPE", help="launch, recruiting…")
    parser.add_argument("--seed", type=int, default=1, help="graine du hasard (1)")
    parser.add_argument("--data", metavar="DOSSIER", help="dossier des données (data)")
    options = parser.parse_args(arguments)
    data = choose_data(options.data)
    os.environ["ISEGORIA_DEMO"] = "1"
    wake_django()
    preparation.everything()
    if not demonstration.is_empty():
        stop("Ces données ne sont pas vides. Choisissez un autre dossier avec --data.")
    demonstration.load(data, name=options.name, at=options.at, seed=options.seed)
    say(
        f"La convention « {options.name} » est chargée. Pour la voir : ./isegoria run --data {data}"
    )
    return 0
