"""What members say of the convention itself: one row, where every answer is added to the others.

Nobody can read there who answered what, not even with the whole database under their eyes: there
is no row for an answer. Sums, sentences in the order of the alphabet and, while it is open, the
numbers of those who have answered are all in this one row, written again at each answer. See the
decision 13, which says what this does not protect from.
"""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.chartered import By, Chartered, chartered_states
from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.members import Member, members_at
from isegoria.convention.sessions.attendance import How, is_theirs
from isegoria.convention.sessions.models import Session
from isegoria.core.charter.acts.holders import RUNNING
from isegoria.core.inquiry import tally

AWAY = (How.EXCUSED, How.ABSENT)
LONGEST = 400


class About(models.TextChoices):
    """The topics of core/inquiry, as they are called."""

    PULSE = "pulse", gettext_lazy("le pouls d’une séance")
    SURVEY = "survey", gettext_lazy("le questionnaire final")


class Grounds(models.TextChoices):
    """Why a sentence is set aside."""

    NAMES = "names", gettext_lazy("elle nomme quelqu’un")
    RECOGNISED = "recognised", gettext_lazy("on reconnaîtrait qui l’a écrite")
    INSULTS = "insults", gettext_lazy("elle insulte ou menace")
    ELSEWHERE = "elsewhere", gettext_lazy("elle parle d’autre chose")


class Inquiry(Chartered):
    """The pulse of a session, or the final survey. `sentences`: {text, fate, grounds} each."""

    KIND: ClassVar[str] = "inquiry"

    convention = models.ForeignKey(Convention, on_delete=models.PROTECT, related_name="inquiries")
    session = models.ForeignKey(
        Session, on_delete=models.PROTECT, null=True, blank=True, related_name="inquiries"
    )
    number = models.PositiveSmallIntegerField(editable=False)
    topic = models.CharField(max_length=6, choices=About)
    opened_at = models.DateTimeField(editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)
    entitled = models.PositiveSmallIntegerField(null=True, editable=False)
    answered = models.PositiveSmallIntegerField(default=0, editable=False)
    on_paper = models.PositiveSmallIntegerField(default=0, editable=False)
    counts = models.JSONField(default=dict, editable=False)
    sentences = models.JSONField(default=list, editable=False)
    answered_by = models.TextField(blank=True, editable=False)
    fictional = models.BooleanField(gettext_lazy("données fictives"), default=False)

    class Meta:
        ordering = ["convention", "number"]
        constraints = [
            chartered_states("inquiry"),
            models.UniqueConstraint(
                fields=["convention", "number"], name="inquiries_have_distinct_numbers"
            ),
            models.UniqueConstraint(
                fields=["session"], condition=Q(topic="pulse"), name="a_session_has_one_pulse"
            ),
            models.UniqueConstraint(
                fields=["convention"],
                condition=Q(topic="survey"),
                name="a_convention_has_one_final_survey",
            ),
            models.CheckConstraint(
                name="a_pulse_is_of_a_session_and_a_survey_of_none",
                condition=Q(topic="pulse", session__isnull=False)
                | Q(topic="survey", session__isnull=True),
            ),
            models.CheckConstraint(
                name="an_ended_inquiry_forgets_who_answered",
                condition=Q(state="open")
                | Q(answered_by="", closed_at__isnull=False, entitled__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        if self.session is None:
            return _("Questionnaire final")
        return _("Pouls de la séance %(number)s") % {"number": self.session.number}

    @property
    def numbers(self) -> frozenset[int]:
        """The cards of those who have answered, while it is open."""
        return frozenset(int(one) for one in self.answered_by.split(",") if one)

    @property
    def is_told(self) -> bool:
        """Closed, and enough people answered for the results to be shown."""
        return self.state == "ended" and self.answered >= tally.SHOWN_FROM

    def in_convention(self) -> Convention:
        return self.convention

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        member, place = given.get("member"), given.get("place")
        return {
            "timely": self._is_timely(),
            "first_of_its_kind": self._is_first(),
            "own_answer": member is None or is_theirs(member, by),
            "member_active": member is None or member.state == "active",
            "took_part": member is None or not self._is_away(member),
            "not_yet_answered": member is None or member.number not in self.numbers,
            "something_answered": "answers" not in given
            or tally.is_answer(self.topic, given["answers"]),
            "sheets_fit": "counts" not in given or self._fits(given["counts"], given["cards"], by),
            "enough_answers": self.is_told,
            "sentence_waits": place is None or self._waits(place),
        }

    def _is_timely(self) -> bool:
        if self.session is not None:
            return self.session.state == "open" or self.session.is_held
        return self.convention.state in RUNNING

    def _is_first(self) -> bool:
        same = Inquiry.objects.filter(convention=self.convention, topic=self.topic)
        return not same.filter(session=self.session).exists()

    def _is_away(self, member: Member) -> bool:
        if self.session is None:
            return False
        return self.session.presences.filter(member=member, how__in=AWAY).exists()

    def _fits(self, counts: tally.Counts, cards: frozenset[int], by: By) -> bool:
        active = set(members_at(self.convention, by.at).values_list("number", flat=True))
        new = bool(cards) and cards <= active and not cards & self.numbers
        return new and tally.fits(self.topic, counts, len(cards))

    def _waits(self, place: int) -> bool:
        return place < len(self.sentences) and not self.sentences[place]["fate"]
