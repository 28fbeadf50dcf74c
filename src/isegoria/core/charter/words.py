"""The words in which rights are written: who, when, and who may see that it was done."""

from enum import StrEnum


def _(sentence: str) -> str:
    """Mark a sentence for translation; the core itself speaks the source language."""
    return sentence


class Role(StrEnum):
    """What a person is in one convention, or, where it says so, in the whole instance."""

    ANYONE = "anyone"
    HOST = "host"
    ADMINISTRATOR = "administrator"
    ORGANISER = "organiser"
    GUARANTOR = "guarantor"
    COMMITTEE = "committee"
    EXPERT = "expert"
    FACILITATOR = "facilitator"
    RECRUITER = "recruiter"
    INSTITUTE = "institute"
    PARTNER = "partner"
    STAKEHOLDER = "stakeholder"
    SERVICE = "service"
    COUNCILLOR = "councillor"
    MEMBER = "member"
    EVALUATOR = "evaluator"


class Window(StrEnum):
    """A span of the calendar in which some acts are possible. Several may be open at once."""

    PREPARATION = "preparation"
    RECRUITMENT = "recruitment"
    SESSIONS = "sessions"
    PAPERS = "papers"
    STUDIES = "studies"
    COUNCIL = "council"
    FOLLOW_UP = "follow_up"


class Audience(StrEnum):
    """Who can see that an act was done. Each audience includes the ones before the dash.

    PUBLIC: everybody. OFFICE: organisers and guarantors. GUARANTORS: guarantors alone.
    RECRUITMENT: the recruitment officer alone.
    """

    PUBLIC = "public"
    OFFICE = "office"
    GUARANTORS = "guarantors"
    RECRUITMENT = "recruitment"


ALWAYS: frozenset[Window] = frozenset()

READERS: dict[Audience, frozenset[Role]] = {
    Audience.PUBLIC: frozenset(Role),
    Audience.OFFICE: frozenset({Role.ORGANISER, Role.GUARANTOR}),
    Audience.GUARANTORS: frozenset({Role.GUARANTOR}),
    Audience.RECRUITMENT: frozenset({Role.RECRUITER}),
}

ROLE_NAMES: dict[Role, str] = {
    Role.ANYONE: _("toute personne"),
    Role.HOST: _("hébergement du site"),
    Role.ADMINISTRATOR: _("administration du site"),
    Role.ORGANISER: _("organisation"),
    Role.GUARANTOR: _("garant"),
    Role.COMMITTEE: _("comité de suivi"),
    Role.EXPERT: _("expert"),
    Role.FACILITATOR: _("animation"),
    Role.RECRUITER: _("recrutement"),
    Role.INSTITUTE: _("institut de recrutement"),
    Role.PARTNER: _("association relais"),
    Role.STAKEHOLDER: _("acteur du territoire"),
    Role.SERVICE: _("service de la ville"),
    Role.COUNCILLOR: _("conseil municipal"),
    Role.MEMBER: _("membre du panel"),
    Role.EVALUATOR: _("évaluation"),
}

WINDOW_NAMES: dict[Window, str] = {
    Window.PREPARATION: _("préparation"),
    Window.RECRUITMENT: _("recrutement du panel"),
    Window.SESSIONS: _("séances"),
    Window.PAPERS: _("dépôt des cahiers d’acteur"),
    Window.STUDIES: _("étude par les services"),
    Window.COUNCIL: _("délibération du conseil"),
    Window.FOLLOW_UP: _("suivi"),
}

AUDIENCE_NAMES: dict[Audience, str] = {
    Audience.PUBLIC: _("tout le monde"),
    Audience.OFFICE: _("l’organisation et les garants"),
    Audience.GUARANTORS: _("les garants seuls"),
    Audience.RECRUITMENT: _("la personne chargée du recrutement, seule"),
}
