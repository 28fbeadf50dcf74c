"""News by e-mail: asked for, confirmed from the mailbox, left by one link."""

import uuid
from datetime import timedelta

from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from isegoria.convention.chartered import By
from isegoria.convention.governance.correspondence import is_subscribed, subscription_at
from isegoria.convention.governance.models import Subscription
from isegoria.convention.verbs import mailbox
from isegoria.web import errors, mails, tokens
from isegoria.web.acting import viewer_of
from isegoria.web.limits import network_address, too_often
from isegoria.web.public.forms import SubscribeForm
from isegoria.web.public.pages import asked, at, reading, shown

LIFE = timedelta(hours=24)
LETTERS_A_DAY = 3


def subscribe(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The same answer whether the address is known, new, or has had enough letters."""
    form = SubscribeForm(
        request.POST or None, at=viewer_of(request).at, where=network_address(request)
    )
    if request.method == "POST" and form.is_valid():
        _ask(request, form.cleaned_data["email"].strip().lower())
        return redirect("public:subscribe_sent", slug)
    return shown(
        request,
        "subscribe",
        here="public:subscribe",
        trail=[(_("Recevoir les nouvelles"), "")],
        form=form,
    )


def sent(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    trail = _trail(request, _("Courriel envoyé"))
    return shown(request, "subscribe_sent", here="public:subscribe", trail=trail)


@never_cache
def confirm(request: HttpRequest, slug: str, token: str) -> HttpResponseBase:
    """Opening the link changes nothing, since machines open links too: the button does."""
    said = tokens.opened(mails.SUBSCRIBING, token, at=viewer_of(request).at, life=LIFE)
    if not said or said["convention"] != str(asked(request).pk):
        return errors.gone(
            request,
            _("Il servait 24 heures, ou il est incomplet."),
            _("Demandez un nouveau lien sur la page « Recevoir les nouvelles »."),
        )
    if request.method == "POST":
        _confirmed(request, said["email"], token)
        return redirect("public:subscribe_done", slug)
    trail = _trail(request, _("Confirmer"))
    return shown(request, "subscribe_confirm", here="public:subscribe", trail=trail)


def done(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    trail = _trail(request, _("Abonnement confirmé"))
    return shown(request, "subscribe_done", here="public:subscribe", trail=trail)


@never_cache
@csrf_exempt
def unsubscribe(request: HttpRequest, slug: str, token: str) -> HttpResponseBase:  # noqa: ARG001
    """The link is the proof, so a mail program may send the form by itself (RFC 8058)."""
    said = tokens.opened(mails.LEAVING, token, at=viewer_of(request).at)
    found = subscription_at(asked(request), uuid.UUID(said["subscription"])) if said else None
    if found is None:
        why = _("Il est incomplet, ou il ne vient pas de cette convention.")
        return errors.gone(request, why, _("Copiez-le en entier depuis le dernier courriel reçu."))
    if request.method == "POST" and found.state == "active":
        mailbox.leave_subscription(found, By(None, viewer_of(request).at))
    trail = _trail(request, _("Ne plus recevoir"))
    return shown(
        request, "unsubscribe", here="public:subscribe", trail=trail, left=found.state != "active"
    )


def _ask(request: HttpRequest, email: str) -> None:
    """Nothing is stored: the address travels encrypted, in the letter's own link."""
    about, moment = asked(request), viewer_of(request).at
    if too_often("subscribe", email, at_most=LETTERS_A_DAY, seconds=86_400):
        return
    said = {"convention": str(about.pk), "email": email}
    token = tokens.sealed(mails.SUBSCRIBING, said, at=moment)
    mails.ask_confirmation.enqueue(about.slug, token, moment.isoformat(), reading(request))


def _confirmed(request: HttpRequest, email: str, token: str) -> None:
    """The same link twice, or two links for one address, make one subscription."""
    about = asked(request)
    if is_subscribed(about, email):
        return
    once = uuid.uuid5(about.pk, token)
    try:
        mailbox.confirm_subscription(
            Subscription(convention=about, email=email),
            By(viewer_of(request).account, viewer_of(request).at, once=once),
        )
    except IntegrityError:
        if not is_subscribed(about, email):  # else another link of the same address came first
            raise


def _trail(request: HttpRequest, here: str) -> list[tuple[str, str]]:
    return [(_("Recevoir les nouvelles"), at("public:subscribe", asked(request))), (here, "")]
