"""From the code of a letter to a card: nothing is written before the last button."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from isegoria.convention.governance.conduct import AlreadyDone, Refused
from isegoria.convention.recruitment.candidates import Candidate
from isegoria.convention.recruitment.letters import Letter
from isegoria.convention.recruitment.mailings import (
    entrant_at,
    entrant_key,
    letter_at,
    published_mailings,
)
from isegoria.convention.recruitment.queries import table_in_force
from isegoria.convention.recruitment.ways import last_day, public_channels, rules_of
from isegoria.convention.verbs import candidates
from isegoria.web import lettered, tokens
from isegoria.web.acting import viewer_of
from isegoria.web.editing import UNPROCESSABLE
from isegoria.web.errors import CONFLICT, GONE
from isegoria.web.joining.asking import anybody, asked, closed, closed_page
from isegoria.web.joining.forms import CodeForm, JoinForm
from isegoria.web.lettered_paper import questions_on_paper
from isegoria.web.limits import network_address

PURPOSE, LIFE = "letter", timedelta(hours=12)


def door(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    """The code of the letter, then the questions. The code never goes in an address."""
    why, status = closed(request)
    if why:
        return closed_page(request, why, status if request.method == "POST" else 200)
    form = CodeForm(request.POST or None, where=network_address(request))
    if request.method == "POST" and form.is_valid():
        code = form.cleaned_data["code"]
        letter = letter_at(asked(request), code)
        if letter is not None and letter.answered_on is None:
            return _first_asked(request, letter, code)
        form.add_error("code", lettered.used() if letter else lettered.unknown())
    status = UNPROCESSABLE if form.is_bound and form.errors else 200
    shown = {"form": form, "mailings": published_mailings(asked(request)), **_about(request)}
    return render(request, "joining/door.html", shown, status=status)


@never_cache
def register(request: HttpRequest, slug: str) -> HttpResponse:
    """The last button. Sent twice, it leads to the same card."""
    if request.method != "POST":
        return redirect("joining:door", slug)
    here = asked(request)
    said = _letter_said(request)
    letter = letter_at(here, said["code"]) if said else None
    if letter is None:
        why = _("La page est restée ouverte trop longtemps. Écrivez de nouveau votre code.")
        return closed_page(request, why, GONE)
    form = _form(request, request.POST)
    if form is None or not form.is_valid():
        return _asking(request, form, letter)
    return _registered(request, form, letter, said["code"])


@never_cache
def paper(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    """The same questions, to be printed and sent back by post; with the code, from its form."""
    said = _letter_said(request)
    shown = {
        "code": f"{said['code'][:4]}-{said['code'][4:]}" if said else "",
        **questions_on_paper(asked(request)),
        **_about(request),
    }
    return render(request, "joining/paper.html", shown)


def _registered(request: HttpRequest, form: JoinForm, letter: Letter, code: str) -> HttpResponse:
    here = asked(request)
    why, status = closed(request, letter)
    if why:
        return closed_page(request, why, status)
    person = Candidate(id=entrant_key(here, code), convention=here, relay=letter.mailing.relay)
    try:
        candidates.register(person, anybody(request, form), letter=letter, said=form.said)
    except AlreadyDone:
        person = entrant_at(here, code) or person
    except Refused as refused:
        return _refused(request, form, letter, refused)
    return _card(request, person)


def _refused(
    request: HttpRequest, form: JoinForm, letter: Letter, refused: Refused
) -> HttpResponse:
    """The code has served meanwhile, the person is known already, or a fact went away."""
    if {"lettered", "channel_open"} & set(refused.decision.about):
        return closed_page(request, lettered.why(refused), GONE)
    known = refused.decision.about == ("not_known",)
    form.add_error(None, _known() if known else lettered.why(refused))
    return _asking(request, form, letter, status=CONFLICT)


def _card(request: HttpRequest, person: Candidate) -> HttpResponse:
    shown = {"person": person, "relay": person.relay, **_about(request)}
    return render(request, "joining/card.html", shown)


def _first_asked(request: HttpRequest, letter: Letter, code: str) -> HttpResponse:
    here = asked(request)
    said = {"convention": str(here.pk), "code": code}
    sealed = tokens.sealed(PURPOSE, said, at=viewer_of(request).at)
    return _asking(request, _form(request, None, letter=sealed), letter, status=200)


def _asking(
    request: HttpRequest, form: JoinForm | None, letter: Letter, *, status: int = UNPROCESSABLE
) -> HttpResponse:
    why, refused = closed(request, letter)
    if why or form is None:
        return closed_page(request, why, refused)
    shown = {"form": form, **_about(request)}
    return render(request, "joining/form.html", shown, status=status)


def _form(
    request: HttpRequest, data: Mapping[str, Any] | None, *, letter: str = ""
) -> JoinForm | None:
    here = asked(request)
    table = table_in_force(here)
    if table is None:
        return None
    return JoinForm(
        data,
        table=table,
        today=viewer_of(request).at.astimezone(here.zone).date(),
        without={one.criterion for one in public_channels(here)},
        initial={"letter": letter},
    )


def _letter_said(request: HttpRequest) -> dict[str, str]:
    """The code that the door sealed in the form; nothing when it is not of here, or too old."""
    sealed = request.POST.get("letter", "")[:500]
    said = tokens.opened(PURPOSE, sealed, at=viewer_of(request).at, life=LIFE)
    return said if said.get("convention") == str(asked(request).pk) else {}


def _about(request: HttpRequest) -> dict[str, Any]:
    here = asked(request)
    rules = rules_of(here)
    return {"erased_on": rules[0].erased_on if rules else None, "last_day": last_day(here)}


def _known() -> str:
    return _(
        "Vous paraissez déjà inscrit : nul ne l’est deux fois. Si quelqu’un d’autre a donné le même "
        "téléphone ou la même adresse électronique, appelez le numéro écrit dans la lettre."
    )
