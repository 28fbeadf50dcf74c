"""What a person may need in order to take part: what is to be provided, never why."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _


class Provision(models.TextChoices):
    """Something that the organisation provides to whoever needs it."""

    LIFT = "lift", _("un lieu sans marche, avec ascenseur")
    TRANSPORT = "transport", _("le transport")
    CHILDCARE = "childcare", _("la garde d’un enfant ou d’un proche")
    INTERPRETER = "interpreter", _("une ou un interprète")
    SIGN_LANGUAGE = "sign_language", _("la langue des signes")
    HEARING_LOOP = "hearing_loop", _("une boucle magnétique, ou des sous-titres")
    LARGE_PRINT = "large_print", _("des documents en gros caractères")
    READING = "reading", _("quelqu’un pour lire ou écrire")
    COMPANION = "companion", _("venir avec une personne qui aide")
    EQUIPMENT = "equipment", _("le prêt d’un ordinateur ou d’une tablette")
    INTERNET = "internet", _("un accès à internet")
    MEAL = "meal", _("un repas adapté")


class Fate(models.TextChoices):
    """What becomes of something that was asked for."""

    ASKED = "asked", _("demandé")
    PLANNED = "planned", _("prévu")
    PROVIDED = "provided", _("fourni")
    NOT_PROVIDED = "not_provided", _("pas fourni")


class Agreement(models.TextChoices):
    """How somebody said that they accept to be drawn."""

    ORAL = "oral", _("de vive voix")
    WRITTEN = "written", _("par écrit, sur le formulaire de papier")
    SELF = "self", _("sur le site, sans intermédiaire")


def provisions_named(codes: Iterable[str]) -> list[str]:
    """The names of provisions, in their order; a code that is no longer known is left out."""
    asked = set(codes)
    return [str(one.label) for one in Provision if one.value in asked]
