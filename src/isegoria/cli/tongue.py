"""The language of a command that outsiders use too: French or, with `--lang en`, English.

The other commands speak French only. Nothing here starts Django.
"""

import gettext
from collections.abc import Callable
from contextvars import ContextVar
from itertools import pairwise

from isegoria.core.sentences import Sentence, said

Translate = Callable[[str], str]

_TONGUE: ContextVar[Translate | None] = ContextVar("tongue", default=None)


def listen(arguments: list[str]) -> None:
    """Speak from now on as `--lang` asks; read before the options, whose help has a language too."""
    asked = [after for before, after in pairwise(arguments) if before == "--lang"]
    asked += [one.partition("=")[2] for one in arguments if one.startswith("--lang=")]
    _TONGUE.set(_english() if asked[-1:] == ["en"] else None)


def is_french() -> bool:
    return _TONGUE.get() is None


def translate(text: str) -> str:
    tongue = _TONGUE.get()
    return tongue(text) if tongue else text


def tell(text: str, **values: object) -> str:
    """`tell(_("{count} places."), count=3)`, in that language."""
    return heard(said(text, **values))


def heard(sentence: Sentence) -> str:
    return sentence.translated(translate)


def _english() -> Translate:
    from isegoria.cli import catalogues  # with polib and Django, which French does not need

    catalogues.compile_stale()
    return gettext.translation("django", catalogues.LOCALE, ["en"]).gettext
