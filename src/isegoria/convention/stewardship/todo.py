"""What an organiser should do first: what is late, then what comes soon, then what waits."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from isegoria.convention.mandate.models import Convention
from isegoria.convention.mandate.queries import Dated, calendar_of
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.publishing.models import Version
from isegoria.convention.recruitment.models import QuotaTable
from isegoria.convention.stewardship.queries import missing
from isegoria.core.charter import Role

SOON = timedelta(days=14)
BEFORE_LAUNCH = ("draft", "prepared")


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDo:
    """One thing to do. `kind` is overdue, closing, opening, gate, draft, validated or quotas."""

    kind: str
    about: str
    key: str
    convention: Convention
    due: datetime | None = None
    late: bool = False


def to_do(convention: Convention, viewer: Viewer, lacking: list[str] | None = None) -> list[ToDo]:
    """The late first, then by date, then what has none. Organisers alone have these to do.

    lacking: what the gate lacks, for whoever has looked already.
    """
    if not viewer.is_any(Role.ORGANISER):
        return []
    found = [*_dates(convention, viewer.at), *_gate(convention, lacking), *_drafts(convention)]
    far = datetime.max.replace(tzinfo=viewer.at.tzinfo)
    return sorted(found, key=lambda one: (not one.late, one.due or far))


def _dates(convention: Convention, at: datetime) -> Iterator[ToDo]:
    for dated in calendar_of(convention):
        if dated.is_overdue(at):
            yield _about(dated, "overdue", dated.current.ends, late=True)
        elif dated.item.window and dated.is_open(at) and dated.current.ends - at <= SOON:
            yield _about(dated, "closing", dated.current.ends)
        elif dated.item.state == "planned" and at < dated.current.starts <= at + SOON:
            yield _about(dated, "opening", dated.current.starts)


def _about(dated: Dated, kind: str, due: datetime, *, late: bool = False) -> ToDo:
    item = dated.item
    return ToDo(
        kind=kind,
        about=item.label,
        key=str(item.pk),
        convention=item.convention,
        due=due,
        late=late,
    )


def _gate(convention: Convention, lacking: list[str] | None) -> Iterator[ToDo]:
    if convention.state in BEFORE_LAUNCH:
        for key in missing(convention) if lacking is None else lacking:
            yield ToDo(kind="gate", about=key, key=key, convention=convention)


def _drafts(convention: Convention) -> Iterator[ToDo]:
    waiting = Version.objects.filter(
        document__convention=convention, state__in=["draft", "validated"]
    ).order_by("recorded_at")
    for version in waiting:
        yield ToDo(
            kind=version.state, about=version.title, key=str(version.pk), convention=convention
        )
    for table in QuotaTable.objects.filter(convention=convention, state="draft"):
        yield ToDo(
            kind="quotas", about=str(table.number), key=str(table.number), convention=convention
        )
