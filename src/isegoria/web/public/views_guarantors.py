"""Writing to the guarantors without an account, and following what became of it."""

import secrets

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from isegoria.convention.governance.actions.mailbox import new_receipt
from isegoria.convention.governance.correspondence import followed
from isegoria.convention.governance.models import Message
from isegoria.convention.people.queries import guarantors_of
from isegoria.convention.publishing.library import placed
from isegoria.convention.publishing.models import Place
from isegoria.convention.verbs import mailbox
from isegoria.web.acting import acting, viewer_of
from isegoria.web.limits import network_address, too_often
from isegoria.web.public.forms import FollowForm, MessageForm
from isegoria.web.public.pages import asked, at, reading, shown

COOKIE, SALT = "recepisse", "isegoria.receipt"
KEPT_SECONDS = 15 * 60
MOST_TRIES = 20
FIELDS = ("subject_line", "body", "sender_name", "sender_email")


def guarantors(request: HttpRequest, slug: str) -> HttpResponseBase:
    form = MessageForm(
        request.POST or None, at=viewer_of(request).at, where=network_address(request)
    )
    if request.method == "POST" and form.is_valid():
        return _received(request, slug, form)
    return shown(
        request,
        "guarantors",
        here="public:guarantors",
        trail=[(_("Écrire aux garants"), "")],
        form=form,
        seats=guarantors_of(asked(request)),
        text=placed(asked(request), reading=reading(request)).get(Place.GUARANTEE),
    )


def _received(request: HttpRequest, slug: str, form: MessageForm) -> HttpResponseBase:
    """The receipt travels in a signed cookie of its own, for some minutes: not in an address."""
    message = Message(
        convention=asked(request), **{name: form.cleaned_data[name] for name in FIELDS}
    )
    mailbox.send(message, acting(request, form), receipt=new_receipt(secrets.SystemRandom()))
    response = redirect("public:receipt", slug)
    response.set_signed_cookie(
        COOKIE,
        message.receipt,
        salt=SALT + slug,
        max_age=KEPT_SECONDS,
        path=at("public:receipt", asked(request)),
        httponly=True,
        secure=request.is_secure(),
        samesite="Lax",
    )
    return response


@never_cache
def receipt(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The number to keep; the reader makes this device forget it."""
    if request.method == "POST":
        response = redirect("public:follow", slug)
        response.delete_cookie(COOKIE, path=at("public:receipt", asked(request)))
        return response
    return shown(
        request,
        "receipt",
        here="public:guarantors",
        trail=_trail(request, _("Votre numéro")),
        receipt=request.get_signed_cookie(
            COOKIE, default="", salt=SALT + slug, max_age=KEPT_SECONDS
        ),
        minutes=KEPT_SECONDS // 60,
    )


@never_cache
def follow(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    form = FollowForm(request.POST or None)
    found, sought = None, request.method == "POST" and form.is_valid()
    if sought and too_often("follow", network_address(request), at_most=MOST_TRIES):
        form.add_error(None, _("Trop d’essais depuis votre connexion. Réessayez dans une heure."))
    elif sought:
        found = followed(asked(request), form.cleaned_data["receipt"])
        if found is None:
            form.add_error("receipt", _("Aucun message n’a ce numéro ici. Vérifiez chaque lettre."))
    return shown(
        request,
        "follow",
        here="public:guarantors",
        trail=_trail(request, _("Suivre un message")),
        form=form,
        found=found,
    )


def _trail(request: HttpRequest, here: str) -> list[tuple[str, str]]:
    return [(_("Écrire aux garants"), at("public:guarantors", asked(request))), (here, "")]
