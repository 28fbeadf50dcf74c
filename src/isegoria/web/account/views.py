"""One's own account: who I am here, and how I come in."""

from datetime import datetime

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from isegoria.convention.people.models import Account, Appointment
from isegoria.convention.people.queries import appointments_of
from isegoria.web.account import factors
from isegoria.web.acting import viewer_of
from isegoria.web.entry import account_of, let_in_by
from isegoria.web.errors import gone
from isegoria.web.workplaces import workplace


@never_cache
def home(request: HttpRequest) -> HttpResponse:
    """My name, my roles and my second factors."""
    viewer = viewer_of(request)
    given = appointments_of(viewer)
    shown = {
        "appointments": [(one, _workplace(one, viewer.at)) for one in given],
        "factors": factors.of(viewer.account),
    }
    return render(request, "account/home.html", shown)


@never_cache
def entry(request: HttpRequest, token: str) -> HttpResponse:
    """A link that lets in. Opening it asks first, so that a mail scanner does not use it up."""
    account = let_in_by(token) if request.method == "POST" else account_of(token)
    if account is None or not account.is_active:
        return gone(
            request,
            _("Il a déjà servi, il a expiré, ou il a été coupé par votre messagerie."),
            _("Demandez un code à la page « Se connecter », avec votre adresse électronique."),
        )
    if request.method != "POST":
        return render(request, "account/entry.html", {"account": account})
    return _let_in(request, account)


def end_sessions(request: HttpRequest) -> HttpResponse:
    """Close every session of mine, on every device."""
    account = viewer_of(request).account
    if request.method != "POST" or account is None:
        return render(request, "account/end_sessions.html")
    account.end_sessions()
    logout(request)
    messages.success(request, _("Toutes vos sessions sont fermées, sur tous vos appareils."))
    return redirect("account_login")


def _workplace(given: Appointment, at: datetime) -> str:
    return workplace({given.role}, given.convention) if given.is_in_force(at) else ""


def _let_in(request: HttpRequest, account: Account) -> HttpResponse:
    if request.user.is_authenticated and request.user != account:
        logout(request)
    if request.user.is_authenticated:
        return redirect("compte:home")
    record_authentication(request, account, method="link")
    answer: HttpResponse = perform_login(request, Login(user=account, email=account.email))
    return answer
