"""Forms of the house: one renderer, a key that makes a form do its act once, a base revision."""

import uuid
from typing import Any

from django import forms
from django.forms.renderers import TemplatesSetting


class HouseRenderer(TemplatesSetting):
    """Fields and forms are drawn by our own templates."""

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
        kwargs.setdefault("initial", {})
        kwargs["initial"] = {"once": uuid.uuid4, "base": base, **kwargs["initial"]}
        super().__init__(*args, **kwargs)
        self.order_fields([name for name in self.fields if name not in {"once", "base"}])


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
