"""The ways by which people are found: opened from the table, entrusted to relays, closed.

Nothing here shows people: an organiser reads these pages too.
"""

from functools import partial
from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.convention.chartered import By
from isegoria.convention.recruitment import ways
from isegoria.convention.recruitment.channels import Channel, Hand, Relay
from isegoria.convention.stewardship.actions import (
    AlreadyHeldError,
    dismiss_hand,
    end_mission,
    invite_hand,
)
from isegoria.convention.verbs import channels
from isegoria.web.confirming import about, confirmed
from isegoria.web.desk.asking import DeskRequest
from isegoria.web.desk.channel_forms import ChannelForm, ExpectForm, HandForm, RelayForm
from isegoria.web.desk.people_mail import send_invitation
from isegoria.web.editing import Sheet, edited
from isegoria.web.ui.forms import UiForm


def channel_list(request: DeskRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    shown = {
        "channels": ways.channels_of(request.convention, request.viewer),
        "values": ways.channel_values(request.convention),
        "rules": ways.rules_of(request.convention)[:1],
    }
    return render(request, "desk/channels.html", shown)


def new_channel(request: DeskRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    form = ChannelForm(request.POST or None, values=ways.channel_values(request.convention))
    return _written(
        request,
        form,
        lambda by: channels.open_channel(form.channel(request.convention), by),
        subject=Channel(convention=request.convention),
        act="channel.open",
    )


def expect(request: DeskRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    channel = _channel(request, key)
    form = ExpectForm(request.POST or None, initial={"expected": channel.expected})
    return _written(
        request,
        form,
        lambda by: channels.expect(channel, by, expected=form.cleaned_data["expected"]),
        subject=channel,
        act="channel.expect",
    )


def close_channel(request: DeskRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    channel = _channel(request, key)
    return confirmed(
        request,
        "channel.close",
        channel,
        lambda by: channels.close_channel(channel, by),
        then=_list(request),
        done=_("La voie est fermée : plus personne n’y est inscrit."),
    )


def new_relay(request: DeskRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    form, channel = RelayForm(request.POST or None), _channel(request, key)
    return _written(
        request,
        form,
        lambda by: channels.engage(form.relay(channel), by),
        subject=Relay(channel=channel),
        act="relay.engage",
    )


def end_relay(request: DeskRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    relay = _relay(request, key)
    return confirmed(
        request,
        "relay.end",
        relay,
        lambda by: end_mission(relay, by),
        then=_list(request),
        done=_("La mission est finie : ses accès sont retirés."),
    )


def new_hand(request: DeskRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    relay, form = _relay(request, key), HandForm(request.POST or None)
    try:
        return _hand_sheet(request, form, relay)
    except AlreadyHeldError:
        form.add_error("email", _("Cette personne a déjà cet accès."))
        return _hand_sheet(request, form, relay)


def end_hand(request: DeskRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    hand = ways.hand_at(request.convention, request.viewer, key)
    if hand is None:
        raise Http404
    return confirmed(
        request,
        "hand.take",
        hand,
        lambda by: dismiss_hand(hand, by),
        then=_list(request),
        done=_("L’accès est retiré. Sans autre accès, cette personne n’a plus de rôle ici."),
    )


def _hand_sheet(request: DeskRequest, form: HandForm, relay: Relay) -> HttpResponse:
    return _written(
        request,
        form,
        partial(_invited, form, relay),
        subject=Hand(relay=relay),
        act="hand.give",
        done=_("L’accès est donné. Un courriel part avec un lien pour entrer."),
    )


def _invited(form: HandForm, relay: Relay, by: By) -> None:
    said = form.cleaned_data
    given = invite_hand(said["email"], form.hand(relay), by, name=said["name"])
    transaction.on_commit(partial(send_invitation.enqueue, str(given.pk)))


def _written(
    request: DeskRequest,
    form: UiForm,
    save: object,
    *,
    subject: Channel | Relay | Hand,
    act: str,
    done: str = "",
) -> HttpResponse:
    context = {**about(request, act, subject), "back": _list(request)}
    sheet = Sheet(
        template="desk/channel_form.html", then=_list(request), done=done, context=context
    )
    return edited(request, form, save, sheet)  # type: ignore[arg-type]


def _list(request: DeskRequest) -> str:
    return reverse("desk:channels", args=[request.convention.slug])


def _channel(request: DeskRequest, key: UUID) -> Channel:
    found = ways.channel_at(request.convention, request.viewer, key)
    if found is None:
        raise Http404
    return found


def _relay(request: DeskRequest, key: UUID) -> Relay:
    found = ways.relay_at(request.convention, request.viewer, key)
    if found is None:
        raise Http404
    return found
