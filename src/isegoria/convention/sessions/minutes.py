"""The minutes of a session: a text in parts, that those who were there read, correct and approve.

Each edition is kept. A correction is known publicly by its number, and never by who asked for it.
"""

from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.chartered import By, Chartered, chartered_states
from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.members import Member
from isegoria.convention.publishing.models import Document
from isegoria.convention.sessions.attendance import is_theirs
from isegoria.convention.sessions.models import Session
from isegoria.convention.sessions.queries import PRESENT, present_at
from isegoria.convention.sessions.questions import today
from isegoria.core.journal.canonical import digest

READ = ("submitted", "validated", "published")


class Minutes(Chartered):
    """`sections` is a list of {"title", "text"}, in Markdown; `edition` counts what was submitted,
    then each accepted correction."""

    KIND: ClassVar[str] = "minutes"

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="accounts")
    sections = models.JSONField(default=list)
    edition = models.PositiveSmallIntegerField(default=0, editable=False)
    begun_at = models.DateTimeField(editable=False)
    submitted_at = models.DateTimeField(null=True, editable=False)
    due_on = models.DateField(null=True, editable=False)
    validated_at = models.DateTimeField(null=True, editable=False)
    published_at = models.DateTimeField(null=True, editable=False)
    approved = models.PositiveSmallIntegerField(default=0, editable=False)
    present = models.PositiveSmallIntegerField(default=0, editable=False)
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, editable=False, related_name="minutes"
    )

    class Meta:
        ordering = ["session"]
        constraints = [
            chartered_states("minutes"),
            models.UniqueConstraint(fields=["session"], name="a_session_has_one_text_of_minutes"),
            models.CheckConstraint(
                name="minutes_to_be_read_say_until_when",
                condition=~Q(state__in=READ)
                | Q(submitted_at__isnull=False, due_on__isnull=False, edition__gte=1),
            ),
            models.CheckConstraint(
                name="validated_minutes_say_when",
                condition=~Q(state__in=["validated", "published"]) | Q(validated_at__isnull=False),
            ),
            models.CheckConstraint(
                name="published_minutes_say_when_and_where",
                condition=~Q(state="published")
                | Q(published_at__isnull=False, document__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return _("compte rendu de la séance %(number)s") % {"number": self.session.number}

    @property
    def content_sha256(self) -> str:
        return digest({"sections": self.sections})

    def in_convention(self) -> Convention:
        return self.session.convention

    def is_open_at(self, at: datetime) -> bool:
        """Those who were there may still say what they think of it."""
        due = self.due_on
        return self.state == "submitted" and due is not None and today(self._here, at) <= due

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        return {
            "session_held": self.session.state == "held" and not self._was_begun(),
            "worded": any(one["text"].strip() for one in self.sections),
            "by_a_correction": given.get("correction") is not None,
            "corrections_answered": not self.corrections.filter(state="proposed").exists(),
            "read_through": self._was_read(by.at),
        }

    def _was_begun(self) -> bool:
        return Minutes.objects.filter(session=self.session).exists()

    @property
    def _here(self) -> Convention:
        return self.session.convention

    def _was_read(self, at: datetime) -> bool:
        if self.due_on is not None and today(self._here, at) > self.due_on:
            return True
        return 0 < present_at(self.session) <= self.approvals.count()


class Edition(models.Model):
    """The text as those who were there could read it. Never changed: a correction is a new one."""

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField()
    sections = models.JSONField()
    content_sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["minutes", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["minutes", "number"], name="editions_follow_each_other"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.minutes} · {self.number}"


class OfTheMinutes(Chartered):
    """What somebody who was there says of the minutes."""

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="%(class)ss")
    member = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, blank=True, related_name="%(class)ss"
    )

    class Meta:
        abstract = True

    def in_convention(self) -> Convention:
        return self.minutes.in_convention()

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        member = self.member
        there = member is None or was_present(member, self.minutes.session)
        return {
            "own": member is None or is_theirs(member, by),
            "was_present": there,
            "reading_open": self.minutes.is_open_at(by.at),
            "reasoned": bool(given.get("reason", "").strip()),
        }


class Approval(OfTheMinutes):
    """One member says: this is what was said. Read by nobody but as a number."""

    KIND: ClassVar[str] = "approval"

    edition = models.PositiveSmallIntegerField(editable=False)
    given_at = models.DateTimeField(editable=False)

    class Meta:
        ordering = ["minutes", "given_at"]
        constraints = [
            chartered_states("approval"),
            models.UniqueConstraint(
                fields=["minutes", "member"], name="a_member_approves_minutes_once"
            ),
            models.CheckConstraint(
                name="an_approval_is_of_a_member", condition=Q(member__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return _("approbation")

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        before = Approval.objects.filter(minutes=self.minutes, member=self.member)
        return {**super().facts(by, **given), "first_time": not before.exists()}


class Correction(OfTheMinutes):
    """What is wrong in one part, and the answer. Without a member, it was asked by the team.

    hidden: its words are not published, because they name somebody."""

    KIND: ClassVar[str] = "correction"

    number = models.PositiveSmallIntegerField(editable=False)
    section = models.PositiveSmallIntegerField(gettext_lazy("partie"))
    text = models.TextField(gettext_lazy("correction demandée"), max_length=2000)
    proposed_at = models.DateTimeField(editable=False)
    answer = models.TextField(gettext_lazy("réponse"), max_length=1000, blank=True)
    answered_at = models.DateTimeField(null=True, editable=False)
    edition = models.PositiveSmallIntegerField(null=True, editable=False)
    hidden = models.BooleanField(gettext_lazy("ne pas publier la demande"), default=False)

    class Meta:
        ordering = ["minutes", "number"]
        constraints = [
            chartered_states("correction"),
            models.UniqueConstraint(
                fields=["minutes", "number"], name="corrections_have_distinct_numbers"
            ),
            models.CheckConstraint(
                name="an_answered_correction_says_when",
                condition=Q(state="proposed") | Q(answered_at__isnull=False),
            ),
            models.CheckConstraint(
                name="a_refused_correction_says_why", condition=~Q(state="refused") | ~Q(answer="")
            ),
            models.CheckConstraint(
                name="an_accepted_correction_says_in_which_edition",
                condition=~Q(state="accepted") | Q(edition__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        """Never its words: this is what the journal calls it."""
        return _("correction %(number)s") % {"number": self.number}

    @property
    def outcome(self) -> str:
        return {
            "proposed": _("attend une réponse"),
            "accepted": _("acceptée"),
            "refused": _("non retenue"),
        }.get(self.state, "")

    @property
    def part(self) -> str:
        """The title of the part that it is about."""
        parts = self.minutes.sections
        return str(parts[self.section]["title"]) if self.section < len(parts) else ""

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        said = str(given.get("text", self.text))
        return {**super().facts(by, **given), "worded": bool(said.strip())}


def was_present(member: Member, session: Session) -> bool:
    return session.presences.filter(member=member, how__in=PRESENT).exists()
