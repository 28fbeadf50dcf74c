"""Writing in the book. Called by conduct, inside the transaction of the act."""

import json
import secrets
from collections.abc import Callable, Collection
from contextvars import ContextVar
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from isegoria.convention.journal.models import Disclosure, Entry, Log
from isegoria.core.charter import Audience
from isegoria.core.journal import merkle, record
from isegoria.core.journal.canonical import canonical

INSTANCE = UUID(int=0)


def _secret() -> bytes:
    return secrets.token_bytes(16)


SALT: ContextVar[Callable[[], bytes]] = ContextVar("where salts come from", default=_secret)


def locked(convention: UUID) -> Log:
    """The log, locked until the end of the transaction: acts of one convention queue here."""
    transaction.get_connection().validate_no_broken_transaction()
    log, _created = Log.objects.select_for_update().get_or_create(convention=convention)
    return log


@dataclass(frozen=True, slots=True)
class Writing:
    """What is to be written beside the happening itself."""

    happening: record.Happening
    seen_by: Audience
    once: UUID | None = None


def write(log: Log, writing: Writing) -> Entry:
    """Append one entry to a locked log."""
    happening = writing.happening
    body = record.fields(happening, log=str(log.convention), position=log.size)
    salt = b"" if writing.seen_by == Audience.PUBLIC else SALT.get()()
    leaf = (
        record.sealed_leaf(body, salt=salt, seen_by=writing.seen_by) if salt else record.leaf(body)
    )
    entry = Entry.objects.create(
        convention=log.convention,
        position=log.size,
        leaf=leaf.decode(),
        at=happening.at,
        act=happening.act,
        subject=happening.subject,
        role=happening.by,
        seen_by=writing.seen_by,
        once=writing.once,
    )
    if salt:
        Disclosure.objects.create(entry=entry, salt=salt, body=canonical(body).decode())
    _grow(log, leaf)
    return entry


def frontier(log: Log) -> tuple[bytes, ...]:
    kept = bytes(log.frontier)
    return tuple(kept[start : start + 32] for start in range(0, len(kept), 32))


def body_of(entry: Entry) -> dict[str, object]:
    """The fields of an entry, from its leaf or, for a sealed one, its disclosure."""
    if entry.seen_by == Audience.PUBLIC:
        return dict(json.loads(entry.leaf))
    kept = Disclosure.objects.filter(entry=entry).values_list("body", flat=True).first()
    return dict(json.loads(kept)) if kept else {}


def forget(references: Collection[str]) -> None:
    """Destroy what sealed entries say of these things; that something was done remains."""
    Disclosure.objects.filter(entry__subject__in=list(references)).delete()


def _grow(log: Log, leaf: bytes) -> None:
    nodes = merkle.grown(frontier(log), log.size, merkle.leaf_hash(leaf))
    log.frontier = b"".join(nodes)
    log.size += 1
    log.save(update_fields=["size", "frontier"])
