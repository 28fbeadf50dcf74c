"""Changing the address by which one comes in: the new one is confirmed by a code before it serves."""

import hmac
from datetime import datetime, timedelta
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.core.mail import send_mail
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from isegoria.convention.people.entering import is_taken, moved
from isegoria.convention.people.models import Account
from isegoria.web import clock
from isegoria.web.account.forms import GiveAddress, GiveAddressCode
from isegoria.web.limits import too_often

PENDING = "new_address"
LIFE, TRIES, LETTERS = timedelta(minutes=15), 3, 5  # letters: asked for in one hour


@never_cache
def ask(request: HttpRequest) -> HttpResponse:
    """Which address; a code leaves for it. An address that is taken is answered like another.

    Who has a second factor shows it again first.
    """
    account = _account(request)
    if is_mfa_enabled(account):
        raise_if_reauthentication_required(request, app="allauth.mfa")
    form = GiveAddress(request.POST or None, account=account)
    if request.method != "POST" or not form.is_valid():
        return _shown(request, "address", form)
    if too_often("new address", str(account.pk), at_most=LETTERS):
        form.add_error(None, _("Trop d’essais. Attendez une heure, puis recommencez."))
        return _shown(request, "address", form)
    _send_code(request, form.cleaned_data["email"])
    return redirect("compte:address_code")


@never_cache
def confirm(request: HttpRequest) -> HttpResponse:
    """The code that the new address received."""
    pending = _pending(request)
    if pending is None:
        return redirect("compte:address")
    form = GiveAddressCode(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _shown(request, "address_code", form, email=pending["email"])
    if not _is_right(form.cleaned_data["code"], pending["code"]):
        return _refused(request, form, pending)
    del request.session[PENDING]
    return _move(request, pending["email"])


def _account(request: HttpRequest) -> Account:
    assert isinstance(request.user, Account)  # noqa: S101 -- the page is listed for the signed-in
    return request.user


def _send_code(request: HttpRequest, email: str) -> None:
    code = get_adapter().generate_login_code()
    until = clock.now() + LIFE
    request.session[PENDING] = {
        "email": email, "code": code, "until": until.isoformat(), "left": TRIES
    }  # fmt: skip
    if not is_taken(email):
        _write(request, "address_code", email, {"code": code})


def _pending(request: HttpRequest) -> dict[str, Any] | None:
    """What waits for its code, unless it is too late."""
    found: dict[str, Any] | None = request.session.get(PENDING)
    if found and clock.now() < datetime.fromisoformat(found["until"]):
        return found
    return None


def _is_right(given: str, code: str) -> bool:
    typed = "".join(given.split()).replace("-", "").upper()
    return hmac.compare_digest(typed.encode(), code.replace("-", "").upper().encode())


def _refused(request: HttpRequest, form: GiveAddressCode, pending: dict[str, Any]) -> HttpResponse:
    """One try less; after the last, the code serves no more."""
    left = pending["left"] - 1
    if left < 1:
        del request.session[PENDING]
        messages.error(request, _("Trop d’essais. Demandez un nouveau code."))
        return redirect("compte:address")
    request.session[PENDING] = {**pending, "left": left}
    form.add_error("code", _("Ce code n’est pas le bon. Vérifiez le dernier courriel reçu."))
    return _shown(request, "address_code", form, email=pending["email"])


def _move(request: HttpRequest, email: str) -> HttpResponse:
    """The other sessions are closed, and the old address is told."""
    account, before = _account(request), _account(request).email
    if not moved(account, email):
        messages.error(request, _("Cette adresse ne peut pas servir. Choisissez-en une autre."))
        return redirect("compte:address")
    update_session_auth_hash(request, account)
    if before:
        _write(request, "address_changed", before, {"new": email})
    messages.success(request, _("Votre adresse est changée. Vos autres sessions sont fermées."))
    return redirect("compte:home")


def _write(request: HttpRequest, name: str, to: str, said: dict[str, str]) -> None:
    subject = render_to_string(f"account/email/{name}_subject.txt").strip()
    body = render_to_string(f"account/email/{name}_message.txt", said, request)
    send_mail(subject, body, None, [to])


def _shown(request: HttpRequest, name: str, form: Any, **more: object) -> HttpResponse:
    return render(request, f"account/{name}.html", {"form": form, **more})
