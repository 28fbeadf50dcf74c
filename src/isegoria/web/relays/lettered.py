"""Somebody who got a letter answers it with a relay: at its table, on the phone, or on paper.

The person belongs to the draw of letters, not to the relay that helps: it sees their card once.
"""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from isegoria.convention.recruitment.channels import Means, Relay
from isegoria.convention.recruitment.provisions import Agreement
from isegoria.convention.recruitment.queries import table_in_force
from isegoria.convention.recruitment.relaying import erasure_day
from isegoria.convention.recruitment.ways import public_channels
from isegoria.web.acting import acting
from isegoria.web.editing import UNPROCESSABLE
from isegoria.web.lettered import LetteredForm, closed, entered
from isegoria.web.limits import too_often
from isegoria.web.relays.asking import RelayRequest
from isegoria.web.relays.finding import relay_of

TRIES_AN_HOUR = 120


@never_cache
def enter(request: RelayRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001 -- found by access
    relay = relay_of(request, key)
    refused, status = closed(request.convention, acting(request))
    if refused:
        shown = {"relay": relay, "refused": refused}
        status = status if request.method == "POST" else 200
        return render(request, "relays/letter_closed.html", shown, status=status)
    form = _form(request, relay)
    if request.method == "POST" and _is_in_measure(request, form):
        person = entered(request.convention, acting(request, form), form)
        if person is not None:
            shown = {
                "person": person,
                "relay": person.relay,
                "helper": relay,
                "through": person.identity.get("through", ""),
                "erased_on": erasure_day(request.convention),
            }
            return render(request, "relays/letter_card.html", shown)
    shown = {"relay": relay, "form": form, "erased_on": erasure_day(request.convention)}
    status = UNPROCESSABLE if form.is_bound and form.errors else 200
    return render(request, "relays/letter.html", shown, status=status)


def _is_in_measure(request: RelayRequest, form: LetteredForm) -> bool:
    """Valid, and not one try among very many: nobody goes through the codes."""
    if not form.is_valid():
        return False
    who = str(request.viewer.account.pk if request.viewer.account else "")
    if too_often("letter code of a relay", who, at_most=TRIES_AN_HOUR):
        form.add_error("letter", _("Trop d’essais depuis votre compte. Réessayez dans une heure."))
        return False
    return True


def _form(request: RelayRequest, relay: Relay) -> LetteredForm:
    here, table = request.convention, table_in_force(request.convention)
    if table is None:
        raise LookupError("letters are answered while a table is in force")
    phone = relay.channel.means == Means.PHONE
    helper = str(request.viewer.account)
    return LetteredForm(
        request.POST or None,
        table=table,
        without={one.criterion for one in public_channels(here)},
        today=request.viewer.at.astimezone(here.zone).date(),
        helper=helper,
        through=None if phone else "",
        ways=(Agreement.ORAL,) if phone else (Agreement.ORAL, Agreement.WRITTEN),
        asks_day=not phone,
    )
