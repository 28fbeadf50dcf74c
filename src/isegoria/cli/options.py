"""The options of a verb, explained and refused in French, or in the language that it speaks."""

import argparse
import re
from typing import Any, NoReturn

from isegoria.cli import tongue
from isegoria.core.sentences import _

SAID_IN_FRENCH = (
    (r"unrecognized arguments: (.*)", r"option inconnue : \1"),
    (r"the following arguments are required: (.*)", r"il manque : \1"),
    (r"argument (\S+): expected one argument", r"\1 attend une valeur"),
    (r"argument (\S+): invalid int value: '(.*)'", r"\1 : « \2 » n’est pas un nombre entier"),
    (r"argument (\S+): ignored explicit argument '(.*)'", r"\1 n’attend pas de valeur"),
    (r"argument (\S+): (.*)", r"\1 : \2"),
)


class _Help(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, prefix or tongue.tell(_("Usage : ")))


class Options(argparse.ArgumentParser):
    """A parser for `./isegoria VERB`; abbreviations are refused, they break when verbs grow."""

    def __init__(self, verb: str, description: str, *, epilog: str | None = None) -> None:
        super().__init__(
            prog=f"./isegoria {verb}",
            description=description,
            epilog=epilog,
            add_help=False,
            allow_abbrev=False,
            formatter_class=_Help,
        )
        self.add_argument("-h", "--help", action="help", help=tongue.tell(_("montre cette aide")))

    def lang(self) -> None:
        """For a verb that has already listened to it (`tongue.listen`)."""
        self.add_argument(
            "--lang",
            choices=("fr", "en"),
            default="fr",
            help=tongue.tell(_("langue des phrases : fr (défaut), en")),
        )

    def data(self) -> None:
        self.add_argument("--data", metavar="DOSSIER", help="dossier des données (data)")

    def error(self, message: str) -> NoReturn:
        for english, french in SAID_IN_FRENCH if tongue.is_french() else ():
            if re.fullmatch(english, message):
                message = re.sub(english, french, message)
                break
        more = tongue.tell(_("L’aide de cette commande : {command} --help"), command=self.prog)
        self.exit(2, f"{message}\n{more}\n")
