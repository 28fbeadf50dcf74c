"""Coming in by a printed card, and going out. The same answer for every code that opens nothing."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from isegoria.convention.people.cards import come_in
from isegoria.convention.people.members import Member
from isegoria.web.acting import viewer_of
from isegoria.web.card_form import CardForm, failed, unknown
from isegoria.web.editing import UNPROCESSABLE
from isegoria.web.limits import network_address


@never_cache
def door(request: HttpRequest) -> HttpResponse:
    """The code, typed; or what a QR code brought here, sent by its button."""
    where = network_address(request)
    asked = {"next": request.GET.get("next", "")}
    form = CardForm(request.POST or None, where=where, initial=asked)
    if request.method == "POST" and form.is_valid():
        member = come_in(form.cleaned_data["code"], viewer_of(request).at)
        if member is not None:
            return _let_in(request, member, form.cleaned_data["next"])
        failed(where)
        form.add_error("code", unknown())
    status = UNPROCESSABLE if form.is_bound and form.errors else 200
    return render(request, "panel/door.html", {"form": form}, status=status)


@never_cache
def card(request: HttpRequest, code: str) -> HttpResponse:
    """What the QR code of a card opens: its code is filled in, and nothing is looked for."""
    form = CardForm(where=network_address(request), initial={"code": code[:40]})
    return render(request, "panel/door.html", {"form": form, "filled": True})


@never_cache
def out(request: HttpRequest) -> HttpResponse:
    """One button. Whoever comes next on this device starts from the door."""
    if request.method == "POST":
        logout(request)
        messages.success(request, _("Vous êtes sorti de votre espace."))
    return redirect("panel:door")


def _let_in(request: HttpRequest, member: Member, wanted: str) -> HttpResponse:
    login(request, member.account, backend=settings.AUTHENTICATION_BACKENDS[0])
    home = reverse("panel:home", args=[member.convention.slug])
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure())
    return redirect(wanted if ours and wanted.startswith("/") else home)
