"""A plan of tables, by card number. What balances the tables is read elsewhere, and not kept here."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from isegoria.convention.chartered import By, Chartered, chartered_states
from isegoria.convention.mandate.models import Convention
from isegoria.convention.sessions.models import Session

Groups = list[list[int]]
Rounds = list[Groups]


class SeatingPlan(Chartered):
    """Who sits at which table in each round of a session.

    `placements`: for each round, for each table, card numbers. `together` and `apart`: groups and
    pairs of card numbers, as the team asked. `places`: card number → where one sits ("": the main
    room). `met` of `bound` pairs have met, earlier sessions included; `bad` cells are unbalanced.
    """

    KIND: ClassVar[str] = "seating"

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="seatings")
    number = models.PositiveSmallIntegerField(editable=False)
    tables = models.PositiveSmallIntegerField(_("nombre de tables"))
    rounds = models.PositiveSmallIntegerField(_("nombre de tours"))
    criteria = models.JSONField(_("critères à équilibrer"), default=list)
    together = models.JSONField(_("toujours à la même table"), default=list)
    apart = models.JSONField(_("jamais à la même table"), default=list)
    places = models.JSONField(default=dict, editable=False)
    placements = models.JSONField(default=list, editable=False)
    notes = models.JSONField(default=list, editable=False)
    met = models.PositiveIntegerField(default=0, editable=False)
    bound = models.PositiveIntegerField(default=0, editable=False)
    bad = models.PositiveIntegerField(default=0, editable=False)
    made_at = models.DateTimeField(editable=False)

    class Meta:
        ordering = ["session", "-number"]
        constraints = [
            chartered_states("seating"),
            models.UniqueConstraint(
                fields=["session", "number"], name="seating_plans_follow_each_other"
            ),
            models.UniqueConstraint(
                fields=["session"], condition=Q(state="settled"), name="one_seating_plan_is_settled"
            ),
            models.CheckConstraint(
                name="no_more_pairs_meet_than_can", condition=Q(met__lte=F("bound"))
            ),
        ]

    def __str__(self) -> str:
        return str(self.number)

    def in_convention(self) -> Convention:
        return self.session.convention

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        return {
            "to_come": not self.session.is_over,
            "known_criteria": set(self.criteria) <= set(given.get("known", ())),
            "replaced": given.get("newer") is not None,
        }
