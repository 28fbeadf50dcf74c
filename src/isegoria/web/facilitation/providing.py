"""What becomes of what members asked for; then totals for everybody, once the sessions are over."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.chartered import By
from isegoria.convention.people.cards import member_at
from isegoria.convention.recruitment.provisions import Fate
from isegoria.convention.sessions.provided import ProvisionTotals, totals_of
from isegoria.convention.stewardship import needs as room
from isegoria.core.charter.reasons import MISSING
from isegoria.web.confirming import confirmed
from isegoria.web.editing import Sheet, edited
from isegoria.web.facilitation.asking import FacilitationRequest
from isegoria.web.ui.forms import UiForm


class FateForm(UiForm):
    """What becomes of something that was asked for; why, when it is not provided."""

    fate = forms.ChoiceField(
        label=gettext_lazy("Où en est-on ?"), choices=Fate.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=gettext_lazy("Si ce n’est pas fourni : pourquoi ?"),
        help_text=gettext_lazy("La personne qui l’a demandé le lira, elle seule."),
        required=False,
        max_length=300,
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("fate") == Fate.NOT_PROVIDED and not said.get("reason", "").strip():
            self.add_error("reason", _(MISSING["need_reasoned"]))
        return said


def needs(request: FacilitationRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    """What to provide, by number, and what became of it."""
    shown = {
        "rows": room.to_provide(request.convention, request.viewer),
        "totals": totals_of(request.convention),
        "new": ProvisionTotals(convention=request.convention),
    }
    return render(request, "facilitation/needs.html", shown)


def settle(request: FacilitationRequest, slug: str, key: UUID, what: str) -> HttpResponse:
    need = room.need_at(request.convention, request.viewer, key, what)
    member = member_at(request.convention, request.viewer, key)
    if need is None or member is None:
        raise Http404
    form = FateForm(request.POST or None, initial={"fate": need.fate, "reason": need.reason})

    def save(by: By) -> None:
        said = form.cleaned_data
        room.settle(member, by, provision=what, fate=said["fate"], reason=said["reason"])

    back = reverse("facilitation:needs", args=[slug])
    sheet = Sheet(
        template="facilitation/need_settle.html",
        then=back,
        done=_("C’est noté. Ce membre le lit dans son espace."),
        context={"need": need, "member": member, "back": back},
    )
    return edited(request, form, save, sheet)


def publish(request: FacilitationRequest, slug: str) -> HttpResponse:
    new = ProvisionTotals(convention=request.convention)
    return confirmed(
        request,
        "provisions.publish",
        new,
        lambda by: room.publish_totals(new, by),
        then=reverse("facilitation:needs", args=[slug]),
        done=_("Les totaux sont publics."),
    )
