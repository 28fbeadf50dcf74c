"""Every table, in river order."""

from isegoria.convention.governance.models import Deed, LaunchOpinion, Message, Subscription
from isegoria.convention.journal.models import Disclosure, Entry, Log
from isegoria.convention.mandate.models import (
    CalendarDate,
    CalendarItem,
    Convention,
    MandateVersion,
)
from isegoria.convention.people.models import (
    Account,
    Appointment,
    Body,
    InterestDeclaration,
    Person,
    Seat,
)
from isegoria.convention.publishing.models import Document, RoundTable, Speaker, Version
from isegoria.convention.recruitment.models import QuotaCell, QuotaTable

__all__ = [
    "Account",
    "Appointment",
    "Body",
    "CalendarDate",
    "CalendarItem",
    "Convention",
    "Deed",
    "Disclosure",
    "Document",
    "Entry",
    "InterestDeclaration",
    "LaunchOpinion",
    "Log",
    "MandateVersion",
    "Message",
    "Person",
    "QuotaCell",
    "QuotaTable",
    "RoundTable",
    "Seat",
    "Speaker",
    "Subscription",
    "Version",
]
