"""What one entry of the journal is, byte for byte, and what may never be in it.

An open entry is the canonical form of its fields. A sealed entry, for what only some may see,
is the canonical form of a commitment: SHA-256(salt ‖ canonical(fields)). Both are leaves of the
same tree, so nothing can be removed, and the fields of a sealed one can be forgotten by
destroying its salt without breaking the tree.

The leaves are those of a C2SP tlog-tiles log: an entry bundle is `bundle()` of at most 256 of
them, and `checkpoint_body()` is the text that a signed note will carry.
"""

import base64
import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from isegoria.core.journal.canonical import Json, canonical

VERSION = 1
LONGEST_LEAF = 4096
LONGEST_TEXT = 160


class NotAllowed(ValueError):  # noqa: N818 -- reads as what happened
    """A field that the charter does not let the journal keep, or a value too large for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One act that was done: when, what, in which roles, to which version of which thing."""

    at: datetime
    act: str
    by: str
    subject: str
    before: str
    after: str
    on_behalf_of: str | None = None
    records: Mapping[str, Json]


def fields(happening: Happening, *, log: str, position: int) -> dict[str, Json]:
    """The fields of the entry at `position` (0 for the first) in the log named `log`."""
    if happening.at.tzinfo is None:
        raise ValueError("an instant without a time zone cannot be recorded")
    instant = happening.at.astimezone(UTC).isoformat(timespec="milliseconds")
    return {
        "v": VERSION,
        "log": log,
        "seq": position,
        "at": instant.replace("+00:00", "Z"),
        "act": happening.act,
        "by": happening.by,
        "for": happening.on_behalf_of,
        "on": happening.subject,
        "from": happening.before,
        "to": happening.after,
        "records": dict(happening.records),
    }


def leaf(entry: Mapping[str, Json]) -> bytes:
    """The leaf of an open entry. Raises NotAllowed above 4 kB."""
    return _fitting(canonical(entry))


def sealed_leaf(entry: Mapping[str, Json], *, salt: bytes, seen_by: str) -> bytes:
    """The leaf of an entry that only `seen_by` may read; salt is at least 16 random bytes."""
    if len(salt) < 16:
        raise ValueError("a salt has at least 16 bytes")
    commitment = hashlib.sha256(salt + canonical(entry)).hexdigest()
    kept = {name: entry[name] for name in ("v", "log", "seq")}
    return _fitting(canonical({**kept, "seen_by": seen_by, "sealed": commitment}))


def allowed(given: Mapping[str, Json], names: Collection[str]) -> dict[str, Json]:
    """The recorded fields, checked against the charter's list. Raises NotAllowed."""
    if stray := sorted(set(given) - set(names)):
        raise NotAllowed(f"the charter does not let the journal keep {', '.join(stray)}")
    for name, value in given.items():
        if any(len(text) > LONGEST_TEXT for text in _texts(value)):
            raise NotAllowed(f"{name} is a text; the journal keeps references and digests")
    return dict(given)


def _texts(value: Json) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Mapping():
            for name, inner in value.items():
                yield name
                yield from _texts(inner)
        case Sequence():
            for inner in value:
                yield from _texts(inner)


def bundle(leaves: Iterable[bytes]) -> bytes:
    """An entry bundle of C2SP tlog-tiles: each leaf behind its length on two bytes."""
    return b"".join(len(one).to_bytes(2, "big") + one for one in leaves)


def checkpoint_body(*, origin: str, size: int, root: bytes) -> str:
    """The body of a C2SP checkpoint: origin, size and root in base64, one a line."""
    if not origin or "\n" in origin:
        raise ValueError("an origin is one line")
    return f"{origin}\n{size}\n{base64.b64encode(root).decode()}\n"


def _fitting(text: bytes) -> bytes:
    if len(text) > LONGEST_LEAF:
        raise NotAllowed(f"an entry has at most {LONGEST_LEAF} bytes, not {len(text)}")
    return text
