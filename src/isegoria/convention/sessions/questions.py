"""A question and its written answer. It is asked by a table, by a member known by a number, or by
the public: never by a name."""

import hashlib
from datetime import date, datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.chartered import By, Chartered, chartered_states
from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.members import Member
from isegoria.convention.people.models import Account
from isegoria.convention.people.queries import roles_of
from isegoria.convention.sessions.models import Session
from isegoria.core.charter import Role
from isegoria.core.charter.acts.holders import FACILITATION, RUNNING

CONFIDED = ("confided", "answered", "published")
WAITING = ("confided", "answered")
OF_A_ROOM = Q(origin="table", table__isnull=False, member__isnull=True) | Q(
    origin="member", table__isnull=True, member__isnull=False
)


class Origin(models.TextChoices):
    TABLE = "table", gettext_lazy("une table")
    MEMBER = "member", gettext_lazy("un membre du panel")
    PUBLIC = "public", gettext_lazy("une personne du public")


class Whom(models.TextChoices):
    """Who answers. Each is a role of the charter."""

    EXPERT = "expert", gettext_lazy("un expert")
    SERVICE = "service", gettext_lazy("un service de la ville")
    COMMITTEE = "committee", gettext_lazy("le comité de suivi")


class Question(Chartered):
    """One question. Its text never changes; its answer no longer does once it is published."""

    KIND: ClassVar[str] = "question"

    convention = models.ForeignKey(Convention, on_delete=models.PROTECT, related_name="questions")
    session = models.ForeignKey(
        Session, on_delete=models.PROTECT, null=True, blank=True, related_name="questions"
    )
    number = models.PositiveIntegerField(editable=False)
    origin = models.CharField(gettext_lazy("posée par"), max_length=6, choices=Origin)
    table = models.PositiveSmallIntegerField(gettext_lazy("table"), null=True, blank=True)
    member = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, blank=True, related_name="questions"
    )
    text = models.TextField(gettext_lazy("question"), max_length=1000)
    asked_at = models.DateTimeField(editable=False)
    whom = models.CharField(gettext_lazy("confiée à"), max_length=9, choices=Whom, blank=True)
    respondent = models.CharField(gettext_lazy("qui répond"), max_length=160, blank=True)
    confided_to = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, blank=True, related_name="questions_confided"
    )
    first_due_on = models.DateField(null=True, editable=False)
    due_on = models.DateField(gettext_lazy("réponse annoncée pour le"), null=True, blank=True)
    answer = models.TextField(gettext_lazy("réponse"), max_length=8000, blank=True)
    answered_at = models.DateTimeField(null=True, editable=False)
    published_at = models.DateTimeField(null=True, editable=False)
    reason = models.TextField(gettext_lazy("raison"), max_length=1000, blank=True, editable=False)
    ended_at = models.DateTimeField(null=True, editable=False)
    fictional = models.BooleanField(gettext_lazy("données fictives"), default=False)

    class Meta:
        ordering = ["convention", "number"]
        constraints = [
            chartered_states("question"),
            models.UniqueConstraint(
                fields=["convention", "number"], name="questions_have_distinct_numbers"
            ),
            models.CheckConstraint(
                name="a_question_is_of_a_table_of_a_member_or_of_the_public",
                condition=OF_A_ROOM | Q(origin="public", table__isnull=True, member__isnull=True),
            ),
            models.CheckConstraint(
                name="a_confided_question_says_to_whom_and_for_when",
                condition=~Q(state__in=CONFIDED)
                | (Q(due_on__isnull=False) & ~Q(whom="") & ~Q(respondent="")),
            ),
            models.CheckConstraint(
                name="an_answered_question_has_its_answer",
                condition=~Q(state__in=["answered", "published"])
                | (Q(answered_at__isnull=False) & ~Q(answer="")),
            ),
            models.CheckConstraint(
                name="a_public_answer_says_when",
                condition=~Q(state="published") | Q(published_at__isnull=False),
            ),
            models.CheckConstraint(
                name="a_question_put_away_says_when_and_why",
                condition=~Q(state__in=["set_aside", "withdrawn"])
                | (Q(ended_at__isnull=False) & ~Q(reason="")),
            ),
        ]
        indexes = [models.Index(fields=["convention", "state", "due_on"], name="questions_due")]

    def __str__(self) -> str:
        """Never its words: this is what the journal calls it."""
        return _("question %(number)s") % {"number": self.number}

    @property
    def author(self) -> str:
        if self.origin == Origin.TABLE:
            return _("table %(number)s") % {"number": self.table}
        return str(self.member) if self.member else str(Origin.PUBLIC.label)

    @property
    def content_sha256(self) -> str:
        return hashlib.sha256(f"{self.text}\0{self.answer}".encode()).hexdigest()

    @property
    def is_postponed(self) -> bool:
        """Another date was announced before."""
        return self.first_due_on is not None and self.first_due_on != self.due_on

    def is_overdue(self, at: datetime) -> bool:
        """The announced day is over, and nobody can read an answer."""
        if self.due_on is None or self.state not in WAITING:
            return False
        return self.due_on < today(self.convention, at)

    def in_convention(self) -> Convention:
        return self.convention

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        due_on = given.get("due_on", self.due_on)
        return {
            "worded": bool(given.get("answer", self.text).strip()),
            "member_active": self.member is None or self.member.state == "active",
            "own_question": self._is_theirs(by),
            "asking_open": self.convention.state in RUNNING,
            "answerer_named": bool(given.get("respondent", self.respondent).strip()),
            "due_ahead": due_on is None or due_on >= today(self.convention, by.at),
            "theirs_to_answer": self._is_theirs_to_answer(by),
            "reasoned": bool(given.get("reason", "").strip()),
        }

    def _roles(self, by: By) -> frozenset[Role]:
        return roles_of(by.actor, self.convention_id, at=by.at)

    def _is_theirs(self, by: By) -> bool:
        """The member's own, or that of a table, said by somebody who is there; and those who
        facilitate act for whoever asks them to."""
        if self._roles(by) & set(FACILITATION):
            return True
        if self.member is None:
            return not self.state
        return self.member.account in (by.actor, by.on_behalf_of)

    def _is_theirs_to_answer(self, by: By) -> bool:
        roles = self._roles(by)
        if roles & set(FACILITATION):
            return True
        return self.whom in roles and self.confided_to in {None, by.actor}


def today(convention: Convention, at: datetime) -> date:
    """The day that it is where the convention is held."""
    return timezone.localdate(at, convention.zone)
