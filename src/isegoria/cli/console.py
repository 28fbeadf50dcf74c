"""What every verb needs: speak plainly, stop with a sentence, get Django ready."""

import os
import sys
from typing import NoReturn

from isegoria.cli.tongue import tell
from isegoria.core.sentences import _

SETTINGS_MODULE = "isegoria.config.settings"


class Stop(Exception):  # noqa: N818 - not an error of the program: a sentence for the person
    """Ends the command with a sentence that says what is wrong and how to mend it."""

    def __init__(self, sentence: str, *, code: int = 1) -> None:
        super().__init__(sentence)
        self.code = code


def say(sentence: str = "") -> None:
    """Print; somebody who stops reading (`| head`) does not stop the command."""
    try:
        print(sentence, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def warn(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def stop(sentence: str, *, code: int = 1) -> NoReturn:
    raise Stop(sentence, code=code)


def why_shut(failure: OSError) -> str:
    """Why a file does not open, in the language of the command."""
    known = {
        FileNotFoundError: _("il n’existe pas"),
        PermissionError: _("il ne vous est pas permis de le lire"),
        IsADirectoryError: _("c’est un dossier"),
    }
    otherwise = _("erreur {number} du système")
    return tell(known.get(type(failure), otherwise), number=failure.errno)


def wake_django(*, lenient: bool = False) -> None:
    """Load the settings (a wrong variable ends here, by its name) and the models."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS_MODULE)
    import django
    from django.conf import settings

    if settings.UNKNOWN_VARIABLES and not lenient:
        names = ", ".join(settings.UNKNOWN_VARIABLES)
        stop(f"Variable inconnue : {names}\n  → corrigez son nom, ou retirez-la", code=2)
    django.setup()
