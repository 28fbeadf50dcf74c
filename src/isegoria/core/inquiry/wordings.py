"""The questions, in the words that members read."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from isegoria.core.sentences import _


class Topic(StrEnum):
    """What an inquiry is about."""

    PULSE = "pulse"
    SURVEY = "survey"


@dataclass(frozen=True, slots=True)
class Item:
    """One question. `scale`: its possible answers, each by its code and in words."""

    key: str
    asks: str
    scale: Mapping[str, str]


UNKNOWN = "unknown"
FACES = {
    "1": _("très mal"),
    "2": _("mal"),
    "3": _("ni bien ni mal"),
    "4": _("bien"),
    "5": _("très bien"),
}
AGREEMENT = {
    "1": _("pas du tout"),
    "2": _("plutôt non"),
    "3": _("entre les deux"),
    "4": _("plutôt oui"),
    "5": _("oui, tout à fait"),
    UNKNOWN: _("je ne sais pas"),
}
PULSE = (Item("mood", _("Comment s’est passée cette séance pour vous ?"), FACES),)
SURVEY = tuple(
    Item(key, asks, AGREEMENT)
    for key, asks in (
        ("task", _("J’ai compris ce qu’on attendait de nous.")),
        ("information", _("Les informations reçues aident à comprendre le sujet.")),
        ("balance", _("Nous avons entendu des points de vue différents, à égalité.")),
        ("speech", _("Chaque membre a eu autant de chances de parler.")),
        ("heard", _("J’ai pu dire ce que je voulais dire.")),
        ("respect", _("On s’est écouté avec respect, même sans être d’accord.")),
        ("influence", _("Personne ne nous a poussés vers une réponse choisie d’avance.")),
        ("learning", _("J’ai appris des choses.")),
        ("weight", _("Je crois que nos propositions compteront.")),
    )
)
ITEMS: dict[str, tuple[Item, ...]] = {Topic.PULSE: PULSE, Topic.SURVEY: SURVEY}
