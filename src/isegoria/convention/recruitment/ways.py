"""Reads of the ways by which people are found, and of the rules that were set beforehand.

Nothing here is about people: who was found, and by whom, is read elsewhere and by others.
"""

from datetime import date
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from isegoria.convention.mandate.models import Convention
from isegoria.convention.mandate.queries import calendar_of
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.recruitment.channels import Channel, Hand, Relay
from isegoria.convention.recruitment.models import QuotaCell
from isegoria.convention.recruitment.rules import Erasure, Rules
from isegoria.core.charter import Role, Window

DESK = (Role.RECRUITER, Role.ORGANISER)


def public_channels(convention: Convention) -> list[Channel]:
    """How people are found here, for everybody."""
    return list(Channel.objects.filter(convention=convention).order_by("-state", "value"))


def rules_of(convention: Convention) -> list[Rules]:
    """Every version of the rules of the panel's life, the newest first. They are public."""
    return list(Rules.objects.filter(convention=convention))


def channels_of(convention: Convention, viewer: Viewer) -> list[Channel]:
    """The channels with their relays, and those who work for them; the open ones first."""
    if not viewer.is_any(*DESK):
        return []
    hands = Hand.objects.filter(state="held").select_related("account__person").order_by("since")
    relays = Relay.objects.order_by("-state", "name").prefetch_related(
        Prefetch("hands", queryset=hands)
    )
    found = Channel.objects.filter(convention=convention).order_by("-state", "value")
    return list(found.prefetch_related(Prefetch("relays", queryset=relays)))


def channel_at(convention: Convention, viewer: Viewer, key: UUID) -> Channel | None:
    found = Channel.objects.filter(convention=convention, pk=key)
    return found.first() if viewer.is_any(*DESK) else None


def relay_at(convention: Convention, viewer: Viewer, key: UUID) -> Relay | None:
    found = Relay.objects.filter(channel__convention=convention, pk=key)
    return found.select_related("channel").first() if viewer.is_any(*DESK) else None


def hand_at(convention: Convention, viewer: Viewer, key: UUID) -> Hand | None:
    found = Hand.objects.filter(relay__channel__convention=convention, pk=key)
    known = found.select_related("relay__channel", "account__person")
    return known.first() if viewer.is_any(*DESK) else None


def working_relays(convention: Convention, viewer: Viewer) -> QuerySet[Relay]:
    """The relays that recruit now, for whoever may enter somebody on behalf of any of them."""
    found = Relay.objects.filter(channel__convention=convention, state="working")
    known = found.select_related("channel").order_by("channel__value", "name")
    return known if viewer.is_any(Role.RECRUITER) else known.none()


def channel_values(convention: Convention) -> list[tuple[str, str]]:
    """The (criterion, value) pairs of the table in force that may still become channels.

    Once there is a channel, the others are values of the same criterion.
    """
    cells = QuotaCell.objects.filter(table__convention=convention, table__state="frozen")
    taken = list(Channel.objects.filter(convention=convention).values_list("criterion", "value"))
    if taken:
        cells = cells.filter(criterion=taken[0][0]).exclude(value__in=[value for _, value in taken])
    return list(cells.order_by("pk").values_list("criterion", "value"))


def last_day(convention: Convention) -> date | None:
    """The day on which people can no longer join the list, as the calendar says it now."""
    ends = [
        one.current.ends
        for one in calendar_of(convention)
        if one.item.window == Window.RECRUITMENT and one.item.state != "cancelled"
    ]
    return max(ends).astimezone(convention.zone).date() if ends else None


def erasures_of(convention: Convention) -> list[Erasure]:
    """When people were forgotten, and how many: public, as the journal is."""
    return list(Erasure.objects.filter(convention=convention).order_by("-done_at"))
