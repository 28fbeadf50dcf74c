"""The public draw, what it gave, and what is published of the panel."""

import json
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from isegoria.convention.chartered import By, Chartered, chartered_states
from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.models import Account
from isegoria.convention.people.sealed import SealedText
from isegoria.convention.recruitment import keyring
from isegoria.convention.recruitment.candidates import Candidate
from isegoria.convention.recruitment.models import QuotaTable
from isegoria.convention.recruitment.rules import are_forgotten

LIVE = ("sealed", "numbered", "drawn")


class Source(models.TextChoices):
    """Where the number of the panel comes from."""

    BALLS = "balls", _("boules tirées par les garants, en public")
    NAMED = "named", _("source publique nommée d’avance")


class Draw(Chartered):
    """A thousand panels sealed first, then a number, then one panel. Kept whatever follows.

    `notice` and `outcome` are public, canonical JSON; `panels` are the openings of the tickets,
    for the guarantors. The opening of each candidate is with their Entrant.
    """

    KIND: ClassVar[str] = "draw"

    convention = models.ForeignKey(Convention, on_delete=models.PROTECT, related_name="draws")
    table = models.ForeignKey(QuotaTable, on_delete=models.PROTECT, related_name="draws")
    number = models.PositiveSmallIntegerField(editable=False)
    source = models.CharField(_("origine du numéro"), max_length=6, choices=Source)
    source_text = models.CharField(_("source, lieu et moment"), max_length=300)
    again = models.TextField(_("raison d’un nouveau tirage"), max_length=1000, blank=True)
    pool_sha256 = models.CharField(max_length=64, editable=False)
    notice = models.TextField(editable=False)
    notice_sha256 = models.CharField(max_length=64, editable=False)
    certificate = models.JSONField(default=dict, editable=False)
    panels = SealedText(editable=False)
    sealed_at = models.DateTimeField(editable=False)
    ticket = models.PositiveSmallIntegerField(null=True, editable=False)
    first_signer = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, related_name="draws_signed_first"
    )
    second_signer = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, related_name="draws_signed_second"
    )
    drawn_at = models.DateTimeField(null=True, editable=False)
    record = models.TextField(blank=True, editable=False)
    void_reason = models.TextField(blank=True, editable=False)

    class Meta:
        ordering = ["convention", "-number"]
        constraints = [
            chartered_states("draw"),
            models.UniqueConstraint(fields=["convention", "number"], name="draws_are_numbered"),
            models.UniqueConstraint(
                fields=["convention"], condition=Q(state__in=LIVE), name="one_draw_at_a_time"
            ),
            models.CheckConstraint(
                name="a_drawn_number_is_signed_twice",
                condition=~Q(state="drawn")
                | Q(ticket__isnull=False, first_signer__isnull=False, second_signer__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        about = {"convention": self.convention, "number": self.number}
        return gettext("%(convention)s · tirage %(number)d") % about

    def in_convention(self) -> Convention:
        return self.convention

    @property
    def published(self) -> dict[str, Any]:
        """The notice, as a document."""
        return dict(json.loads(self.notice)) if self.notice else {}

    @property
    def steps(self) -> list[dict[str, Any]]:
        """The record: the notice, then the number, then the outcome, as far as it has gone."""
        return list(json.loads(self.record)) if self.record else []

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        others = self.convention.draws.exclude(pk=self.pk)
        ticket = given.get("ticket")
        return {
            "table_in_force": self.table_is_in_force,
            "same_table": self.table_is_in_force,
            "alone": not others.filter(state__in=LIVE).exists(),
            "same_pool": given.get("pool_sha256") == self.pool_sha256,
            "two_guarantors": given.get("guarantors", 0) >= 2,
            "reasoned": bool(given.get("reason", "").strip())
            or (not self.pk_is_known and not others.exists()),
            "in_the_list": ticket is not None
            and 0 <= ticket < len(self.published.get("tickets", ())),
            "named_in_the_notice": isinstance(by.actor, Account)
            and self.signers.filter(account=by.actor).exists(),
            "another_guarantor": by.actor != self.first_signer,
            "same_number": ticket == self.ticket,
        }

    @property
    def table_is_in_force(self) -> bool:
        """No other table was frozen since; asked each time, for somebody may just have done it."""
        return QuotaTable.objects.filter(pk=self.table_id, state="frozen").exists()

    @property
    def pk_is_known(self) -> bool:
        return self.state != ""


class Signer(models.Model):
    """A guarantor named in the notice of a draw, and the name that it gives them.

    Two people who are called the same have two names there: a signature is known by its name.
    """

    draw = models.ForeignKey(Draw, on_delete=models.PROTECT, related_name="signers")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="draws_named_in")
    name = models.CharField(max_length=220)

    class Meta:
        ordering = ["draw", "name"]
        constraints = [
            models.UniqueConstraint(fields=["draw", "account"], name="a_signer_is_named_once"),
            models.UniqueConstraint(fields=["draw", "name"], name="signers_have_distinct_names"),
        ]

    def __str__(self) -> str:
        return self.name


class Remark(models.Model):
    """The reason that somebody gave with an act on a draw; the journal holds its digest."""

    draw = models.ForeignKey(Draw, on_delete=models.PROTECT, related_name="remarks")
    act = models.CharField(max_length=20)
    at = models.DateTimeField()
    reason = models.TextField(max_length=1000)

    class Meta:
        ordering = ["draw", "at", "pk"]

    def __str__(self) -> str:
        return f"{self.act} {self.at:%Y-%m-%d %H:%M}"


class Entrant(models.Model):
    """A place of a sealed list, and what was written there, sealed with the person's own key."""

    draw = models.ForeignKey(Draw, on_delete=models.PROTECT, related_name="entrants")
    place = models.PositiveIntegerField()
    candidate = models.ForeignKey(
        Candidate, on_delete=models.SET_NULL, null=True, related_name="entries"
    )
    sealed_opening = models.TextField(blank=True)

    class Meta:
        ordering = ["draw", "place"]
        constraints = [
            models.UniqueConstraint(fields=["draw", "place"], name="a_place_of_a_list_is_one")
        ]

    def __str__(self) -> str:
        return f"{self.draw} · {self.place}"

    @property
    def opening(self) -> dict[str, Any]:
        """Salt and what it hides; nothing once the person is forgotten."""
        if self.candidate_id is None:
            return {}
        return keyring.opened(self.candidate_id, self.sealed_opening)


class Composition(Chartered):
    """What is published of the panel: one-way tables, small cells merged.

    `tables`: [{"criterion", "groups": [{"values", "target", "pool", "panel"}]}].
    """

    KIND: ClassVar[str] = "composition"

    convention = models.ForeignKey(
        Convention, on_delete=models.PROTECT, related_name="compositions"
    )
    draw = models.ForeignKey(Draw, on_delete=models.PROTECT, null=True, related_name="compositions")
    number = models.PositiveSmallIntegerField(editable=False)
    tables = models.JSONField(default=list, editable=False)
    seats = models.PositiveSmallIntegerField(editable=False)
    filled = models.PositiveSmallIntegerField(editable=False)
    pool = models.PositiveIntegerField(editable=False)
    published_at = models.DateTimeField(editable=False)

    class Meta:
        ordering = ["convention", "-number"]
        constraints = [
            chartered_states("composition"),
            models.UniqueConstraint(
                fields=["convention", "number"], name="compositions_are_numbered"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.convention} · {self.number}"

    def in_convention(self) -> Convention:
        return self.convention

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        return {
            "drawn": self.convention.draws.filter(state="drawn").exists(),
            "still_counted": not are_forgotten(self.convention),
        }
