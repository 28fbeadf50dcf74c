"""The empty places: who should be called, in which order, and what the panel becomes with them."""

from dataclasses import asdict
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.convention.recruitment.candidates import Candidate
from isegoria.convention.recruitment.people import candidate_at
from isegoria.convention.recruitment.places import drawn_draw, panel_for, tried_for
from isegoria.convention.recruitment.replacing import Call, Replacing, replacing_for, turn_of
from isegoria.convention.verbs import panel as acts
from isegoria.web.confirming import ReasonForm, confirmed
from isegoria.web.recruiters.asking import RecruiterRequest
from isegoria.web.recruiters.tables import by_criterion

PER_PAGE = 10


def vacancies(request: RecruiterRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    """Every empty place, and one ranking for all those that nobody is called for."""
    panel = panel_for(request.convention, request.viewer)
    if panel is None:
        return render(request, "recruiters/vacancies.html", {"panel": None})
    shown = {
        "panel": panel,
        "open_places": (),
        "empty": [(one, tried_for(request.convention, one)) for one in panel.vacant],
        "columns": (
            *_numbers(_("Rang")),
            _("Carte"),
            *_numbers(
                _("Places hors bornes"), _("Écart aux cibles"), _("Départs encore réparables")
            ),
            _("Comparer"),
        ),
    }
    if panel.may_replace and panel.vacant:
        shown |= _ranking(request, replacing_for(panel, request.viewer))
    return render(request, "recruiters/vacancies.html", shown)


def call(request: RecruiterRequest, slug: str, key: UUID) -> HttpResponse:
    """Call whoever comes next in the ranking as it stands, or the next alternate."""
    person = _somebody(request, key)
    then, turn = reverse("recruiters:vacancies", args=[slug]), turn_of(person, request.viewer.at)
    if request.method == "POST" and person.state != "called" and not turn.in_turn:
        messages.warning(request, _("L’ordre a changé : appelez la personne qui vient maintenant."))
        return redirect(then)
    return confirmed(
        request,
        "candidate.call",
        person,
        lambda by: acts.call(person, by),
        then=then,
        given=asdict(turn),
        done=_("L’appel est noté. Notez ensuite la réponse."),
    )


def call_out_of_turn(request: RecruiterRequest, slug: str, key: UUID) -> HttpResponse:
    """Call somebody else of the reserve, with a reason that everybody reads."""
    person, draw = _somebody(request, key), drawn_draw(request.convention)
    if draw is None:
        raise Http404
    form = ReasonForm(request.POST or None)
    asked = _("Pourquoi appeler la carte %(code)s, hors de l’ordre")
    form.fields["reason"].label = asked % {"code": person.code}
    return confirmed(
        request,
        "draw.derogate",
        draw,
        lambda by: acts.call_out_of_turn(person, by, reason=form.cleaned_data["reason"]),
        form=form,
        then=reverse("recruiters:vacancies", args=[slug]),
        done=_("L’appel est noté, et votre raison est publique. Les garants en sont prévenus."),
    )


def _somebody(request: RecruiterRequest, key: UUID) -> Candidate:
    person = candidate_at(request.convention, request.viewer, key)
    if person is None:
        raise Http404
    return person


def _ranking(request: RecruiterRequest, found: Replacing) -> dict[str, object]:
    page = Paginator(found.calls, PER_PAGE).get_page(request.GET.get("page"))
    seen = _seen(found, request.GET.get("avec", ""))
    return {
        "page": page,
        "ranking": list(enumerate(page, start=page.start_index())),
        "open_places": found.places,
        "first": found.first,
        "alternate": found.next_alternate if found.next_alternate != found.first else None,
        "apart": seen[0] if len(seen) == 1 and seen[0] not in found.next_ones else None,
        "seen": seen,
        "codes": ", ".join(one.candidate.code for one in seen),
        "tables": by_criterion(found.with_(seen)),
        "changes": (_("Valeur"), *_numbers(_("bornes"), _("avant"), _("maintenant"), _("après"))),
        "links": _links(page.number, page.paginator.num_pages),
    }


def _seen(found: Replacing, code: str) -> tuple[Call, ...]:
    """With whom the panel is compared: the person that the address names, or the best."""
    asked = tuple(one for one in found.calls if one.candidate.code == code)
    return asked or found.best


def _links(number: int, last: int) -> dict[str, str]:
    return {
        "previous": f"?page={number - 1}" if number > 1 else "",
        "next": f"?page={number + 1}" if number < last else "",
        "count": _("page %(number)d sur %(last)d") % {"number": number, "last": last},
    }


def _numbers(*labels: str) -> tuple[dict[str, object], ...]:
    return tuple({"label": one, "number": True} for one in labels)
