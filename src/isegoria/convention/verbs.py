"""Every room that performs acts, imported so that its performers are bound."""

from isegoria.convention.governance.actions import calendar, mailbox, mandate, opinion, people
from isegoria.convention.publishing import actions as publishing
from isegoria.convention.recruitment.actions import (
    candidates,
    channels,
    draws,
    erasing,
    letters,
    members,
    panel,
    quotas,
)
from isegoria.convention.sessions.actions import (
    attendance,
    captures,
    experts,
    handouts,
    indemnities,
    inquiries,
    minutes,
    provided,
    questions,
    seating,
    sequences,
    sessions,
)
from isegoria.convention.stewardship import actions as stewardship

__all__ = [
    "attendance",
    "calendar",
    "candidates",
    "captures",
    "channels",
    "draws",
    "erasing",
    "experts",
    "handouts",
    "indemnities",
    "inquiries",
    "letters",
    "mailbox",
    "mandate",
    "members",
    "minutes",
    "opinion",
    "panel",
    "people",
    "provided",
    "publishing",
    "questions",
    "quotas",
    "seating",
    "sequences",
    "sessions",
    "stewardship",
]
