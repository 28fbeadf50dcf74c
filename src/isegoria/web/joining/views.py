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
from isegoria.convention.recruitment.provisions import Provision
from isegoria.convention.recruitment.queries import criteria_of, table_in_force
from isegoria.convention.recruitment.ways import public_channels, rules_of
from isegoria.convention.verbs import candidates
from isegoria.web import tokens
from isegoria.web.acting import viewer_of
from isegoria.web.editing import UNPROCESSABLE
from isegoria.web.errors import CONFLICT, GONE
from isegoria.web.joining.asking import anybody, asked, closed, closed_page
from isegoria.web.joining.forms import CodeForm, JoinForm
from isegoria.web.limits import network_address
from isegoria.web.reasons import reason_of

PURPOSE, LIFE = "letter", timedelta(hours=12)
BLANK = "_" * 30


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
        form.add_error(
            "code", _used() if letter else _("Aucune lettre ne porte ce code : relisez-le.")
        )
    status = UNPROCESSABLE if form.is_bound and form.errors else 200
    shown = {"form": form, "mailings": published_mailings(asked(request))}
    return render(request, "joining/door.html", shown, status=status)


@never_cache
def register(request: HttpRequest, slug: str) -> HttpResponse:
    """The last button. Sent twice, it leads to the same card."""
    if request.method != "POST":
        return redirect("joining:door", slug)
    here = asked(request)
    sealed = request.POST.get("letter", "")[:500]
    said = tokens.opened(PURPOSE, sealed, at=viewer_of(request).at, life=LIFE)
    letter = letter_at(here, said["code"]) if said.get("convention") == str(here.pk) else None
    if letter is None:
        why = _("La page est restée ouverte trop longtemps. Écrivez de nouveau votre code.")
        return closed_page(request, why, GONE)
    form = _form(request, request.POST)
    if form is None or not form.is_valid():
        return _asking(request, form, letter)
    return _registered(request, form, letter, said["code"])


def paper(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    """The same questions, to be printed and sent back by post."""
    table = table_in_force(asked(request))
    found = public_channels(asked(request))
    apart = {one.criterion for one in found}
    shown = {
        "criteria": [one for one in criteria_of(table) if one.name not in apart] if table else [],
        "lines": [(one, BLANK) for one in _lines()],
        "provisions": Provision.labels,
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
    if "lettered" in refused.decision.about:
        return closed_page(request, _used(), GONE)
    known = refused.decision.about == ("not_known",)
    form.add_error(None, _known() if known else reason_of(refused.decision))
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


def _about(request: HttpRequest) -> dict[str, Any]:
    rules = rules_of(asked(request))
    return {"erased_on": rules[0].erased_on if rules else None}


def _lines() -> tuple[str, ...]:
    return (
        _("Prénom et nom"),
        _("Téléphone"),
        _("Adresse électronique"),
        _("Adresse"),
        _("Année de naissance"),
    )


def _used() -> str:
    return _(
        "Ce code a déjà servi : une lettre inscrit une seule personne. Si ce n’était pas vous, "
        "appelez le numéro écrit dans la lettre."
    )


def _known() -> str:
    return _(
        "Vous paraissez déjà inscrit : nul ne l’est deux fois. Si quelqu’un d’autre a donné le même "
        "téléphone ou la même adresse électronique, appelez le numéro écrit dans la lettre."
    )
