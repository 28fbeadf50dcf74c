"""What a reference of the journal is called today: one query, whatever the page's length."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import CharField, F, Model, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, Concat, NullIf

from isegoria.convention.governance.models import LaunchOpinion
from isegoria.convention.mandate.models import CalendarItem, Convention, MandateVersion
from isegoria.convention.people.members import Card, Member
from isegoria.convention.people.models import Appointment, Body, InterestDeclaration, Seat
from isegoria.convention.publishing.models import RoundTable, Version
from isegoria.convention.recruitment.channels import Channel, Relay
from isegoria.convention.recruitment.draws import Composition, Draw
from isegoria.convention.recruitment.letters import Mailing
from isegoria.convention.recruitment.models import QuotaTable
from isegoria.convention.recruitment.rules import Rules
from isegoria.convention.sessions.experts import ExpertRequest, Hearing
from isegoria.convention.sessions.handouts import Handout
from isegoria.convention.sessions.indemnities import Payment, Scheme
from isegoria.convention.sessions.inquiries import Inquiry
from isegoria.convention.sessions.minutes import Correction, Minutes
from isegoria.convention.sessions.models import Session
from isegoria.convention.sessions.questions import Question
from isegoria.convention.sessions.seating import SeatingPlan
from isegoria.convention.sessions.sequences import Sequence

EDITED = (Convention, Body, Seat, RoundTable, Session, Sequence, Hearing)
TEXT = CharField()
NUMBERED = Concat(Value("v"), Cast("number", TEXT), output_field=TEXT)

# Kind → its table, and how one of its things is called.
CALLED: dict[str, tuple[type[Model], Any]] = {
    Convention.KIND: (Convention, F("title")),
    MandateVersion.KIND: (MandateVersion, NUMBERED),
    CalendarItem.KIND: (CalendarItem, F("label")),
    LaunchOpinion.KIND: (LaunchOpinion, F("convention__title")),
    Body.KIND: (Body, F("name")),
    Seat.KIND: (Seat, Coalesce(NullIf("name", Value("")), "organisation")),
    InterestDeclaration.KIND: (
        InterestDeclaration,
        Coalesce(NullIf("seat__name", Value("")), "seat__organisation"),
    ),
    Appointment.KIND: (Appointment, F("role")),
    Version.KIND: (Version, F("title")),
    RoundTable.KIND: (RoundTable, F("title")),
    QuotaTable.KIND: (QuotaTable, NUMBERED),
    Channel.KIND: (Channel, F("value")),
    Relay.KIND: (Relay, F("name")),
    Draw.KIND: (Draw, Cast("number", TEXT)),
    Composition.KIND: (Composition, NUMBERED),
    Rules.KIND: (Rules, NUMBERED),
    Mailing.KIND: (Mailing, Cast("number", TEXT)),
    Member.KIND: (Member, Cast("number", TEXT)),
    Card.KIND: (Card, Cast("member__number", TEXT)),
    Session.KIND: (Session, F("title")),
    Sequence.KIND: (Sequence, F("title")),
    Hearing.KIND: (Hearing, Coalesce(NullIf("seat__name", Value("")), "seat__organisation")),
    ExpertRequest.KIND: (ExpertRequest, Cast("number", TEXT)),
    Scheme.KIND: (Scheme, NUMBERED),
    Payment.KIND: (Payment, Cast("number", TEXT)),
    Inquiry.KIND: (Inquiry, Cast("number", TEXT)),
    Question.KIND: (Question, Cast("number", TEXT)),
    Handout.KIND: (Handout, F("document__slug")),
    Minutes.KIND: (Minutes, Cast("session__number", TEXT)),
    Correction.KIND: (Correction, Cast("number", TEXT)),
    SeatingPlan.KIND: (SeatingPlan, Cast("number", TEXT)),
}


def names_of(references: Iterable[str]) -> dict[str, str]:
    """Reference → what it is called. What has no public name (a message) is left out."""
    by_kind: dict[str, set[UUID]] = defaultdict(set)
    for reference in references:
        kind, _, key = reference.partition(":")
        if kind in CALLED:
            by_kind[kind].add(UUID(key))
    parts = [_called(kind, keys) for kind, keys in sorted(by_kind.items())]
    if not parts:
        return {}
    first, *others = parts
    rows = first.union(*others, all=True) if others else first
    return {f"{kind}:{key}": str(name) for key, kind, name in rows}


def _called(kind: str, keys: set[UUID]) -> QuerySet[Any, tuple[UUID, str, str]]:
    model, name = CALLED[kind]
    found = model._base_manager.filter(pk__in=keys).order_by()  # noqa: SLF001
    return found.values_list("pk", Value(kind, output_field=TEXT), Cast(name, TEXT))


def field_name(name: str) -> str:
    """What a field that was edited is called; itself when it has no name."""
    for model in EDITED:
        for field in model._meta.fields:
            if field.name == name:
                return str(field.verbose_name)
    return name
