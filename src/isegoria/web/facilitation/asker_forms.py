"""Whose is it? A table or a card, by its number: what is asked in a room is entered by the team."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.members import Member, member_numbered
from isegoria.convention.sessions.questions import Origin


class OfARoom(forms.Form):
    """The fields that say who asks. `asker` is what the row keeps of them."""

    origin = forms.ChoiceField(
        choices=[(one.value, one.label) for one in (Origin.TABLE, Origin.MEMBER)],
        widget=forms.RadioSelect,
    )
    number = forms.IntegerField(
        label=gettext_lazy("Numéro de la table, ou de la carte"),
        help_text=gettext_lazy("Jamais un nom."),
        min_value=1,
        max_value=999,
    )
    who_asks = gettext_lazy("Qui la pose ?")

    def __init__(self, *args: Any, convention: Convention, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.convention = convention
        self.member: Member | None = None
        self.fields["origin"].label = self.who_asks

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("origin") == Origin.MEMBER and said.get("number"):
            self.member = member_numbered(self.convention, said["number"])
            if self.member is None:
                self.add_error("number", _("Aucun membre n’a cette carte. Vérifiez le numéro."))
        return said

    @property
    def asker(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {
            "convention": self.convention,
            "origin": said["origin"],
            "table": said["number"] if said["origin"] == Origin.TABLE else None,
            "member": self.member,
        }
