"""Writing with others at the same time, and looking twice before what cannot be undone.

A view makes a form, says how to save it, and hands both over: here they become pages. When
somebody else changed the thing meanwhile, the page shows both texts and lets one take either.
"""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from isegoria.convention.chartered import By, Chartered
from isegoria.convention.governance.conduct import AlreadyDone, Conflict
from isegoria.convention.journal.queries import done_by
from isegoria.web.acting import acting
from isegoria.web.errors import CONFLICT
from isegoria.web.ui.forms import UiForm

UNPROCESSABLE = 422
OWN = {"once", "base"}
Save = Callable[[By], object]


class EditForm(UiForm):
    """A form on something that exists; its hidden `base` is the revision that was read.

    Fields that are called as the subject's are filled from it; a form whose fields read
    otherwise (a list written as lines) says so in `values`.
    """

    @classmethod
    def of(cls, subject: Chartered, data: Mapping[str, Any] | None = None, **more: Any) -> Self:
        return cls(data, base=subject.revision, initial=cls.values(subject), **more)

    @classmethod
    def values(cls, subject: Chartered) -> dict[str, Any]:
        names = (name for name in cls.base_fields if name not in OWN)
        return {name: getattr(subject, name) for name in names if hasattr(subject, name)}

    @property
    def is_untouched(self) -> bool:
        """What was sent is what is stored."""
        return not set(self.changed_data) - OWN

    @property
    def changes(self) -> dict[str, Any]:
        """What an action of edition takes."""
        return {name: value for name, value in self.cleaned_data.items() if name not in OWN}


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that two people wrote differently."""

    label: str
    typed: str
    stored: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """How an edit or a confirmation is shown, what is said when it is done, and what follows.

    skips: nothing is done, and no entry written, when an edit changes nothing.
    beside: in a conflict, how what stands beside the form's fields (rows) differs.
    """

    template: str
    then: str
    done: str = ""
    preview: str = ""
    skips: bool = False
    context: Mapping[str, Any] = field(default_factory=dict)
    beside: Callable[[Chartered], list[Difference]] | None = None


def edited(request: HttpRequest, form: UiForm, save: Save, sheet: Sheet) -> HttpResponse:
    """Show the form; save what is sent, or show both texts when somebody else was faster.

    A button named `step` with the value `look` shows the page again with what is typed as
    `preview`, and saves nothing.
    """
    if request.method != "POST" or not form.is_valid():
        return _shown(request, form, sheet)
    if request.POST.get("step") == "look":
        seen = {**sheet.context, "form": form, "preview": form.cleaned_data}
        return render(request, sheet.template, seen)
    if sheet.skips and isinstance(form, EditForm) and form.is_untouched:
        messages.info(request, _("Rien n’a changé : rien n’a été enregistré."))
        return redirect(sheet.then)
    try:
        save(acting(request, form))
    except Conflict as conflict:
        if not isinstance(form, EditForm):
            raise
        return _both_texts(request, form, conflict.subject, sheet)
    return _done(request, sheet)


def unless_done(form: UiForm) -> None:
    """A form sent twice may fail because of its own first sending (an address that it took
    itself): it is then not wrong, but done."""
    once = form.cleaned_data.get("once") if form.is_bound and form.errors else None
    if isinstance(once, uuid.UUID) and (entry := done_by(once)):
        raise AlreadyDone(entry)


def in_two_steps(request: HttpRequest, form: UiForm, save: Save, sheet: Sheet) -> HttpResponse:
    """Write, look at what will be public (`sheet.preview`), then confirm; no script needed."""
    step = request.POST.get("step", "look")
    if request.method != "POST" or not form.is_valid() or step == "correct":
        return _shown(request, form, sheet)
    if step != "confirm":
        return render(request, sheet.preview, {**sheet.context, "form": form})
    save(acting(request, form))
    return _done(request, sheet)


def _shown(request: HttpRequest, form: UiForm, sheet: Sheet) -> HttpResponse:
    unless_done(form)
    status = UNPROCESSABLE if form.is_bound and form.errors else 200
    return render(request, sheet.template, {**sheet.context, "form": form}, status=status)


def _done(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    messages.success(request, sheet.done or _("C’est enregistré."))
    return redirect(sheet.then)


def _both_texts(
    request: HttpRequest, form: EditForm, subject: Chartered, sheet: Sheet
) -> HttpResponse:
    """The form again, with what was typed and what is stored now; sending it again takes mine."""
    now = form.values(subject)
    differences = [
        Difference(
            str(bound.label),
            _text(bound.value()) or _("(vide)"),
            _text(now[bound.name]) or _("(vide)"),
        )
        for bound in form.visible_fields()
        if bound.name in now and _text(bound.value()) != _text(now[bound.name])
    ]
    if sheet.beside:
        differences += sheet.beside(subject)
    again = request.POST.copy()
    again[form.add_prefix("base")] = str(subject.revision)
    again[form.add_prefix("once")] = str(uuid.uuid4())
    form.data = again
    context = {**sheet.context, "form": form, "conflict": differences, "stored": request.path}
    return render(request, sheet.template, {**context, "in_conflict": True}, status=CONFLICT)


def _text(value: object) -> str:
    """A value as two people would compare it."""
    if value is None or value is False:
        return ""
    if value is True or value == "on":
        return _("oui")
    if isinstance(value, (list, tuple)):
        return "\n".join(map(str, value))
    return str(value).replace("\r\n", "\n").strip()
