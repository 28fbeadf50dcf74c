"""What was asked for and provided so that everybody could take part: totals, published once."""

from typing import Any, ClassVar

from django.db import models

from isegoria.convention.chartered import By, Chartered, chartered_states
from isegoria.convention.mandate.models import Convention
from isegoria.convention.sessions.models import Session

TO_COME = ("planned", "agenda_published", "open")


class ProvisionTotals(Chartered):
    """`rows`: {kinds, asked, fates} each, where nobody is recognised (core/provisions)."""

    KIND: ClassVar[str] = "provisions"

    convention = models.ForeignKey(Convention, on_delete=models.PROTECT, related_name="provided")
    rows = models.JSONField(default=list, editable=False)
    published_at = models.DateTimeField(editable=False)

    class Meta:
        constraints = [
            chartered_states("provisions"),
            models.UniqueConstraint(
                fields=["convention"], name="what_was_provided_is_totalled_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.convention)

    def in_convention(self) -> Convention:
        return self.convention

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        sessions = Session.objects.filter(convention=self.convention)
        return {
            "sessions_over": not sessions.filter(state__in=TO_COME).exists(),
            "totals_once": not ProvisionTotals.objects.filter(convention=self.convention).exists(),
        }


def totals_of(convention: Convention) -> ProvisionTotals | None:
    """For anybody, once they are published."""
    return ProvisionTotals.objects.filter(convention=convention).first()
