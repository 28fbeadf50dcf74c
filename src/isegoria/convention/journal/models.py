"""The public book. No foreign keys: it refers, and outlives what it speaks of."""

from django.db import models

from isegoria.core.charter import Audience


class Log(models.Model):
    """One book a convention: its size and the frontier of its hash tree. Locked to write."""

    convention = models.UUIDField(primary_key=True)
    size = models.PositiveBigIntegerField(default=0)
    frontier = models.BinaryField(default=b"")

    def __str__(self) -> str:
        return f"{self.convention} ({self.size})"


class Entry(models.Model):
    """One act that was done. `leaf` is what is hashed and public; the rest is for finding it.

    Triggers refuse UPDATE and DELETE. The body of a sealed entry is in its Disclosure.
    """

    convention = models.UUIDField()
    position = models.PositiveBigIntegerField()
    leaf = models.TextField()
    at = models.DateTimeField()
    act = models.CharField(max_length=60)
    subject = models.CharField(max_length=80)
    role = models.CharField(max_length=20)
    seen_by = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Audience])
    once = models.UUIDField(null=True, unique=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["convention", "position"], name="the_journal_has_no_fork"
            ),
        ]
        indexes = [
            models.Index(fields=["convention", "act", "position"], name="entry_by_act"),
            models.Index(fields=["convention", "subject"], name="entry_by_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.position + 1}. {self.act} {self.subject}"

    @property
    def number(self) -> int:
        """What people call it: the first entry is number 1."""
        return self.position + 1


class Disclosure(models.Model):
    """The salt and the fields of a sealed entry. Destroying the row forgets them for good."""

    entry = models.OneToOneField(
        Entry, on_delete=models.PROTECT, primary_key=True, related_name="disclosure"
    )
    salt = models.BinaryField()
    body = models.TextField()

    def __str__(self) -> str:
        return f"disclosure of {self.entry_id}"
