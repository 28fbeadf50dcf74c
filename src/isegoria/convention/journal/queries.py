"""Reads of the book."""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any
from uuid import UUID

from django.db.models import Sum

from isegoria.convention.journal.book import frontier
from isegoria.convention.journal.models import Disclosure, Entry, Log
from isegoria.core.charter import Audience
from isegoria.core.journal import merkle


def acts_done() -> int:
    """A number that grows with each act anywhere in the instance; 0 before the first.

    The books' sizes, not the latest entry: of two acts under way, the one that took its number
    first may be the last to be there.
    """
    return int(Log.objects.aggregate(all=Sum("size"))["all"] or 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What a reader of the journal asks for. Dates are instants; before is a position."""

    act: str = ""
    kind: str = ""
    subject: str = ""
    since: datetime | None = None
    until: datetime | None = None
    before: int | None = None
    after: int | None = None


def entries(
    convention: UUID, *, audiences: Collection[str], search: Search, limit: int
) -> list[Entry]:
    """The newest entries first, at most `limit`. What the reader may not see is shown sealed."""
    found = Entry.objects.filter(convention=convention)
    seen = found.filter(seen_by__in=audiences)
    found = seen if search.act or search.kind or search.subject else found
    exact: dict[str, Any] = {
        "act": search.act,
        "subject": search.subject,
        "position__lt": search.before,
    }
    exact |= {"at__gte": search.since, "at__lt": search.until, "position__gt": search.after}
    found = found.filter(
        **{name: value for name, value in exact.items() if value not in {"", None}}
    )
    if search.kind:
        found = found.filter(act__startswith=f"{search.kind}.")
    if search.after is not None and search.before is None:
        return list(found.order_by("position")[:limit])[::-1]
    return list(found.order_by("-position")[:limit])


def bodies_of(shown: Iterable[Entry], *, audiences: Collection[str]) -> dict[int, dict[str, Any]]:
    """Entry id → its fields, for those the reader may see. One query for the sealed ones."""
    mine = [entry for entry in shown if entry.seen_by in audiences]
    sealed = [entry.pk for entry in mine if entry.seen_by != Audience.PUBLIC]
    kept = dict(
        Disclosure.objects.filter(entry__in=sealed).values_list("entry_id", "body")
        if sealed
        else ()
    )
    texts = {entry.pk: kept.get(entry.pk, "{}") for entry in mine if entry.pk in set(sealed)}
    texts |= {entry.pk: entry.leaf for entry in mine if entry.seen_by == Audience.PUBLIC}
    return {key: json.loads(text) for key, text in texts.items()}


def tree_head(convention: UUID) -> tuple[int, bytes]:
    """The size of the log and its root hash."""
    log = next(iter(Log.objects.filter(convention=convention)), None)
    return (log.size, merkle.root(frontier(log))) if log else (0, merkle.EMPTY_ROOT)


def head_after(reference: str, act: str) -> tuple[int, bytes] | None:
    """The size and the root of the log once this was last done to this thing, that entry
    included. Every leaf before it is read."""
    found = Entry.objects.filter(subject=reference, act=act).order_by("-position").first()
    if found is None:
        return None
    size = found.position + 1
    hashed = (merkle.leaf_hash(leaf) for leaf in islice(leaves(found.convention), size))
    return size, merkle.root(merkle.frontier_of(hashed))


def leaves(convention: UUID) -> Iterator[bytes]:
    """Every leaf in order, streamed."""
    rows = Entry.objects.filter(convention=convention).order_by("position")
    for leaf in rows.values_list("leaf", flat=True).iterator(2000):
        yield leaf.encode()


def entry_at(key: int) -> Entry | None:
    return Entry.objects.filter(pk=key).first()


def done_by(once: UUID) -> Entry | None:
    """The act that a form carried out, by the form's own number."""
    return Entry.objects.filter(once=once).first()


def changes_to(reference: str, *, audiences: Collection[str]) -> list[Entry]:
    """What was done to one thing, oldest first."""
    return list(Entry.objects.filter(subject=reference, seen_by__in=audiences).order_by("position"))
