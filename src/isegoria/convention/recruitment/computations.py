"""A draw being computed beside the site, and what was found, kept until the officer seals it.

No answer of anybody is in it: who shares a ticket with whom, by places of a list that is read
again when it is sealed. That is secret until the number is drawn, so it is sealed with a key of its
own, outside the database: once the computation is forgotten, no backup of the database tells it.
"""

import uuid
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.recruitment import keyring
from isegoria.convention.recruitment.draws import Draw, Source
from isegoria.core.charter import Role

SILENCE = timedelta(seconds=60)  # without a sign of life, whoever computed is gone
PATIENCE = timedelta(minutes=5)  # that nobody begins, though asked


class Stage(models.TextChoices):
    WAITING = "waiting", _("en attente")
    SOLVING = "solving", _("calcul des chances de chacun")
    LISTING = "listing", _("mise en liste des mille panels")
    DONE = "done", _("terminé")
    CONFLICT = "conflict", _("aucun panel possible")
    FAILED = "failed", _("échec")
    LOST = "lost", _("interrompu")
    CANCELLED = "cancelled", _("annulé")


RUNNING = (Stage.SOLVING, Stage.LISTING)
UNDER_WAY = (Stage.WAITING, *RUNNING)


class Computation(models.Model):
    """One computation that the officer asked for, with what the notice will say.

    `stage` tells how far it is, or how it ended; `beat_at` is its last sign of life.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    convention = models.ForeignKey(
        Convention, on_delete=models.PROTECT, related_name="computations"
    )
    source = models.CharField(max_length=6, choices=Source)
    source_text = models.CharField(max_length=300)
    again = models.TextField(max_length=1000, blank=True)
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.WAITING)
    asked_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True)
    beat_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    pool_sha256 = models.CharField(max_length=64, blank=True)
    sealed_result = models.TextField(blank=True)

    class Meta:
        ordering = ["convention", "-asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["convention"],
                condition=Q(stage__in=UNDER_WAY),
                name="one_computation_at_a_time",
            ),
            models.CheckConstraint(
                name="a_computation_is_at_a_known_stage", condition=Q(stage__in=list(Stage))
            ),
            models.CheckConstraint(
                name="only_a_computation_that_is_done_has_a_result",
                condition=Q(stage=Stage.DONE) | Q(sealed_result=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.convention} · {self.stage}"

    def is_lost(self, at: datetime) -> bool:
        """Whoever computed it gives no sign of life, or nobody began."""
        if self.stage == Stage.WAITING:
            return self.asked_at < at - PATIENCE
        return self.stage in RUNNING and (self.beat_at or self.asked_at) < at - SILENCE

    def draw(self, at: datetime) -> Draw | None:
        """The draw that it prepares, under the table in force; None without one."""
        table = self.convention.quota_tables.filter(state="frozen").first()
        said = {"source": self.source, "source_text": self.source_text, "again": self.again}
        if table is None:
            return None
        return Draw(convention=self.convention, table=table, sealed_at=at, **said)


def computation_of(convention: Convention, viewer: Viewer) -> Computation | None:
    """The latest one, for the officer; one that nobody carries out any more is said to be lost."""
    if not viewer.is_any(Role.RECRUITER):
        return None
    latest = Computation.objects.filter(convention=convention).first()
    if latest and latest.is_lost(viewer.at):
        end(latest.pk, Stage.LOST, viewer.at)
        latest.refresh_from_db()
    return latest


def ask(convention: Convention, viewer: Viewer, said: dict[str, str]) -> tuple[Computation, bool]:
    """Ask for one, in the place of those that ended: the one under way, if there is one, and
    whether it is new."""
    before = computation_of(convention, viewer)
    if before is not None and before.stage in UNDER_WAY:
        return before, False
    try:
        with transaction.atomic():
            ended = Computation.objects.filter(convention=convention)
            _destroy(ended.exclude(stage__in=UNDER_WAY))
            made = Computation(convention=convention, asked_at=viewer.at, **said)
            made.save(force_insert=True)
    except IntegrityError:  # asked meanwhile by another request
        return Computation.objects.get(convention=convention, stage__in=UNDER_WAY), False
    return made, True


def cancel(computation: Computation, at: datetime) -> bool:
    """Stop it: whoever computes sees it at their next sign of life."""
    return end(computation.pk, Stage.CANCELLED, at)


def forget(convention: Convention) -> None:
    """Destroy what was found and its key: it was sealed, or is about somebody who is forgotten.
    Whoever computes sees it at their next sign of life."""
    _destroy(Computation.objects.filter(convention=convention))


def lost_at_a_stop(at: datetime) -> int:
    """Nobody computes when nobody runs: those that a stop cut short, and how many."""
    return sum(
        end(key, Stage.LOST, at)
        for key in Computation.objects.filter(stage__in=RUNNING).values_list("pk", flat=True)
    )


def begin(key: uuid.UUID, at: datetime) -> bool:
    """Take it, alone; false when it was taken, cancelled or forgotten."""
    waiting = Computation.objects.filter(pk=key, stage=Stage.WAITING)
    return waiting.update(stage=Stage.SOLVING, begun_at=at, beat_at=at) == 1


def beat(key: uuid.UUID, at: datetime, *, stage: Stage | None = None) -> bool:
    """Give a sign of life; false when it was cancelled, forgotten, or is believed lost."""
    found = Computation.objects.filter(pk=key, stage__in=RUNNING)
    return found.update(beat_at=at, **({"stage": stage} if stage else {})) == 1


def end(key: uuid.UUID, stage: Stage, at: datetime, **more: Any) -> bool:
    """End it so, unless it has ended otherwise."""
    found = Computation.objects.filter(pk=key, stage__in=UNDER_WAY)
    return found.update(stage=stage, ended_at=at, **more) == 1


def _destroy(found: "models.QuerySet[Computation]") -> None:
    for key in found.values_list("pk", flat=True):
        transaction.on_commit(partial(keyring.forget, key))
    found.delete()
