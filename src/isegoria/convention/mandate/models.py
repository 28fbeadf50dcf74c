"""What a convention is asked, by whom, and when. Dates are kept as they were said."""

from datetime import date, datetime
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from isegoria.convention.chartered import By, Chartered, chartered_states
from isegoria.core.charter import CHARTER, Window


class Precision(models.TextChoices):
    """How exactly a date is known; the instant stored is the start of the span."""

    MINUTE = "minute", _("à l’heure près")
    DAY = "day", _("au jour près")
    MONTH = "month", _("au mois près")
    QUARTER = "quarter", _("au trimestre près")
    YEAR = "year", _("à l’année près")


class Convention(Chartered):
    """The whole process; everything below belongs to one."""

    KIND: ClassVar[str] = "convention"

    slug = models.SlugField(_("adresse"), max_length=60, unique=True)
    title = models.CharField(_("titre"), max_length=160)
    commissioner = models.CharField(_("maître d’ouvrage"), max_length=160)
    lede = models.TextField(_("présentation en deux phrases"), max_length=600, blank=True)
    question = models.TextField(_("question posée, en mots simples"), max_length=600, blank=True)
    notice = models.TextField(
        _("avertissement affiché sur chaque page"), max_length=400, blank=True
    )
    themes = models.JSONField(_("thèmes"), default=list, blank=True)
    time_zone = models.CharField(_("fuseau horaire"), max_length=40, default="Europe/Paris")
    language = models.CharField(_("langue"), max_length=8, default="fr")
    accent = models.CharField(_("couleur d’accent"), max_length=7, blank=True)
    answer_days = models.PositiveSmallIntegerField(
        _("délai annoncé de réponse des garants, en jours"), default=15
    )
    charter = models.CharField(max_length=40, default=CHARTER.name, editable=False)
    fictional = models.BooleanField(_("données fictives"), default=False)
    passed_over = models.JSONField(default=list, blank=True, editable=False)
    passed_over_reason = models.TextField(blank=True, editable=False)
    launched_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        constraints = [
            chartered_states("convention"),
            models.CheckConstraint(
                name="a_gate_is_passed_over_with_a_reason",
                condition=Q(passed_over=[], passed_over_reason="") | ~Q(passed_over_reason=""),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def is_public(self) -> bool:
        return self.state not in {"", "draft"}

    def in_convention(self) -> "Convention":
        return self

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        missing = given.get("missing", ())
        return {
            "mandated": self.mandates.exists(),
            "ready": not missing,
            "not_ready": bool(missing),
            "reasoned": bool(given.get("reason", "").strip()),
        }


class MandateVersion(Chartered):
    """What the city asks and commits to. Never changed: a new version says why and by what act."""

    KIND: ClassVar[str] = "mandate"

    convention = models.ForeignKey(Convention, on_delete=models.PROTECT, related_name="mandates")
    number = models.PositiveSmallIntegerField(_("version"))
    question = models.TextField(_("question posée"), max_length=2000)
    scope = models.TextField(_("périmètre"), max_length=4000, blank=True)
    commitment = models.TextField(
        _("ce que le maître d’ouvrage s’engage à répondre"), max_length=4000, blank=True
    )
    answer_due = models.DateField(_("réponse attendue au plus tard"), null=True, blank=True)
    answer_due_text = models.CharField(_("échéance, telle qu’annoncée"), max_length=120, blank=True)
    panel_min = models.PositiveSmallIntegerField(
        _("taille du panel, au moins"), null=True, blank=True
    )
    panel_max = models.PositiveSmallIntegerField(
        _("taille du panel, au plus"), null=True, blank=True
    )
    act_reference = models.CharField(_("référence de l’acte"), max_length=300)
    decided_on = models.DateField(_("date de l’acte"))
    precision = models.CharField(max_length=8, choices=Precision, default=Precision.DAY)
    reason = models.TextField(_("raison du changement"), max_length=1000, blank=True)
    source = models.CharField(_("source"), max_length=300, blank=True)
    recorded_at = models.DateTimeField(editable=False)
    content_sha256 = models.CharField(max_length=64, editable=False)

    class Meta:
        ordering = ["convention", "number"]
        constraints = [
            chartered_states("mandate"),
            models.UniqueConstraint(
                fields=["convention", "number"], name="mandate_versions_follow_each_other"
            ),
            models.CheckConstraint(
                name="a_new_mandate_says_why", condition=Q(number=1) | ~Q(reason="")
            ),
            models.CheckConstraint(
                name="a_panel_has_a_least_and_a_most_size",
                condition=Q(panel_min__isnull=True) | Q(panel_min__lte=F("panel_max")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.convention} · mandat v{self.number}"

    def in_convention(self) -> Convention:
        return self.convention

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        first = not self.convention.mandates.exists()
        return {
            "referenced": bool(self.act_reference.strip()),
            "reasoned": first or bool(self.reason.strip()),
        }


class Lane(models.TextChoices):
    CONVENTION = "convention", _("Convention")
    COMMITTEE = "committee", _("Comité de suivi")
    SERVICES = "services", _("Services de la ville")


class CalendarItem(Chartered):
    """Something that has dates: a milestone, or a window of the charter."""

    KIND: ClassVar[str] = "calendar"

    convention = models.ForeignKey(Convention, on_delete=models.PROTECT, related_name="calendar")
    lane = models.CharField(_("ligne"), max_length=12, choices=Lane, default=Lane.CONVENTION)
    label = models.CharField(_("intitulé"), max_length=160)
    place = models.CharField(_("lieu"), max_length=160, blank=True)
    detail = models.TextField(_("précisions"), max_length=1000, blank=True)
    window = models.CharField(
        _("période de la charte"),
        max_length=20,
        blank=True,
        choices=[(one.value, one.value) for one in Window],
    )
    source = models.CharField(_("source"), max_length=300, blank=True)
    cancel_reason = models.TextField(
        _("raison de l’annulation"), max_length=1000, blank=True, editable=False
    )

    class Meta:
        constraints = [
            chartered_states("calendar"),
            models.CheckConstraint(
                name="a_cancelled_date_says_why",
                condition=~Q(state="cancelled") | ~Q(cancel_reason=""),
            ),
            models.UniqueConstraint(
                fields=["convention", "window"],
                condition=~Q(window="") & ~Q(state="cancelled"),
                name="a_window_is_dated_once",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    def in_convention(self) -> Convention:
        return self.convention

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        starts: datetime | None = given.get("starts")
        return {
            "reasoned": bool(given.get("reason", "").strip()),
            "begun": starts is not None and starts <= by.at,
        }


class CalendarDate(models.Model):
    """One date that was said of an item: planned (again and again), then actual. Never changed."""

    class Nature(models.TextChoices):
        PLANNED = "planned", _("prévu")
        ACTUAL = "actual", _("réel")

    item = models.ForeignKey(CalendarItem, on_delete=models.PROTECT, related_name="dates")
    number = models.PositiveSmallIntegerField()
    nature = models.CharField(max_length=8, choices=Nature)
    starts = models.DateTimeField(_("début"))
    ends = models.DateTimeField(_("fin"))
    precision = models.CharField(
        _("précision"), max_length=8, choices=Precision, default=Precision.DAY
    )
    reason = models.TextField(_("raison"), max_length=1000, blank=True)
    source = models.CharField(_("source"), max_length=300, blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["item", "number"]
        constraints = [
            models.UniqueConstraint(fields=["item", "number"], name="dates_follow_each_other"),
            models.UniqueConstraint(
                fields=["item"], condition=Q(nature="actual"), name="a_thing_happens_once"
            ),
            models.CheckConstraint(
                name="an_end_comes_after_its_start", condition=Q(starts__lte=F("ends"))
            ),
            models.CheckConstraint(
                name="a_change_of_date_says_why",
                condition=Q(number=1) | Q(nature="actual") | ~Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item} · {self.nature} {self.starts:%Y-%m-%d}"

    @property
    def first_day(self) -> date:
        return self.starts.date()
