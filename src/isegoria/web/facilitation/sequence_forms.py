"""The forms on the sequences of a run-sheet."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from isegoria.convention.chartered import Chartered
from isegoria.convention.sessions.models import Session
from isegoria.convention.sessions.sequences import Sequence
from isegoria.core.runsheet.library import BY_KEY
from isegoria.core.runsheet.words import MODALITY_NAMES, NEED_NAMES, OUTPUT_NAMES, Need
from isegoria.web.editing import EditForm
from isegoria.web.ui.forms import UiForm

MOST_MINUTES, MOST_ROUNDS = 600, 12
LAST = "last"
EQUIVALENT = "equivalent_"


def _said(names: Mapping[Any, str]) -> Callable[[], list[tuple[str, str]]]:
    """Choices in the language of whoever reads the form, and not of whoever loaded it."""
    return lambda: [(str(key), _(name)) for key, name in names.items()]


class SequenceForm(EditForm):
    """What is done, for how long, how one expresses oneself, and how everybody can."""

    title = forms.CharField(
        label=gettext_lazy("Titre"),
        help_text=gettext_lazy("Il sera public avec l’ordre du jour. La consigne ne l’est pas."),
        max_length=160,
    )
    minutes = forms.IntegerField(
        label=gettext_lazy("Durée, en minutes"), min_value=1, max_value=MOST_MINUTES
    )
    modalities = forms.MultipleChoiceField(
        label=gettext_lazy("On s’exprime par"),
        choices=_said(MODALITY_NAMES),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    output = forms.ChoiceField(label=gettext_lazy("Ce qui en sort"), choices=_said(OUTPUT_NAMES))
    instructions = forms.CharField(
        label=gettext_lazy("Consigne : comment cela se passe"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    materials = forms.CharField(
        label=gettext_lazy("Matériel"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    rounds = forms.IntegerField(
        label=gettext_lazy("Tours de tables"),
        help_text=gettext_lazy("1 si personne ne change de table."),
        min_value=1,
        max_value=MOST_ROUNDS,
        initial=1,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for need, name in NEED_NAMES.items():
            self.fields[f"{EQUIVALENT}{need}"] = forms.CharField(
                label=_(name).capitalize(),
                required=False,
                max_length=600,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    @classmethod
    def values(cls, subject: Chartered) -> dict[str, Any]:
        sequence = cast("Sequence", subject)
        others = {f"{EQUIVALENT}{need}": str(sequence.equivalents.get(need, "")) for need in Need}
        return {**super().values(sequence), **others}

    @property
    def changes(self) -> dict[str, Any]:
        given = super().changes
        equivalents = {str(need): given.pop(f"{EQUIVALENT}{need}") for need in Need}
        return {**given, "equivalents": {need: one for need, one in equivalents.items() if one}}

    @property
    def first(self) -> list[forms.BoundField]:
        return [one for one in self.visible_fields() if not one.name.startswith(EQUIVALENT)]

    @property
    def others(self) -> list[forms.BoundField]:
        return [one for one in self.visible_fields() if one.name.startswith(EQUIVALENT)]


class MoveForm(UiForm):
    """Before which sequence, or last."""

    before = forms.ChoiceField(label=gettext_lazy("Où la placer ?"))

    def __init__(self, *args: Any, others: Iterable[Sequence], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = [(str(one.pk), _("avant « %(title)s »") % {"title": one.title}) for one in others]
        choices = [*places, (LAST, _("à la fin"))]
        cast("forms.ChoiceField", self.fields["before"]).choices = choices


def prefilled(session: Session, method: str) -> Sequence:
    """A sequence as the library would have it, in the language of the convention."""
    one = BY_KEY.get(method)
    if one is None:
        return Sequence(session=session, method=method, minutes=20, output="cards")
    with override(session.convention.language):
        return Sequence(
            session=session,
            method=one.key,
            title=_(one.name).partition("\N{NO-BREAK SPACE}:")[0].partition(":")[0],
            minutes=one.minutes,
            modalities=sorted(one.modalities),
            output=str(one.output),
            instructions=_(one.goes),
            materials=_(one.materials),
            rounds=one.rounds,
            equivalents={str(need): _(said) for need, said in one.equivalents.items()},
        )
