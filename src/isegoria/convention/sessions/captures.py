"""What was said, drawn, spoken or walked in a sequence. Its author is a table, never an account."""

import hashlib
import hmac
from datetime import timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.chartered import By, Chartered, chartered_states
from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.models import Account
from isegoria.convention.people.queries import roles_of
from isegoria.convention.sessions.sequences import Sequence
from isegoria.core.charter import Role

LATE = timedelta(hours=48)
FEWEST = 5
HALF = 16
ASKED = frozenset({Role.FACILITATOR, Role.ORGANISER, Role.GUARANTOR})


class Kind(models.TextChoices):
    CARD = "card", gettext_lazy("carte")
    PICTURE = "picture", gettext_lazy("image")
    VOICE = "voice", gettext_lazy("voix")
    POSITIONS = "positions", gettext_lazy("positions")


class Means(models.TextChoices):
    """How it came here, when the table did not enter it."""

    TABLE = "", gettext_lazy("noté à la table")
    PAPER = "paper", gettext_lazy("recopié d’une feuille")
    HELPER = "helper", gettext_lazy("noté par une personne qui aide")


class Capture(Chartered):
    """One expression. Its words are corrected until it is published; each wording is kept."""

    KIND: ClassVar[str] = "capture"

    sequence = models.ForeignKey(Sequence, on_delete=models.PROTECT, related_name="captures")
    kind = models.CharField(gettext_lazy("forme"), max_length=10, choices=Kind)
    round = models.PositiveSmallIntegerField(gettext_lazy("tour"), default=1)
    table = models.PositiveSmallIntegerField(gettext_lazy("table"), null=True, blank=True)
    group = models.CharField(gettext_lazy("groupe"), max_length=60, blank=True)
    text = models.TextField(gettext_lazy("texte"), max_length=2000, blank=True)
    file = models.FileField(gettext_lazy("fichier"), upload_to="captures/%Y/", blank=True)
    media_type = models.CharField(max_length=80, blank=True, editable=False)
    size = models.PositiveBigIntegerField(default=0, editable=False)
    file_sha256 = models.CharField(max_length=64, blank=True, editable=False)
    alternative = models.TextField(gettext_lazy("description"), max_length=2000, blank=True)
    transcript = models.TextField(gettext_lazy("transcription"), max_length=10000, blank=True)
    entered_for = models.CharField(max_length=6, choices=Means, blank=True, default="")
    sheet = models.CharField(max_length=20, blank=True, editable=False)
    late = models.BooleanField(default=False, editable=False)
    people = models.PositiveSmallIntegerField(default=0, editable=False)
    signature = models.CharField(gettext_lazy("signature"), max_length=120, blank=True)
    signed_at = models.DateTimeField(null=True, editable=False)
    signed_by = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, editable=False, related_name="signatures"
    )
    taken_at = models.DateTimeField(editable=False)
    shown_at = models.DateTimeField(null=True, editable=False)
    published_at = models.DateTimeField(null=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    reason = models.TextField(gettext_lazy("raison"), max_length=600, blank=True, editable=False)

    class Meta:
        ordering = ["sequence", "taken_at", "pk"]
        constraints = [
            chartered_states("capture"),
            models.CheckConstraint(
                name="a_capture_is_of_a_table_or_of_a_group",
                condition=Q(table__isnull=False, group="") | (Q(table__isnull=True) & ~Q(group="")),
            ),
            models.CheckConstraint(
                name="a_public_picture_is_described",
                condition=~Q(kind="picture", state="published") | ~Q(alternative=""),
            ),
            models.CheckConstraint(
                name="a_public_voice_is_transcribed",
                condition=~Q(kind="voice", state="published") | ~Q(transcript=""),
            ),
            models.CheckConstraint(
                name="positions_are_those_of_five_people_at_least",
                condition=~Q(kind="positions") | Q(people__gte=FEWEST),
            ),
            models.CheckConstraint(
                name="a_public_capture_says_when",
                condition=~Q(state="published") | Q(published_at__isnull=False),
            ),
            models.CheckConstraint(
                name="a_withdrawn_capture_says_when_and_why",
                condition=~Q(state="withdrawn") | (Q(withdrawn_at__isnull=False) & ~Q(reason="")),
            ),
            models.CheckConstraint(
                name="a_capture_set_aside_says_why", condition=~Q(state="set_aside") | ~Q(reason="")
            ),
            models.CheckConstraint(
                name="a_signature_was_consented_to",
                condition=Q(signature="", signed_at__isnull=True, signed_by__isnull=True)
                | (~Q(signature="") & Q(signed_at__isnull=False)),
            ),
        ]
        indexes = [models.Index(fields=["sequence", "state"], name="captures_by_state")]

    def __str__(self) -> str:
        """Never its words: this is what the journal calls it."""
        return f"{self.get_kind_display()}, {self.author}"

    @property
    def author(self) -> str:
        return self.group or _("table %(number)s") % {"number": self.table}

    @property
    def whose(self) -> str:
        """The same, within a sentence."""
        if self.group:
            return _("le groupe « %(group)s »") % {"group": self.group}
        return _("la table %(number)s") % {"number": self.table}

    @property
    def words(self) -> str:
        """What it says to somebody who neither sees nor hears it."""
        said = {Kind.PICTURE: self.alternative, Kind.VOICE: self.transcript}
        return said.get(Kind(self.kind), self.text)

    @property
    def receipt(self) -> str:
        """What a device keeps to show that it was taken there; made with the site's key."""
        made = hmac.digest(settings.SECRET_KEY.encode(), f"capture:{self.pk}".encode(), "sha256")
        return f"{self.pk.hex}{made.hex()[:HALF]}"

    @property
    def content_sha256(self) -> str:
        said = "\0".join((self.kind, self.text, self.alternative, self.transcript))
        return hashlib.sha256(f"{said}\0{self.file_sha256}".encode()).hexdigest()

    def in_convention(self) -> Convention:
        return self.sequence.in_convention()

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        people = given.get("people", self.people)
        return {
            "capture_time": self._may_be_taken(by),
            "something_said": self._says_something(given),
            "enough_people": self.kind != Kind.POSITIONS or people >= FEWEST,
            "theirs": self._is_theirs(by, given.get("receipt", "")),
            "in_words": self.kind == Kind.POSITIONS or bool(self.words.strip()),
            "reasoned": bool(given.get("reason", "").strip()),
            "consenting": bool(given.get("signature", "").strip()),
            "signed": bool(self.signature),
            "own_signature": self._may_unsign(by),
        }

    def _may_be_taken(self, by: By) -> bool:
        session = self.sequence.session
        late = session.closed_at is not None and by.at <= session.closed_at + LATE
        under_way = session.state == "open" or (session.is_held and late)
        return under_way and self.sequence.state != "dropped"

    def _says_something(self, given: dict[str, Any]) -> bool:
        text = given.get("text", self.text)
        if self.kind == Kind.CARD:
            return bool(text.strip())
        return self.kind == Kind.POSITIONS or bool(self.file)

    def _is_theirs(self, by: By, receipt: str) -> bool:
        if hmac.compare_digest(receipt.encode(), self.receipt.encode()):
            return True
        return Role.FACILITATOR in roles_of(by.actor, self.in_convention().pk, at=by.at)

    def _may_unsign(self, by: By) -> bool:
        """Whoever signed; or those who were asked to, by voice or on paper."""
        roles = roles_of(by.actor, self.in_convention().pk, at=by.at)
        return by.actor == self.signed_by or bool(roles & ASKED)


class Wording(models.Model):
    """One state of the words of a capture. Never changed: a correction is a new one."""

    capture = models.ForeignKey(Capture, on_delete=models.PROTECT, related_name="wordings")
    number = models.PositiveSmallIntegerField()
    text = models.TextField(blank=True)
    alternative = models.TextField(blank=True)
    transcript = models.TextField(blank=True)
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["capture", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["capture", "number"], name="wordings_follow_each_other"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.capture} · {self.number}"


class Moment(models.TextChoices):
    BEFORE = "before", gettext_lazy("avant")
    AFTER = "after", gettext_lazy("après")


class ZoneCount(models.Model):
    """How many people stood in one zone, at one moment. Numbers alone."""

    capture = models.ForeignKey(Capture, on_delete=models.PROTECT, related_name="zones")
    zone = models.PositiveSmallIntegerField()
    label = models.CharField(gettext_lazy("zone"), max_length=60)
    moment = models.CharField(max_length=6, choices=Moment)
    count = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["capture", "zone", "moment"]
        constraints = [
            models.UniqueConstraint(
                fields=["capture", "zone", "moment"], name="a_zone_is_counted_once_a_moment"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label}: {self.count}"
