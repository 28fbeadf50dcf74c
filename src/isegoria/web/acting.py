"""From a request to whoever acts: the person signed in, the instant of the request, the form's
own number, and the revision that the person had before their eyes."""

from collections.abc import Mapping
from typing import Any, Protocol
from uuid import UUID

from django.http import HttpRequest

from isegoria.convention.chartered import By
from isegoria.convention.people.viewer import Viewer


class Filled(Protocol):
    """A form that was sent and found valid."""

    @property
    def cleaned_data(self) -> Mapping[str, Any]: ...


def viewer_of(request: HttpRequest) -> Viewer:
    """For whom the page is made; set by the access middleware on every request."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    return viewer


def acting(request: HttpRequest, form: Filled | None = None) -> By:
    """Who does it and when; with a form, its `once` (sent twice, done once) and its `base`."""
    viewer = viewer_of(request)
    filled = form.cleaned_data if form is not None else {}
    once, base = filled.get("once"), filled.get("base")
    return By(
        actor=viewer.account,
        at=viewer.at,
        once=once if isinstance(once, UUID) else None,
        base=base if isinstance(base, int) else None,
    )
