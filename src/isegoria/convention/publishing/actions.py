import hashlib

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Records, performs, under_lock
from isegoria.convention.publishing.models import RoundTable, Speaker, Version
from isegoria.core.journal.canonical import digest


@performs("version.draft")
def draft(version: Version, by: By) -> Records:
    """Begin a version: of a new document (saved here) or of one that exists."""
    version.document.save()
    version.number = version.document.versions.count() + 1
    version.recorded_at = by.at
    version.plain_since = version.number if version.plain_body else None
    version.be_searchable()
    return {"kind": version.document.kind, "number": version.number}


CARRIED = (
    "title",
    "summary",
    "body",
    "dated",
    "precision",
    "source",
    "file",
    "file_name",
    "media_type",
    "size",
    "file_sha256",
    "text_alternative",
    "plain_body",
    "plain_status",
    "plain_readers",
)


def continue_from(version: Version, by: By) -> Version:
    """The draft that will replace this version: the one under way, or a new one like it."""
    with under_lock(version):
        under_way = version.document.versions.filter(state__in=["draft", "validated"]).first()
        if under_way:
            return under_way
        carried = {name: getattr(version, name) for name in CARRIED}
        return draft(Version(document=version.document, **carried), by)


class SettledError(Exception):
    """A document that anybody could read keeps its kind, its address and its place."""


def place(version: Version, by: By, *, changes: dict[str, object]) -> Version:
    """Correct what a document is and where it stands, through its draft, until it is published."""
    with under_lock(version):
        if version.document.is_settled:
            raise SettledError
        placed = edit(version, by, changes={})
        for name, value in changes.items():
            setattr(placed.document, name, value)
        placed.document.save(update_fields=[*changes])
    return placed


@performs("version.edit")
def edit(version: Version, by: By, *, changes: dict[str, object]) -> Records:
    if "plain_body" in changes and changes["plain_body"] != version.plain_body:
        version.plain_since = version.number if changes["plain_body"] else None
    for name, value in changes.items():
        setattr(version, name, value)
    version.recorded_at = by.at
    version.be_searchable()
    return {"number": version.number}


@performs("version.validate")
def validate(version: Version, by: By) -> Records:
    version.content_sha256 = digest(
        {
            "title": version.title,
            "summary": version.summary,
            "body": version.body,
            "plain": version.plain_body,
            "file": version.file_sha256,
            "alternative": version.text_alternative,
        }
    )
    return {"number": version.number, "content_sha256": version.content_sha256}


@performs("version.reopen")
def reopen(version: Version, by: By) -> Records:
    return {"number": version.number}


@performs("version.publish")
def publish(version: Version, by: By) -> Records:
    """Make it public; the version that was current is superseded by the same act."""
    current = version.document.versions.filter(state="published").first()
    if current:
        supersede(current, By(by.actor, by.at, by.on_behalf_of), newer=version.number)
    version.published_at = by.at
    return {
        "kind": version.document.kind,
        "number": version.number,
        "content_sha256": version.content_sha256,
        "language": version.document.language,
    }


@performs("version.supersede")
def supersede(version: Version, by: By, *, newer: int) -> Records:
    return {"number": version.number, "by_number": newer}


@performs("version.withdraw")
def withdraw(version: Version, by: By, *, reason: str) -> Records:
    version.withdrawn_at, version.withdrawal_reason = by.at, reason
    return {"number": version.number, "reason_sha256": _sha256(reason)}


@performs("version.abandon")
def abandon(version: Version, by: By) -> Records:
    return {"number": version.number}


@performs("roundtable.announce")
def announce(table: RoundTable, by: By, *, speakers: list[Speaker]) -> Records:
    _seat(table, speakers)
    return {"starts": table.starts.isoformat() if table.starts else None}


@performs("roundtable.edit")
def edit_round_table(
    table: RoundTable,
    by: By,
    *,
    changes: dict[str, object],
    speakers: list[Speaker] | None = None,
) -> Records:
    changed = sorted(name for name, value in changes.items() if getattr(table, name) != value)
    for name in changed:
        setattr(table, name, changes[name])
    if speakers is not None:
        table.speakers.all().delete()
        _seat(table, speakers)
    return {"fields": [*changed, *(["speakers"] if speakers is not None else [])]}


@performs("roundtable.record")
def record(
    table: RoundTable, by: By, *, video_url: str, subtitled: bool, transcript: str
) -> Records:
    table.video_url, table.subtitled, table.transcript = video_url, subtitled, transcript
    return {"content_sha256": _sha256(transcript)}


@performs("roundtable.cancel")
def cancel(table: RoundTable, by: By, *, reason: str) -> Records:
    table.cancel_reason = reason
    return {"reason_sha256": _sha256(reason)}


def _seat(table: RoundTable, speakers: list[Speaker]) -> None:
    for position, speaker in enumerate(speakers, start=1):
        speaker.round_table, speaker.position = table, position
    Speaker.objects.bulk_create(speakers)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
