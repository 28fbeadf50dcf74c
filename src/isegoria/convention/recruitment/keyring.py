"""One key a person, kept outside the database, so that destroying it forgets them everywhere.

A backup of the database holds what was said of a person, but not the key. Once the file of the
key is gone, no copy of the database, however old, can be read. Keys are mixed with the site's
own, so that neither a stolen database nor a stolen keyring is enough.
"""

import base64
import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings

from isegoria.convention.journal import book

FOLDER = "keyring"


def seal(person: UUID, what: Mapping[str, Any]) -> str:
    """What is said of a person, as one unreadable word. Their key is made the first time."""
    text = json.dumps(what, ensure_ascii=False, separators=(",", ":"))
    return _fernet(_key(person) or _made(person)).encrypt(text.encode()).decode()


def opened(person: UUID, word: str) -> dict[str, Any]:
    """What was said; nothing once the person is forgotten."""
    key = _key(person)
    if not word or key is None:
        return {}
    try:
        return dict(json.loads(_fernet(key).decrypt(word.encode())))
    except InvalidToken:
        return {}


def forget(person: UUID) -> None:
    """Destroy the key. Forgetting twice is forgetting."""
    _path(person).unlink(missing_ok=True)


def drawn(count: int) -> bytes:
    """Random bytes, from where the journal's salts come: a demonstration draws its own from a
    seed, and has no secrets."""
    draw = book.SALT.get()
    found = b""
    while len(found) < count:
        found += draw()
    return found[:count]


def mark(convention: UUID, kind: str, text: str) -> str:
    """A keyed digest: the same text twice is seen to be the same, and nothing else is learnt."""
    said = f"{settings.SECRET_KEY}\0{convention}\0{kind}\0{text}"
    return hashlib.sha256(said.encode()).hexdigest()


def keyed(holder: UUID, texts: Iterable[str]) -> list[str]:
    """A digest of each text under the key of this holder: once it is forgotten, nobody can make
    them again, nor tell of what they were, in no copy."""
    key = _key(holder) or _made(holder)
    secret = hashlib.sha256(b"isegoria mark\x00" + settings.SECRET_KEY.encode() + key).digest()
    return [hmac.new(secret, text.encode(), hashlib.sha256).hexdigest() for text in texts]


def _path(person: UUID) -> Path:
    name = person.hex
    return Path(settings.DATA_DIR) / FOLDER / name[:2] / name


def _key(person: UUID) -> bytes | None:
    try:
        return _path(person).read_bytes()
    except FileNotFoundError:
        return None


def _made(person: UUID) -> bytes:
    """A new key, on the disk before anything is written with it."""
    path = _path(person)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    key = secrets.token_bytes(32)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:  # made meanwhile by another request
        return path.read_bytes()
    with os.fdopen(handle, "wb") as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())
    return key


def _fernet(key: bytes) -> Fernet:
    mixed = hashlib.sha256(b"isegoria person\x00" + settings.SECRET_KEY.encode() + key).digest()
    return Fernet(base64.urlsafe_b64encode(mixed))
