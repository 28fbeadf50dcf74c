"""The members of a panel, known here by a number alone, and the card that lets each come in.

What is said of the person stays in the recruitment room, sealed; nothing here leads to it.
"""

import hashlib
import hmac
import unicodedata
from datetime import datetime
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
from isegoria.core.charter import Role

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that is mistaken for another, read or heard
LONG = 8
# What is read for another, on paper or on a screen, stands for one and the same.
TAKEN_FOR = str.maketrans("ZSBGO0DU1IL", "2586QQQV777")


class Member(Chartered):
    """One of those who deliberate. Their number is on their card and never given again."""

    KIND: ClassVar[str] = "member"

    convention = models.ForeignKey(Convention, on_delete=models.PROTECT, related_name="members")
    number = models.PositiveSmallIntegerField(gettext_lazy("numéro"), editable=False)
    account = models.OneToOneField(
        Account, on_delete=models.PROTECT, related_name="membership", editable=False
    )
    joined_at = models.DateTimeField(editable=False)
    left_on = models.DateField(null=True, editable=False)

    class Meta:
        ordering = ["convention", "number"]
        constraints = [
            chartered_states("member"),
            models.UniqueConstraint(
                fields=["convention", "number"], name="members_have_distinct_numbers"
            ),
            models.CheckConstraint(
                name="a_member_who_left_says_when",
                condition=Q(state="active", left_on__isnull=True)
                | Q(state="left", left_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return _("carte %(number)s") % {"number": self.number}

    def in_convention(self) -> Convention:
        return self.convention

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        return {
            "confirmed": bool(given.get("confirmed")),
            "withdrawn": bool(given.get("withdrawn")),
        }


class Card(Chartered):
    """A printed way of coming in. Its code is made again from the site's key each time it is
    printed: the database keeps a digest alone."""

    KIND: ClassVar[str] = "card"

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="cards")
    digest = models.CharField(max_length=64, unique=True, editable=False)
    issued_at = models.DateTimeField(editable=False)
    used_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["-issued_at"]
        constraints = [
            chartered_states("card"),
            models.UniqueConstraint(
                fields=["member"], condition=Q(state="issued"), name="a_member_has_one_card"
            ),
        ]

    def __str__(self) -> str:
        return str(self.member)

    def in_convention(self) -> Convention:
        return self.member.convention

    @property
    def opens(self) -> bool:
        """Whether the code still is the one that was printed: not once the site's key changed."""
        return digest_of(self.code) == self.digest

    @property
    def code(self) -> str:
        """Four and four letters, as printed and spelt on the phone."""
        number = int.from_bytes(_keyed("card", str(self.pk)), "big")
        drawn = "".join(LETTERS[number // len(LETTERS) ** at % len(LETTERS)] for at in range(LONG))
        return f"{drawn[:4]}-{drawn[4:]}"

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        return {
            "member_active": self.member.state == "active",
            "own_card": self._is_theirs_to_end(by),
            "only_card": not self.member.cards.filter(state="issued").exists(),
        }

    def _is_theirs_to_end(self, by: By) -> bool:
        """Members end their own; those who recruit, and the team, end the one they are asked to."""
        roles = roles_of(by.actor, self.member.convention_id, at=by.at)
        return by.actor == self.member.account or Role.MEMBER not in roles


def digest_of(code: str) -> str:
    """What the database keeps of a code, however it was typed."""
    plain = unicodedata.normalize("NFKD", code).upper()
    typed = "".join(one for one in plain if one.isascii() and one.isalnum())
    return _keyed("card code", typed.translate(TAKEN_FOR)).hex()


def card_of(code: str) -> Card | None:
    """The card in service that bears this code, and whose holder is still a member. One query."""
    found = Card.objects.filter(digest=digest_of(code), state="issued", member__state="active")
    return found.select_related("member__account", "member__convention").first()


def member_of(convention: Convention, account: Account | None) -> Member | None:
    """The member of this panel who is signed in. One query."""
    return (
        Member.objects.filter(convention=convention, account=account).first() if account else None
    )


def member_numbered(convention: Convention, number: int) -> Member | None:
    """Who has this card number, whether or not they still are a member. One query."""
    found = Member.objects.filter(convention=convention, number=number)
    return found.select_related("account", "convention").first()


def members_at(convention: Convention, at: datetime) -> models.QuerySet[Member]:
    """Those who belong to the panel now, by number."""
    return Member.objects.filter(convention=convention, state="active", joined_at__lte=at)


def _keyed(use: str, text: str) -> bytes:
    return hmac.digest(settings.SECRET_KEY.encode(), f"{use}:{text}".encode(), hashlib.sha256)
