"""Who came, by number, and what was lent to them."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from isegoria.convention.chartered import By, Chartered, chartered_states
from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.members import Member
from isegoria.convention.people.queries import roles_of
from isegoria.convention.sessions.models import Session
from isegoria.core.charter import Role

STAFF = frozenset({Role.FACILITATOR, Role.ORGANISER})


class How(models.TextChoices):
    ROOM = "room", _("dans la salle")
    REMOTE = "remote", _("en ligne")
    PHONE = "phone", _("au téléphone")
    RELAY = "relay", _("dans une salle relais")
    EXCUSED = "excused", _("excusé")
    ABSENT = "absent", _("absent")


class Presence(Chartered):
    """How one member took part in one session."""

    KIND: ClassVar[str] = "presence"

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="presences")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="presences")
    how = models.CharField(_("comment"), max_length=8, choices=How)
    noted_at = models.DateTimeField(editable=False)

    class Meta:
        ordering = ["session", "member"]
        constraints = [
            chartered_states("presence"),
            models.UniqueConstraint(
                fields=["session", "member"], name="a_member_is_counted_once_a_session"
            ),
        ]

    def __str__(self) -> str:
        return str(self.member)

    def in_convention(self) -> Convention:
        return self.session.convention

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        excuse = given.get("how", self.how) == How.EXCUSED
        return {
            "own": is_theirs(self.member, by),
            "countable": self.session.state == "open"
            or self.session.is_held
            or (excuse and not self.session.is_over),
            "member_active": self.member.state == "active",
        }


class Loan(Chartered):
    """Equipment that a member asks for: a tablet, a telephone card, a headset."""

    KIND: ClassVar[str] = "loan"

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="loans")
    what = models.CharField(_("équipement"), max_length=160)
    answer = models.CharField(_("réponse"), max_length=400, blank=True)
    asked_at = models.DateTimeField(editable=False)
    lent_at = models.DateTimeField(null=True, editable=False)
    returned_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            chartered_states("loan"),
            models.CheckConstraint(
                name="a_loan_given_back_was_lent",
                condition=Q(returned_at__isnull=True) | Q(lent_at__isnull=False),
            ),
            models.CheckConstraint(
                name="a_loan_refused_says_why", condition=~Q(state="refused") | ~Q(answer="")
            ),
        ]

    def __str__(self) -> str:
        return self.what

    def in_convention(self) -> Convention:
        return self.member.convention

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        return {
            "own": is_theirs(self.member, by),
            "worded": bool(self.what.strip()),
            "member_active": self.member.state == "active",
            "reasoned": bool(given.get("reason", "").strip()),
        }


def is_theirs(member: Member, by: By) -> bool:
    """Members act for themselves, or a relay does what they ask, on their behalf; the team acts for
    anybody who asks."""
    if member.account in (by.actor, by.on_behalf_of):
        return True
    return bool(STAFF & roles_of(by.actor, member.convention_id, at=by.at))
