"""An entry of the journal, told as a sentence for whoever reads it."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import formats, timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import get_language_info, gettext_lazy
from django.utils.translation import gettext as _

from isegoria.convention.governance.models import Verdict
from isegoria.convention.journal.models import Entry
from isegoria.convention.journal.queries import bodies_of
from isegoria.convention.people.models import BodyType
from isegoria.convention.publishing.models import Kind
from isegoria.convention.sessions import captures
from isegoria.convention.sessions.attendance import How
from isegoria.convention.sessions.experts import Proposer
from isegoria.convention.sessions.inquiries import About, Grounds
from isegoria.convention.sessions.models import Mode
from isegoria.convention.sessions.questions import Origin, Whom
from isegoria.convention.stewardship.references import field_name, names_of
from isegoria.core.charter import AUDIENCE_NAMES, CHARTER, ROLE_NAMES, Audience, Role
from isegoria.web.dates import say_span
from isegoria.web.gate import GATE_NAMES

DOERS: dict[Role, Any] = {
    Role.ANYONE: gettext_lazy("quelqu’un"),
    Role.HOST: gettext_lazy("l’hébergement du site"),
    Role.ADMINISTRATOR: gettext_lazy("l’administration du site"),
    Role.ORGANISER: gettext_lazy("l’organisation"),
    Role.GUARANTOR: gettext_lazy("un garant"),
    Role.COMMITTEE: gettext_lazy("le comité de suivi"),
    Role.EXPERT: gettext_lazy("un expert"),
    Role.FACILITATOR: gettext_lazy("l’animation"),
    Role.RECRUITER: gettext_lazy("le recrutement"),
    Role.INSTITUTE: gettext_lazy("un institut de recrutement"),
    Role.PARTNER: gettext_lazy("une association relais"),
    Role.STAKEHOLDER: gettext_lazy("un acteur du territoire"),
    Role.SERVICE: gettext_lazy("un service de la ville"),
    Role.COUNCILLOR: gettext_lazy("le conseil municipal"),
    Role.MEMBER: gettext_lazy("un membre du panel"),
    Role.EVALUATOR: gettext_lazy("l’évaluation"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One line of the journal as a page shows it; sealed when the reader may not see it."""

    entry: Entry
    sentence: str
    sealed: bool
    fields: Mapping[str, Any]
    about: str = ""  # the name of its subject, as its sentence says it

    @property
    def language(self) -> str:
        """Of what it is about, when the act recorded it."""
        return str(self.fields.get("records", {}).get("language", ""))


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
            about=names.get(entry.subject, ""),
            sentence=_sentence(entry, fields[entry.pk], names)
            if entry.pk in fields
            else _("Un acte réservé, que voient {who}.").format(
                who=_(AUDIENCE_NAMES[Audience(entry.seen_by)])
            ),
        )
        for entry in shown
    ]


def _sentence(entry: Entry, body: Mapping[str, Any], names: Mapping[str, str]) -> str:
    records = dict(body.get("records", {}))
    act = CHARTER[entry.act]
    said = {name: _said(name, records.get(name)) for name in act.records}
    if "precision" in records:
        said["starts"] = _span(records)
    by = str(DOERS[Role(entry.role)])
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


def _span(records: Mapping[str, Any]) -> str:
    """The dates no more exactly than they are known."""
    first, last = (parse_datetime(str(records[name])) for name in ("starts", "ends"))
    if first is None or last is None:
        return "—"
    return say_span(timezone.localtime(first), timezone.localtime(last), records["precision"])


def _verdict(text: str) -> str:
    return str(Verdict(text).label)


KINDS = {str(one): one.label for kinds in (Kind, captures.Kind) for one in kinds}
SAYINGS: dict[str, Callable[[str], str]] = {
    "language": lambda code: str(get_language_info(code)["name_local"]),
    "notice_sha256": lambda text: _("%(digits)s (début)") % {"digits": text[:12]},
    "at_most": lambda text: _("on ne sait pas") if text == "None" else text,
    "verdict": _verdict,
    "opinion": _verdict,
    "role": lambda text: _(ROLE_NAMES[Role(text)]),
    "type": lambda text: str(BodyType(text).label),
    "kind": lambda text: str(KINDS.get(text, text)),
    "mode": lambda text: str(Mode(text).label),
    "how": lambda text: str(How(text).label),
    "proposed_by": lambda text: str(Proposer(text).label),
    "origin": lambda text: str(Origin(text).label),
    "topic": lambda text: str(About(text).label),
    "grounds": lambda text: str(Grounds(text).label),
    "whom": lambda text: str(Whom(text).label),
    **dict.fromkeys(("starts", "ends", "since", "until", "due_on"), _day),
}
