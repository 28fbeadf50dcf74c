"""Counters that do not mislead: each has its base, and nothing yet is a sentence, not a zero."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from isegoria.convention.mandate.models import Convention, MandateVersion
from isegoria.convention.recruitment.compositions import Seated, seated


@dataclass(frozen=True, slots=True)
class Counter:
    """A number with its label and its base; without a number, the base alone says what is true."""

    number: str
    label: str
    base: str


def counters(
    convention: Convention, mandate: MandateVersion | None, subscribers: int
) -> list[Counter]:
    members = seated(convention)
    panel = _seated(members) if members else _members(mandate)
    return [panel, _contributions(convention), _subscribers(subscribers)]


def panel_size(mandate: MandateVersion) -> str:
    """« 30 », « 10 à 15 »."""
    if mandate.panel_max is None:
        return ""
    if mandate.panel_min in {None, mandate.panel_max}:
        return str(mandate.panel_max)
    return _("%(least)d à %(most)d") % {"least": mandate.panel_min, "most": mandate.panel_max}


def _seated(members: Seated) -> Counter:
    """Once the composition is public: those who sit now, and on how many places."""
    base = ngettext(
        "place pourvue sur %(seats)d ; la liste des membres n’est pas publique",
        "places pourvues sur %(seats)d ; la liste des membres n’est pas publique",
        members.filled,
    )
    number = f"{members.filled}/{members.seats}"
    return Counter(number, _("dans le panel"), base % {"seats": members.seats})


def _members(mandate: MandateVersion | None) -> Counter:
    size = panel_size(mandate) if mandate else ""
    if mandate is None or not size:
        return Counter(
            "", _("Panel"), _("La taille du panel n’est pas encore fixée par le mandat.")
        )
    base = _("d’après la version %(number)d du mandat ; la liste des membres n’est pas publique")
    return Counter(size, _("places dans le panel"), base % {"number": mandate.number})


def _contributions(convention: Convention) -> Counter:
    if convention.state in {"draft", "prepared", "launched", "recruiting"}:
        said = _("Aucune pour l’instant : les séances n’ont pas commencé.")
    else:
        said = _("Ce site n’en compte pas : les contributions n’ont pas été recueillies ici.")
    return Counter("", _("Contributions"), said)


def _subscribers(count: int) -> Counter:
    if count == 0:
        said = _("Personne n’est encore abonné aux nouvelles : l’abonnement est ouvert à tous.")
        return Counter("", _("Abonnements"), said)
    label = ngettext("abonnement aux nouvelles", "abonnements aux nouvelles", count)
    return Counter(str(count), label, _("adresses confirmées, sur ce site"))
