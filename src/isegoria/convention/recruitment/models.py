"""The quota table: who the panel should be, cell by cell, each with its source."""

import re
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q, Sum
from django.utils.translation import gettext_lazy as _

from isegoria.convention.chartered import By, Chartered, chartered_states
from isegoria.convention.mandate.models import Convention

MARK = re.compile(r"\(([SVDA])\)")
WRITTEN = ("criterion", "value", "minimum", "target", "maximum", "source")


class Provenance(models.TextChoices):
    """What a figure is worth: the letter in brackets that its source bears."""

    CITY = "S", _("source de la ville")
    VERIFIED = "V", _("source vérifiée")
    DEDUCED = "D", _("déduit")
    ASSUMED = "A", _("hypothèse")

    @classmethod
    def marks(cls, text: str) -> tuple["Provenance", ...]:
        """The marks of a text, each once, in the order in which it bears them."""
        return tuple(dict.fromkeys(cls(letter) for letter in MARK.findall(text)))


class QuotaTable(Chartered):
    """One version of the table. Frozen, it is public and never changes."""

    KIND: ClassVar[str] = "quotas"

    convention = models.ForeignKey(
        Convention, on_delete=models.PROTECT, related_name="quota_tables"
    )
    number = models.PositiveSmallIntegerField(editable=False)
    panel_size = models.PositiveSmallIntegerField(_("taille du panel"))
    note = models.TextField(_("remarque affichée"), max_length=1000, blank=True)
    reason = models.TextField(_("raison du changement"), max_length=1000, blank=True)
    content_sha256 = models.CharField(max_length=64, editable=False)
    recorded_at = models.DateTimeField(editable=False)
    frozen_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["convention", "-number"]
        constraints = [
            chartered_states("quotas"),
            models.UniqueConstraint(
                fields=["convention", "number"], name="quota_tables_follow_each_other"
            ),
            models.UniqueConstraint(
                fields=["convention"],
                condition=Q(state="frozen"),
                name="one_quota_table_is_in_force",
            ),
            models.CheckConstraint(
                name="a_frozen_table_says_when",
                condition=~Q(state__in=["frozen", "replaced"]) | Q(frozen_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.convention} · quotas v{self.number}"

    def in_convention(self) -> Convention:
        return self.convention

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        others = self.convention.quota_tables.filter(state__in=["frozen", "replaced"])
        return {
            "sourced": self.cells.exists() and not self.cells.filter(source="").exists(),
            "possible": self.is_possible,
            "reasoned": bool(given.get("reason", "").strip()) or not others.exists(),
            "replaced": given.get("newer") is not None,
        }

    @property
    def is_possible(self) -> bool:
        """A panel of this size can satisfy the cells of each criterion, whoever the people are."""
        sums = self.cells.order_by().values("criterion")
        sums = sums.annotate(least=Sum("minimum"), most=Sum("maximum"))
        return all(one["least"] <= self.panel_size <= one["most"] for one in sums)


class QuotaCell(models.Model):
    """How many people of the panel have this value of this criterion, and who says so."""

    table = models.ForeignKey(QuotaTable, on_delete=models.PROTECT, related_name="cells")
    position = models.PositiveSmallIntegerField()
    criterion = models.CharField(_("critère"), max_length=80)
    value = models.CharField(_("valeur"), max_length=120)
    minimum = models.PositiveSmallIntegerField(_("au moins"))
    target = models.PositiveSmallIntegerField(_("visé"))
    maximum = models.PositiveSmallIntegerField(_("au plus"))
    source = models.CharField(_("source"), max_length=300, blank=True)

    class Meta:
        ordering = ["table", "position"]
        constraints = [
            models.UniqueConstraint(fields=["table", "position"], name="cells_are_in_order"),
            models.UniqueConstraint(
                fields=["table", "criterion", "value"], name="a_cell_is_written_once"
            ),
            models.CheckConstraint(
                name="a_target_lies_between_its_bounds",
                condition=Q(minimum__lte=F("target")) & Q(target__lte=F("maximum")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.criterion} · {self.value}"

    @property
    def marks(self) -> tuple[Provenance, ...]:
        return Provenance.marks(self.source)

    @property
    def figures(self) -> tuple[int, int, int]:
        return self.minimum, self.target, self.maximum

    @property
    def said(self) -> str:
        """Its figures as a line of a comparison shows them: at least, target, at most."""
        return ", ".join(map(str, self.figures))

    def again(self) -> "QuotaCell":
        """The same cell, to be written in another table, or in this one once more."""
        return QuotaCell(**{name: getattr(self, name) for name in WRITTEN})
