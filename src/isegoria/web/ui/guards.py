"""What forms keep out of texts and dates, whatever the field: nobody means it, and it does harm."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2200, 12, 31)
# Control characters, and those that turn the direction of what follows.
UNSEEN = re.compile(
    "[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
YEARS = (MinValueValidator(FIRST_DAY), MaxValueValidator(LAST_DAY))


def guard(field: forms.Field) -> None:
    """Keep a date within the years that people mean: others have no instant in UTC."""
    if isinstance(field, forms.DateField):
        field.validators += [one for one in YEARS if one not in field.validators]


def visible(said: Any, field: forms.Field) -> Any:
    """What was written, without what nobody sees; on one line when the field has one line."""
    if isinstance(said, list):
        return [visible(one, field) for one in said]
    if not isinstance(said, str) or isinstance(field, forms.ChoiceField):
        return said
    seen = UNSEEN.sub("", said)
    return seen if isinstance(field.widget, forms.Textarea) else " ".join(seen.splitlines()).strip()
