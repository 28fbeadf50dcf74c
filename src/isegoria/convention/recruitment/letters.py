"""The first stage where a city has a register: letters drawn by stratum, each with a code.

Nothing of the register is kept: only, for each letter, its stratum and a digest of its code.
"""

from typing import Any, ClassVar

from django.db import models

from isegoria.convention.chartered import By, Chartered, chartered_states
from isegoria.convention.mandate.models import Convention
from isegoria.convention.recruitment.channels import Relay


class Mailing(Chartered):
    """A wave of letters. `strata`: [{"name", "in_register", "letters", "expected" (answers)}]."""

    KIND: ClassVar[str] = "mailing"

    relay = models.ForeignKey(Relay, on_delete=models.PROTECT, related_name="mailings")
    number = models.PositiveSmallIntegerField(editable=False)
    seed = models.CharField(max_length=80)
    register_sha256 = models.CharField(max_length=64, editable=False)
    strata = models.JSONField(default=list, editable=False)
    count = models.PositiveIntegerField(editable=False)
    drawn_at = models.DateTimeField(editable=False)

    class Meta:
        ordering = ["relay", "-number"]
        constraints = [
            chartered_states("mailing"),
            models.UniqueConstraint(fields=["relay", "number"], name="mailings_are_numbered"),
        ]

    def __str__(self) -> str:
        return f"{self.relay} · {self.number}"

    def in_convention(self) -> Convention:
        return self.relay.channel.convention

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        return {
            "channel_open": self.relay.channel.state == "open",
            "somebody": bool(given.get("codes")),
        }


class Letter(models.Model):
    """One letter: its stratum, the digest of its code, and whether somebody answered with it."""

    mailing = models.ForeignKey(Mailing, on_delete=models.PROTECT, related_name="letters")
    stratum = models.PositiveSmallIntegerField()
    digest = models.CharField(max_length=64, unique=True)
    answered_on = models.DateField(null=True)

    def __str__(self) -> str:
        return self.digest[:8]
