"""The launch-readiness gate as the organiser fills it, and the steps of the convention."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.convention.governance.models import Verdict
from isegoria.convention.mandate.models import Convention
from isegoria.convention.stewardship.actions import NEXT_STEPS
from isegoria.convention.stewardship.queries import GateItem, missing, readiness
from isegoria.convention.verbs import stewardship
from isegoria.web.confirming import ReasonForm, about, confirmed
from isegoria.web.desk.asking import DeskRequest
from isegoria.web.desk.steps import next_acts
from isegoria.web.editing import Sheet, in_two_steps
from isegoria.web.gate import GATE_NAMES
from isegoria.web.routes import PAGES

FILLED_AT = {
    "mandate": "desk:mandate",
    "calendar": "desk:calendar",
    "committee_members": "desk:people",
    "committee_mission": "desk:people",
    "quotas": "desk:quotas",
    "presentation": "desk:documents",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the checklist."""

    name: str
    state: str
    said: str
    url: str
    detail: str


def page_of(convention: Convention, key: str) -> str:
    """Where an item of the gate is filled; the guarantors' opinion is not the organiser's."""
    name = FILLED_AT.get(key, "desk:gate")
    return reverse(name if name in PAGES else "desk:gate", args=[convention.slug])


def checklist(
    convention: Convention, items: Iterable[GateItem], *, linked: bool = True
) -> list[Item]:
    """The gate, line by line; `linked` for those who may open the pages that fill it."""
    return [_item(convention, one, linked=linked) for one in items]


def _item(convention: Convention, one: GateItem, *, linked: bool) -> Item:
    name = str(GATE_NAMES[one.key])
    waived = not one.met and one.key in convention.passed_over
    return Item(
        name=name[:1].upper() + name[1:],
        state="met" if one.met else "waived" if waived else "missing",
        said=_("présent") if one.met else _("passé outre") if waived else _("manque"),
        url=page_of(convention, one.key) if linked and one.key in FILLED_AT else "",
        detail=str(Verdict(one.detail).label) if one.detail else _waits(one, convention),
    )


def _waits(one: GateItem, convention: Convention) -> str:
    """What the organiser cannot do alone."""
    if one.key != "opinion" or convention.launched_at:
        return ""
    return _("À rendre par les garants, depuis leur espace.")


def gate(request: DeskRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    convention = request.convention
    found = readiness(convention)
    lacking = [one.key for one in found if not one.met]
    context = {
        "items": checklist(convention, found),
        "steps": next_acts(convention, lacking),
        "given": {"missing": lacking},
        "lacking": [GATE_NAMES[key] for key in convention.passed_over],
    }
    return render(request, "desk/gate.html", context)


def announce(request: DeskRequest, slug: str) -> HttpResponse:
    convention = request.convention
    return confirmed(
        request,
        "convention.announce",
        convention,
        lambda by: stewardship.announce(convention, by),
        then=reverse("desk:gate", args=[slug]),
    )


def launch(request: DeskRequest, slug: str) -> HttpResponse:
    convention = request.convention
    return confirmed(
        request,
        "convention.launch",
        convention,
        lambda by: stewardship.launch(convention, by),
        then=reverse("desk:convention", args=[slug]),
        given={"missing": missing(convention)},
    )


def launch_unready(request: DeskRequest, slug: str) -> HttpResponse:
    """In two steps: the second quotes what everybody will read at the head of the page."""
    convention = request.convention
    form = ReasonForm(request.POST or None, base=convention.revision)
    lacking = missing(convention)
    shown = about(
        request, "convention.launch_unready", convention, given={"missing": lacking, "reason": "…"}
    )
    sheet = Sheet(
        template="desk/act.html",
        preview="desk/launch_unready.html",
        then=reverse("desk:convention", args=[slug]),
        context={
            **shown,
            "back": reverse("desk:gate", args=[slug]),
            "lacking": [GATE_NAMES[key] for key in lacking],
            "next_label": _("Relire avant de lancer"),
        },
    )
    return in_two_steps(
        request,
        form,
        lambda by: stewardship.launch_unready(convention, by, reason=form.cleaned_data["reason"]),
        sheet,
    )


def advance(request: DeskRequest, slug: str, step: str) -> HttpResponse:
    """Recruit, sit, deliver, study, deliberate, follow up."""
    act, convention = f"convention.{step}", request.convention
    if act not in NEXT_STEPS:
        raise Http404
    return confirmed(
        request,
        act,
        convention,
        lambda by: NEXT_STEPS[act](convention, by),
        then=reverse("desk:convention", args=[slug]),
    )
