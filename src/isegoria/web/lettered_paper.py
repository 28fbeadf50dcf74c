"""The paper form of a letter: what the site asks, with room for a pen."""

from typing import Any

from django.utils.translation import gettext as _

from isegoria.convention.mandate.models import Convention
from isegoria.convention.recruitment.provisions import Provision
from isegoria.convention.recruitment.queries import criteria_of, table_in_force
from isegoria.convention.recruitment.ways import public_channels

BLANK = "_" * 30


def questions_on_paper(here: Convention) -> dict[str, Any]:
    """What shared/_paper.html shows; the channel is asked of nobody."""
    table = table_in_force(here)
    apart = {one.criterion for one in public_channels(here)}
    return {
        "criteria": [one for one in criteria_of(table) if one.name not in apart] if table else [],
        "lines": [(one, BLANK) for one in _lines()],
        "provisions": Provision.labels,
    }


def _lines() -> tuple[str, ...]:
    return (
        _("Prénom et nom"),
        _("Téléphone"),
        _("Adresse électronique"),
        _("Adresse"),
        _("Année de naissance"),
    )
