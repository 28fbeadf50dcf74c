"""The first stage where a city has a register: letters drawn by stratum, each with a code.

Nothing of the register is kept: only, for each letter, its stratum and a digest of its code; and,
apart from the letters, digests of where they went, so that nobody is written to twice.
"""

from typing import Any, ClassVar
from uuid import UUID, uuid5

from django.db import models
from django.db.models import Q

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
    left_out = models.PositiveIntegerField(default=0, editable=False)
    drawn_at = models.DateTimeField(editable=False)
    reminded = models.PositiveIntegerField(default=0, editable=False)
    reminded_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["relay", "-number"]
        constraints = [
            chartered_states("mailing"),
            models.UniqueConstraint(fields=["relay", "number"], name="mailings_are_numbered"),
            models.CheckConstraint(
                name="a_reminder_says_when_and_how_many",
                condition=Q(reminded=0, reminded_at__isnull=True)
                | Q(reminded__gt=0, reminded_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.relay} · {self.number}"

    def in_convention(self) -> Convention:
        return self.relay.channel.convention

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        return {
            "channel_open": self.relay.channel.state == "open",
            "somebody": bool(given.get("codes") or given.get("unanswered")),
        }


class Letter(models.Model):
    """One letter: its stratum, the digest of its code, and whether somebody answered with it."""

    mailing = models.ForeignKey(Mailing, on_delete=models.PROTECT, related_name="letters")
    stratum = models.PositiveSmallIntegerField()
    digest = models.CharField(max_length=64, unique=True)
    answered_on = models.DateField(null=True)

    def __str__(self) -> str:
        return self.digest[:8]


class Written(models.Model):
    """Where a letter went: a line of a register, or an address, as a digest under a key that the
    erasure destroys. Nothing leads from it to the letter, nor to whoever answered it."""

    convention = models.ForeignKey(Convention, on_delete=models.PROTECT, related_name="written")
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["convention", "digest"], name="where_a_letter_went_is_kept_once"
            )
        ]

    def __str__(self) -> str:
        return self.digest[:8]


def key_of_written(convention: UUID) -> UUID:
    """Whose key of the keyring makes the digests of where letters went."""
    return uuid5(convention, "written")
