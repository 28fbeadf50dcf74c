"""What a member says of the minutes of a session they attended: it is so, or it must be corrected."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from isegoria.convention.chartered import By
from isegoria.convention.sessions.minutes import Approval, Correction, Minutes
from isegoria.convention.sessions.minuting import (
    approved_by,
    asked_by,
    readable_by,
    standing_of,
)
from isegoria.convention.verbs import minutes as acts
from isegoria.web.acting import viewer_of
from isegoria.web.confirming import ConfirmForm, about
from isegoria.web.editing import edited
from isegoria.web.minutes_forms import CorrectionForm
from isegoria.web.space import Find, Space, View, sheet


def read(find: Find) -> View:
    """The text, what I asked to correct and the answers; one button to approve."""

    @never_cache
    def view(
        request: HttpRequest,
        slug: str,  # noqa: ARG001
        number: int,
        key: UUID | None = None,
    ) -> HttpResponse:
        space, found = _asked(find, request, number, key)
        approval = Approval(minutes=found, member=space.member)
        form = ConfirmForm(request.POST or None)
        shown = sheet(
            space,
            "minutes",
            then=space.url("minutes", number),
            done=_("C’est noté : vous avez approuvé ce compte rendu."),
            **_shown(request, space, found),
            **about(request, "approval.give", approval),
        )
        return edited(request, form, lambda by: acts.approve(approval, space.by(by)), shown)

    return view


def correct(find: Find) -> View:
    """What is wrong, in words: it is answered, on the page of the text."""

    @never_cache
    def view(
        request: HttpRequest,
        slug: str,  # noqa: ARG001
        number: int,
        key: UUID | None = None,
    ) -> HttpResponse:
        space, found = _asked(find, request, number, key)
        wrong = Correction(minutes=found, member=space.member)
        form = CorrectionForm(request.POST or None, minutes=found)

        def save(by: By) -> None:
            acts.propose(form.put_in(wrong), space.by(by))

        shown = sheet(
            space,
            "correction",
            then=space.url("minutes", number),
            done=_("Votre correction est enregistrée. La réponse apparaîtra ici."),
            minutes=found,
            text_url=space.url("minutes", number),
            **about(request, "correction.propose", wrong),
        )
        return edited(request, form, save, shown)

    return view


def _asked(
    find: Find, request: HttpRequest, number: int, key: UUID | None
) -> tuple[Space, Minutes]:
    space = find(request, key)
    found = readable_by(space.member, number)
    if found is None:
        raise Http404
    return space, found


def _shown(request: HttpRequest, space: Space, found: Minutes) -> dict[str, Any]:
    at = viewer_of(request).at
    return {
        "minutes": found,
        "session": found.session,
        "open": found.is_open_at(at),
        "standing": standing_of(found.session, at),
        "approval": approved_by(space.member, found),
        "asked": asked_by(space.member, found),
        "correct_url": space.url("correction", found.session.number),
    }
