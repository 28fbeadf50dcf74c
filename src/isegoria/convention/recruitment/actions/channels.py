import hashlib
from datetime import datetime

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Records, performs
from isegoria.convention.recruitment.channels import CallCount, Channel, Hand, Relay
from isegoria.convention.recruitment.rules import Rules

MOST_AT_ONCE = 500


@performs("rules.set")
def set_rules(rules: Rules, by: By) -> Records:
    rules.number = rules.convention.panel_rules.count() + 1
    rules.set_at = by.at
    return {
        "number": rules.number,
        "alternates": rules.alternates,
        "quorum_percent": rules.quorum_percent,
        "replaced_until": _instant(rules.replaced_until),
        "erased_on": rules.erased_on.isoformat() if rules.erased_on else None,
        "reason_sha256": hashlib.sha256(rules.reason.encode()).hexdigest(),
    }


@performs("channel.open")
def open_channel(channel: Channel, by: By) -> Records:
    return {"means": channel.means}


@performs("channel.close")
def close_channel(channel: Channel, by: By) -> Records:
    return None


@performs("channel.expect")
def expect(channel: Channel, by: By, *, expected: int | None) -> Records:
    """At most so many people by this channel in all; None, nobody knows."""
    channel.expected = expected
    return {"at_most": expected}


@performs("relay.engage")
def engage(relay: Relay, by: By) -> Records:
    return {"channel": relay.channel.reference}


@performs("relay.end")
def end_relay(relay: Relay, by: By) -> Records:
    return None


@performs("relay.count")
def count_calls(relay: Relay, by: By, *, outcome: str, count: int = 1) -> Records:
    """Add calls of today that ended so; a negative count takes back what was counted by mistake."""
    day = by.at.astimezone(relay.channel.convention.zone).date()
    row, _new = CallCount.objects.get_or_create(relay=relay, day=day, outcome=outcome)
    row.count = max(0, row.count + max(-MOST_AT_ONCE, min(MOST_AT_ONCE, count)))
    row.save(update_fields=["count"])
    return {"outcome": outcome, "count": count}


@performs("hand.give")
def give_access(hand: Hand, by: By) -> Records:
    hand.since = by.at
    return {"relay": hand.relay.reference}


@performs("hand.take")
def take_access(hand: Hand, by: By) -> Records:
    hand.until = max(by.at, hand.since)
    return {"relay": hand.relay.reference}


def _instant(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
