"""Who is heard in a session: the holder of a public seat, who proposed them and what view they
bring; and the experts that members and tables ask for."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.chartered import By, Chartered, chartered_states
from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.members import Member
from isegoria.convention.people.models import InterestDeclaration, Seat
from isegoria.convention.people.queries import roles_of
from isegoria.convention.publishing.models import Recorded
from isegoria.convention.sessions.models import Session
from isegoria.convention.sessions.questions import OF_A_ROOM, Origin
from isegoria.core.charter.acts.holders import FACILITATION


class Proposer(models.TextChoices):
    ORGANISERS = "organisers", gettext_lazy("l’organisation")
    COMMITTEE = "committee", gettext_lazy("le comité de suivi")
    GUARANTORS = "guarantors", gettext_lazy("les garants")
    MEMBERS = "members", gettext_lazy("les membres du panel")
    PUBLIC = "public", gettext_lazy("le public")
    THEMSELVES = "themselves", gettext_lazy("la personne elle-même")


class Hearing(Recorded):
    """Somebody who speaks to the panel as an expert. Their name, organisation, domains and
    declared interests are those of their seat."""

    KIND: ClassVar[str] = "hearing"

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="hearings")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="hearings")
    topic = models.CharField(gettext_lazy("sujet"), max_length=200)
    viewpoint = models.CharField(gettext_lazy("point de vue"), max_length=60)
    proposed_by = models.CharField(
        gettext_lazy("proposée par"), max_length=10, choices=Proposer, default=Proposer.ORGANISERS
    )
    reason = models.TextField(gettext_lazy("raison"), max_length=1000, blank=True, editable=False)
    fictional = models.BooleanField(gettext_lazy("données fictives"), default=False)

    class Meta:
        ordering = ["session", "pk"]
        constraints = [
            chartered_states("hearing"),
            models.UniqueConstraint(
                fields=["session", "seat"],
                condition=~Q(state="cancelled"),
                name="somebody_is_heard_once_a_session",
            ),
            models.CheckConstraint(
                name="a_hearing_says_what_view_it_brings",
                condition=~Q(viewpoint="") & ~Q(topic=""),
            ),
            models.CheckConstraint(
                name="a_recorded_hearing_has_its_transcript",
                condition=Q(video_url="") | ~Q(transcript=""),
            ),
            models.CheckConstraint(
                name="a_cancelled_hearing_says_why",
                condition=~Q(state="cancelled") | ~Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return str(self.seat)

    def in_convention(self) -> Convention:
        return self.session.convention

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        changes = given.get("changes", {})
        viewpoint = changes.get("viewpoint", self.viewpoint)
        return {
            "to_come": not self.session.is_over,
            "transcribed": not changes.get("video_url") or bool(changes.get("transcript")),
            "viewpoint_said": bool(viewpoint.strip()),
            "interests_declared": InterestDeclaration.objects.filter(seat=self.seat_id).exists(),
            "session_begun": self.session.state == "open" or self.session.is_held,
            "reasoned": bool(given.get("reason", "").strip()),
        }


class ExpertRequest(Chartered):
    """An expert that a member or a table asks for, by what they would explain."""

    KIND: ClassVar[str] = "request"

    convention = models.ForeignKey(
        Convention, on_delete=models.PROTECT, related_name="expert_requests"
    )
    number = models.PositiveIntegerField(editable=False)
    origin = models.CharField(gettext_lazy("demandé par"), max_length=6, choices=Origin)
    table = models.PositiveSmallIntegerField(gettext_lazy("table"), null=True, blank=True)
    member = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, blank=True, related_name="expert_requests"
    )
    text = models.TextField(gettext_lazy("demande"), max_length=600)
    asked_at = models.DateTimeField(editable=False)
    hearing = models.ForeignKey(
        Hearing, on_delete=models.PROTECT, null=True, blank=True, related_name="answers_requests"
    )
    reason = models.TextField(gettext_lazy("raison"), max_length=1000, blank=True, editable=False)
    ended_at = models.DateTimeField(null=True, editable=False)
    fictional = models.BooleanField(gettext_lazy("données fictives"), default=False)

    class Meta:
        ordering = ["convention", "number"]
        constraints = [
            chartered_states("request"),
            models.UniqueConstraint(
                fields=["convention", "number"], name="expert_requests_have_distinct_numbers"
            ),
            models.CheckConstraint(
                name="a_request_is_of_a_table_or_of_a_member",
                condition=OF_A_ROOM,
            ),
            models.CheckConstraint(
                name="an_honoured_request_says_by_which_hearing",
                condition=~Q(state="honoured") | Q(hearing__isnull=False, ended_at__isnull=False),
            ),
            models.CheckConstraint(
                name="a_refused_request_says_when_and_why",
                condition=~Q(state="refused") | (Q(ended_at__isnull=False) & ~Q(reason="")),
            ),
        ]

    def __str__(self) -> str:
        """Never its words: this is what the journal calls it."""
        return _("demande d’expert %(number)s") % {"number": self.number}

    @property
    def author(self) -> str:
        if self.origin == Origin.TABLE:
            return _("table %(number)s") % {"number": self.table}
        return str(self.member)

    def in_convention(self) -> Convention:
        return self.convention

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        roles = roles_of(by.actor, self.convention_id, at=by.at)
        theirs = self.member is None or self.member.account == by.actor
        hearing = given.get("hearing", self.hearing)
        return {
            "worded": bool(self.text.strip()),
            "own_request": theirs or bool(roles & set(FACILITATION)),
            "member_active": self.member is None or self.member.state == "active",
            "hearing_stands": hearing is not None and hearing.state in {"planned", "held"},
            "reasoned": bool(given.get("reason", "").strip()),
        }
