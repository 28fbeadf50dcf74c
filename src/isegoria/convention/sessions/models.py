"""A session: when, where, how one takes part. What was announced first is kept beside what is."""

from datetime import timedelta
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from isegoria.convention.chartered import By, Chartered, chartered_states
from isegoria.convention.mandate.models import Convention
from isegoria.core.charter.acts.sessions import HELD

EARLY = timedelta(hours=12)
USUAL_DAYS = 10


class Mode(models.TextChoices):
    ON_SITE = "on_site", _("sur place")
    REMOTE = "remote", _("à distance")
    HYBRID = "hybrid", _("sur place et à distance")


class Session(Chartered):
    """One meeting of the panel."""

    KIND: ClassVar[str] = "session"

    convention = models.ForeignKey(Convention, on_delete=models.PROTECT, related_name="sessions")
    number = models.PositiveSmallIntegerField(editable=False)
    title = models.CharField(_("titre"), max_length=160)
    aim = models.TextField(_("à quoi sert cette séance"), max_length=2000, blank=True)
    starts = models.DateTimeField(_("début"))
    ends = models.DateTimeField(_("fin"))
    mode = models.CharField(_("mode"), max_length=8, choices=Mode, default=Mode.ON_SITE)
    place = models.CharField(_("lieu"), max_length=160, blank=True)
    address = models.CharField(_("adresse"), max_length=240, blank=True)
    access = models.TextField(_("accès, et accès en fauteuil"), max_length=2000, blank=True)
    bring = models.TextField(_("ce que les membres apportent"), max_length=1000, blank=True)
    read_before = models.TextField(_("ce qu’il faut lire avant"), max_length=1000, blank=True)
    help_phone = models.CharField(_("téléphone d’aide, le jour même"), max_length=30, blank=True)
    stream_url = models.URLField(_("retransmission publique"), blank=True)
    recording_url = models.URLField(_("enregistrement public"), blank=True)
    transcript = models.TextField(_("transcription de l’enregistrement"), blank=True)
    minutes_days = models.PositiveSmallIntegerField(
        _("délai du compte rendu, en jours"), default=USUAL_DAYS
    )
    cancel_reason = models.TextField(
        _("raison de l’annulation"), max_length=1000, blank=True, editable=False
    )
    agenda_published_at = models.DateTimeField(null=True, editable=False)
    opened_at = models.DateTimeField(null=True, editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)
    fictional = models.BooleanField(_("données fictives"), default=False)

    class Meta:
        ordering = ["convention", "starts", "number"]
        constraints = [
            chartered_states("session"),
            models.UniqueConstraint(
                fields=["convention", "number"], name="sessions_have_distinct_numbers"
            ),
            models.CheckConstraint(
                name="a_session_ends_after_it_begins", condition=Q(starts__lt=F("ends"))
            ),
            models.CheckConstraint(
                name="a_cancelled_session_says_why",
                condition=~Q(state="cancelled") | ~Q(cancel_reason=""),
            ),
            models.CheckConstraint(
                name="a_public_recording_of_a_session_has_its_transcript",
                condition=Q(recording_url="") | ~Q(transcript=""),
            ),
            models.CheckConstraint(
                name="minutes_have_days_to_be_read", condition=Q(minutes_days__range=(1, 90))
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_held(self) -> bool:
        """It took place, whatever became of its minutes since."""
        return self.state in HELD

    @property
    def is_public(self) -> bool:
        """Anybody may read its page: its agenda was published, or it was cancelled after that."""
        return self.agenda_published_at is not None

    @property
    def is_over(self) -> bool:
        return self.state not in {"", "planned", "agenda_published", "open"}

    @property
    def is_at_a_distance(self) -> bool:
        return self.mode != Mode.ON_SITE

    def in_convention(self) -> Convention:
        return self.convention

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        starts, ends = given.get("starts", self.starts), given.get("ends", self.ends)
        return {
            "dated": bool(starts and ends and starts < ends),
            "composed": bool(given.get("composed")),
            "reasoned": bool(given.get("reason", "").strip()),
            "with_its_minutes": given.get("minutes") is not None,
            "that_day": bool(self.starts and self.starts - EARLY <= by.at),
        }


class Arrangement(models.Model):
    """When and how a session was to be, as it was said. Never changed: a new one says why."""

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="arrangements")
    number = models.PositiveSmallIntegerField()
    starts = models.DateTimeField(_("début"))
    ends = models.DateTimeField(_("fin"))
    mode = models.CharField(_("mode"), max_length=8, choices=Mode)
    reason = models.TextField(_("raison"), max_length=1000, blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["session", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "number"], name="arrangements_follow_each_other"
            ),
            models.CheckConstraint(
                name="a_change_of_session_says_why", condition=Q(number=1) | ~Q(reason="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session} · {self.mode} {self.starts:%Y-%m-%d}"


class RelayRoom(models.Model):
    """A place, other than the main one, where members gather and take part with help."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="relay_rooms")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(_("nom de la salle relais"), max_length=160)
    address = models.CharField(_("adresse"), max_length=240, blank=True)
    access = models.CharField(_("accès, et accès en fauteuil"), max_length=400, blank=True)

    class Meta:
        ordering = ["session", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "position"], name="relay_rooms_are_in_order"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class For(models.TextChoices):
    """Whom a way of joining at a distance is for."""

    MEMBERS = "members", _("les membres")
    STAFF = "staff", _("l’équipe et les intervenants")
    OBSERVERS = "observers", _("le comité de suivi et les garants")


class Link(models.Model):
    """A way of joining at a distance, for one group: an address, a telephone number, or both."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="links")
    whom = models.CharField(_("pour qui"), max_length=10, choices=For)
    url = models.URLField(_("lien vidéo"), blank=True)
    phone = models.CharField(_("numéro de téléphone"), max_length=30, blank=True)
    phone_code = models.CharField(_("code à taper au téléphone"), max_length=20, blank=True)

    class Meta:
        ordering = ["session", "whom"]
        constraints = [
            models.UniqueConstraint(fields=["session", "whom"], name="a_group_has_one_link"),
            models.CheckConstraint(
                name="a_link_leads_somewhere", condition=~Q(url="") | ~Q(phone="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session} · {self.whom}"
