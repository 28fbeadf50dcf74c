"""Every table, in river order."""

from isegoria.convention.governance.models import Deed, LaunchOpinion, Message, Subscription
from isegoria.convention.journal.models import Disclosure, Entry, Log
from isegoria.convention.mandate.models import (
    CalendarDate,
    CalendarItem,
    Convention,
    MandateVersion,
)
from isegoria.convention.mandate.renderings import Rendering
from isegoria.convention.people.members import Card, Member
from isegoria.convention.people.models import (
    Account,
    Appointment,
    Body,
    InterestDeclaration,
    Person,
    Seat,
)
from isegoria.convention.publishing.models import Document, RoundTable, Speaker, Version
from isegoria.convention.recruitment.candidates import Candidate, Mark, Reading
from isegoria.convention.recruitment.channels import CallCount, Channel, Hand, Relay
from isegoria.convention.recruitment.computations import Computation
from isegoria.convention.recruitment.draws import Composition, Draw, Entrant, Remark, Signer
from isegoria.convention.recruitment.letters import Letter, Mailing, Written
from isegoria.convention.recruitment.models import QuotaCell, QuotaTable
from isegoria.convention.recruitment.pasts import PlacePast
from isegoria.convention.recruitment.rules import Erasure, Rules
from isegoria.convention.sessions.attendance import Loan, Presence
from isegoria.convention.sessions.captures import Capture, Wording, ZoneCount
from isegoria.convention.sessions.experts import ExpertRequest, Hearing
from isegoria.convention.sessions.handouts import Handout
from isegoria.convention.sessions.indemnities import Payment, Scheme
from isegoria.convention.sessions.inquiries import Inquiry
from isegoria.convention.sessions.minutes import Approval, Correction, Edition, Minutes
from isegoria.convention.sessions.models import Arrangement, Link, RelayRoom, Session
from isegoria.convention.sessions.provided import ProvisionTotals
from isegoria.convention.sessions.questions import Question
from isegoria.convention.sessions.seating import SeatingPlan
from isegoria.convention.sessions.sequences import Sequence

__all__ = [
    "Account",
    "Appointment",
    "Approval",
    "Arrangement",
    "Body",
    "CalendarDate",
    "CalendarItem",
    "CallCount",
    "Candidate",
    "Capture",
    "Card",
    "Channel",
    "Composition",
    "Computation",
    "Convention",
    "Correction",
    "Deed",
    "Disclosure",
    "Document",
    "Draw",
    "Edition",
    "Entrant",
    "Entry",
    "Erasure",
    "ExpertRequest",
    "Hand",
    "Handout",
    "Hearing",
    "Inquiry",
    "InterestDeclaration",
    "LaunchOpinion",
    "Letter",
    "Link",
    "Loan",
    "Log",
    "Mailing",
    "MandateVersion",
    "Mark",
    "Member",
    "Message",
    "Minutes",
    "Payment",
    "Person",
    "PlacePast",
    "Presence",
    "ProvisionTotals",
    "Question",
    "QuotaCell",
    "QuotaTable",
    "Reading",
    "Relay",
    "RelayRoom",
    "Remark",
    "Rendering",
    "RoundTable",
    "Rules",
    "Scheme",
    "Seat",
    "SeatingPlan",
    "Sequence",
    "Session",
    "Signer",
    "Speaker",
    "Subscription",
    "Version",
    "Wording",
    "Written",
    "ZoneCount",
]
