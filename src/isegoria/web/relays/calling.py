"""During a call: is this person sought? And after it: how it ended, without who was called."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from isegoria.convention.recruitment.channels import Relay
from isegoria.convention.recruitment.mailings import is_writing_to_people
from isegoria.convention.recruitment.relaying import (
    BY_HAND,
    calls_of,
    count_of,
    erasure_day,
)
from isegoria.convention.recruitment.standing import board_of
from isegoria.convention.verbs import channels
from isegoria.web.acting import acting
from isegoria.web.editing import UNPROCESSABLE
from isegoria.web.person_forms import AnswersForm, field_of
from isegoria.web.relays.asking import RelayRequest
from isegoria.web.relays.finding import form_of, refusal, relay_of, table_of
from isegoria.web.ui.forms import UiForm


class CountForm(UiForm):
    """One more call that ended so; with a minus before it, one that was counted by mistake."""

    outcome = forms.ChoiceField(
        choices=[(f"{sign}{one.value}", one.label) for one in BY_HAND for sign in ("", "-")]
    )


def screen(request: RelayRequest, relay: Relay, asked: AnswersForm) -> HttpResponse:
    """The whole of the agent's screen: what to ask, which cells are open, how calls ended."""
    shown = {
        "relay": relay,
        "form": asked,
        "board": board_of(relay, request.viewer),
        "count": count_of(relay, request.viewer),
        "lettered": is_writing_to_people(request.convention),
        **_calls(request, relay),
    }
    status = UNPROCESSABLE if asked.is_bound and asked.errors else 200
    return render(request, "relays/phone.html", shown, status=status)


def check(request: RelayRequest, slug: str, key: UUID) -> HttpResponse:
    """Nothing of what is answered is kept, and none of it is in the address."""
    relay = relay_of(request, key)
    if request.method != "POST" or refusal(request, relay):
        return redirect("relays:relay", slug, key)
    asked = AnswersForm(request.POST, table=table_of(request), without=(relay.channel.criterion,))
    board = board_of(relay, request.viewer)
    if not asked.is_valid() or board is None:
        return screen(request, relay, asked)
    initial = {field_of(name): value for name, value in asked.answers.items()}
    form = form_of(request, relay, initial=initial)
    form.fields["name"].widget.attrs |= {"autofocus": True, "aria-describedby": "verdict"}
    shown = {
        "relay": relay,
        "answers": asked.answers,
        "verdict": board.verdict(asked.answers),
        "form": form,
        "erased_on": erasure_day(request.convention),
        **_calls(request, relay),
    }
    return render(request, "relays/verdict.html", shown)


def count(request: RelayRequest, slug: str, key: UUID) -> HttpResponse:
    relay = relay_of(request, key)
    form = CountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data["outcome"]
        by = acting(request, form)
        channels.count_calls(relay, by, outcome=said.lstrip("-"), count=-1 if "-" in said else 1)
    return redirect("relays:relay", slug, key)


def _calls(request: RelayRequest, relay: Relay) -> dict[str, Any]:
    """The counters. Their columns: how it ended, today, in all, and the buttons."""
    numbers = ({"label": one, "number": True} for one in (_("Aujourd’hui"), _("En tout")))
    return {
        "calls": calls_of(relay, request.viewer),
        "counting": CountForm(auto_id=False),  # beside another form
        "call_columns": (_("Issue"), *numbers, _("Compter")),
    }
