"""A page of its own for one act: what it does, what it makes public, and why, if it must say so."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.chartered import By, Chartered
from isegoria.convention.governance.conduct import decide
from isegoria.core.charter import AUDIENCE_NAMES, CHARTER
from isegoria.web.acting import viewer_of
from isegoria.web.editing import Save, Sheet, edited
from isegoria.web.reasons import reason_of
from isegoria.web.tags import is_offered
from isegoria.web.ui.forms import UiForm

PAGE_OF = {  # audience → its page for any act
    "desk": "desk/act.html",
    "guarantors": "guarantors/act.html",
    "recruiters": "recruiters/act.html",
    "relays": "relays/act.html",
    "facilitation": "facilitation/act.html",
    "panel": "panel/act.html",
}


class ConfirmForm(UiForm):
    """Nothing to write: one look, then one button."""


class ReasonForm(UiForm):
    """Why. The reason is public and stays."""

    reason = forms.CharField(
        label=gettext_lazy("Votre raison"),
        help_text=gettext_lazy("Elle sera publique et ne pourra plus être modifiée."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


def about(
    request: HttpRequest,
    act: str,
    subject: Chartered,
    *,
    given: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """What the page of an act says before it is done: its words, and why it cannot be done now."""
    viewer = viewer_of(request)
    by, chartered = By(viewer.account, viewer.at), CHARTER[act]

    def refusal() -> str:  # asked by the page, and not when the act is done
        decision = decide(act, subject, by, **(given or {}))
        return "" if is_offered(decision) else reason_of(decision)

    seen_by = _(AUDIENCE_NAMES[chartered.seen_by])
    return {
        "act": chartered,
        "subject": subject,
        "refusal": SimpleLazyObject(refusal),
        "seen_by": seen_by,
    }


def confirmed(
    request: HttpRequest,
    act: str,
    subject: Chartered,
    save: Save,
    *,
    then: str,
    form: UiForm | None = None,
    given: Mapping[str, Any] | None = None,
    done: str = "",
) -> HttpResponse:
    """Show what the act does; do it when the button is pressed."""
    form = form or ConfirmForm(request.POST or None, base=subject.revision)
    context = {**about(request, act, subject, given=given), "back": then}
    page = PAGE_OF[str(getattr(request.resolver_match, "app_name", ""))]
    return edited(request, form, save, Sheet(template=page, then=then, done=done, context=context))


def reasoned(
    request: HttpRequest,
    act: str,
    subject: Chartered,
    perform: Callable[..., object],
    *,
    then: str,
    done: str = "",
) -> HttpResponse:
    """The same, for an act that asks for a reason and nothing else."""
    form = ReasonForm(request.POST or None, base=subject.revision)

    def save(by: By) -> None:
        perform(subject, by, reason=form.cleaned_data["reason"])

    return confirmed(request, act, subject, save, then=then, form=form, done=done)
