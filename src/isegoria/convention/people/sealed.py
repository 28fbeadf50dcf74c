"""Text that the database, its backups and its administrator cannot read without the site's key."""

import base64
import hashlib
from functools import lru_cache
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.db import models
from django.utils.translation import gettext


class SealedText(models.TextField):  # type: ignore[type-arg]
    """A text encrypted on its way to the database. It cannot be searched or compared there."""

    def get_prep_value(self, value: Any) -> Any:
        return _fernet(settings.SECRET_KEY).encrypt(value.encode()).decode() if value else ""

    def from_db_value(self, value: str | None, *_: Any) -> str:
        try:
            return _fernet(settings.SECRET_KEY).decrypt(value.encode()).decode() if value else ""
        except InvalidToken:
            return gettext("⟨illisible : la clé du site a changé⟩")


@lru_cache(maxsize=4)
def _fernet(secret: str) -> Fernet:
    key = hashlib.sha256(b"isegoria sealed text\x00" + secret.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
