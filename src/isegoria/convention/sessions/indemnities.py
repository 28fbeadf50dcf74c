"""What members receive for taking part: the scheme, said in public; what each is owed, by number.

A sum is for a half-day, or for costs: which costs is written nowhere, since it would say who needs
what.
"""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.chartered import By, Chartered, chartered_states
from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.members import Member
from isegoria.convention.sessions.attendance import is_theirs
from isegoria.convention.sessions.models import Session


class Scheme(Chartered):
    """What members receive, version by version. None of it may be nothing: they are volunteers."""

    KIND: ClassVar[str] = "scheme"

    convention = models.ForeignKey(Convention, on_delete=models.PROTECT, related_name="schemes")
    number = models.PositiveSmallIntegerField(editable=False)
    half_day = models.DecimalField(
        gettext_lazy("pour une demi-journée, en euros"), default=0, max_digits=8, decimal_places=2
    )
    income = models.TextField(gettext_lazy("revenu perdu"), max_length=400, blank=True)
    transport = models.TextField(gettext_lazy("transport"), max_length=400, blank=True)
    childcare = models.TextField(
        gettext_lazy("garde d’un enfant ou d’un proche"), max_length=400, blank=True
    )
    other = models.TextField(gettext_lazy("autre chose"), max_length=400, blank=True)
    reason = models.TextField(gettext_lazy("raison du changement"), max_length=1000, blank=True)
    declared_at = models.DateTimeField(editable=False)
    fictional = models.BooleanField(gettext_lazy("données fictives"), default=False)

    class Meta:
        ordering = ["convention", "-number"]
        constraints = [
            chartered_states("scheme"),
            models.UniqueConstraint(fields=["convention", "number"], name="schemes_are_numbered"),
            models.CheckConstraint(
                name="a_new_scheme_says_why", condition=Q(number=1) | ~Q(reason="")
            ),
            models.CheckConstraint(name="nobody_pays_to_attend", condition=Q(half_day__gte=0)),
        ]

    def __str__(self) -> str:
        if self.number is None:  # not declared yet
            return _("nouvelle version")
        return _("version %(number)s") % {"number": self.number}

    @property
    def is_voluntary(self) -> bool:
        return not self.half_day and not any(said for _name, said in self.costs)

    @property
    def costs(self) -> list[tuple[str, str]]:
        """What is paid back, and by which rule."""
        names = ("income", "transport", "childcare", "other")
        fields = ((Scheme._meta.get_field(one), getattr(self, one)) for one in names)
        return [(str(field.verbose_name), said) for field, said in fields if said]  # type: ignore[union-attr]

    def in_convention(self) -> Convention:
        return self.convention

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        earlier = Scheme.objects.filter(convention=self.convention).exclude(pk=self.pk)
        return {
            "scheme_said": self.half_day is not None and self.half_day >= 0,
            "reasoned": not earlier.exists() or bool(self.reason.strip()),
        }


class For(models.TextChoices):
    HALF_DAY = "half_day", gettext_lazy("une demi-journée")
    COSTS = "costs", gettext_lazy("des frais")


class Payment(Chartered):
    """A sum that a member is owed."""

    KIND: ClassVar[str] = "payment"

    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="payments")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="payments")
    session = models.ForeignKey(
        Session, on_delete=models.PROTECT, null=True, blank=True, related_name="payments"
    )
    number = models.PositiveIntegerField(editable=False)
    what = models.CharField(max_length=8, choices=For)
    amount = models.DecimalField(gettext_lazy("somme, en euros"), max_digits=8, decimal_places=2)
    owed_at = models.DateTimeField(editable=False)
    ended_at = models.DateTimeField(null=True, editable=False)
    reason = models.TextField(max_length=1000, blank=True, editable=False)

    class Meta:
        ordering = ["scheme__convention", "number"]
        constraints = [
            chartered_states("payment"),
            models.UniqueConstraint(
                fields=["member", "session"],
                condition=Q(what="half_day") & ~Q(state="cancelled"),
                name="a_half_day_is_owed_once",
            ),
            models.CheckConstraint(name="a_payment_is_a_sum", condition=Q(amount__gt=0)),
            models.CheckConstraint(
                name="a_half_day_is_of_a_session_and_costs_of_none",
                condition=Q(what="half_day", session__isnull=False)
                | Q(what="costs", session__isnull=True),
            ),
            models.CheckConstraint(
                name="a_cancelled_payment_says_why", condition=~Q(state="cancelled") | ~Q(reason="")
            ),
        ]

    def __str__(self) -> str:
        return _("somme %(number)s") % {"number": self.number}

    def in_convention(self) -> Convention:
        return self.scheme.convention

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        return {
            "payable": self.amount > 0 and self.member.convention_id == self.scheme.convention_id,
            "own_payment": is_theirs(self.member, by),
            "mistake_said": bool(given.get("reason", "").strip()),
        }
