"""The run-sheet of a session: composed from the library, put in order, looked at as a whole."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.convention.chartered import By
from isegoria.convention.sessions.queries import sequences_of
from isegoria.convention.sessions.sequences import Sequence
from isegoria.convention.verbs import sequences
from isegoria.core.runsheet.library import BY_KEY, METHODS
from isegoria.core.runsheet.methods import OWN
from isegoria.core.runsheet.words import MODALITY_NAMES, Modality
from isegoria.web.confirming import about, confirmed
from isegoria.web.editing import Sheet, edited
from isegoria.web.facilitation.asking import FacilitationRequest, sequence_of, session_of
from isegoria.web.facilitation.sequence_forms import LAST, MoveForm, SequenceForm, prefilled
from isegoria.web.facilitation.sequence_shown import method_name, shown

FORM = "facilitation/sequence_form.html"


def run_sheet(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    session = session_of(request, key)
    every = list(sequences_of(session, request.viewer))
    context = {**shown(session, every), "session": session, "new": Sequence(session=session)}
    return render(request, "facilitation/run_sheet.html", context)


def printed(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    """For the wall, the pocket, and whoever has no screen."""
    session = session_of(request, key)
    every = list(sequences_of(session, request.viewer))
    context = {**shown(session, every), "session": session}
    return render(request, "facilitation/run_sheet_print.html", context)


def methods(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    """The library, whole or by one way of expressing oneself."""
    session = session_of(request, key)
    here = reverse("facilitation:methods", args=[slug, key])
    way = request.GET.get("facon", "")
    found = [
        (one, ", ".join(_(MODALITY_NAMES[each]) for each in Modality if each in one.modalities))
        for one in METHODS
        if way not in set(Modality) or way in one.modalities
    ]
    links = [(_("Toutes"), here)]
    links += [
        (_(name).capitalize(), f"{here}?facon={each}") for each, name in MODALITY_NAMES.items()
    ]
    context = {
        "session": session,
        "methods": found,
        "own": OWN,
        "links": links,
        "here": f"{here}?facon={way}" if way in set(Modality) else here,
    }
    return render(request, "facilitation/methods.html", context)


def new(request: FacilitationRequest, slug: str, key: UUID, method: str) -> HttpResponse:
    session = session_of(request, key)
    if method not in {*BY_KEY, OWN}:
        raise Http404
    sequence = prefilled(session, method)
    form = SequenceForm.of(sequence, request.POST or None)

    def save(by: By) -> None:
        for name, value in form.changes.items():
            setattr(sequence, name, value)
        sequences.add(sequence, by)

    sheet = _sheet(request, slug, sequence, "sequence.add")
    return edited(request, form, save, sheet)


def edit(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    sequence = sequence_of(request, key)
    form = SequenceForm.of(sequence, request.POST or None)

    def save(by: By) -> None:
        sequences.edit(sequence, by, changes=form.changes)

    return edited(request, form, save, _sheet(request, slug, sequence, "sequence.edit"))


def move(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    """By the buttons of the list, by dragging, or by choosing a place here."""
    sequence = sequence_of(request, key)
    every = sequences_of(sequence.session, request.viewer)
    others = {str(one.pk): one for one in every if one.state == "planned" and one != sequence}
    form = MoveForm(request.POST or None, others=others.values(), base=sequence.revision)

    def save(by: By) -> None:
        before = form.cleaned_data["before"]
        sequences.move(sequence, by, before=None if before == LAST else others[before])

    done = _("« %(title)s » est à sa nouvelle place.") % {"title": sequence.title}
    then = _line(slug, sequence)
    return confirmed(request, "sequence.move", sequence, save, then=then, form=form, done=done)


def drop(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    found = sequence_of(request, key)
    done = _("La séquence est retirée. Elle reste en bas de la page, à remettre si besoin.")
    return confirmed(
        request,
        "sequence.drop",
        found,
        lambda by: sequences.drop(found, by),
        then=_page(slug, found),
        done=done,
    )


def restore(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    found = sequence_of(request, key)
    return confirmed(
        request,
        "sequence.restore",
        found,
        lambda by: sequences.restore(found, by),
        then=_line(slug, found),
    )


def _sheet(request: FacilitationRequest, slug: str, sequence: Sequence, act: str) -> Sheet:
    is_new = act == "sequence.add"
    context = {
        **about(request, act, sequence),
        "session": sequence.session,
        "method": method_name(sequence.method),
        "is_new": is_new,
        "back": _page(slug, sequence),
    }
    return Sheet(template=FORM, then=_line(slug, sequence), skips=not is_new, context=context)


def _page(slug: str, sequence: Sequence) -> str:
    return reverse("facilitation:run_sheet", args=[slug, sequence.session_id])


def _line(slug: str, sequence: Sequence) -> str:
    return f"{_page(slug, sequence)}#sequence-{sequence.pk}"
