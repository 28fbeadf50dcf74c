"""Dates as people type them: a day, an hour if there is one, in the convention's own zone."""

from typing import Any, Self
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.mandate.models import CalendarItem, Convention, Lane, Precision
from isegoria.convention.mandate.queries import Dated
from isegoria.core.charter import WINDOW_NAMES, Window
from isegoria.web.moments import NoSuchHour, Span, span, typed
from isegoria.web.ui.forms import DateInput, TimeInput, UiForm

KNOWN = [(one.value, one.label) for one in Precision if one != Precision.MINUTE]


class DatesForm(UiForm):
    """From when to when. `span` is what was typed, as instants in UTC, once the form is valid."""

    first_day = forms.DateField(label=gettext_lazy("Du"), widget=DateInput)
    first_hour = forms.TimeField(
        label=gettext_lazy("À partir de"),
        help_text=gettext_lazy("Vide : toute la journée. L’heure est celle de la convention."),
        required=False,
        widget=TimeInput,
    )
    last_day = forms.DateField(
        label=gettext_lazy("Au"),
        help_text=gettext_lazy("Vide : le même jour."),
        required=False,
        widget=DateInput,
    )
    last_hour = forms.TimeField(label=gettext_lazy("Jusqu’à"), required=False, widget=TimeInput)
    precision = forms.ChoiceField(
        label=gettext_lazy("Cette date est connue"),
        help_text=gettext_lazy("Au mois près, la page dira « mars 2027 » et non un jour."),
        choices=KNOWN,
        initial=Precision.DAY,
    )
    span: Span

    def __init__(self, *args: Any, zone: ZoneInfo, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zone = zone

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        if cleaned["last_hour"] and not cleaned["first_hour"]:
            self.add_error("first_hour", _("Écrivez aussi l’heure de début."))
            return cleaned
        try:
            self.span = span(
                (cleaned["first_day"], cleaned["first_hour"]),
                (cleaned["last_day"], cleaned["last_hour"]),
                cleaned["precision"],
                self.zone,
            )
        except NoSuchHour as gap:
            self._no_such_hour(gap)
        else:
            self._in_order()
        return cleaned

    def _no_such_hour(self, gap: NoSuchHour) -> None:
        self.add_error(
            "first_hour",
            _(
                "Cette heure n’existe pas ce jour-là : on passe à l’heure d’été. "
                "Écrivez %(after)s, ou une autre heure."
            )
            % {"after": f"{gap.after:%H:%M}"},
        )

    def _in_order(self) -> None:
        if self.span.ends < self.span.starts:
            self.add_error(
                "last_day", _("La fin vient avant le début : corrigez l’une des deux dates.")
            )

    @property
    def dates(self) -> dict[str, Any]:
        """What an action on the calendar takes."""
        return {
            "starts": self.span.starts,
            "ends": self.span.ends,
            "precision": self.span.precision,
        }


class AddForm(DatesForm):
    label = forms.CharField(label=gettext_lazy("Intitulé"), max_length=160)
    lane = forms.ChoiceField(
        label=gettext_lazy("Ligne du calendrier"), choices=Lane.choices, initial=Lane.CONVENTION
    )
    place = forms.CharField(label=gettext_lazy("Lieu"), max_length=160, required=False)
    detail = forms.CharField(
        label=gettext_lazy("Précisions"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    source = forms.CharField(label=gettext_lazy("Source"), max_length=300, required=False)
    field_order = ("label", "lane", "first_day", "first_hour", "last_day", "last_hour")

    def item(self, convention: Convention) -> CalendarItem:
        names = ("label", "lane", "place", "detail", "source")
        return CalendarItem(
            convention=convention, **{name: self.cleaned_data[name] for name in names}
        )


class AddWindowForm(DatesForm):
    """A window of the charter; each is dated once."""

    window = forms.ChoiceField(label=gettext_lazy("Période de la charte"))
    field_order = ("window", "first_day", "first_hour", "last_day", "last_hour")

    def __init__(self, *args: Any, dated: set[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(one.value, _(WINDOW_NAMES[one])) for one in Window if one.value not in dated]
        field = self.fields["window"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- narrows
        field.choices = choices

    def item(self, convention: Convention) -> CalendarItem:
        window = Window(self.cleaned_data["window"])
        name = _(WINDOW_NAMES[window])
        return CalendarItem(
            convention=convention, window=window.value, label=name[:1].upper() + name[1:]
        )


class SayForm(DatesForm):
    """Another date for what is already in the calendar: moved, or as it was."""

    reason = forms.CharField(
        label=gettext_lazy("Raison"),
        help_text=gettext_lazy("Publique, à côté de la date : pourquoi elle change."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    source = forms.CharField(label=gettext_lazy("Source"), max_length=300, required=False)

    @classmethod
    def of(cls, dated: Dated, data: Any, zone: ZoneInfo) -> Self:
        """Filled with the dates that hold now."""
        current = dated.current
        (first_day, first_hour), (last_day, last_hour) = (
            typed(current.starts, zone),
            typed(current.ends, zone),
        )
        exact = current.precision == Precision.MINUTE
        initial = {
            "first_day": first_day,
            "last_day": last_day,
            "first_hour": first_hour if exact else None,
            "last_hour": last_hour if exact else None,
            "precision": Precision.DAY if exact else current.precision,
        }
        return cls(data, zone=zone, base=dated.item.revision, initial=initial)

    @property
    def why(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("reason", "source")}


class HoldForm(SayForm):
    """What happened; a reason is welcome when it is not what was planned."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = False
        self.fields["reason"].help_text = _("Si ce n’est pas ce qui était prévu : pourquoi.")
