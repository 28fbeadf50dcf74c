"""The mailbox: read by the guarantors alone."""

from functools import partial
from uuid import UUID

from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.convention.chartered import By
from isegoria.convention.governance import mailbox as box
from isegoria.convention.governance.models import Message
from isegoria.convention.verbs import mailbox as acts
from isegoria.core.charter.reasons import STATES
from isegoria.web.editing import Sheet, edited
from isegoria.web.guarantors.asking import GuarantorRequest
from isegoria.web.guarantors.forms import AnswerForm, CloseForm
from isegoria.web.guarantors.mail import send_answer

PER_PAGE = 50
CHOICES = ("received", "answered", "closed")


def mailbox(request: GuarantorRequest, slug: str) -> HttpResponse:
    receipt, state = request.GET.get("recu", ""), request.GET.get("etat", "")
    found = box.by_receipt(request.convention, request.viewer, receipt) if receipt else None
    if found:
        return redirect("guarantors:message", slug, found.pk)
    messages = box.mailbox(
        request.convention, request.viewer, state=state if state in CHOICES else ""
    )
    page = Paginator(messages, PER_PAGE).get_page(request.GET.get("page"))
    shown = {
        "page": page,
        "filed": [box.filed(one, request.viewer) for one in page],
        "load": box.load_of(request.convention, request.viewer),
        "states": [(name, _(STATES[name])) for name in CHOICES],
        "state": state,
        "receipt": receipt,
        "columns": (_("Récépissé"), _("État"), _("Reçu le"), _("Attente"), _("Réponse due")),
    }
    return render(request, "guarantors/mailbox.html", shown)


def message(request: GuarantorRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    filed = box.filed(_message(request, key), request.viewer)
    return render(request, "guarantors/message.html", {"filed": filed, "letter": filed.message})


def answer(request: GuarantorRequest, slug: str, key: UUID) -> HttpResponse:
    letter = _message(request, key)
    form = AnswerForm(request.POST or None, base=letter.revision)

    def save(by: By) -> None:
        with transaction.atomic():
            acts.answer(letter, by, text=form.cleaned_data["text"])
            transaction.on_commit(partial(send_answer.enqueue, str(letter.pk)))

    return edited(request, form, save, _sheet(letter, slug, "answer", _("La réponse est envoyée.")))


def close(request: GuarantorRequest, slug: str, key: UUID) -> HttpResponse:
    letter = _message(request, key)
    form = CloseForm(request.POST or None, base=letter.revision)
    return edited(
        request,
        form,
        lambda by: acts.close(letter, by, reason=form.cleaned_data["reason"]),
        _sheet(letter, slug, "close", _("Le message est classé.")),
    )


def _sheet(letter: Message, slug: str, act: str, done: str) -> Sheet:
    return Sheet(
        template=f"guarantors/{act}.html",
        then=reverse("guarantors:message", args=[slug, letter.pk]),
        done=done,
        context={"letter": letter},
    )


def _message(request: GuarantorRequest, key: UUID) -> Message:
    letter = box.message_at(request.convention, request.viewer, key)
    if letter is None:
        raise Http404
    return letter
