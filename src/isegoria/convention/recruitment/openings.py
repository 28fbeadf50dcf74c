"""The openings of a draw, for the guarantors who said in public why they read them."""

import json
from datetime import timedelta
from typing import Any

from isegoria.convention.governance.models import Deed
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.recruitment.draws import Draw
from isegoria.convention.recruitment.reads import note
from isegoria.core.charter import Role

WHILE = timedelta(hours=1)  # after the reason was given


def may_open(draw: Draw, viewer: Viewer) -> bool:
    """Has this guarantor just said why they read the openings of this draw?"""
    if viewer.account is None or not viewer.is_any(Role.GUARANTOR):
        return False
    said = Deed.objects.filter(
        actor=viewer.account,
        entry__act="draw.read",
        entry__subject=draw.reference,
        entry__at__gt=viewer.at - WHILE,
    )
    return said.exists()


def openings_of(draw: Draw, viewer: Viewer) -> dict[str, Any] | None:
    """The document that `verify-draw` reads; None for whoever did not say why. The read is noted.

    The opening of a person who was forgotten is empty: nothing can read it any more.
    """
    if not may_open(draw, viewer):
        return None
    people = [one.opening for one in draw.entrants.order_by("place")]
    note(draw.convention, viewer, "openings", count=len(people))
    return {
        "v": draw.published["v"],
        "notice": draw.notice_sha256,
        "tickets": json.loads(draw.panels),
        "candidates": people,
    }
