"""What `./isegoria` can do. Standard library only: read before anything is installed."""

import difflib
import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    name: str
    does: str
    needs_checks: bool = False  # also wants what requirements-dev.txt locks

    @property
    def module(self) -> str:
        return f"isegoria.cli.{self.name.replace('-', '_')}"


VERBS = (
    Verb(name="run", does="démarre Isegoria, avec une démonstration au premier lancement"),
    Verb(name="test", does="lance toutes les vérifications et tous les tests", needs_checks=True),
    Verb(name="stage", does="charge une convention de démonstration à un moment donné"),
    Verb(
        name="draw", does="tire un panel au sort, à partir d’un tableau de personnes et de quotas"
    ),
    Verb(name="verify-draw", does="vérifie un tirage public, hors ligne, sans rien recalculer"),
    Verb(name="tables", does="répartit des participants à des tables, sur plusieurs tours"),
    Verb(name="admin", does="nomme une personne à l’administration de cette installation"),
    Verb(name="doctor", does="vérifie l’installation et dit comment réparer"),
    Verb(name="messages", does="relève les textes à traduire, ou vérifie qu’aucun ne manque"),
)


def help_text() -> str:
    width = max(len(verb.name) for verb in VERBS)
    lines = [f"  {verb.name:<{width}}  {verb.does}" for verb in VERBS]
    return "\n".join(
        [
            "Isegoria : une convention citoyenne, du mandat au bilan, en public.",
            "",
            "Usage : ./isegoria COMMANDE [options]",
            "",
            *lines,
            "",
            "Pour commencer : ./isegoria run",
            "Les options d’une commande : ./isegoria COMMANDE --help",
        ]
    )


def asked_for(arguments: list[str]) -> Verb:
    """The verb that the command line names; otherwise print the help and leave."""
    if not arguments or arguments[0] in ("-h", "--help", "help", "aide"):
        print(help_text())
        sys.exit(0)
    known = {verb.name: verb for verb in VERBS}
    if arguments[0] in known:
        return known[arguments[0]]
    near = difflib.get_close_matches(arguments[0], known, n=1)
    hint = f" Vouliez-vous dire « {near[0]} » ?" if near else ""
    print(f"« {arguments[0]} » n’est pas une commande d’Isegoria.{hint}", file=sys.stderr)
    print("La liste des commandes : ./isegoria --help", file=sys.stderr)
    sys.exit(2)
