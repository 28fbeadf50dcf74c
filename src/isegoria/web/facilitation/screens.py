"""The screen of the room: what is shown of the sequence that runs, large, a few at a time.

It asks every few seconds whether something changed; nothing did, most of the time: 304.
"""

from uuid import UUID

from django.http import HttpResponse, HttpResponseNotModified
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from isegoria.convention.sessions import capturing
from isegoria.convention.sessions.captures import Capture, Kind
from isegoria.convention.sessions.models import Session
from isegoria.convention.sessions.sequences import Sequence
from isegoria.web.facilitation.asking import FacilitationRequest, session_of

ROOM, SECONDS, SHORT, LONGEST = 4, 10, 110, 240  # ROOM: four short cards fill the screen


def screen(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    session = session_of(request, key)
    sequence = capturing.sequence_on_screen(session)
    tag = _tag(request, session, sequence)
    if request.headers.get("If-None-Match", "").removeprefix("W/") == tag:
        answer: HttpResponse = HttpResponseNotModified()
    else:
        shown = capturing.shown_in_the_room(sequence, request.viewer) if sequence else []
        pages = packed(shown)
        number = _number(request.GET.get("page", ""), len(pages))
        where = reverse("facilitation:screen", args=[slug, key])
        context = {
            "session": session,
            "sequence": sequence,
            "shown": pages[number - 1] if pages else [],
            "number": number,
            "pages": len(pages),
            "next": f"{where}?page={number % len(pages) + 1 if pages else 1}",
            "seconds": SECONDS,
            "longest": LONGEST,
            "positions": Kind.POSITIONS,
            "back": reverse("facilitation:captures", args=[slug, key]),
        }
        answer = render(request, "facilitation/screen.html", context)
    answer["ETag"] = tag
    answer["Cache-Control"] = "private, no-cache"
    return answer


def packed(shown: list[Capture]) -> list[list[Capture]]:
    """What fits on the screen at once, page after page."""
    pages: list[list[Capture]] = []
    left = 0
    for one in shown:
        if (size := _size(one)) > left:
            pages.append([])
            left = ROOM
        pages[-1].append(one)
        left -= size
    return pages


def _size(one: Capture) -> int:
    if one.kind in {Kind.POSITIONS, Kind.PICTURE}:
        return ROOM
    return 1 if len(one.words) <= SHORT else 2


def _number(said: str, pages: int) -> int:
    asked = int(said) if said.isascii() and said.isdecimal() and len(said) < 4 else 1
    return asked if 1 <= asked <= pages else 1


def _tag(request: FacilitationRequest, session: Session, sequence: Sequence | None) -> str:
    """Changes when the screen does, for this reader."""
    version = capturing.screen_version(sequence.pk) if sequence else "none"
    where = f"{sequence.pk.hex}.{sequence.revision}" if sequence else ""
    said = [version, where, str(session.revision), get_language() or ""]
    return f'"{".".join([*said, "-".join(sorted(request.viewer.roles))])}"'
