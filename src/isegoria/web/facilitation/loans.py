"""Equipment: asked for on behalf of a member, lent, given back, or refused with a reason."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.chartered import By
from isegoria.convention.people.members import Member
from isegoria.convention.sessions.attendance import Loan
from isegoria.convention.sessions.queries import borrowers, loan_at, loans_of
from isegoria.convention.verbs import attendance
from isegoria.web.confirming import ConfirmForm, confirmed
from isegoria.web.editing import Sheet, edited
from isegoria.web.facilitation.asking import FacilitationRequest
from isegoria.web.ui.forms import UiForm

PER_PAGE = 50


class AskForm(UiForm):
    """Who needs what. The team writes for a member who asks by phone or in the room."""

    card = forms.IntegerField(label=gettext_lazy("Numéro de carte"), min_value=1)
    what = forms.CharField(
        label=gettext_lazy("Équipement"),
        help_text=gettext_lazy("Une tablette, une carte de téléphone, un casque…"),
        max_length=160,
    )

    def __init__(self, *args: Any, members: dict[int, Member], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.members = members

    def clean_card(self) -> int:
        card = int(self.cleaned_data["card"])
        if card not in self.members:
            raise forms.ValidationError(
                _("La carte %(card)s n’est pas celle d’un membre du panel.") % {"card": card}
            )
        return card


class RefuseForm(UiForm):
    """Why it cannot be lent; the member reads it."""

    reason = forms.CharField(
        label=gettext_lazy("Votre réponse"),
        help_text=gettext_lazy(
            "Le membre la lira dans son espace. Proposez autre chose si possible."
        ),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def loans(request: FacilitationRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    page = Paginator(loans_of(request.convention, request.viewer), PER_PAGE)
    shown = page.get_page(request.GET.get("page"))
    rows = [(one, ConfirmForm(base=one.revision, auto_id=False)) for one in shown]
    return render(request, "facilitation/loans.html", {"page": shown, "rows": rows})


def ask(request: FacilitationRequest, slug: str) -> HttpResponse:
    members = borrowers(request.convention, request.viewer)
    form = AskForm(
        request.POST or None, members=members, initial={"card": request.GET.get("carte")}
    )
    back = _list(slug)

    def save(by: By) -> None:
        member = members[form.cleaned_data["card"]]
        loan = Loan(member=member, what=form.cleaned_data["what"])
        attendance.ask(loan, replace(by, on_behalf_of=member.account))

    sheet = Sheet(
        template="facilitation/loan_form.html",
        then=back,
        done=_("La demande est notée."),
        context={"back": back},
    )
    return edited(request, form, save, sheet)


def lend(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    found = _loan(request, key)
    return confirmed(
        request, "loan.lend", found, lambda by: attendance.lend(found, by), then=_list(slug)
    )


def give_back(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    found = _loan(request, key)
    return confirmed(
        request,
        "loan.give_back",
        found,
        lambda by: attendance.give_back(found, by),
        then=_list(slug),
    )


def refuse(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    found = _loan(request, key)
    form = RefuseForm(request.POST or None, base=found.revision)
    return confirmed(
        request,
        "loan.refuse",
        found,
        lambda by: attendance.refuse(found, by, reason=form.cleaned_data["reason"]),
        then=_list(slug),
        form=form,
    )


def _list(slug: str) -> str:
    return reverse("facilitation:loans", args=[slug])


def _loan(request: FacilitationRequest, key: UUID) -> Loan:
    found = loan_at(request.convention, key, request.viewer)
    if found is None:
        raise Http404
    return found
