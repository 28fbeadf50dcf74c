"""A file on its way from its upload to the act that it serves: encrypted, for an hour, then gone.

The key of each file is its own and is kept nowhere here: it travels in the page of whoever sent
the file. What is on the disk is therefore unreadable, in a backup too, to whoever has not that
page; after an hour the page no longer opens it, and the next visit, or the next start, removes it.
"""

import os
import secrets
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings

FOLDER = "passing"
LIFE = timedelta(hours=1)


def keep(content: bytes, at: datetime) -> str:
    """Keep this for an hour; the word that opens it."""
    sweep(at)
    key, name = Fernet.generate_key(), f"{int(at.timestamp())}-{secrets.token_hex(16)}"
    path = _folder() / name
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(Fernet(key).encrypt_at_time(content, int(at.timestamp())))
    return f"{name}.{key.decode()}"


def opened(word: str, at: datetime) -> bytes | None:
    """What was kept; nothing when it has been used, is too old, or the word is not ours."""
    name, _, key = word.partition(".")
    path = _path(name)
    if path is None:
        return None
    try:
        kept = path.read_bytes()
        seconds, moment = int(LIFE.total_seconds()), int(at.timestamp())
        return Fernet(key.encode()).decrypt_at_time(kept, seconds, moment)
    except (OSError, ValueError, InvalidToken):
        return None


def taken(word: str) -> bool:
    """Remove it. Of two who do it at once, one is told True."""
    path = _path(word.partition(".")[0])
    try:
        if path is not None:
            path.unlink()
    except FileNotFoundError:
        return False
    return path is not None


def sweep(at: datetime | None = None) -> None:
    """Remove what is older than an hour; without an instant, everything."""
    for path in _folder().glob("*-*"):
        if at is None or not _is_young(path.name, at):
            path.unlink(missing_ok=True)


def _is_young(name: str, at: datetime) -> bool:
    said = name.partition("-")[0]
    kept = datetime.fromtimestamp(int(said), UTC) if said.isdecimal() else None
    return kept is not None and abs(at - kept) <= LIFE


def _path(name: str) -> Path | None:
    """Where it is kept; None for what could not be a name of ours."""
    return _folder() / name if name.replace("-", "").isalnum() else None


def _folder() -> Path:
    return Path(settings.DATA_DIR) / FOLDER
