"""The roll of a session: one row a card, one tap a person, corrections by another tap."""

from collections import Counter
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Conflict, decide
from isegoria.convention.people.members import Member
from isegoria.convention.sessions.attendance import How, Presence
from isegoria.convention.sessions.models import Session
from isegoria.convention.sessions.queries import PRESENT, called_at
from isegoria.convention.verbs import attendance
from isegoria.web.acting import acting
from isegoria.web.facilitation.asking import FacilitationRequest, session_of
from isegoria.web.reasons import reason_of
from isegoria.web.ui.forms import UiForm

PER_PAGE, LEFT = 60, "a-noter"
SHORT = {
    How.ROOM: gettext_lazy("Salle"),
    How.REMOTE: gettext_lazy("En ligne"),
    How.PHONE: gettext_lazy("Téléphone"),
    How.RELAY: gettext_lazy("Relais"),
    How.EXCUSED: gettext_lazy("Excusé"),
    How.ABSENT: gettext_lazy("Absent"),
}


class TakeForm(UiForm):
    """Which card, how it takes part, and what the page said of it before."""

    card = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    seen = forms.ChoiceField(widget=forms.HiddenInput, choices=How.choices, required=False)
    how = forms.ChoiceField(choices=How.choices, widget=forms.HiddenInput)


@dataclass(frozen=True, slots=True)
class Row:
    """One card. hows: the words of each button, and its value, "" where it is noted already:
    a button never moves, so that the same place tapped twice never says something else."""

    member: Member
    noted: Presence | None
    form: TakeForm
    hows: list[tuple[str, str]]


def roll(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    session = session_of(request, key)
    called = called_at(session, request.viewer)
    here = reverse("facilitation:attendance", args=[slug, key])
    if request.method == "POST":
        return _taken(request, session, {one.number: one for one, _noted in called}, here)
    wanted = [(one, noted) for one, noted in called if _is_wanted(request, one, noted)]
    page = Paginator(wanted, PER_PAGE).get_page(request.GET.get("page"))
    hows, refusal = _possible(request, session, called)
    counts = _counts(called)
    context = {
        "session": session,
        "page": page,
        "rows": [_row(member, noted, hows) for member, noted in page],
        "refusal": refusal,
        "here": here,
        "current": f"{here}?voir={LEFT}" if request.GET.get("voir") == LEFT else here,
        "card": request.GET.get("carte", ""),
        "links": [
            (_("Toutes les cartes (%(count)d)") % {"count": len(called)}, here),
            (_("À noter (%(count)d)") % {"count": counts["left"]}, f"{here}?voir={LEFT}"),
        ],
        **counts,
    }
    return render(request, "facilitation/attendance.html", context)


def _taken(
    request: FacilitationRequest, session: Session, members: dict[int, Member], here: str
) -> HttpResponse:
    form = TakeForm(request.POST)
    if not form.is_valid() or form.cleaned_data["card"] not in members:
        messages.warning(request, _("Aucun membre n’a cette carte"))
        return redirect(here)
    member = members[form.cleaned_data["card"]]
    said = {"how": form.cleaned_data["how"], "seen": form.cleaned_data["seen"]}
    try:
        attendance.take(session, acting(request, form), member=member, **said)
    except Conflict as meanwhile:
        noted = {"card": member.number, "how": How(meanwhile.subject.how).label}  # type: ignore[attr-defined]
        messages.warning(
            request,
            _("Carte %(card)s : quelqu’un a noté « %(how)s » entre-temps. Rien n’a changé.")
            % noted,
        )
    kept = request.GET.urlencode()
    return redirect(f"{here}{'?' if kept else ''}{kept}#carte-{member.number}")


def _is_wanted(request: FacilitationRequest, member: Member, noted: Presence | None) -> bool:
    card = request.GET.get("carte", "").strip()
    if card:
        return str(member.number) == card
    return request.GET.get("voir") != LEFT or noted is None


def _possible(
    request: FacilitationRequest, session: Session, called: list[tuple[Member, Presence | None]]
) -> tuple[list[How], str]:
    """How somebody may be noted now, as the charter says; and why others may not."""
    member = next((one for one, _noted in called if one.state == "active"), None)
    if member is None:
        return [], ""
    by = By(request.viewer.account, request.viewer.at)
    decided = {
        how: decide("presence.note", Presence(session=session, member=member, how=how), by)
        for how in (How.ROOM, How.EXCUSED)
    }
    if decided[How.ROOM]:
        return list(How), ""
    hows = [How.EXCUSED] if decided[How.EXCUSED] else []
    return hows, reason_of(decided[How.ROOM])


def _row(member: Member, noted: Presence | None, hows: list[How]) -> Row:
    seen = noted.how if noted else ""
    form = TakeForm(initial={"card": member.number, "seen": seen}, auto_id=False)
    offered = hows if noted or member.state == "active" else []
    shown = [how for how in How if how in offered or how == seen]
    buttons = [(str(SHORT[how]), "" if how == seen else how.value) for how in shown]
    return Row(member, noted, form, buttons)


def _counts(called: list[tuple[Member, Presence | None]]) -> dict[str, Any]:
    """present and members; each way that somebody takes; how many are left to note."""
    by_how = Counter(noted.how for _member, noted in called if noted)
    return {
        "members": len(called),
        "present": sum(by_how[how] for how in PRESENT),
        "ways": [(how.label, by_how[how]) for how in How if by_how[how]],
        "left": len(called) - sum(by_how.values()),
    }
