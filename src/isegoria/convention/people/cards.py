"""The cards of the panel, for whoever makes them; and coming in by one of them."""

from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.members import Card, Member, card_of
from isegoria.convention.people.models import Account
from isegoria.convention.people.viewer import Viewer
from isegoria.core.charter import Role

KEEPERS = (Role.RECRUITER, Role.FACILITATOR)


def members_for(convention: Convention, viewer: Viewer) -> QuerySet[Member]:
    """Everybody who is or was a member, by number, each with `in_service`: their card, if any."""
    found = Member.objects.filter(convention=convention)
    if not viewer.is_any(*KEEPERS, Role.ORGANISER):
        return found.none()
    in_service = Card.objects.filter(state="issued")
    return found.prefetch_related(Prefetch("cards", in_service, to_attr="in_service"))


def member_at(convention: Convention, viewer: Viewer, key: UUID) -> Member | None:
    return members_for(convention, viewer).filter(pk=key).first()


def member_in(convention: Convention, key: UUID) -> Member | None:
    """A member whose card was shown: whoever asks has proved it elsewhere."""
    return Member.objects.filter(convention=convention, pk=key, state="active").first()


def cards_for(convention: Convention, viewer: Viewer) -> QuerySet[Card]:
    """The cards in service, by number of member."""
    found = Card.objects.filter(member__convention=convention, state="issued")
    found = found.select_related("member__convention").order_by("member__number")
    return found if viewer.is_any(*KEEPERS) else found.none()


def card_at(convention: Convention, viewer: Viewer, key: UUID) -> Card | None:
    return cards_for(convention, viewer).filter(pk=key).first()


def one_in_service() -> Card | None:
    """A card that lets a demonstration be seen by a member: the first of a panel."""
    found = Card.objects.filter(state="issued", member__state="active")
    return found.select_related("member").order_by("member__number", "pk").first()


def come_in(code: str, at: datetime) -> Member | None:
    """Whose card this is; that it served is noted. Nobody: unknown, cancelled, or of a member who
    left."""
    card = card_of(code)
    if card is None or not card.member.account.is_active:
        return None
    Card.objects.filter(pk=card.pk).update(used_at=at)
    return card.member


def membership_of(account: Account | None) -> Member | None:
    """The panel that somebody belongs to. One query."""
    found = Member.objects.filter(account=account, state="active").select_related("convention")
    return found.first() if account else None
