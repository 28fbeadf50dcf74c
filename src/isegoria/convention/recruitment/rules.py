"""What was decided beforehand of the life of the panel, and what was forgotten in the end."""

from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from isegoria.convention.chartered import By, Chartered, chartered_states
from isegoria.convention.mandate.models import Convention


class Rules(Chartered):
    """What was decided beforehand of the life of the panel. The latest version holds."""

    KIND: ClassVar[str] = "rules"

    convention = models.ForeignKey(Convention, on_delete=models.PROTECT, related_name="panel_rules")
    number = models.PositiveSmallIntegerField(editable=False)
    alternates = models.PositiveSmallIntegerField(_("suppléants tirés avec le panel"), default=6)
    replaced_until = models.DateTimeField(_("dernier remplacement possible"), null=True, blank=True)
    quorum_percent = models.PositiveSmallIntegerField(
        _("quorum, en % des places pourvues"), default=50
    )
    erased_on = models.DateField(_("effacement des personnes non retenues"), null=True, blank=True)
    reason = models.TextField(_("raison du changement"), max_length=1000, blank=True)
    set_at = models.DateTimeField(editable=False)

    class Meta:
        ordering = ["convention", "-number"]
        constraints = [
            chartered_states("rules"),
            models.UniqueConstraint(fields=["convention", "number"], name="rules_are_numbered"),
            models.CheckConstraint(
                name="a_quorum_is_a_share", condition=Q(quorum_percent__range=(1, 100))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.convention} · {self.number}"

    def in_convention(self) -> Convention:
        return self.convention

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        others = self.convention.panel_rules.exclude(pk=self.pk)
        return {"reasoned": bool(self.reason.strip()) or not others.exists()}


class Erasure(Chartered):
    """People forgotten, as a count."""

    KIND: ClassVar[str] = "erasure"

    convention = models.ForeignKey(Convention, on_delete=models.PROTECT, related_name="erasures")
    on_request = models.BooleanField(default=False)
    count = models.PositiveIntegerField(default=0, editable=False)
    done_at = models.DateTimeField(editable=False)

    class Meta:
        constraints = [chartered_states("erasure")]

    def __str__(self) -> str:
        return f"{self.convention} · {self.count}"

    def in_convention(self) -> Convention:
        return self.convention

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        latest = self.convention.panel_rules.first()
        day = by.at.astimezone(self.convention.zone).date()
        due = bool(latest and latest.erased_on and latest.erased_on <= day)
        return {
            "due": self.on_request or due,
            "somebody": given.get("people", 0) + given.get("letters", 0) > 0,
            "out_of_the_panel": not given.get("sitting"),
        }


def are_forgotten(convention: Convention) -> bool:
    """The people whom the draw left out were erased on the date that was set."""
    return Erasure.objects.filter(convention=convention, on_request=False).exists()


def may_replace(convention: Convention, at: datetime) -> bool:
    """Once the last date for it is past, a place that is left stays empty."""
    latest = Rules.objects.filter(convention=convention).first()
    return not (latest and latest.replaced_until and latest.replaced_until < at)
