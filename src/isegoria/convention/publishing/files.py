"""Files that somebody deposits: what they are is read in their bytes, never in their name.

Nothing here trusts the sender. An accepted file is one of a short list of kinds, carries no
program that we can see, and is stored under a name of ours. Pictures are drawn again, which
leaves out whatever else their bytes held.
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass

from isegoria.convention.publishing import archives, pictures, recordings, writings
from isegoria.convention.publishing.refusing import Read, RefusedFile

LARGEST = 20 * 1024 * 1024
LONGEST_NAME = 80
LONGEST_SIDE = 1600  # points of a picture taken in the room: a screen shows no more
NOT_ACCEPTED = (
    (b"<svg", "svg"),
    (b"<!doctype html", "page"),
    (b"<html", "page"),
    (b"<script", "page"),
    (b"<?php", "program"),
    (b"mz", "program"),
    (b"\x7felf", "program"),
    (b"#!", "program"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """A file as it will be kept: our name for people, its kind, its bytes and their digest."""

    name: str
    media_type: str
    content: bytes
    sha256: str

    @property
    def size(self) -> int:
        return len(self.content)

    @property
    def stored_name(self) -> str:
        """A name on disk that says nothing and cannot clash with another content."""
        return f"{self.sha256[:40]}.{self.name.rpartition('.')[2]}"


def examine(name: str, content: bytes) -> Accepted:
    """The file as it may be kept. Raises RefusedFile, whose code says why not."""
    if not content:
        raise RefusedFile("empty")
    if len(content) > LARGEST:
        raise RefusedFile("large", limit=LARGEST // (1024 * 1024))
    kept, kind = _read(name, content)
    _check_extension(name, kind.extensions, kind.label)
    return Accepted(
        name=clean_name(name, kind.extensions[0]),
        media_type=kind.media_type,
        content=kept,
        sha256=hashlib.sha256(kept).hexdigest(),
    )


def examine_picture(content: bytes) -> Accepted:
    """A picture taken in the room, drawn again. Raises RefusedFile, whose code says why not."""
    if not content:
        raise RefusedFile("empty")
    if len(content) > LARGEST:
        raise RefusedFile("large", limit=LARGEST // (1024 * 1024))
    if not pictures.announced(content):
        _check_marks(content)
        raise RefusedFile("not_a_picture")
    kept, kind = pictures.drawn_again(content, longest=LONGEST_SIDE)
    return Accepted(
        name=f"image.{kind.extensions[0]}",
        media_type=kind.media_type,
        content=kept,
        sha256=hashlib.sha256(kept).hexdigest(),
    )


def clean_name(name: str, extension: str) -> str:
    """Letters, digits, dashes: no path, no hidden or reversed character, one extension, ours."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    stem = last.rpartition(".")[0] or last
    stem = re.sub(r"[^\w-]+", "-", stem).strip("-_")[:LONGEST_NAME].strip("-_")
    if not stem or re.fullmatch(r"(?i)con|prn|aux|nul|com\d|lpt\d", stem):
        stem = f"document-{stem}".strip("-")
    return f"{stem}.{extension}"


def _read(name: str, content: bytes) -> Read:
    """What the first bytes announce decides who reads the rest."""
    if content.startswith(b"%PDF-"):
        return writings.pdf(content)
    if content.startswith(b"PK"):
        return archives.office(content)
    if pictures.announced(content):
        return pictures.drawn_again(content)
    if recordings.announced(content):
        return recordings.mp3(content)
    _check_marks(content)
    return writings.text(content, _extension(name))


def _check_marks(content: bytes) -> None:
    """Refuse what may hold a program, and say so."""
    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for mark, code in NOT_ACCEPTED:
        if start.startswith(mark) or (mark.startswith(b"<") and mark in start):
            raise RefusedFile(code)


def _check_extension(name: str, extensions: tuple[str, ...], label: str) -> None:
    given = _extension(name)
    if given and given not in extensions:
        raise RefusedFile("extension", extension=given[:12], kind=label)


def _extension(name: str) -> str:
    return name.rpartition(".")[2].lower().strip() if "." in name else ""
