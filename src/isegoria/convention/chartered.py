"""What every thing with a life has: an identity, a state that only conduct moves, a revision."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from django.db import models

from isegoria.core.charter import CHARTER

if TYPE_CHECKING:
    from isegoria.convention.mandate.models import Convention


class Actor(Protocol):
    """Whoever acts: an account."""

    pk: Any


@dataclass(frozen=True, slots=True)
class By:
    """Who does it, when, for whom, and how the request can be told from its repetition.

    once: the same value twice is the same act, done once. base: the revision that the person
    had before their eyes; an act on another revision is a conflict.
    """

    actor: Any
    at: datetime
    on_behalf_of: Any = None
    once: uuid.UUID | None = None
    base: int | None = None


class Chartered(models.Model):
    """A subject of the charter's acts; KIND is the first half of their names."""

    KIND: ClassVar[str]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    state = models.CharField(max_length=20, default="", editable=False)
    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        abstract = True

    @property
    def reference(self) -> str:
        return f"{self.KIND}:{self.pk}"

    def in_convention(self) -> "Convention | None":
        """The convention it belongs to, or None for the instance's own."""
        raise NotImplementedError

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        """What is true of it now, for somebody, with what they bring."""
        return {}


def chartered_states(kind: str) -> models.CheckConstraint:
    """The database agrees with the charter on the states of this kind."""
    return models.CheckConstraint(
        name=f"a_{kind}_is_in_a_chartered_state",
        condition=models.Q(state__in=CHARTER.states(kind)),
    )
