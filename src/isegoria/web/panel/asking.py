"""Whose space is open: that of the member who came in."""

from uuid import UUID

from django.http import Http404, HttpRequest

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.members import Member, member_of
from isegoria.convention.people.viewer import Viewer
from isegoria.web.space import Space


class MemberRequest(HttpRequest):
    """`convention` is the one that the address names; the viewer may read its pages."""

    viewer: Viewer
    convention: Convention


def member_here(request: HttpRequest) -> Member | None:
    """Somebody may have the role, given by the organiser, and no number yet."""
    convention: Convention = request.convention  # type: ignore[attr-defined]
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    return member_of(convention, viewer.account)


def mine(request: HttpRequest, _key: UUID | None = None) -> Space:
    found = member_here(request)
    if found is None:
        raise Http404
    return Space(app="panel", member=found, helped=False)
