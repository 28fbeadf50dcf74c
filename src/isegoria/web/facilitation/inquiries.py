"""Inquiries as the team sees them: opened, counted, closed; the sentences that were written there."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.convention.chartered import By
from isegoria.convention.sessions.inquiries import Inquiry
from isegoria.convention.sessions.inquiring import (
    inquiries_of,
    inquiry_at,
    pulse_of,
    results_of,
    sessions_without_pulse,
    waiting_sentences,
)
from isegoria.convention.verbs import inquiries as acts
from isegoria.core.inquiry.wordings import ITEMS
from isegoria.web.confirming import ConfirmForm, about, confirmed
from isegoria.web.counted import columns, told
from isegoria.web.editing import Save, Sheet, edited
from isegoria.web.facilitation.asking import FacilitationRequest, cards_of, session_of
from isegoria.web.facilitation.inquiry_forms import GroundsForm, SheetsForm
from isegoria.web.ui.forms import UiForm

LISTED = 60


def inquiries(request: FacilitationRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    found = list(inquiries_of(request.convention)[:LISTED])
    shown = {
        "inquiries": found,
        "without": sessions_without_pulse(request.convention),
        "survey": None
        if any(one.topic == "survey" for one in found)
        else Inquiry(convention=request.convention, topic="survey"),
    }
    return render(request, "facilitation/inquiries.html", shown)


def inquiry(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    found = _found(request, key)
    results = results_of(found)
    shown = {
        "inquiry": found,
        "results": results,
        "figures": told(results) if results else [],
        "columns": columns(),
        "waiting": waiting_sentences(found, request.viewer),
    }
    return render(request, "facilitation/inquiry.html", shown)


def open_pulse(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    """Of a session that has one, that one is shown."""
    session = session_of(request, key)
    found = pulse_of(session)
    if found is not None and request.method != "POST":
        return redirect("facilitation:inquiry", slug, found.pk)
    return _open(request, Inquiry(convention=request.convention, session=session, topic="pulse"))


def open_survey(request: FacilitationRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    return _open(request, Inquiry(convention=request.convention, topic="survey"))


def _open(request: FacilitationRequest, new: Inquiry) -> HttpResponse:
    return confirmed(
        request,
        "inquiry.open",
        new,
        lambda by: acts.open_(new, by),
        then=reverse("facilitation:inquiries", args=[request.convention.slug]),
        done=_("L’enquête est ouverte. Les membres la trouvent dans leur espace."),
    )


def count(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    found = _found(request, key)
    form = SheetsForm(request.POST or None, inquiry=found, known=cards_of(request))

    def save(by: By) -> None:
        acts.count(
            found,
            by,
            cards=form.cleaned_data["cards"],
            counts=form.counts,
            sentences=form.lines,
        )

    sheet = Sheet(
        template="facilitation/inquiry_count.html",
        then=_page(slug, found),
        done=_("Les feuilles sont comptées. Vous pouvez les détruire."),
        context={**about(request, "inquiry.count", found), "back": _page(slug, found)},
    )
    return edited(request, form, save, sheet)


def printed(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    """The sheet that members fill by hand: no number, no name."""
    found = _found(request, key)
    items = [
        (_(item.asks), [(code, _(words)) for code, words in item.scale.items()])
        for item in ITEMS[found.topic]
    ]
    return render(request, "facilitation/inquiry_print.html", {"inquiry": found, "items": items})


def close(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    """Whoever answers meanwhile is counted: no revision is asked for."""
    found = _found(request, key)
    return confirmed(
        request,
        "inquiry.close",
        found,
        lambda by: acts.close(found, by),
        then=_page(slug, found),
        form=ConfirmForm(request.POST or None),
        done=_("L’enquête est close."),
    )


def publish(request: FacilitationRequest, slug: str, key: UUID, place: int) -> HttpResponse:  # noqa: ARG001
    found = _found(request, key)
    form = ConfirmForm(request.POST or None)
    return _of_a_sentence(
        request,
        ("inquiry.publish_sentence", found, place),
        form,
        lambda by: acts.publish_sentence(found, by, place=place),
    )


def set_aside(request: FacilitationRequest, slug: str, key: UUID, place: int) -> HttpResponse:  # noqa: ARG001
    found = _found(request, key)
    form = GroundsForm(request.POST or None)

    def save(by: By) -> None:
        acts.set_aside_sentence(found, by, place=place, grounds=form.cleaned_data["grounds"])

    return _of_a_sentence(request, ("inquiry.set_aside_sentence", found, place), form, save)


def _of_a_sentence(
    request: FacilitationRequest, asked: tuple[str, Inquiry, int], form: UiForm, save: Save
) -> HttpResponse:
    """The sentence is read once more before it is published or set aside."""
    act, found, place = asked
    waiting = dict(waiting_sentences(found, request.viewer))
    then = _page(request.convention.slug, found)
    sheet = Sheet(
        template="facilitation/inquiry_sentence.html",
        then=then,
        context={
            **about(request, act, found, given={"place": place}),
            "back": then,
            "sentence": waiting.get(place, ""),
        },
    )
    return edited(request, form, save, sheet)


def _found(request: FacilitationRequest, key: UUID) -> Inquiry:
    found = inquiry_at(request.convention, key, request.viewer)
    if found is None:
        raise Http404
    return found


def _page(slug: str, found: Inquiry) -> str:
    return reverse("facilitation:inquiry", args=[slug, found.pk])
