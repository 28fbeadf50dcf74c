"""Every room that performs acts, imported so that its performers are bound."""

from isegoria.convention.governance.actions import calendar, mailbox, mandate, opinion, people
from isegoria.convention.publishing import actions as publishing
from isegoria.convention.recruitment import actions as recruitment
from isegoria.convention.stewardship import actions as stewardship

__all__ = [
    "calendar",
    "mailbox",
    "mandate",
    "opinion",
    "people",
    "publishing",
    "recruitment",
    "stewardship",
]
