"""The forms on bodies, seats and interests."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.models import Body, BodyType, InterestDeclaration, Seat
from isegoria.convention.people.seating import body_named
from isegoria.web.editing import EditForm
from isegoria.web.ui.forms import DateInput, UiForm

MOST_LINES = 40
LONGEST_LINE = 80


class Lines(forms.CharField):
    """A list, one item a line."""

    widget = forms.Textarea(attrs={"rows": 6})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        lines = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        if len(lines) > MOST_LINES:
            raise forms.ValidationError(_("Quarante lignes au plus."))
        if any(len(line) > LONGEST_LINE for line in lines):
            raise forms.ValidationError(_("Une ligne tient en 80 caractères."))
        return list(dict.fromkeys(lines))


class BodyForm(EditForm):
    """A body; its type is chosen once."""

    type = forms.ChoiceField(label=gettext_lazy("Type"), choices=BodyType.choices)
    name = forms.CharField(label=gettext_lazy("Nom"), max_length=120)
    mission = forms.CharField(
        label=gettext_lazy("Mission"),
        help_text=gettext_lazy("Ce que cette instance doit faire, et pour qui. Public."),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    domains = Lines(
        label=gettext_lazy("Domaines annoncés"),
        help_text=gettext_lazy("Un par ligne. Le site montre lesquels sont couverts par un siège."),
        required=False,
    )
    note = forms.CharField(
        label=gettext_lazy("Remarque affichée"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    source = forms.CharField(label=gettext_lazy("Source"), max_length=300, required=False)

    def __init__(
        self, *args: Any, convention: Convention, body: Body | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.convention, self.body = convention, body
        if body:
            del self.fields["type"]

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        found = body_named(self.convention, name)
        if found and found != self.body:
            raise forms.ValidationError(_("Une autre instance porte déjà ce nom."))
        return name

    def made(self) -> Body:
        return Body(convention=self.convention, **self.changes)


class SeatForm(EditForm):
    """A public place in a body."""

    name = forms.CharField(
        label=gettext_lazy("Nom affiché"),
        help_text=gettext_lazy("Laissez vide si le siège est celui d’une organisation."),
        max_length=120,
        required=False,
    )
    function = forms.CharField(label=gettext_lazy("Fonction"), max_length=160, required=False)
    organisation = forms.CharField(
        label=gettext_lazy("Organisation"), max_length=160, required=False
    )
    group = forms.CharField(label=gettext_lazy("Groupe politique"), max_length=120, required=False)
    college = forms.CharField(label=gettext_lazy("Collège"), max_length=80, required=False)
    domains = Lines(
        label=gettext_lazy("Domaines apportés"),
        help_text=gettext_lazy("Un par ligne, écrits comme dans l’instance."),
        required=False,
    )
    since = forms.DateField(label=gettext_lazy("Depuis"), required=False, widget=DateInput)
    note = forms.CharField(label=gettext_lazy("Remarque affichée"), max_length=300, required=False)
    source = forms.CharField(label=gettext_lazy("Source"), max_length=300, required=False)
    agreed = forms.BooleanField(
        label=gettext_lazy("La personne sait que son nom sera public et l’accepte"),
        required=False,
    )

    def __init__(self, *args: Any, named: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.named = named

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        name = cleaned.get("name", "").strip()
        if not name and not cleaned.get("organisation", "").strip():
            self.add_error("name", _("Il faut un nom ou une organisation pour ce siège."))
        if name and name != self.named and not cleaned.get("agreed"):
            self.add_error("agreed", _("Un nom ne devient public qu’avec l’accord de la personne."))
        return cleaned

    @property
    def changes(self) -> dict[str, Any]:
        return {name: value for name, value in super().changes.items() if name != "agreed"}

    def made(self, body: Body) -> Seat:
        return Seat(body=body, **self.changes)


class EndSeatForm(UiForm):
    until = forms.DateField(label=gettext_lazy("Dernier jour"), widget=DateInput)
    reason = forms.CharField(
        label=gettext_lazy("Raison"),
        help_text=gettext_lazy("Publique : « démission », « fin de la mission ». Rien de privé."),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, seat: Seat, **kwargs: Any) -> None:
        super().__init__(*args, base=seat.revision, **kwargs)
        self.seat = seat

    def clean_until(self) -> Any:
        until = self.cleaned_data["until"]
        if self.seat.since and until < self.seat.since:
            raise forms.ValidationError(_("La fin doit venir après le début du siège."))
        return until


class InterestForm(UiForm):
    """What the holder of a seat declares."""

    nothing = forms.BooleanField(label=gettext_lazy("Rien à déclarer"), required=False)
    text = forms.CharField(
        label=gettext_lazy("Intérêts déclarés"),
        help_text=gettext_lazy(
            "Emplois, mandats, associations, contrats en rapport avec le sujet. Public, avec la date."
        ),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if bool(cleaned.get("nothing")) == bool(cleaned.get("text", "").strip()):
            self.add_error("text", _("Écrivez des intérêts, ou cochez « Rien à déclarer »."))
        return cleaned

    def made(self, seat: Seat) -> InterestDeclaration:
        kept = self.cleaned_data
        return InterestDeclaration(seat=seat, nothing=kept["nothing"], text=kept["text"].strip())
