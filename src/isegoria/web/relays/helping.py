"""Acting for a member who asks a relay: their card, that they show or dictate, opens their space.

For two hours, to this person signed in here, and to nobody else.
"""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.cards import member_in
from isegoria.convention.people.members import card_of
from isegoria.web import space, space_asking, space_inquiring, space_minutes, space_paying
from isegoria.web.acting import viewer_of
from isegoria.web.card_form import CardForm, failed, unknown
from isegoria.web.editing import UNPROCESSABLE
from isegoria.web.limits import network_address
from isegoria.web.relays.asking import RelayRequest
from isegoria.web.space import Space

HELPING, SECONDS = "helping", 2 * 3600


@never_cache
def helped(request: RelayRequest, slug: str) -> HttpResponse:
    """The code of whoever asks for help."""
    where = network_address(request)
    form = CardForm(request.POST or None, where=where)
    form.fields["code"].label = _("Le code de la carte de ce membre")
    if request.method == "POST" and form.is_valid():
        card = card_of(form.cleaned_data["code"])
        if card is not None and card.member.convention_id == request.convention.pk:
            request.session[HELPING] = [str(card.member.pk), int(request.viewer.at.timestamp())]
            return redirect("relays:member_home", slug, card.member.pk)
        failed(where)
        form.add_error("code", unknown())
    status = UNPROCESSABLE if form.is_bound and form.errors else 200
    return render(request, "relays/help.html", {"form": form}, status=status)


def theirs(request: HttpRequest, key: UUID | None) -> Space:
    """The member whose card was given here, not long ago."""
    held: Any = request.session.get(HELPING, ["", 0])
    fresh = viewer_of(request).at.timestamp() - held[1] < SECONDS
    mine = key is not None and fresh and held[0] == str(key)
    convention: Convention = request.convention  # type: ignore[attr-defined]
    member = member_in(convention, key) if mine and key else None
    if member is None:
        raise Http404
    return Space(app="relays", member=member, helped=True)


def _back(opened: Space) -> str:
    return reverse("relays:help", args=[opened.member.convention.slug])


home, attend, loan = space.home(theirs), space.attend(theirs), space.loan(theirs)
needs_of, question = space_asking.needs(theirs), space_asking.question(theirs)
minutes, correction = space_minutes.read(theirs), space_minutes.correct(theirs)
inquiry = space_inquiring.inquiry(theirs)
give_up = space_paying.give_up(theirs)
leave = space.leaving(theirs, then=_back)
