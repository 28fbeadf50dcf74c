"""The people who accept to be drawn. What is said of them is sealed with a key of their own."""

import uuid
from collections.abc import Collection, Mapping
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from isegoria.convention.chartered import By, Chartered, chartered_states
from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.members import Member
from isegoria.convention.people.models import Account
from isegoria.convention.people.queries import roles_of
from isegoria.convention.recruitment import keyring
from isegoria.convention.recruitment.channels import Relay, works_for
from isegoria.convention.recruitment.models import QuotaTable
from isegoria.convention.recruitment.rules import may_replace
from isegoria.core.chance import Chance
from isegoria.core.charter import Role

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that is mistaken for another, read or heard
IN_THE_PANEL = ("drawn", "confirmed", "attended")
LEFT_A_SEAT = ("withdrawn", "declined", "unreached")
LEAST_TRIES = 3  # before somebody is said to give no answer
IN_THE_POOL = ("consented",)


def new_code() -> str:
    """A card number of three and three letters, as it is printed and spelt on the phone."""
    chance = Chance(keyring.drawn(32).hex())
    drawn = "".join(LETTERS[chance.below(len(LETTERS))] for _ in range(6))
    return f"{drawn[:3]}-{drawn[3:]}"


class Candidate(Chartered):
    """Somebody who accepted to be drawn.

    `identity`, `answers`, `needs` and `consent` are sealed; a code is what they are called by.
    The relay is who found them: nobody but the recruitment officer and that relay sees it, and it
    is erased when the panel's composition is published.
    """

    KIND: ClassVar[str] = "candidate"

    convention = models.ForeignKey(Convention, on_delete=models.PROTECT, related_name="candidates")
    alias = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.CharField(max_length=7, editable=False)
    relay = models.ForeignKey(
        Relay, on_delete=models.PROTECT, null=True, blank=True, related_name="candidates"
    )
    sealed_identity = models.TextField(blank=True, editable=False)
    sealed_answers = models.TextField(blank=True, editable=False)
    sealed_needs = models.TextField(blank=True, editable=False)
    sealed_consent = models.TextField(blank=True, editable=False)
    household = models.CharField(max_length=64, blank=True, editable=False)
    entered_on = models.DateField(editable=False)
    seat = models.PositiveSmallIntegerField(_("place"), null=True, editable=False)
    rank = models.PositiveSmallIntegerField(_("rang"), null=True, editable=False)
    member = models.OneToOneField(
        Member, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    called_for = models.PositiveSmallIntegerField(null=True, editable=False)

    class Meta:
        constraints = [
            chartered_states("candidate"),
            models.UniqueConstraint(fields=["convention", "code"], name="card_numbers_differ"),
            models.UniqueConstraint(
                fields=["convention", "seat"],
                condition=Q(state__in=IN_THE_PANEL),
                name="a_place_of_the_panel_has_one_holder",
            ),
            models.CheckConstraint(
                name="a_panel_member_has_a_place",
                condition=~Q(state__in=IN_THE_PANEL) | Q(seat__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["convention", "state"], name="candidates_by_state")]

    def __str__(self) -> str:
        return self.code

    @property
    def reference(self) -> str:
        """What the journal calls them. It changes when the referring relay is forgotten, so that
        an old entry no longer leads from one to the other."""
        return f"{self.KIND}:{self.alias}"

    def in_convention(self) -> Convention:
        return self.convention

    @property
    def identity(self) -> dict[str, Any]:
        """name, phone, email, address, through (how to reach them otherwise), born (a year)."""
        return keyring.opened(self.pk, self.sealed_identity)

    @property
    def answers(self) -> dict[str, str]:
        """Criterion → value, as the quota table writes them."""
        return keyring.opened(self.pk, self.sealed_answers)

    @property
    def needs(self) -> dict[str, Any]:
        """What to provide, never why: provisions (a list), more (a text)."""
        return keyring.opened(self.pk, self.sealed_needs)

    @property
    def consent(self) -> dict[str, Any]:
        """how (oral, written, self), day, helper (a name)."""
        return keyring.opened(self.pk, self.sealed_consent)

    def write(self, **parts: Mapping[str, Any]) -> None:
        """Seal again the parts that are given."""
        for name, said in parts.items():
            setattr(self, f"sealed_{name}", keyring.seal(self.pk, said))

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        officer = Role.RECRUITER in roles_of(by.actor, self.convention_id, at=by.at)
        marks = given.get("marks", {})
        return {
            "own": officer or works_for(by.actor, self.relay, by.at) or self._is_them(by),
            "channel_open": self.relay is not None and self.relay.channel.state == "open",
            "in_time": (officer and "letter" not in given) or not pool_is_closed(self.convention),
            "lettered": bool(given.get("letter")),
            "consenting": bool(given.get("consent", {}).get("how")),
            "reachable": bool(marks),
            "known_answers": _known(self.convention, given.get("answers", {})),
            "not_known": not is_known(self.convention, marks.values(), apart_from=self),
            "need_asked": given.get("provision") in self.needs.get("provisions", [])
            if "provision" in given
            else True,
            "need_reasoned": given.get("fate") != "not_provided"
            or bool(given.get("reason", "").strip()),
            "reasoned": bool(given.get("reason", "").strip()),
            "vacant": given.get("seat") is not None,
            "place_kept": given.get("kept") is not None,
            "in_reserve": given.get("in_reserve", False),
            "in_turn": given.get("in_turn", False),
            "tried_enough": given.get("tries", 0) >= LEAST_TRIES,
            "ranked": given.get("rank") is not None,
            "before_the_last_replacement": may_replace(self.convention, by.at),
            "taken_over": given.get("by_seat") is not None,
        }

    def _is_them(self, by: By) -> bool:
        """A member acts for themselves, or the team does what they ask, on their behalf."""
        account = self.member.account if self.member else None
        return account is not None and account in (by.actor, by.on_behalf_of)


class Mark(models.Model):
    """A keyed digest of a phone number, an address or a name, to see a double entry."""

    convention = models.ForeignKey(Convention, on_delete=models.PROTECT, related_name="marks")
    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="marks")
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["convention", "digest"], name="nobody_is_entered_twice")
        ]

    def __str__(self) -> str:
        return self.digest[:8]


class Reading(models.Model):
    """Who looked at what was said of people, when. Kept by the database as it was written."""

    convention = models.ForeignKey(Convention, on_delete=models.PROTECT, related_name="readings")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="readings")
    at = models.DateTimeField()
    what = models.CharField(max_length=20)
    candidate = models.UUIDField(null=True)
    count = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["convention", "-at"], name="readings_by_time")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.what}"


def is_known(
    convention: Convention, digests: Collection[str], *, apart_from: Candidate | None = None
) -> bool:
    """Is somebody with one of these marks entered already?"""
    found = Mark.objects.filter(convention=convention, digest__in=list(digests))
    return found.exclude(candidate=apart_from).exists() if apart_from else found.exists()


def pool_is_closed(convention: Convention) -> bool:
    """Once a draw is sealed, the list of the people who may be drawn no longer changes."""
    return convention.draws.filter(state__in=["sealed", "numbered", "drawn"]).exists()


def _known(convention: Convention, answers: Mapping[str, str]) -> bool:
    """Each answer is a value of the table in force."""
    table = QuotaTable.objects.filter(convention=convention, state="frozen").first()
    if table is None:
        return False
    cells = set(table.cells.values_list("criterion", "value"))
    return all(pair in cells for pair in answers.items())
