"""The guarantors' mailbox, for them alone: any other viewer gets nothing."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import F, QuerySet

from isegoria.convention.governance.models import Message
from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.viewer import Viewer
from isegoria.core.charter import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A message, and how it stands against the delay that the convention announces."""

    message: Message
    due_at: datetime
    overdue: bool
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """How many messages wait, how many are late, and how long those that ended had to wait."""

    waiting: int
    overdue: int
    answered: int
    closed: int
    longest_days: int | None
    late_answers: int


def mailbox(convention: Convention, viewer: Viewer, *, state: str = "") -> QuerySet[Message]:
    """The messages: those that wait, the oldest first, then those that ended, the newest first."""
    found = _mine(convention, viewer)
    found = found.filter(state=state) if state else found
    return found.order_by(F("ended_at").desc(nulls_first=True), "received_at", "pk")


def filed(message: Message, viewer: Viewer) -> Filed:
    due = message.received_at + timedelta(days=message.convention.answer_days)
    until = message.ended_at or viewer.at
    return Filed(
        message=message,
        due_at=due,
        overdue=message.state == "received" and due < viewer.at,
        days=(until - message.received_at).days,
    )


def by_receipt(convention: Convention, viewer: Viewer, receipt: str) -> Message | None:
    """The message of this receipt, typed with or without its dashes."""
    letters = re.sub(r"[\s-]", "", receipt.upper())
    number = "-".join((letters[:4], letters[4:8], letters[8:]))
    return _mine(convention, viewer).filter(receipt=number).first()


def message_at(convention: Convention, viewer: Viewer, key: UUID) -> Message | None:
    return _mine(convention, viewer).filter(pk=key).first()


def load_of(convention: Convention, viewer: Viewer) -> Load:
    """The whole mailbox in figures. One query."""
    delay = timedelta(days=convention.answer_days)
    rows = list(_mine(convention, viewer).values_list("state", "received_at", "ended_at"))
    waits = [ended - received for _state, received, ended in rows if ended]
    return Load(
        waiting=sum(state == "received" for state, _, _ in rows),
        overdue=sum(s == "received" and received + delay < viewer.at for s, received, _ in rows),
        answered=sum(state == "answered" for state, _, _ in rows),
        closed=sum(state == "closed" for state, _, _ in rows),
        longest_days=max(waits).days if waits else None,
        late_answers=sum(wait > delay for wait in waits),
    )


def answer_to_send(key: UUID) -> Message | None:
    """An answered message whose author left an address, for the task that mails the answer."""
    message = Message.objects.filter(pk=key, state="answered").select_related("convention").first()
    return message if message and message.sender_email else None


def _mine(convention: Convention, viewer: Viewer) -> QuerySet[Message]:
    found = Message.objects.filter(convention=convention).select_related("convention")
    return found if viewer.is_any(Role.GUARANTOR) else found.none()
