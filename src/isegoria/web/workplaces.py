"""Where somebody works, by role: the page that opens for them and for nobody else."""

from collections.abc import Collection

from django.urls import reverse

from isegoria.convention.mandate.models import Convention
from isegoria.core.charter import Role

OF_A_CONVENTION = {
    Role.ORGANISER: "desk:convention",
    Role.ADMINISTRATOR: "desk:convention",
    Role.GUARANTOR: "guarantors:convention",
    Role.RECRUITER: "recruiters:convention",
    Role.FACILITATOR: "facilitation:convention",
    Role.INSTITUTE: "relays:convention",
    Role.PARTNER: "relays:convention",
    Role.EXPERT: "answering:questions",
    Role.SERVICE: "answering:questions",
    Role.COMMITTEE: "answering:questions",
    Role.MEMBER: "panel:home",
}


def workplace(roles: Collection[str], convention: Convention | None) -> str:
    """The address of the page where these roles work, or "" when they have none yet."""
    if convention is None:
        return reverse("desk:administration") if Role.ADMINISTRATOR in roles else ""
    name = next((page for role, page in OF_A_CONVENTION.items() if role in roles), "")
    return reverse(name, args=[convention.slug]) if name else ""
