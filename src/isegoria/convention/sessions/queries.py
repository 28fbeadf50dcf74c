"""Sessions, as each may read them: the team from the first plan, anybody once it is announced."""

from uuid import UUID

from django.db.models import QuerySet

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.sessions.models import Session
from isegoria.core.charter import Role

TEAM = (Role.FACILITATOR, Role.ORGANISER)


def sessions_of(convention: Convention, viewer: Viewer) -> QuerySet[Session]:
    """In the order of their dates. One query."""
    found = Session.objects.filter(convention=convention)
    if viewer.is_any(*TEAM, Role.GUARANTOR):
        return found
    return found.filter(agenda_published_at__isnull=False)


def session_at(convention: Convention, key: UUID, viewer: Viewer) -> Session | None:
    return sessions_of(convention, viewer).filter(pk=key).first()
