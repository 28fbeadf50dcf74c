"""Forms of the house: one renderer, a key that makes a form do its act once, a base revision."""

import uuid
from functools import cache
from typing import Any

from django import forms
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext_lazy as _

from isegoria.web.ui.guards import guard, visible

# What to do about it, and not only what is wrong. Fields that say their own keep it.
REMEDIES: dict[type[forms.Field], dict[str, Any]] = {
    forms.Field: {"required": _("Remplissez ce champ.")},
    forms.BooleanField: {"required": _("Cochez cette case pour continuer.")},
    forms.ChoiceField: {
        "required": _("Choisissez une réponse."),
        "invalid_choice": _("Choisissez une réponse de la liste."),
    },
    forms.FileField: {
        "required": _("Choisissez un fichier."),
        "empty": _("Ce fichier est vide : choisissez-en un autre."),
    },
    forms.DateField: {
        "required": _("Donnez une date."),
        "invalid": _("Écrivez la date comme ceci : 26/06/2021."),
    },
    forms.TimeField: {
        "required": _("Donnez une heure."),
        "invalid": _("Écrivez l’heure comme ceci : 18:30."),
    },
    forms.EmailField: {
        "required": _("Donnez une adresse électronique."),
        "invalid": _("Écrivez une adresse complète, comme nom@exemple.fr."),
    },
    forms.URLField: {"invalid": _("Écrivez une adresse complète, comme https://exemple.fr.")},
    forms.IntegerField: {"invalid": _("Écrivez un nombre entier, en chiffres.")},
}
AUTOCOMPLETE: dict[type[forms.Field], str] = {forms.EmailField: "email"}


class HouseField(forms.BoundField):
    """A field that a second step carries hidden has no help text beside it to point to."""

    def build_widget_attrs(
        self, attrs: dict[str, Any], widget: forms.Widget | None = None
    ) -> dict[str, Any]:
        built: dict[str, Any] = super().build_widget_attrs(attrs, widget)
        if (widget or self.field.widget).is_hidden:
            built.pop("aria-describedby", None)
        return built


class HouseRenderer(TemplatesSetting):
    """Fields and forms are drawn by our own templates."""

    bound_field_class = HouseField
    form_template_name = "ui/form.html"
    field_template_name = "ui/field.html"


class UiForm(forms.Form):
    """`once` is the same when the form is sent twice; `base` is the revision that was read."""

    default_renderer = HouseRenderer
    use_required_attribute = True
    required_css_class = "required"

    once = forms.UUIDField(widget=forms.HiddenInput)
    base = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, base: int | None = None, **kwargs: Any) -> None:
        kwargs["initial"] = {"once": uuid.uuid4, "base": base, **(kwargs.get("initial") or {})}
        _prepare(type(self))
        super().__init__(*args, **kwargs)

    def _clean_fields(self) -> None:
        """Every text is rid of what nobody sees; if nothing is left, it was not filled."""
        super()._clean_fields()  # type: ignore[misc]
        for name, said in list(self.cleaned_data.items()):
            field = self.fields[name]
            self.cleaned_data[name] = seen = visible(said, field)
            if field.required and said and seen == "":
                self.add_error(name, str(field.error_messages["required"]))


class DateInput(forms.DateInput):
    """The browser's own date field."""

    input_type = "date"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="%Y-%m-%d", **kwargs)


class TimeInput(forms.TimeInput):
    """The browser's own time field."""

    input_type = "time"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="%H:%M", **kwargs)


@cache
def _prepare(form: type[forms.Form]) -> None:
    """Once a class: its fields are copied for each form. What nobody sees comes last."""
    in_order = sorted(form.base_fields.items(), key=lambda one: one[0] in {"once", "base"})
    form.base_fields = dict(in_order)
    for field in form.base_fields.values():
        _say_the_remedy(field)
        guard(field)


def _say_the_remedy(field: forms.Field) -> None:
    for kind, said in REMEDIES.items():
        if isinstance(field, kind):
            field.error_messages |= {
                code: words for code, words in said.items() if _is_djangos(field, code)
            }
    for kind, purpose in AUTOCOMPLETE.items():
        if isinstance(field, kind):
            field.widget.attrs.setdefault("autocomplete", purpose)


def _is_djangos(field: forms.Field, code: str) -> bool:
    """Has this field kept Django's own sentence, or one of ours that is less precise?"""
    theirs = [kind for kind in type(field).mro() if kind.__module__.startswith("django.")]
    known = [kind.__dict__.get("default_error_messages", {}).get(code) for kind in theirs]
    known += [said.get(code) for said in REMEDIES.values()]
    return any(field.error_messages.get(code) is one for one in [None, *known])
