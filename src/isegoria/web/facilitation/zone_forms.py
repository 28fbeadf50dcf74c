"""Where people stood: how many in each zone, before and after. Card numbers are counted, never kept."""

import re
from collections.abc import Sequence as Several
from typing import Any, ClassVar

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.chartered import Chartered
from isegoria.convention.sessions.actions.captures import people_in
from isegoria.convention.sessions.captures import FEWEST, Kind, Moment, ZoneCount
from isegoria.core.charter.reasons import MISSING
from isegoria.web.editing import EditForm
from isegoria.web.facilitation.capture_forms import CaptureForm, Words
from isegoria.web.ui.forms import UiForm

ZONES, MOST_PEOPLE = range(6), 500
BY_NUMBER, BY_CARD = "number", "card"
USUAL = (gettext_lazy("D’accord"), gettext_lazy("Pas d’accord"))
HOW = (
    (BY_NUMBER, gettext_lazy("des nombres de personnes")),
    (BY_CARD, gettext_lazy("des numéros de carte, séparés par des espaces")),
)
CELL = {"inputmode": "numeric", "autocomplete": "off"}


class Zones(UiForm):
    """Up to six zones; each moment is counted whole or not at all."""

    ASKED: ClassVar[tuple[str, ...]] = ("how",)

    how = forms.ChoiceField(
        label=gettext_lazy("Vous écrivez"),
        help_text=gettext_lazy(
            "Les numéros de carte servent à compter chacun une fois. Ils ne sont pas gardés."
        ),
        choices=HOW,
        initial=BY_NUMBER,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, cards: frozenset[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cards = cards
        for zone in ZONES:
            self.fields[f"label_{zone}"] = forms.CharField(
                label=_("Zone %(number)d") % {"number": zone + 1},
                max_length=60,
                required=False,
                initial=USUAL[zone] if zone < len(USUAL) else "",
            )
            for moment in Moment:
                self.fields[f"{moment.value}_{zone}"] = forms.CharField(
                    label=f"{_('Zone %(number)d') % {'number': zone + 1}}, {moment.label}",
                    max_length=400,
                    required=False,
                    widget=forms.TextInput(attrs=CELL),
                )

    @property
    def asked(self) -> list[BoundField]:
        """Everything but the zones."""
        return [self[name] for name in self.ASKED if name in self.fields]

    @property
    def zones(self) -> list[tuple[BoundField, BoundField, BoundField]]:
        names = ("label", *Moment.values)
        rows = [tuple(self[f"{name}_{zone}"] for name in names) for zone in ZONES]
        return [(label, before, after) for label, before, after in rows]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        seen: dict[str, set[int]] = {moment: set() for moment in Moment.values}
        found = {
            (zone, moment): self._count(zone, moment, seen[moment])
            for zone in ZONES
            for moment in Moment.values
        }
        given = [
            moment
            for moment in Moment.values
            if any(found[zone, moment] is not None for zone in ZONES)
        ]
        labels = {zone: cleaned.get(f"label_{zone}", "").strip() for zone in ZONES}
        for zone in ZONES:
            if not labels[zone] and any(found[zone, moment] is not None for moment in given):
                self.add_error(f"label_{zone}", _("Donnez un nom à cette zone."))
        self.counts = [
            ZoneCount(zone=zone, label=label, moment=moment, count=found[zone, moment] or 0)
            for zone, label in labels.items()
            for moment in given
            if label
        ]
        self._check(given)
        return cleaned

    def _check(self, given: Several[str]) -> None:
        if self.errors:
            return
        if not given:
            self.add_error("before_0", _("Comptez les personnes d’au moins une zone."))
        elif people_in(self.counts) < FEWEST:
            self.add_error(None, _(MISSING["enough_people"]))

    def _count(self, zone: int, moment: str, seen: set[int]) -> int | None:
        name = f"{moment}_{zone}"
        said = re.split(r"[\s,;+/-]+", str(self.cleaned_data.get(name, "")).strip())
        words = [one for one in said if one]
        if not words:
            return None
        by_card = self.cleaned_data.get("how") == BY_CARD
        if not all(one.isascii() and one.isdecimal() and len(one) < 6 for one in words):
            self.add_error(name, _("Écrivez un nombre entier, en chiffres."))
            return None
        numbers = [int(one) for one in words]
        return self._cards(name, numbers, seen) if by_card else self._people(name, numbers)

    def _people(self, name: str, numbers: list[int]) -> int | None:
        if len(numbers) > 1:
            self.add_error(name, _("Écrivez un seul nombre, ou choisissez les numéros de carte."))
        elif numbers[0] > MOST_PEOPLE:
            self.add_error(name, _("%(most)d personnes au plus.") % {"most": MOST_PEOPLE})
        else:
            return numbers[0]
        return None

    def _cards(self, name: str, numbers: list[int], seen: set[int]) -> int | None:
        for one in numbers:
            if one not in self.cards:
                self.add_error(
                    name, _("La carte %(card)d n’est celle d’aucun membre.") % {"card": one}
                )
                return None
            if one in seen:
                self.add_error(name, _("La carte %(card)d est comptée deux fois.") % {"card": one})
                return None
            seen.add(one)
        return len(numbers)


class PositionsForm(Zones, CaptureForm):
    KIND = Kind.POSITIONS.value
    ASKED = ("table", "group", "round", "entered_for", "text", "how")

    text = Words(
        label=gettext_lazy("La phrase dont on a débattu"),
        help_text=gettext_lazy("Comme elle a été lue à la salle."),
        max_length=2000,
        rows=2,
    )


class CountForm(Zones, EditForm):
    """The same positions, counted again."""

    @classmethod
    def values(cls, subject: Chartered) -> dict[str, Any]:
        counted = list(subject.zones.all())  # type: ignore[attr-defined]
        labels = {f"label_{zone}": "" for zone in ZONES}
        labels |= {f"label_{one.zone}": one.label for one in counted}
        return labels | {f"{one.moment}_{one.zone}": one.count for one in counted}
