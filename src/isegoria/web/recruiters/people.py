"""People, one line each and one page each. Each page that shows them notes that they were read."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from isegoria.convention.journal.queries import changes_to
from isegoria.convention.mandate.queries import calendar_of
from isegoria.convention.recruitment import ways
from isegoria.convention.recruitment.candidates import IN_THE_PANEL, Candidate
from isegoria.convention.recruitment.forgetting import erasure_day
from isegoria.convention.recruitment.people import candidate_at, named, searched
from isegoria.convention.recruitment.provisions import Agreement, provisions_named
from isegoria.web import seeking
from isegoria.web.recruiters.asking import RecruiterRequest
from isegoria.web.recruiters.people_forms import SearchForm
from isegoria.web.telling import tell

PER_PAGE = 30
ANY_MARK = {"kept": ""}  # whoever is written down can be reached: a correction is offered


def people(request: RecruiterRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    here, viewer = request.convention, request.viewer
    if request.method == "POST":
        return seeking.sent(request, here, SearchForm.base_fields)
    sought = seeking.sought(request, here)
    form = SearchForm(sought, channels=ways.public_channels(here))
    found = searched(here, viewer, form.wanted())
    page = Paginator(found.people, PER_PAGE).get_page(request.GET.get("page"))
    shown = {
        "form": form,
        "page": page,
        "rows": named(here, viewer, page.object_list),
        "unread": found.unread,
        "narrowed": any(sought.get(key) for key in SearchForm.base_fields),
    }
    return render(request, "recruiters/people.html", shown)


def person(request: RecruiterRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    shown = read(request, key)
    identity, needs, consent = shown.identity, shown.needs, shown.consent
    channels = {one.criterion for one in ways.public_channels(request.convention)}
    provisions = provisions_named(needs.get("provisions", ()))
    context = {
        "person": shown,
        "name": identity.get("name", ""),
        "identity": [(label, identity[key]) for key, label in _labels() if identity.get(key)],
        "answers": [pair for pair in shown.answers.items() if pair[0] not in channels],
        "provisions": [*provisions, *filter(None, [needs.get("more", "")])],
        "consent": consent,
        "agreement": _agreement(consent.get("how", "")),
        "agreed_on": parse_date(consent.get("day", "")),
        "given": {"marks": ANY_MARK},
        "sits": shown.state in IN_THE_PANEL,
        "life": _life(request, shown),
    }
    return render(request, "recruiters/person.html", context)


def card(request: RecruiterRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    """What the person keeps: their number, the dates, whom to call. Their name is not on it."""
    shown = read(request, key)
    ahead = [
        one
        for one in calendar_of(request.convention)
        if not one.item.window
        and one.item.state == "planned"
        and one.item.lane == "convention"
        and not one.is_past(request.viewer.at)
    ]
    context = {
        "person": shown,
        "dates": ahead,
        "relay": shown.relay,
        "through": shown.identity.get("through", ""),
        "erased_on": erasure_day(request.convention),
    }
    return render(request, "recruiters/person_card.html", context)


def read(request: RecruiterRequest, key: UUID) -> Candidate:
    """Somebody of this convention; that they were read is noted."""
    found = candidate_at(request.convention, request.viewer, key)
    if found is None:
        raise Http404
    return found


def _life(request: RecruiterRequest, shown: Candidate) -> list[tuple[object, str]]:
    """What was done about them, oldest first."""
    audiences = request.viewer.audiences
    told = tell(changes_to(shown.reference, audiences=audiences), audiences=audiences)
    return [(one.entry.at, one.sentence) for one in told]


def _agreement(how: str) -> str:
    return str(Agreement(how).label) if how in Agreement.values else ""


def _labels() -> list[tuple[str, str]]:
    return [
        ("name", _("Prénom et nom")),
        ("phone", _("Téléphone")),
        ("email", _("Adresse électronique")),
        ("through", _("Un message passe par")),
        ("address", _("Adresse")),
        ("born", _("Année de naissance")),
    ]
