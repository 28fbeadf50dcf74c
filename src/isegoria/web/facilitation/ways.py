"""How one takes part in a session at a distance: links for each group, and relay rooms."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.convention.chartered import By
from isegoria.convention.verbs import sessions
from isegoria.web.confirming import about
from isegoria.web.editing import UNPROCESSABLE, Sheet, edited
from isegoria.web.facilitation.asking import FacilitationRequest, session_of
from isegoria.web.facilitation.ways_forms import Rooms, WaysForm

PAGE = "facilitation/ways.html"


def ways(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    """One form for both; a row more or less is shown again, and saves nothing."""
    found = session_of(request, key)
    form = WaysForm.of(found, request.POST or None)
    rooms = Rooms(request.POST or None, list(found.relay_rooms.all()))
    back = reverse("facilitation:session", args=[slug, found.pk])
    context = {
        **about(request, "session.edit", found),
        "session": found,
        "back": back,
        "rooms": rooms,
    }
    if request.method == "POST" and (rooms.more or not rooms.is_valid()):
        status = 200 if rooms.is_valid() else UNPROCESSABLE
        return render(request, PAGE, {**context, "form": form}, status=status)

    def save(by: By) -> None:
        sessions.edit(found, by, changes={}, rooms=rooms.rooms(), links=form.links())

    done = _("C’est enregistré. Seuls ceux pour qui chaque lien est fait le voient.")
    sheet = Sheet(template=PAGE, then=back, done=done, context=context, beside=rooms.differences)
    return edited(request, form, save, sheet)
