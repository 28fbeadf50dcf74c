"""Links that carry something which the address must not show: encrypted, dated, for one purpose."""

import base64
import hashlib
import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings


def sealed(purpose: str, said: Mapping[str, str], *, at: datetime) -> str:
    """A token that only this site can open, for this purpose, as long as its opener allows."""
    made = _fernet(settings.SECRET_KEY, purpose).encrypt_at_time(
        json.dumps(dict(said)).encode(), int(at.timestamp())
    )
    return made.decode().rstrip("=")


def opened(
    purpose: str, token: str, *, at: datetime, life: timedelta | None = None
) -> dict[str, str]:
    """What a token says; nothing when it is not ours, is for another purpose, or is too old."""
    text = (token + "=" * (-len(token) % 4)).encode()
    fernet = _fernet(settings.SECRET_KEY, purpose)
    try:
        if life is None:
            return dict(json.loads(fernet.decrypt(text)))
        seconds, moment = int(life.total_seconds()), int(at.timestamp())
        return dict(json.loads(fernet.decrypt_at_time(text, seconds, moment)))
    except InvalidToken:
        return {}


@lru_cache(maxsize=16)
def _fernet(secret: str, purpose: str) -> Fernet:
    key = hashlib.sha256(f"isegoria token\0{purpose}\0{secret}".encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
