"""What each of these pages begins with: the convention, and whether anybody may join the list."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from isegoria.convention.chartered import By
from isegoria.convention.mandate.models import Convention
from isegoria.convention.recruitment.letters import Letter
from isegoria.web import lettered
from isegoria.web.acting import viewer_of


def asked(request: HttpRequest) -> Convention:
    """The convention that the address names, found by the access middleware."""
    convention: Convention = request.convention  # type: ignore[attr-defined]
    return convention


def anybody(request: HttpRequest, form: object = None) -> By:
    """Whoever holds the letter: an account, if there is one, is not written beside the person."""
    cleaned = getattr(form, "cleaned_data", {})
    return By(None, viewer_of(request).at, once=cleaned.get("once"))


def closed(request: HttpRequest, letter: Letter | None = None) -> lettered.Closed:
    """Why nobody can join now; lettered.OPEN when they can."""
    return lettered.closed(asked(request), anybody(request), letter)


def closed_page(request: HttpRequest, why: str, status: int) -> HttpResponse:
    return render(request, "joining/closed.html", {"why": why}, status=status)
