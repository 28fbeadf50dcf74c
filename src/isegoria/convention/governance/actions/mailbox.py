from random import Random  # noqa: TID251 -- the type; the chance itself is an argument

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Records, performs
from isegoria.convention.governance.models import Message, Subscription

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def new_receipt(chance: Random) -> str:
    """A number that can be said on the phone, and not guessed: 59 bits, no look-alikes."""
    letters = [chance.choice(LETTERS) for _ in range(12)]
    return "-".join("".join(letters[start : start + 4]) for start in (0, 4, 8))


@performs("message.send")
def send(message: Message, by: By, *, receipt: str) -> Records:
    message.receipt = receipt
    message.received_at = by.at
    return None


@performs("message.answer")
def answer(message: Message, by: By, *, text: str) -> Records:
    message.answer, message.ended_at = text, by.at
    return None


@performs("message.close")
def close(message: Message, by: By, *, reason: str) -> Records:
    message.answer, message.ended_at = reason, by.at
    return None


@performs("subscription.confirm")
def confirm_subscription(subscription: Subscription, by: By) -> Records:
    subscription.email_sha256 = Subscription.digest(subscription.email)
    subscription.confirmed_at = by.at
    return None


@performs("subscription.leave")
def leave_subscription(subscription: Subscription, by: By) -> Records:
    subscription.email = ""
    return None
