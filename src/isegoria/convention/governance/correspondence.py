"""What comes back to somebody who wrote or who subscribed, and what the guarantors said in public."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count

from isegoria.convention.governance.actions.mailbox import LETTERS
from isegoria.convention.governance.models import LaunchOpinion, Message, Subscription
from isegoria.convention.mandate.models import Convention


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """What the author of a message may read with the receipt: never the message itself."""

    state: str
    received_at: datetime
    due_at: datetime
    ended_at: datetime | None
    answer: str


def followed(convention: Convention, receipt: str) -> Followed | None:
    """The message of this receipt, typed as people type: in small letters, without dashes."""
    letters = re.sub(r"[\s-]", "", receipt.upper())
    if len(letters) != 12 or set(letters) - set(LETTERS):
        return None
    number = "-".join((letters[:4], letters[4:8], letters[8:]))
    message = Message.objects.filter(convention=convention, receipt=number).first()
    if message is None:
        return None
    return Followed(
        state=message.state,
        received_at=message.received_at,
        due_at=message.received_at + timedelta(days=convention.answer_days),
        ended_at=message.ended_at,
        answer=message.answer,
    )


def opinions_of(convention: Convention) -> list[LaunchOpinion]:
    """The guarantors' opinions, the newest first. One query."""
    found = LaunchOpinion.objects.filter(convention=convention)
    return list(found.select_related("signed_by").order_by("-given_at"))


def subscribers_of(convention: Convention) -> int:
    """How many people follow by e-mail."""
    return Subscription.objects.filter(convention=convention, state="active").count()


def subscribers_of_each(conventions: Iterable[Convention]) -> dict[UUID, int]:
    """How many people follow each of these conventions. One query."""
    found = Subscription.objects.filter(convention__in=list(conventions), state="active")
    return dict(found.values_list("convention").annotate(Count("pk")))


def active_subscriptions(convention: UUID) -> list[Subscription]:
    """Those to whom news goes."""
    found = Subscription.objects.filter(convention=convention, state="active")
    return list(found.select_related("convention").order_by("pk"))


def has_subscribers(convention: UUID) -> bool:
    return Subscription.objects.filter(convention=convention, state="active").exists()


def is_subscribed(convention: Convention, email: str) -> bool:
    digest = Subscription.digest(email)
    found = Subscription.objects.filter(convention=convention, email_sha256=digest)
    return found.filter(state="active").exists()


def subscription_at(convention: Convention, key: UUID) -> Subscription | None:
    return Subscription.objects.filter(convention=convention, pk=key).first()
