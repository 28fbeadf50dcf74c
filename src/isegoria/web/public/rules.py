"""The charter in sentences, chapter by chapter."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.core.charter import (
    AUDIENCE_NAMES,
    CHARTER,
    READERS,
    ROLE_NAMES,
    STAYS,
    WINDOW_NAMES,
    Act,
    Audience,
    Role,
)
from isegoria.core.charter.reasons import MISSING, STATES

KINDS: dict[str, Any] = {
    "convention": gettext_lazy("La convention elle-même"),
    "mandate": gettext_lazy("Le mandat"),
    "calendar": gettext_lazy("Le calendrier"),
    "opinion": gettext_lazy("L’avis des garants"),
    "body": gettext_lazy("Les instances"),
    "seat": gettext_lazy("Les sièges"),
    "interest": gettext_lazy("Les déclarations d’intérêts"),
    "appointment": gettext_lazy("Les rôles"),
    "version": gettext_lazy("Les documents, les pages et les actualités"),
    "roundtable": gettext_lazy("Les tables rondes"),
    "quotas": gettext_lazy("La table des quotas"),
    "rules": gettext_lazy("Les règles de la vie du panel"),
    "channel": gettext_lazy("Les voies de recrutement"),
    "relay": gettext_lazy("Les relais du recrutement"),
    "hand": gettext_lazy("Les accès des relais"),
    "mailing": gettext_lazy("Les lettres d’invitation"),
    "candidate": gettext_lazy("Les personnes recrutées"),
    "erasure": gettext_lazy("L’effacement des personnes"),
    "draw": gettext_lazy("Le tirage au sort"),
    "composition": gettext_lazy("La composition du panel"),
    "member": gettext_lazy("Les membres du panel"),
    "card": gettext_lazy("Les cartes des membres"),
    "session": gettext_lazy("Les séances"),
    "sequence": gettext_lazy("Le déroulé des séances"),
    "presence": gettext_lazy("Les présences"),
    "loan": gettext_lazy("Les prêts de matériel"),
    "seating": gettext_lazy("Les plans de tables"),
    "capture": gettext_lazy("Ce qui est dit en séance"),
    "question": gettext_lazy("Les questions et leurs réponses"),
    "hearing": gettext_lazy("Les auditions d’experts"),
    "request": gettext_lazy("Les demandes d’experts"),
    "handout": gettext_lazy("Les documents donnés aux membres"),
    "minutes": gettext_lazy("Les comptes rendus des séances"),
    "approval": gettext_lazy("L’approbation des comptes rendus"),
    "correction": gettext_lazy("Les corrections aux comptes rendus"),
    "inquiry": gettext_lazy("Ce que les membres disent de la convention"),
    "provisions": gettext_lazy("Ce qui est prévu pour que chacun participe"),
    "scheme": gettext_lazy("Ce que reçoivent les membres"),
    "payment": gettext_lazy("Les sommes dues aux membres"),
    "message": gettext_lazy("Les messages aux garants"),
    "subscription": gettext_lazy("Les abonnements"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One act, in words."""

    label: str
    who: str
    when: str
    is_open: bool
    moves: str
    needs: tuple[str, ...]
    shows: str
    seen_by: str
    sees: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """The rules about one kind of thing; the key is its place in the page."""

    key: str
    name: str
    rules: tuple[Rule, ...]


def acting_roles() -> list[tuple[str, str]]:
    """The roles that may do something, with their names."""
    acting = {role for act in CHARTER for role in act.by}
    return [(role.value, _(ROLE_NAMES[role])) for role in Role if role in acting]


def acts_by_kind() -> list[tuple[str, list[tuple[str, str]]]]:
    """Kind of thing, in words → its acts, each by its name and in words."""
    return [
        (str(KINDS[kind]), [(act.name, _(act.label)) for act in group])
        for kind, group in groupby(CHARTER, key=lambda act: act.kind)
    ]


def chapters(role: str, is_open: Collection[str]) -> list[Chapter]:
    """The acts by kind of thing, in the order of the charter; for one role, if one is named."""
    acts = [act for act in CHARTER if not role or role in act.by]
    return [
        Chapter(kind, str(KINDS[kind]), tuple(_rule(act, is_open) for act in group))
        for kind, group in groupby(acts, key=lambda act: act.kind)
    ]


def _rule(act: Act, is_open: Collection[str]) -> Rule:
    return Rule(
        label=_(act.label),
        who=", ".join(_(ROLE_NAMES[role]) for role in act.by),
        when=", ".join(_(WINDOW_NAMES[one]) for one in sorted(act.during)) or _("à tout moment"),
        is_open=not act.during or bool(act.during & set(is_open)),
        moves=_moves(act),
        needs=tuple(_(MISSING[fact]) for fact in act.given),
        shows=_(act.shows) if act.shows else "",
        seen_by=_(AUDIENCE_NAMES[act.seen_by]),
        sees=tuple(
            role in READERS[act.seen_by] for role in (Role.ANYONE, Role.ORGANISER, Role.GUARANTOR)
        ),
    )


def _moves(act: Act) -> str:
    """« brouillon → publié »; nothing when the act leaves the thing as it is."""
    if act.to_state == STAYS or act.creates:
        return "" if act.to_state == STAYS else _(STATES[act.to_state])
    before = sorted(_(STATES[state]) for state in act.from_states)
    return f"{' / '.join(before)} → {_(STATES[act.to_state])}"


def audiences() -> list[str]:
    return [_(AUDIENCE_NAMES[one]) for one in Audience]
