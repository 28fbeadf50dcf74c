"""The only place in the pages that reads the clock. A demo stands still at its stage's day."""

import json
from datetime import datetime, timedelta
from functools import lru_cache

from django.conf import settings
from django.utils import timezone


def now() -> datetime:
    """The instant at which the request is answered, in UTC."""
    return timezone.now() + offset()


@lru_cache(maxsize=1)
def offset() -> timedelta:
    """How far the stage's clock is from the real one; zero outside a demo."""
    kept = settings.DATA_DIR / "stage.json"
    if not settings.DEMO or not kept.exists():
        return timedelta()
    return timedelta(seconds=json.loads(kept.read_text()).get("offset_seconds", 0))
