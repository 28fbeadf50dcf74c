"""An entry of the journal, told as a sentence for whoever reads it."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import formats, timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from isegoria.convention.governance.models import Verdict
from isegoria.convention.journal.models import Entry
from isegoria.convention.journal.queries import bodies_of
from isegoria.convention.people.models import BodyType
from isegoria.convention.publishing.models import Kind
from isegoria.convention.stewardship.references import field_name, names_of
from isegoria.core.charter import AUDIENCE_NAMES, CHARTER, ROLE_NAMES, Audience, Role
from isegoria.web.gate import GATE_NAMES


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One line of the journal as a page shows it; sealed when the reader may not see it."""

    entry: Entry
    sentence: str
    sealed: bool
    fields: Mapping[str, Any]


def tell(shown: Iterable[Entry], *, audiences: Collection[Audience]) -> list[Told]:
    """The sentences of these entries; a few queries for all of them."""
    shown = list(shown)
    fields = bodies_of(shown, audiences=audiences)
    names = names_of(entry.subject for entry in shown if entry.pk in fields)
    return [
        Told(
            entry=entry,
            sealed=entry.pk not in fields,
            fields=fields.get(entry.pk, {}),
            sentence=_sentence(entry, fields[entry.pk], names)
            if entry.pk in fields
            else _("Un acte réservé : {who}.").format(
                who=_(AUDIENCE_NAMES[Audience(entry.seen_by)])
            ),
        )
        for entry in shown
    ]


def _sentence(entry: Entry, body: Mapping[str, Any], names: Mapping[str, str]) -> str:
    records = dict(body.get("records", {}))
    act = CHARTER[entry.act]
    said = {name: _said(name, records.get(name)) for name in act.records}
    by = _(ROLE_NAMES[Role(entry.role)])
    subject = names.get(entry.subject) or _("(sans nom public)")
    sentence = _(act.tells).format(**{**said, "by": by, "subject": subject})
    return sentence[:1].upper() + sentence[1:]


def _said(name: str, value: object) -> str:
    if value is None or value == "":
        return "—"
    if isinstance(value, list):
        return ", ".join(str(GATE_NAMES.get(one) or field_name(one)) for one in value)
    return SAYINGS.get(name, str)(str(value))


def _day(text: str) -> str:
    instant: datetime | None = parse_datetime(text if "T" in text else f"{text}T12:00:00+00:00")
    return formats.date_format(timezone.localtime(instant), "DATE_FORMAT") if instant else text


def _verdict(text: str) -> str:
    return str(Verdict(text).label)


SAYINGS: dict[str, Callable[[str], str]] = {
    "verdict": _verdict,
    "opinion": _verdict,
    "role": lambda text: _(ROLE_NAMES[Role(text)]),
    "type": lambda text: str(BodyType(text).label),
    "kind": lambda text: str(Kind(text).label),
    **dict.fromkeys(("starts", "ends", "since", "until"), _day),
}
