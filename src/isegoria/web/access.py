"""Who may open which page: read from the list of pages, default deny.

Sets request.viewer on every request, and request.convention where the address names one.
"""

from collections.abc import Callable
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.middleware import get_user
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.convention.mandate.models import Convention
from isegoria.convention.mandate.queries import convention_at
from isegoria.convention.people.models import Account
from isegoria.convention.people.queries import roles_of
from isegoria.convention.people.viewer import Viewer
from isegoria.core.charter import Role
from isegoria.web import clock
from isegoria.web.errors import refusal_page
from isegoria.web.routes import MEMBERS, PAGES, PUBLIC, Listed
from isegoria.web.spoken import speak_of

READING = frozenset({"GET", "HEAD", "OPTIONS"})


class Access:
    """Middleware: the last gate before a view."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.viewer = Viewer(None, PUBLIC, clock.now())  # type: ignore[attr-defined]
        request.convention = None  # type: ignore[attr-defined]
        speak_of(None)
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        match = request.resolver_match
        page = PAGES.get(match.view_name) if match else None
        if page is None:
            raise Http404
        if not PUBLIC & page.reads and _account(request) is None:
            # Before the convention is looked for: the answer does not betray a draft.
            return _door(request, page)
        convention = convention_at(kwargs["slug"]) if "slug" in kwargs else None
        if "slug" in kwargs and convention is None:
            raise Http404
        request.convention = convention  # type: ignore[attr-defined]
        speak_of(convention)
        request.viewer = viewer = _viewer(request, convention)  # type: ignore[attr-defined]
        if convention and not convention.is_public and not viewer.is_any(*_WORKERS):
            raise Http404
        return _gate(request, page, viewer)


_WORKERS = frozenset(Role) - {Role.ANYONE}


def _account(request: HttpRequest) -> Account | None:
    """Who is signed in: the account itself, and not the lazy one, which is slow at each question."""
    user = get_user(request)
    return user if isinstance(user, Account) else None


def _viewer(request: HttpRequest, convention: Convention | None) -> Viewer:
    at = clock.now()
    account = _account(request)
    return Viewer(account, roles_of(account, convention.pk if convention else None, at=at), at)


def _gate(request: HttpRequest, page: Listed, viewer: Viewer) -> HttpResponseBase | None:
    if request.method not in READING and not page.takes_forms:
        return HttpResponseNotAllowed(sorted(READING))
    if request.method not in {*READING, "POST"}:
        return HttpResponseNotAllowed([*sorted(READING), "POST"])
    allowed = page.reads if request.method in READING else page.writers
    if PUBLIC & allowed:
        return None
    if viewer.account is None:
        return _door(request, page)
    if allowed and not allowed & viewer.roles:
        return refusal_page(request, roles=allowed)
    shut = not page.reads and viewer.account.comes_by_card
    return _own_space(request) if shut else _second_factor(request, page, viewer)


def _own_space(request: HttpRequest) -> HttpResponseBase | None:
    """A card opens a member's pages, and no page of accounts: whoever finds it could otherwise
    leave an address or a key, and still come in once it is cancelled."""
    match = request.resolver_match
    return None if match and match.view_name == "panel:mine" else redirect("panel:mine")


def _door(request: HttpRequest, page: Listed) -> HttpResponseBase:
    """Where one comes in: members by their card, the others by a code sent to their address."""
    login = reverse("panel:door") if page.reads == MEMBERS else None
    return redirect_to_login(request.get_full_path(), login_url=login)


def _second_factor(request: HttpRequest, page: Listed, viewer: Viewer) -> HttpResponseBase | None:
    """Working pages ask for a second factor, once it is set up: how to set it up otherwise.
    A member's card is enough for a member's pages."""
    by_card = viewer.roles <= MEMBERS | PUBLIC
    if (
        not page.reads
        or by_card
        or settings.STAFF_MFA != "required"
        or is_mfa_enabled(viewer.account)
    ):
        return None
    messages.warning(
        request,
        _(
            "Pour travailler ici, ajoutez d’abord un second facteur : une application de codes ou une clé d’accès."
        ),
    )
    return redirect("mfa_index")
