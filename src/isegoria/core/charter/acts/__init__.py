"""The charter: every act, a file for each room. A change of rights is a change of these files.

Sentences name {by} (the role that acted), {subject} (the thing, as it is called today) and the
recorded fields. They are French, the source language of the interface.
"""

from isegoria.core.charter.acts import (
    capturing,
    experts,
    indemnifying,
    inquiring,
    minutes,
    opening,
    panel,
    people,
    providing,
    publishing,
    questions,
    recruiting,
    sessions,
    tables,
)
from isegoria.core.charter.language import Charter

ROOMS = (
    opening,
    people,
    publishing,
    recruiting,
    panel,
    sessions,
    tables,
    capturing,
    questions,
    experts,
    minutes,
    inquiring,
    providing,
    indemnifying,
)
CHARTER = Charter.of("isegoria-1", [one for room in ROOMS for one in room.ACTS])

__all__ = ["CHARTER", "ROOMS"]
