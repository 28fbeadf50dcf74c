"""One expression, and what happens next: its words, its table's agreement, the room, the public."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.convention.chartered import By
from isegoria.convention.sessions import capturing
from isegoria.convention.sessions.captures import Capture, Kind
from isegoria.convention.verbs import captures as verbs
from isegoria.core.charter import CHARTER, Role
from isegoria.web.captured import played
from isegoria.web.confirming import about, confirmed
from isegoria.web.editing import Sheet, edited
from isegoria.web.facilitation.asking import FacilitationRequest, cards_of
from isegoria.web.facilitation.capture_forms import SetAsideForm, SignForm, WithdrawForm, WordsForm
from isegoria.web.facilitation.carrying import held, receipt_for
from isegoria.web.facilitation.zone_forms import CountForm
from isegoria.web.routes import FACILITATION
from isegoria.web.ui.forms import UiForm

Perform = Callable[[Capture, By], object]


def capture(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    one = _capture(request, key)
    context = {
        "capture": one,
        "given": _given(request, one),
        "hand": capturing.hands_behind([one], request.viewer).get(one.pk, ""),
        "wordings": one.wordings.count(),
        "team": request.viewer.is_any(Role.FACILITATOR),
        "reads": request.viewer.is_any(*FACILITATION),
        "notes": request.viewer.is_any(*CHARTER["capture.take"].by),
        "is_theirs": request.viewer.is_any(Role.FACILITATOR)
        or bool(_given(request, one)["receipt"]),
        "session": one.sequence.session,
    }
    return render(request, "facilitation/capture.html", context)


def file(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponseBase:  # noqa: ARG001
    """The picture or the voice, for those who may read it now."""
    one = capturing.played_for(request.convention, request.viewer, key, held(request))
    if one is None:
        raise Http404
    return played(request, one)


def transcribe(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    one = _capture(request, key)
    form = WordsForm.of(one, request.POST or None, kind=one.kind)
    receipt = _given(request, one)["receipt"]

    def save(by: By) -> None:
        verbs.transcribe(one, by, **form.words(one), receipt=receipt)

    sheet = Sheet(
        template="facilitation/capture_words.html",
        then=_page(one),
        done=_("Le texte est gardé."),
        context={
            **about(request, "capture.transcribe", one, given=_given(request, one)),
            "capture": one,
            "session": one.sequence.session,
            "back": _page(one),
        },
    )
    return edited(request, form, save, sheet)


def confirm(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    """Its table says that this is what it said."""
    one = _capture(request, key)
    given = _given(request, one)
    return _confirmed(request, "capture.confirm", one, partial(verbs.confirm, one, **given))


def simple(name: str, perform: Perform) -> Callable[..., HttpResponse]:
    """An act with nothing to write: one look, one button."""

    def view(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
        one = _capture(request, key)
        return _confirmed(request, name, one, partial(perform, one))

    return view


show = simple("capture.show", verbs.show)
hide = simple("capture.hide", verbs.hide)
publish = simple("capture.publish", verbs.publish)
unsign = simple("capture.unsign", verbs.unsign)


def set_aside(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    one = _capture(request, key)
    form = SetAsideForm(request.POST or None, base=one.revision)

    def save(by: By) -> None:
        reason = form.cleaned_data["reason"]
        verbs.set_aside(one, by, reason=reason, **_given(request, one))

    return _confirmed(request, "capture.set_aside", one, save, form=form)


def withdraw(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    one = _capture(request, key)
    form = WithdrawForm(request.POST or None, base=one.revision)

    def save(by: By) -> None:
        verbs.withdraw(one, by, reason=form.cleaned_data["reason"])

    return _confirmed(request, "capture.withdraw", one, save, form=form)


def sign(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    one = _capture(request, key)
    form = SignForm.of(one, request.POST or None)

    def save(by: By) -> None:
        said = form.cleaned_data
        verbs.sign(
            one,
            by,
            signature=said["signature"],
            themselves=said["themselves"],
            **_given(request, one),
        )

    return _confirmed(request, "capture.sign", one, save, form=form)


def count(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    """The same positions, counted again: after the debate, or because one was wrong."""
    one = _capture(request, key)
    if one.kind != Kind.POSITIONS:
        raise Http404
    form = CountForm.of(one, request.POST or None, cards=cards_of(request))
    sheet = Sheet(
        template="facilitation/capture_count.html",
        then=_page(one),
        context={
            **about(request, "capture.count", one),
            "capture": one,
            "session": one.sequence.session,
            "back": _page(one),
        },
    )
    return edited(request, form, lambda by: verbs.count(one, by, counts=form.counts), sheet)


def _confirmed(
    request: FacilitationRequest,
    name: str,
    one: Capture,
    save: Callable[[By], object],
    *,
    form: UiForm | None = None,
) -> HttpResponse:
    return confirmed(
        request, name, one, save, then=_page(one), form=form, given=_given(request, one)
    )


def _page(one: Capture) -> str:
    return reverse("facilitation:capture", args=[one.in_convention().slug, one.pk])


def _given(request: FacilitationRequest, one: Capture) -> dict[str, Any]:
    return {"receipt": receipt_for(request, one.pk.hex)}


def _capture(request: FacilitationRequest, key: UUID) -> Capture:
    found = capturing.capture_at(request.convention, request.viewer, key, held(request))
    if found is None:
        raise Http404
    return found
