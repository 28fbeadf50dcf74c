"""The questions of an inquiry, as a member answers them: nothing but buttons and one sentence."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from isegoria.convention.sessions.inquiries import LONGEST, Inquiry
from isegoria.core.charter.reasons import MISSING
from isegoria.core.inquiry.wordings import ITEMS, Item, Topic
from isegoria.web.ui.forms import UiForm


class Faces(forms.RadioSelect):
    """A drawn face beside each answer; the words are always there."""

    option_template_name = "ui/face_option.html"


class Answers(UiForm):
    """One question at least. `answers`: those that were given."""

    def __init__(self, *args: Any, inquiry: Inquiry, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = ITEMS[inquiry.topic]
        alone = inquiry.topic == Topic.PULSE
        for item in self.items:
            self.fields[item.key] = _question(item, alone=alone)
        self.fields["sentence"] = forms.CharField(
            label=_("Une phrase, si vous voulez"),
            help_text=_(
                "Vous pouvez la dire au lieu de l’écrire : avec le micro de votre clavier, ou à une personne qui l’écrit pour vous. L’animation la lit après la clôture, sans savoir de qui elle vient. N’y mettez rien qui dise qui vous êtes."
            ),
            max_length=LONGEST,
            required=False,
            widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
        )

    @property
    def answers(self) -> dict[str, str]:
        said = self.cleaned_data
        return {item.key: said[item.key] for item in self.items if said.get(item.key)}

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not self.errors and not self.answers:
            self.add_error(None, _(MISSING["something_answered"]))
        return said


def _question(item: Item, *, alone: bool) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_(item.asks),
        choices=[(code, _(words)) for code, words in item.scale.items()],
        required=alone,
        widget=Faces() if alone else forms.RadioSelect(),
    )
