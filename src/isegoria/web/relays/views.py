"""For which organisations somebody works here, and the screen of each."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from isegoria.convention.recruitment.channels import Means
from isegoria.convention.recruitment.mailings import is_writing_to_people
from isegoria.convention.recruitment.people import my_relays
from isegoria.convention.recruitment.provisions import Provision
from isegoria.convention.recruitment.queries import criteria_of
from isegoria.convention.recruitment.relaying import count_of, erasure_day, is_over
from isegoria.web.person_forms import AnswersForm
from isegoria.web.relays.asking import RelayRequest
from isegoria.web.relays.calling import screen
from isegoria.web.relays.finding import refusal, relay_of, table_of

BLANK = "_" * 30


def convention(request: RelayRequest, slug: str) -> HttpResponse:
    """Somebody who works for one organisation is led to it at once."""
    relays = my_relays(request.convention, request.viewer)
    if len(relays) == 1:
        return redirect("relays:relay", slug, relays[0].pk)
    rows = [(one, count_of(one, request.viewer)) for one in relays]
    shown = {"rows": rows, "over": is_over(request.convention)}
    return render(request, "relays/convention.html", shown)


def relay(request: RelayRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001 -- found by access
    shown = relay_of(request, key)
    refused = refusal(request, shown)
    if shown.channel.means == Means.PHONE and not refused:
        asked = AnswersForm(table=table_of(request), without=(shown.channel.criterion,))
        return screen(request, shown, asked)
    context = {
        "relay": shown,
        "refused": refused,
        "over": is_over(request.convention),
        "count": count_of(shown, request.viewer),
        "lettered": is_writing_to_people(request.convention),
    }
    return render(request, "relays/relay.html", context)


def paper(request: RelayRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    """The same form, blank, to be filled with a pen and keyed later."""
    shown = relay_of(request, key)
    asked = criteria_of(table_of(request))
    context = {
        "relay": shown,
        "criteria": [one for one in asked if one.name != shown.channel.criterion],
        "lines": [(one, BLANK) for one in _lines()],
        "provisions": Provision.labels,
        "erased_on": erasure_day(request.convention),
    }
    return render(request, "relays/paper.html", context)


def _lines() -> tuple[str, ...]:
    return (
        _("Prénom et nom"),
        _("Téléphone"),
        _("Adresse électronique"),
        _("Qui peut lui transmettre un message ?"),
        _("Adresse"),
        _("Année de naissance"),
    )
