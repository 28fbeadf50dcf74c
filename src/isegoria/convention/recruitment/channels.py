"""The ways by which people are found: channels, who works for each, and the calls they count."""

from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from isegoria.convention.chartered import By, Chartered, chartered_states
from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.models import Account
from isegoria.convention.people.queries import roles_of
from isegoria.convention.recruitment.models import QuotaCell
from isegoria.core.charter import Role


class Means(models.TextChoices):
    """How a channel reaches people."""

    PHONE = "phone", _("appels d’un institut")
    PARTNER = "partner", _("associations relais")
    REGISTER = "register", _("lettres tirées au sort")
    OPEN = "open", _("appel public")


class Channel(Chartered):
    """One way of recruiting. In the quota table it is a value like any other: what it brings
    counts in the union."""

    KIND: ClassVar[str] = "channel"

    convention = models.ForeignKey(Convention, on_delete=models.PROTECT, related_name="channels")
    means = models.CharField(_("moyen"), max_length=10, choices=Means)
    criterion = models.CharField(_("critère de la table"), max_length=80)
    value = models.CharField(_("valeur de la table"), max_length=120)
    note = models.TextField(_("présentation publique"), max_length=1000, blank=True)
    expected = models.PositiveIntegerField(
        _("personnes que cette voie peut trouver, au plus"), null=True, blank=True
    )

    class Meta:
        constraints = [
            chartered_states("channel"),
            models.UniqueConstraint(
                fields=["convention", "value"], name="channels_have_distinct_names"
            ),
        ]

    def __str__(self) -> str:
        return self.value

    def in_convention(self) -> Convention:
        return self.convention

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        cells = QuotaCell.objects.filter(table__convention=self.convention, table__state="frozen")
        return {"in_the_table": cells.filter(criterion=self.criterion, value=self.value).exists()}


class Relay(Chartered):
    """An organisation that recruits for a channel: an institute, an association, the city."""

    KIND: ClassVar[str] = "relay"

    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, related_name="relays")
    name = models.CharField(_("nom de l’organisation"), max_length=160)
    contact = models.CharField(_("à qui téléphoner"), max_length=160, blank=True)

    class Meta:
        constraints = [
            chartered_states("relay"),
            models.UniqueConstraint(fields=["channel", "name"], name="relays_have_distinct_names"),
        ]

    def __str__(self) -> str:
        return self.name

    def in_convention(self) -> Convention:
        return self.channel.convention

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        return {
            "own": works_for(by.actor, self, by.at),
            "channel_open": self.channel.state == "open",
        }


class Hand(Chartered):
    """Somebody who works for a relay, from one date to another."""

    KIND: ClassVar[str] = "hand"

    relay = models.ForeignKey(Relay, on_delete=models.PROTECT, related_name="hands")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="hands")
    since = models.DateTimeField(editable=False)
    until = models.DateTimeField(null=True, editable=False)

    class Meta:
        constraints = [
            chartered_states("hand"),
            models.UniqueConstraint(
                fields=["relay", "account"],
                condition=Q(state="held"),
                name="nobody_works_twice_for_a_relay",
            ),
            models.CheckConstraint(
                name="a_hand_leaves_after_it_came",
                condition=Q(until__isnull=True) | Q(since__lte=F("until")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account} · {self.relay}"

    def in_convention(self) -> Convention:
        return self.relay.channel.convention


class Outcome(models.TextChoices):
    """How a call ended. Who was called is never known here."""

    NO_ANSWER = "no_answer", _("pas de réponse")
    CALL_BACK = "call_back", _("à rappeler")
    REFUSED = "refused", _("refus")
    UNSUITED = "unsuited", _("hors du champ")
    FULL = "full", _("case complète")
    AGREED = "agreed", _("accord")


class CallCount(models.Model):
    """How many calls of a relay ended in one way, on one day."""

    relay = models.ForeignKey(Relay, on_delete=models.PROTECT, related_name="calls")
    day = models.DateField()
    outcome = models.CharField(max_length=10, choices=Outcome)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["relay", "day", "outcome"], name="calls_are_counted_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.relay} · {self.day} · {self.outcome}"


def relays_of(actor: object, convention: Convention, at: datetime) -> QuerySet[Relay]:
    """The relays for which somebody works here, now."""
    found = Relay.objects.filter(channel__convention=convention, state="working")
    if not isinstance(actor, Account):
        return found.none()
    mine = Hand.objects.filter(account=actor, state="held", since__lte=at).values("relay")
    return found.filter(pk__in=mine).select_related("channel").order_by("name")


def works_for(actor: object, relay: Relay | None, at: datetime) -> bool:
    """The recruitment officer works for every relay; others for those that named them."""
    if relay is None:
        return False
    convention = relay.in_convention()
    if Role.RECRUITER in roles_of(actor, convention.pk, at=at):
        return True
    return relays_of(actor, convention, at).filter(pk=relay.pk).exists()
