"""The run-sheet of a session: what is done, in order, with which method, and how each takes part."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from isegoria.convention.chartered import By, Chartered, chartered_states
from isegoria.convention.mandate.models import Convention
from isegoria.convention.sessions.models import Session


class Sequence(Chartered):
    """One item of the run-sheet. `modalities`, `method` and `output` are words of core/runsheet;
    `equivalents` says, for each need, how somebody who has it takes part."""

    KIND: ClassVar[str] = "sequence"

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="sequences")
    position = models.PositiveSmallIntegerField(editable=False)
    title = models.CharField(_("titre"), max_length=160)
    method = models.CharField(_("méthode"), max_length=30)
    minutes = models.PositiveSmallIntegerField(_("durée, en minutes"))
    modalities = models.JSONField(_("on s’exprime par"), default=list)
    output = models.CharField(_("ce qui en sort"), max_length=20)
    instructions = models.TextField(_("consigne"), max_length=4000, blank=True)
    materials = models.TextField(_("matériel"), max_length=1000, blank=True)
    equivalents = models.JSONField(_("autres façons de faire"), default=dict, blank=True)
    rounds = models.PositiveSmallIntegerField(_("tours de tables"), default=1)
    started_at = models.DateTimeField(null=True, editable=False)
    ended_at = models.DateTimeField(null=True, editable=False)
    notes = models.TextField(_("remarques de l’animation"), max_length=4000, blank=True)

    class Meta:
        ordering = ["session", "position", "pk"]
        constraints = [
            chartered_states("sequence"),
            models.UniqueConstraint(
                fields=["session"], condition=Q(state="running"), name="one_sequence_runs"
            ),
            models.CheckConstraint(
                name="a_sequence_lasts", condition=Q(minutes__gte=1, minutes__lte=600)
            ),
            models.CheckConstraint(
                name="a_sequence_done_says_when",
                condition=~Q(state="done") | Q(started_at__isnull=False, ended_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def in_convention(self) -> Convention:
        return self.session.convention

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        others = Sequence.objects.filter(session_id=self.session_id, state="running")
        return {
            "to_come": not self.session.is_over,
            "session_open": self.session.state == "open",
            "nothing_else_running": not others.exclude(pk=self.pk).exists(),
        }
