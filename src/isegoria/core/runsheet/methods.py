"""What a method of the library says of itself."""

from collections.abc import Mapping
from dataclasses import dataclass

from isegoria.core.runsheet.words import Modality, Need, Output
from isegoria.core.sentences import _

OWN = "own"
OWN_NAME = _("Une méthode à vous")


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A way of working in a session: how it goes, and how each takes part in it.

    rests: nobody is asked to express anything, as in a break.
    """

    key: str
    name: str
    goes: str
    minutes: int
    modalities: frozenset[Modality]
    output: Output
    materials: str
    equivalents: Mapping[Need, str]
    rounds: int = 1
    rests: bool = False
