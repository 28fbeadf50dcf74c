"""Accounts, persons, seats and appointments: four tables, so that each can be forgotten alone."""

import uuid
from datetime import datetime
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from isegoria.convention.chartered import By, Chartered, chartered_states
from isegoria.convention.mandate.models import Convention
from isegoria.core.charter import ROLE_NAMES, Role


class Person(models.Model):
    """Who somebody is, in private. Readers: the person and the organiser who invited them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    full_name = models.CharField(_("nom"), max_length=120)
    phone = models.CharField(_("téléphone"), max_length=30, blank=True)

    def __str__(self) -> str:
        return self.full_name


class Accounts(BaseUserManager["Account"]):
    def create_user(self, email: str, **fields: Any) -> "Account":
        account = self.model(email=self.normalize_email(email).lower(), **fields)
        account.set_unusable_password()
        account.save()
        return account

    def create_cardholder(
        self, *, date_joined: datetime, key: uuid.UUID | None = None
    ) -> "Account":
        """Somebody who comes in by a card, and of whom nothing else is known here."""
        account = self.model(id=key or uuid.uuid4(), email=None, date_joined=date_joined)
        account.set_unusable_password()
        account.save()
        return account


class Account(AbstractBaseUser):
    """A way to sign in: an e-mail address to send a code to, or a printed card (then no address).
    There is no password."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(  # noqa: DJ001 -- several have none: an empty one would be unique
        _("adresse électronique"), unique=True, null=True
    )
    person = models.OneToOneField(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="account"
    )
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(null=True)

    objects: ClassVar[Accounts] = Accounts()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    def __str__(self) -> str:
        return self.person.full_name if self.person else self.email or gettext("carte")

    @property
    def comes_by_card(self) -> bool:
        """Nothing is known of them here: neither a name nor an address."""
        return self.email is None

    def end_sessions(self) -> None:
        """Sign out everywhere: sessions are bound to what stands in the place of a password."""
        self.set_unusable_password()
        self.save(update_fields=["password"])


class BodyType(models.TextChoices):
    COMMITTEE = "committee", _("Comité de suivi")
    EXPERTS = "experts", _("Groupe d’experts")
    GUARANTORS = "guarantors", _("Garants")
    FACILITATOR = "facilitator", _("Animation")
    RECRUITER = "recruiter", _("Recrutement")
    TEAM = "team", _("Équipe projet")


class Body(Chartered):
    """A group that the convention names: its mission and the domains it says it covers."""

    KIND: ClassVar[str] = "body"

    convention = models.ForeignKey(Convention, on_delete=models.PROTECT, related_name="bodies")
    type = models.CharField(_("type"), max_length=12, choices=BodyType)
    name = models.CharField(_("nom"), max_length=120)
    mission = models.TextField(_("mission"), max_length=4000, blank=True)
    domains = models.JSONField(_("domaines annoncés"), default=list, blank=True)
    note = models.TextField(_("remarque affichée"), max_length=1000, blank=True)
    source = models.CharField(_("source"), max_length=300, blank=True)

    class Meta:
        constraints = [
            chartered_states("body"),
            models.UniqueConstraint(
                fields=["convention", "name"], name="bodies_have_distinct_names"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def in_convention(self) -> Convention:
        return self.convention


class Seat(Chartered):
    """A public place in a body, held from one date to another. The name is public."""

    KIND: ClassVar[str] = "seat"

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="seats")
    name = models.CharField(_("nom affiché"), max_length=120, blank=True)
    function = models.CharField(_("fonction"), max_length=160, blank=True)
    organisation = models.CharField(
        pgettext_lazy("siège", "organisation"), max_length=160, blank=True
    )
    group = models.CharField(_("groupe politique"), max_length=120, blank=True)
    college = models.CharField(_("collège"), max_length=80, blank=True)
    domains = models.JSONField(_("domaines"), default=list, blank=True)
    since = models.DateField(_("depuis"), null=True, blank=True)
    until = models.DateField(_("jusqu’au"), null=True, blank=True)
    end_reason = models.TextField(_("raison de la fin"), max_length=600, blank=True)
    note = models.CharField(_("remarque affichée"), max_length=300, blank=True)
    source = models.CharField(_("source"), max_length=300, blank=True)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="seats"
    )

    class Meta:
        constraints = [
            chartered_states("seat"),
            models.CheckConstraint(
                name="a_seat_ends_after_it_begins",
                condition=Q(since__isnull=True) | Q(until__isnull=True) | Q(since__lte=F("until")),
            ),
            models.CheckConstraint(
                name="an_ended_seat_says_when_and_why",
                condition=~Q(state="ended") | (Q(until__isnull=False) & ~Q(end_reason="")),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.organisation

    def in_convention(self) -> Convention:
        return self.body.convention

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        return {
            "listed": bool(self.name.strip() or self.organisation.strip()),
            "reasoned": bool(given.get("reason", "").strip()),
        }


class InterestDeclaration(Chartered):
    """What the holder of a seat declares, or that there is nothing to declare. Never changed."""

    KIND: ClassVar[str] = "interest"

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="declarations")
    nothing = models.BooleanField(_("rien à déclarer"), default=False)
    text = models.TextField(_("intérêts déclarés"), max_length=4000, blank=True)
    declared_at = models.DateTimeField(editable=False)

    class Meta:
        ordering = ["-declared_at"]
        constraints = [
            chartered_states("interest"),
            models.CheckConstraint(
                name="a_declaration_says_something_or_nothing",
                condition=Q(nothing=True, text="") | (Q(nothing=False) & ~Q(text="")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.seat)

    def in_convention(self) -> Convention:
        return self.seat.body.convention

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        return {"worded": self.nothing != bool(self.text.strip())}


class Appointment(Chartered):
    """A role held by an account: in one convention, or, with none, in the whole instance."""

    KIND: ClassVar[str] = "appointment"

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="appointments")
    convention = models.ForeignKey(
        Convention, on_delete=models.PROTECT, null=True, blank=True, related_name="appointments"
    )
    role = models.CharField(
        _("rôle"), max_length=20, choices=[(one.value, one.value) for one in Role]
    )
    since = models.DateTimeField(_("à partir du"))
    until = models.DateTimeField(_("jusqu’au"), null=True, blank=True)

    class Meta:
        constraints = [
            chartered_states("appointment"),
            models.UniqueConstraint(
                fields=["account", "convention", "role"],
                condition=Q(state="held"),
                name="one_appointment_each",
            ),
            models.UniqueConstraint(
                fields=["account", "role"],
                condition=Q(state="held", convention__isnull=True),
                name="one_appointment_each_in_the_instance",
            ),
            models.CheckConstraint(
                name="an_appointment_ends_after_it_begins",
                condition=Q(until__isnull=True) | Q(since__lte=F("until")),
            ),
            models.CheckConstraint(
                name="the_instance_has_administrators_and_organisers_only",
                condition=Q(convention__isnull=False)
                | Q(role__in=[Role.ADMINISTRATOR, Role.ORGANISER]),
            ),
            models.CheckConstraint(
                name="an_administrator_is_the_whole_instances",
                condition=Q(convention__isnull=True) | ~Q(role=Role.ADMINISTRATOR),
            ),
            models.CheckConstraint(
                name="nobody_is_appointed_host_or_anyone",
                condition=~Q(role__in=[Role.HOST, Role.ANYONE]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account} · {gettext(ROLE_NAMES[Role(self.role)])}"

    def is_in_force(self, at: datetime) -> bool:
        return self.state == "held" and self.since <= at and (self.until is None or at < self.until)

    def in_convention(self) -> Convention | None:
        return self.convention

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        return {
            "entitled": given.get("by_administrator") or self._is_the_conventions_to_give(),
            "dated": self.until is None or self.since <= self.until,
            "not_the_last": not given.get("the_last"),
            "not_oneself": by.actor != self.account,
            "for_a_member": self.convention_id is not None and self.role == Role.MEMBER,
            "for_a_relay": self.convention_id is not None
            and self.role in {Role.INSTITUTE, Role.PARTNER},
        }

    def _is_the_conventions_to_give(self) -> bool:
        return self.convention_id is not None and self.role != Role.ADMINISTRATOR
