"""The entry that ends a call: two acts that are written together, or not at all."""

from dataclasses import replace

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import under_lock
from isegoria.convention.recruitment.actions.candidates import Said, enter
from isegoria.convention.recruitment.actions.channels import count_calls
from isegoria.convention.recruitment.candidates import Candidate
from isegoria.convention.recruitment.channels import Means, Outcome, Relay


def enter_by(relay: Relay, candidate: Candidate, by: By, *, said: Said) -> Candidate:
    """Somebody accepts. On the phone, their call is counted with it."""
    with under_lock(candidate):
        enter(candidate, by, said=said)
        if relay.channel.means == Means.PHONE:
            count_calls(relay, replace(by, once=None, base=None), outcome=Outcome.AGREED.value)
    return candidate
