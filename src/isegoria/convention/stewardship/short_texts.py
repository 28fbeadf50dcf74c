"""The short texts of a convention, wherever they are: what may be said in another language."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from isegoria.convention.mandate.models import (
    CalendarDate,
    CalendarItem,
    Convention,
    MandateVersion,
)
from isegoria.convention.people.models import Body, Seat
from isegoria.convention.publishing.models import RoundTable, Speaker
from isegoria.convention.recruitment.models import QuotaCell, QuotaTable

# Where, its table, how it belongs to a convention, and its fields; people's names are no texts.
PLACES: tuple[tuple[Any, type[Model], str, tuple[str, ...]], ...] = (
    (_("Présentation"), Convention, "pk", ("title", "commissioner", "question", "lede", "notice", "themes", "passed_over_reason")),
    (_("Mandat"), MandateVersion, "convention", ("question", "scope", "commitment", "answer_due_text", "act_reference", "reason")),
    (_("Calendrier"), CalendarItem, "convention", ("label", "place", "detail", "cancel_reason")),
    (_("Calendrier"), CalendarDate, "item__convention", ("reason",)),
    (_("Instances"), Body, "convention", ("name", "mission", "note", "domains")),
    (_("Sièges"), Seat, "body__convention", ("function", "college", "note", "end_reason", "domains")),
    (_("Tables rondes"), RoundTable, "convention", ("title", "summary", "place", "cancel_reason")),
    (_("Tables rondes"), Speaker, "round_table__convention", ("function",)),
    (_("Table des quotas"), QuotaTable, "convention", ("note", "reason")),
    (_("Table des quotas"), QuotaCell, "table__convention", ("criterion", "value")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ShortText:
    where: str
    text: str


def short_texts(convention: Convention) -> list[ShortText]:
    """Each text once, in the order of the pages. A query for each place."""
    found: dict[str, ShortText] = {}
    for where, model, owner, fields in PLACES:
        rows = model._base_manager.filter(**{owner: convention.pk})  # noqa: SLF001
        for row in rows.order_by("pk").values_list(*fields):
            for text in _texts(row):
                found.setdefault(text, ShortText(str(where), text))
    return list(found.values())


def _texts(row: tuple[Any, ...]) -> Iterator[str]:
    for value in row:
        yield from (text for text in (value if isinstance(value, list) else [value]) if text)
