"""What a reader asks of the journal, and the page of it that answers."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from urllib.parse import urlencode
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from isegoria.convention.journal.models import Entry
from isegoria.convention.journal.queries import Search, entries
from isegoria.core.charter import AUDIENCE_NAMES, CHARTER, Audience
from isegoria.web.moments import FIRST_YEAR, LAST_YEAR
from isegoria.web.telling import Told

FILTERS = ("nature", "acte", "du", "au", "objet", "avant", "apres")
PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Leafing:
    """One page of the journal, with the way to the newer and to the older entries."""

    entries: tuple[Entry, ...]
    newer: str
    older: str


@dataclass(frozen=True, slots=True)
class Run:
    """Entries shown as one line: one that is told, or sealed ones that follow each other."""

    told: tuple[Told, ...]

    @property
    def newest(self) -> Told:
        return self.told[0]

    @property
    def oldest(self) -> Told:
        return self.told[-1]

    @property
    def about(self) -> str:
        return self.newest.about if len(self.told) == 1 else ""

    @property
    def language(self) -> str:
        return self.newest.language

    @property
    def sentence(self) -> str:
        if len(self.told) == 1:
            return self.newest.sentence
        who = _(AUDIENCE_NAMES[Audience(self.newest.entry.seen_by)])
        return _("%(count)d actes réservés, que voient %(who)s.") % {
            "count": len(self.told),
            "who": who,
        }


def runs(told: Iterable[Told]) -> list[Run]:
    """The lines of a page: neighbours that are sealed for the same readers are one line."""
    gathered: list[list[Told]] = []
    for one in told:
        before = gathered[-1][0] if gathered else None
        if before and before.sealed and one.sealed and before.sentence == one.sentence:
            gathered[-1].append(one)
        else:
            gathered.append([one])
    return [Run(tuple(run)) for run in gathered]


def search_of(wanted: Mapping[str, str], zone: ZoneInfo) -> Search:
    """What was asked, without what makes no sense."""
    since, until = _day(wanted["du"]), _day(wanted["au"])
    return Search(
        act=wanted["acte"] if wanted["acte"] in CHARTER.acts else "",
        kind=wanted["nature"] if CHARTER.about(wanted["nature"]) else "",
        subject=wanted["objet"] if _is_reference(wanted["objet"]) else "",
        since=_start(since, zone) if since else None,
        until=_start(until + timedelta(days=1), zone) if until else None,
        before=_position(wanted["avant"]),
        after=_position(wanted["apres"]),
    )


def leafed(
    convention: UUID, search: Search, wanted: Mapping[str, str], audiences: Collection[Audience]
) -> Leafing:
    """A page at any depth, in a constant number of queries. One more entry tells what is beyond."""
    backwards = search.after is not None and search.before is None
    found = entries(convention, audiences=audiences, search=search, limit=PER_PAGE + 1)
    more = len(found) > PER_PAGE
    page = found[-PER_PAGE:] if backwards else found[:PER_PAGE]
    there_is_newer = more if backwards else search.before is not None
    there_is_older = backwards or more
    return Leafing(
        tuple(page),
        newer=_link(wanted, apres=page[0].position) if page and there_is_newer else "",
        older=_link(wanted, avant=page[-1].position) if page and there_is_older else "",
    )


def _link(wanted: Mapping[str, str], **where: int) -> str:
    kept = {name: value for name, value in wanted.items() if value and name not in LEAFING}
    return "?" + urlencode({**kept, **where})


LEAFING = {"avant", "apres"}


def _day(text: str) -> date | None:
    """A day that a journal may hold."""
    try:
        day = parse_date(text)
    except ValueError:
        return None
    return day if day and FIRST_YEAR <= day.year <= LAST_YEAR else None


def _start(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), tzinfo=zone)


def _position(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 16 else None


def _is_reference(text: str) -> bool:
    kind, _colon, key = text.partition(":")
    try:
        return bool(CHARTER.about(kind)) and str(UUID(key)) == key
    except ValueError:
        return False
