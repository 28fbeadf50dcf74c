"""The panel after the draw: its places, what becomes of each member, and the alternates."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.chartered import By
from isegoria.convention.recruitment.candidates import LEAST_TRIES, Candidate
from isegoria.convention.recruitment.people import candidate_at
from isegoria.convention.recruitment.places import (
    Place,
    alternates_of,
    empty_seat,
    kept_seat,
    panel_for,
)
from isegoria.convention.recruitment.replacing import proposed
from isegoria.convention.verbs import candidates as people
from isegoria.convention.verbs import panel as acts
from isegoria.core.charter import CHARTER
from isegoria.web.confirming import ConfirmForm, about, confirmed
from isegoria.web.editing import Sheet, edited
from isegoria.web.recruiters.asking import RecruiterRequest
from isegoria.web.ui.forms import UiForm

Step = Callable[[Candidate, By], object]
STEPS: dict[str, tuple[str, Step, str | Promise]] = {  # page → act, how it is done, what is said
    "confirm": ("candidate.confirm", acts.confirm, gettext_lazy("La confirmation est notée.")),
    "attend": ("candidate.attend", acts.attend, gettext_lazy("La première présence est notée.")),
    "decline": ("candidate.decline", acts.decline, gettext_lazy("Le refus est noté.")),
    "withdraw": ("candidate.withdraw", people.withdraw, gettext_lazy("Le retrait est noté.")),
    "resume": ("candidate.resume", acts.resume, gettext_lazy("La personne a repris sa place.")),
    "accept": ("candidate.accept", acts.accept, gettext_lazy("L’accord est noté : la place est prise.")),
}  # fmt: skip
OFFERED = {
    **{name: act for name, (act, _perform, _done) in STEPS.items()},
    "unreached": "candidate.give_up",
}
LEADS_TO_VACANCIES = {"decline", "withdraw"}


class TriesForm(UiForm):
    """How many times somebody was called, or written to, without an answer."""

    tries = forms.IntegerField(
        label=gettext_lazy("Combien d’essais, à des jours ou des heures différents"),
        help_text=gettext_lazy(
            "Trois au moins. La personne pourra être appelée pour une autre place."
        ),
        min_value=LEAST_TRIES,
        max_value=99,
    )


def panel(request: RecruiterRequest, slug: str) -> HttpResponse:
    found = panel_for(request.convention, request.viewer)
    if found is None:
        return render(request, "recruiters/panel.html", {"panel": None})
    shown = {
        "panel": found,
        "rows": [(one, _offered(one, slug)) for one in found.places],
        "alternates": list(alternates_of(request.convention)),
        "columns": (_("Place"), _("Carte et état"), _("Noter")),
    }
    return render(request, "recruiters/panel.html", shown)


def step(name: str) -> Callable[..., HttpResponse]:
    """The page of one act on one person of the panel: a look, then a button."""
    act, perform, done = STEPS[name]

    def view(request: RecruiterRequest, slug: str, key: UUID) -> HttpResponse:
        person = candidate_at(request.convention, request.viewer, key)
        if person is None:
            raise Http404
        then = "vacancies" if name in LEADS_TO_VACANCIES else "panel"
        return confirmed(
            request,
            act,
            person,
            lambda by: perform(person, by),
            then=reverse(f"recruiters:{then}", args=[slug]),
            given={"seat": empty_seat(person), "kept": kept_seat(person)},
            done=str(done),
        )

    return view


def unreached(request: RecruiterRequest, slug: str, key: UUID) -> HttpResponse:
    """Nobody answers, after several tries: the next one may be called."""
    person = candidate_at(request.convention, request.viewer, key)
    if person is None:
        raise Http404
    form = TriesForm(request.POST or None, base=person.revision)
    return confirmed(
        request,
        "candidate.give_up",
        person,
        lambda by: acts.give_up(person, by, tries=form.cleaned_data["tries"]),
        form=form,
        then=reverse("recruiters:vacancies", args=[slug]),
        given={"tries": LEAST_TRIES},
        done=_("C’est noté : quelqu’un d’autre peut être appelé."),
    )


def alternates(request: RecruiterRequest, slug: str) -> HttpResponse:
    """Those whom the method proposes, in their order; one button lists them all."""
    found = panel_for(request.convention, request.viewer)
    here = reverse("recruiters:panel", args=[slug])
    if found is None:
        return redirect(here)
    listed, chosen = list(alternates_of(request.convention)), proposed(found)
    form = ConfirmForm(request.POST or None)
    context = {"panel": found, "listed": listed, "chosen": chosen, "back": here}
    if chosen:
        context |= about(request, "candidate.stand_by", chosen[0], given={"rank": 1})

    def save(by: By) -> None:
        acts.list_alternates(chosen, by)

    done = _("Les suppléants sont inscrits.") if chosen else _("Il n’y avait personne à inscrire.")
    sheet = Sheet(template="recruiters/alternates.html", then=here, done=done, context=context)
    return edited(request, form, save, sheet)


def _offered(place: Place, slug: str) -> list[tuple[str, str]]:
    """What can be noted of whoever holds the place: label and address."""
    if place.holder is None:
        return []
    return [
        (_(CHARTER[act].label), reverse(f"recruiters:{name}", args=[slug, place.holder.pk]))
        for name, act in OFFERED.items()
        if place.state in CHARTER[act].from_states
    ]
