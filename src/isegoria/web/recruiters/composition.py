"""The composition of the panel, as the public will read it, then published."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.convention.chartered import By
from isegoria.convention.recruitment.composing import Composed, composed
from isegoria.convention.recruitment.compositions import tables
from isegoria.convention.recruitment.rules import are_forgotten
from isegoria.convention.verbs import panel as acts
from isegoria.web.confirming import about
from isegoria.web.editing import Sheet, edited
from isegoria.web.recruiters.asking import RecruiterRequest
from isegoria.web.ui.forms import UiForm


class PublishForm(UiForm):
    """What was read is what is published: `seen` is the digest of the totals that were shown."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, current: str, **kwargs: Any) -> None:
        super().__init__(*args, initial={"seen": current}, **kwargs)
        self.current = current

    def clean(self) -> None:
        super().clean()
        if self.cleaned_data.get("seen") != self.current:
            self.data = {**self.data.dict(), "seen": self.current}  # type: ignore[attr-defined]
            raise forms.ValidationError(
                _("Le panel a changé depuis cet aperçu : relisez-le, puis publiez.")
            )


def composition(request: RecruiterRequest, slug: str) -> HttpResponse:
    found = composed(request.convention, request.viewer)
    form = PublishForm(request.POST or None, current=found.sha256 if found else "")
    context: dict[str, Any] = {
        "composed": found,
        "forgotten": are_forgotten(request.convention),
        "back": reverse("recruiters:panel", args=[slug]),
    }
    if found:
        made = found.composition()
        numbers = (_("visé"), _("candidatures"), _("panel"))
        context |= {
            **about(request, "composition.publish", made),
            "tables": tables(found.tables),
            "columns": (_("Valeurs"), *({"label": one, "number": True} for one in numbers)),
        }
    sheet = Sheet(
        template="recruiters/composition.html",
        then=context["back"],
        done=_("La composition est publiée. Qui a trouvé qui est effacé."),
        context=context,
    )
    return edited(request, form, lambda by: _publish(found, by), sheet)


def _publish(found: Composed | None, by: By) -> None:
    if found is not None:
        acts.publish_composition(
            found.composition(), by, tables=found.tables, filled=found.filled, pool=found.pool
        )
