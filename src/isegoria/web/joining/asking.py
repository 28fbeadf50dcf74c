"""What each of these pages begins with: the convention, and whether anybody may join the list."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import decide
from isegoria.convention.mandate.models import Convention
from isegoria.convention.recruitment.candidates import Candidate
from isegoria.convention.recruitment.letters import Letter
from isegoria.convention.recruitment.mailings import is_writing_to_people
from isegoria.convention.recruitment.queries import table_in_force
from isegoria.core.charter import Decision
from isegoria.web.acting import viewer_of
from isegoria.web.errors import FORBIDDEN, GONE
from isegoria.web.reasons import reason_of

# What the form brings, and what is only known once it is filled.
BROUGHT = {"lettered", "consenting", "reachable", "known_answers"}
Closed = tuple[str, int]  # why nobody can join now, in a sentence, and the status that says it
OPEN: Closed = ("", 200)


def asked(request: HttpRequest) -> Convention:
    """The convention that the address names, found by the access middleware."""
    convention: Convention = request.convention  # type: ignore[attr-defined]
    return convention


def anybody(request: HttpRequest, form: object = None) -> By:
    """Whoever holds the letter: an account, if there is one, is not written beside the person."""
    cleaned = getattr(form, "cleaned_data", {})
    return By(None, viewer_of(request).at, once=cleaned.get("once"))


def closed(request: HttpRequest, letter: Letter | None = None) -> Closed:
    """Why nobody can join now; OPEN when they can. letter: whose channel must be open too."""
    here = asked(request)
    if not is_writing_to_people(here) or table_in_force(here) is None:
        return _(
            "Aucune lettre d’invitation n’a encore été envoyée pour cette convention."
        ), FORBIDDEN
    if letter is not None and letter.mailing.relay.channel.state != "open":
        return _("Les inscriptions par lettre sont closes."), GONE
    decision = decide("candidate.register", Candidate(convention=here), anybody(request))
    return _refused(decision)


def _refused(decision: Decision) -> Closed:
    if decision.code == "missing_fact":
        left = tuple(one for one in decision.about if one not in BROUGHT)
        return (reason_of(replace(decision, about=left)), GONE) if left else OPEN
    return (reason_of(decision), FORBIDDEN) if not decision else OPEN


def closed_page(request: HttpRequest, why: str, status: int) -> HttpResponse:
    return render(request, "joining/closed.html", {"why": why}, status=status)
