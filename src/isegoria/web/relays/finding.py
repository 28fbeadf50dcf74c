"""What every page of a relay begins with: the organisation, and whether it may enter anybody."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import decide
from isegoria.convention.recruitment.candidates import Candidate
from isegoria.convention.recruitment.channels import Means, Relay
from isegoria.convention.recruitment.models import QuotaTable
from isegoria.convention.recruitment.provisions import Agreement
from isegoria.convention.recruitment.queries import table_in_force
from isegoria.convention.recruitment.relaying import own_person, relay_at
from isegoria.core.charter.reasons import MISSING
from isegoria.web.person_forms import PersonForm
from isegoria.web.reasons import reason_of
from isegoria.web.relays.asking import RelayRequest

BROUGHT = {"consenting", "reachable", "known_answers"}  # what the form of a person brings


def relay_of(request: RelayRequest, key: UUID) -> Relay:
    """One of the organisations for which the reader works; another's is not found."""
    found = relay_at(request.convention, request.viewer, key)
    if found is None:
        raise Http404
    return found


def person_of(request: RelayRequest, key: UUID) -> Candidate:
    """Somebody whom one of these organisations entered; another's is not found."""
    found = own_person(request.convention, request.viewer, key)
    if found is None:
        raise Http404
    return found


def table_of(request: RelayRequest) -> QuotaTable:
    found = table_in_force(request.convention)
    if found is None:
        raise Http404
    return found


def refusal(request: RelayRequest, relay: Relay) -> str:
    """Why this relay can enter nobody now; nothing when it can."""
    if table_in_force(request.convention) is None:
        return _(
            "La table des quotas n’est pas encore figée : l’organisation doit d’abord le faire."
        )
    if relay.channel.state != "open":
        return _(MISSING["channel_open"])
    somebody = Candidate(convention=request.convention, relay=relay)
    decision = decide("candidate.enter", somebody, By(request.viewer.account, request.viewer.at))
    if decision.code != "missing_fact":
        return reason_of(decision)
    left = tuple(fact for fact in decision.about if fact not in BROUGHT)
    return reason_of(replace(decision, about=left))


def form_of(
    request: RelayRequest,
    relay: Relay,
    data: Mapping[str, Any] | None = None,
    *,
    initial: Mapping[str, Any] | None = None,
) -> PersonForm:
    """What this relay asks of somebody who accepts. On the phone, the consent is of today."""
    helper = str(request.viewer.account)
    phone = relay.channel.means == Means.PHONE
    return PersonForm(
        data,
        table=table_of(request),
        without=(relay.channel.criterion,),
        today=request.viewer.at.astimezone(request.convention.zone).date(),
        helper=helper,
        through=None if phone else helper,
        ways=(Agreement.ORAL,) if phone else (Agreement.ORAL, Agreement.WRITTEN),
        asks_day=not phone,
        initial=initial,
    )
