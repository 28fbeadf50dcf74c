"""What is left of a place's history once the people in it are forgotten: counts, and its channel."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models
from django.db.models import F

from isegoria.convention.mandate.models import Convention
from isegoria.convention.recruitment.candidates import IN_THE_PANEL, LEFT_A_SEAT, Candidate
from isegoria.convention.recruitment.channels import Channel


class PlacePast(models.Model):
    """How many people, forgotten since, left a place, were replaced in it or called for it in vain.

    `channel`: criterion → value, while the place is empty: whoever takes it comes the same way. It
    is a property of the place, as the quota table has it, and leads to nobody.
    """

    convention = models.ForeignKey(Convention, on_delete=models.PROTECT, related_name="places_past")
    seat = models.PositiveSmallIntegerField()
    channel = models.JSONField(default=dict)
    left = models.PositiveSmallIntegerField(default=0)
    replaced = models.PositiveSmallIntegerField(default=0)
    tried = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["convention", "seat"]
        constraints = [
            models.UniqueConstraint(fields=["convention", "seat"], name="a_place_has_one_past")
        ]

    def __str__(self) -> str:
        return f"{self.convention} · {self.seat}"


@dataclass(frozen=True, slots=True)
class Part:
    """What somebody was to a place: the count that they add to."""

    seat: int
    count: str


def remember(convention: Convention, people: Iterable[Candidate], *, empty: bool) -> None:
    """Add these people, about to be forgotten, to the counts of their places.

    empty: the places they left may still be taken, so their channel is kept with them.
    """
    criteria = set(
        Channel.objects.filter(convention=convention).values_list("criterion", flat=True)
    )
    for one in people:
        part = _part(one)
        if part is None:
            continue
        past, _new = PlacePast.objects.get_or_create(convention=convention, seat=part.seat)
        setattr(past, part.count, F(part.count) + 1)
        if empty and part.count == "left":
            past.channel = {name: one.answers.get(name, "") for name in sorted(criteria)}
        past.save()


def taken_over(convention: Convention, seat: int) -> None:
    """Somebody took the place that a forgotten person left."""
    past = PlacePast.objects.filter(convention=convention, seat=seat, left__gt=0)
    past.update(channel={}, left=F("left") - 1, replaced=F("replaced") + 1)


def replaced_before(convention: Convention) -> int:
    """How many people who were replaced are forgotten since."""
    found = PlacePast.objects.filter(convention=convention)
    return sum(found.values_list("replaced", flat=True))


def _part(one: Candidate) -> Part | None:
    if one.seat is not None and one.state not in IN_THE_PANEL:
        return Part(one.seat, "left" if one.state in LEFT_A_SEAT else "replaced")
    return Part(one.called_for, "tried") if one.called_for is not None else None
