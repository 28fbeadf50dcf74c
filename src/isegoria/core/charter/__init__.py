"""Rights, workflow and audit, written once: who may do what, when, and who can see it."""

from isegoria.core.charter.acts import CHARTER
from isegoria.core.charter.language import STAYS, Act, Charter, Decision, Situation, act
from isegoria.core.charter.words import (
    ALWAYS,
    AUDIENCE_NAMES,
    READERS,
    ROLE_NAMES,
    WINDOW_NAMES,
    Audience,
    Role,
    Window,
)

__all__ = [
    "ALWAYS",
    "AUDIENCE_NAMES",
    "CHARTER",
    "READERS",
    "ROLE_NAMES",
    "STAYS",
    "WINDOW_NAMES",
    "Act",
    "Audience",
    "Charter",
    "Decision",
    "Role",
    "Situation",
    "Window",
    "act",
]
