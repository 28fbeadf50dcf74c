"""Who did what (in private), the guarantors' opinions, their mailbox, and subscriptions."""

import hashlib
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from isegoria.convention.chartered import By, Chartered, chartered_states
from isegoria.convention.journal.models import Entry
from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.models import Account, Seat
from isegoria.convention.people.sealed import SealedText


class Deed(models.Model):
    """Whose hand was behind an entry of the journal. Private: the journal names roles only."""

    entry = models.OneToOneField(
        Entry, on_delete=models.PROTECT, primary_key=True, related_name="deed"
    )
    actor = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="deeds")
    on_behalf_of = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, related_name="deeds_done_for"
    )

    def __str__(self) -> str:
        return f"{self.actor}: {self.entry}"


class Verdict(models.TextChoices):
    FAVOURABLE = "favourable", _("favorable")
    RESERVATIONS = "reservations", _("favorable avec réserves")
    UNFAVOURABLE = "unfavourable", _("défavorable")


class LaunchOpinion(Chartered):
    """What the guarantors think of the launch. Never changed; a later one stands beside it."""

    KIND: ClassVar[str] = "opinion"

    convention = models.ForeignKey(Convention, on_delete=models.PROTECT, related_name="opinions")
    verdict = models.CharField(_("avis"), max_length=12, choices=Verdict)
    text = models.TextField(_("motifs et demandes"), max_length=4000, blank=True)
    signed_by = models.ForeignKey(
        Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="opinions"
    )
    given_at = models.DateTimeField(editable=False)

    class Meta:
        ordering = ["-given_at"]
        constraints = [
            chartered_states("opinion"),
            models.CheckConstraint(
                name="an_opinion_with_reserves_is_reasoned",
                condition=Q(verdict="favourable") | ~Q(text=""),
            ),
        ]

    def __str__(self) -> str:
        return str(self.convention)

    def in_convention(self) -> Convention:
        return self.convention

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        return {
            "reasoned": self.verdict == Verdict.FAVOURABLE or bool(self.text.strip()),
            "preparing": Convention.objects.filter(
                pk=self.convention_id, state="prepared"
            ).exists(),
        }


class Message(Chartered):
    """A message to the guarantors, which they alone read. The receipt is how its author follows it."""

    KIND: ClassVar[str] = "message"

    convention = models.ForeignKey(Convention, on_delete=models.PROTECT, related_name="messages")
    receipt = models.CharField(max_length=16, unique=True)
    subject_line = SealedText(_("objet"))
    body = SealedText(_("message"))
    sender_name = SealedText(_("votre nom"), blank=True)
    sender_email = SealedText(_("votre adresse électronique"), blank=True)
    received_at = models.DateTimeField()
    answer = SealedText(_("réponse"), blank=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            chartered_states("message"),
            models.CheckConstraint(
                name="an_ended_message_says_when",
                condition=Q(state="received", ended_at__isnull=True)
                | (~Q(state="received") & Q(ended_at__isnull=False)),
            ),
        ]
        indexes = [models.Index(fields=["convention", "state", "received_at"], name="mailbox")]

    def __str__(self) -> str:
        return self.receipt

    def in_convention(self) -> Convention:
        return self.convention

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        text = given.get("text", self.body)
        return {"worded": bool(text.strip()), "reasoned": bool(given.get("reason", "").strip())}


class Subscription(Chartered):
    """Somebody who asked for news by e-mail, and confirmed it. The address goes when they leave."""

    KIND: ClassVar[str] = "subscription"

    convention = models.ForeignKey(
        Convention, on_delete=models.PROTECT, related_name="subscriptions"
    )
    email = SealedText(blank=True)
    email_sha256 = models.CharField(max_length=64)
    confirmed_at = models.DateTimeField()

    class Meta:
        constraints = [
            chartered_states("subscription"),
            models.UniqueConstraint(
                fields=["convention", "email_sha256"],
                condition=Q(state="active"),
                name="one_subscription_each",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.convention} · {self.state}"

    def in_convention(self) -> Convention:
        return self.convention

    @staticmethod
    def digest(email: str) -> str:
        return hashlib.sha256(email.strip().lower().encode()).hexdigest()
