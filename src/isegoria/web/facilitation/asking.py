"""A request to these pages, as access.py leaves it."""

from uuid import UUID

from django.http import Http404, HttpRequest

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.members import members_at
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.sessions.models import Session
from isegoria.convention.sessions.queries import sequence_at, session_at
from isegoria.convention.sessions.questioning import question_at
from isegoria.convention.sessions.questions import Question
from isegoria.convention.sessions.sequences import Sequence


class FacilitationRequest(HttpRequest):
    """`convention` is the one that the address names; the viewer may read its pages."""

    viewer: Viewer
    convention: Convention


def session_of(request: FacilitationRequest, key: UUID) -> Session:
    found = session_at(request.convention, key, request.viewer)
    if found is None:
        raise Http404
    return found


def sequence_of(request: FacilitationRequest, key: UUID) -> Sequence:
    found = sequence_at(request.convention, key, request.viewer)
    if found is None:
        raise Http404
    return found


def question_of(request: FacilitationRequest, key: UUID) -> Question:
    found = question_at(request.convention, request.viewer, key)
    if found is None:
        raise Http404
    return found


def cards_of(request: FacilitationRequest) -> frozenset[int]:
    """The numbers of the members' cards, now."""
    return frozenset(one.number for one in members_at(request.convention, request.viewer.at))
