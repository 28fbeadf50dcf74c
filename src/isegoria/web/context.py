"""What every template may know."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from isegoria.web import clock


def site(request: HttpRequest) -> dict[str, Any]:
    return {
        "viewer": getattr(request, "viewer", None),
        "convention": getattr(request, "convention", None),
        "demo": settings.DEMO,
        "now": clock.now(),
        "public_url": settings.PUBLIC_URL,
        "source_url": settings.SOURCE_URL,
    }
