"""What members are given to read for a session, such as the training booklet."""

from typing import Any, cast
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.chartered import By
from isegoria.convention.publishing.models import Version
from isegoria.convention.sessions.handouts import Handout, given_for, handout_at, to_give
from isegoria.convention.verbs import handouts as acts
from isegoria.core.charter import CHARTER
from isegoria.web.confirming import confirmed
from isegoria.web.editing import Sheet, edited
from isegoria.web.facilitation.asking import FacilitationRequest, session_of
from isegoria.web.ui.forms import UiForm

MOST = 300


class GiveForm(UiForm):
    """One of the documents of the convention."""

    document = forms.ChoiceField(
        label=gettext_lazy("Quel document ?"),
        help_text=gettext_lazy("Le cahier de formation, un support, une note."),
    )

    def __init__(self, *args: Any, versions: list[Version], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.versions = {str(one.pk): one for one in versions}
        field = cast("forms.ChoiceField", self.fields["document"])
        field.choices = [(key, _said(one)) for key, one in self.versions.items()]

    @property
    def chosen(self) -> Version:
        return self.versions[self.cleaned_data["document"]]


def _said(one: Version) -> str:
    said = f"{one.title} ({one.document.get_kind_display()}"
    waits = "" if one.state == "published" else _(", pas encore public")
    return f"{said}{waits})"


def handouts(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    session = session_of(request, key)
    versions = list(to_give(request.convention, request.viewer)[:MOST])
    form = GiveForm(request.POST or None, versions=versions)

    def save(by: By) -> None:
        acts.give(Handout(session=session, document=form.chosen.document), by)

    sheet = Sheet(
        template="facilitation/handouts.html",
        then=reverse("facilitation:handouts", args=[slug, session.pk]),
        done=_("C’est fait : les membres et le public le lisent dès qu’il est public."),
        context={
            "session": session,
            "rows": [(one, one.document.versions.all()[0]) for one in given_for(session)],
            "can_give": bool(versions),
            "act": CHARTER["handout.give"],
        },
    )
    return edited(request, form, save, sheet)


def take(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    found = handout_at(request.convention, key)
    if found is None:
        raise Http404
    return confirmed(
        request,
        "handout.take",
        found,
        lambda by: acts.take(found, by),
        then=reverse("facilitation:handouts", args=[slug, found.session.pk]),
    )
