"""A session as it is run: start, end, note, and see what time is left."""

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy

from isegoria.convention.chartered import By
from isegoria.convention.sessions.queries import sequences_of
from isegoria.convention.sessions.sequences import Sequence
from isegoria.convention.verbs import sequences
from isegoria.web.confirming import ConfirmForm, about, confirmed
from isegoria.web.editing import EditForm, Sheet, edited
from isegoria.web.facilitation.asking import FacilitationRequest, sequence_of, session_of
from isegoria.web.facilitation.running_shown import next_of, shown
from isegoria.web.ui.forms import UiForm


class EndForm(UiForm):
    """onwards: the sequence that follows is begun at once."""

    onwards = forms.BooleanField(required=False, widget=forms.HiddenInput)


class NoteForm(EditForm):
    """What the team wants to remember of a sequence."""

    notes = forms.CharField(
        label=gettext_lazy("Remarques de l’animation"),
        help_text=gettext_lazy(
            "L’organisation et l’animation les lisent. Aucun nom, s’il vous plaît."
        ),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


def running(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    """The clock, what is done now, what comes next. `?suivre` renews the page by itself."""
    session = session_of(request, key)
    now = request.viewer.at
    context = shown(session, list(sequences_of(session, request.viewer)), now)
    current, following = context["current"], context["next"]
    if current:
        context["ending"] = EndForm(base=current.revision, auto_id=False)
        context["noting"] = NoteForm.of(current)
    elif following:
        refusal = about(request, "sequence.start", following)["refusal"]
        context["starting"] = ConfirmForm(base=following.revision, auto_id=False)
        context["start_refusal"] = str(refusal)
    context |= {"session": session, "now": now, "follows": "suivre" in request.GET}
    return render(request, "facilitation/running.html", context)


def start(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    found = sequence_of(request, key)
    then = _page(slug, found)
    return confirmed(
        request, "sequence.start", found, lambda by: sequences.start(found, by), then=then
    )


def end(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    """End it; and, by the same press, begin the next one."""
    found = sequence_of(request, key)
    form = EndForm(request.POST or None, base=found.revision)

    def save(by: By) -> None:
        sequences.end(found, by)
        kept = sequences_of(found.session, request.viewer)
        following = next_of([one for one in kept if one.state != "dropped"])
        if form.cleaned_data["onwards"] and following:
            sequences.start(following, By(by.actor, by.at))

    return confirmed(request, "sequence.end", found, save, then=_page(slug, found), form=form)


def note(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    found = sequence_of(request, key)
    form = NoteForm.of(found, request.POST or None)
    back = _page(slug, found)
    context = {**about(request, "sequence.note", found), "session": found.session, "back": back}
    sheet = Sheet(
        template="facilitation/sequence_note.html", then=back, skips=True, context=context
    )
    return edited(request, form, lambda by: sequences.note(found, by, **form.changes), sheet)


def _page(slug: str, sequence: Sequence) -> str:
    return reverse("facilitation:running", args=[slug, sequence.session_id])
