"""How often one place may send a form. Addresses are kept only as digests, and for an hour."""

import hashlib
import ipaddress

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

HOUR = 3600


def too_often(what: str, who: str, *, at_most: int, seconds: int = HOUR) -> bool:
    """Count one more try; True once there were more than `at_most` in that time."""
    key = _key(what, who)
    if cache.add(key, 1, seconds):
        return at_most < 1
    try:
        return cache.incr(key) > at_most
    except ValueError:  # it expired between the two
        cache.set(key, 1, seconds)
        return at_most < 1


def is_over(what: str, who: str, *, at_most: int) -> bool:
    """Whether there were more than `at_most` tries already. Counts nothing."""
    return int(cache.get(_key(what, who), 0)) > at_most


def network_address(request: HttpRequest) -> str:
    """Where the request comes from; behind a proxy, what the proxy itself says of it.

    A subscriber of IPv6 has a whole network of 2⁶⁴ addresses: it counts as one.
    """
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.BEHIND_PROXY else ""
    said = forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")
    try:
        address = ipaddress.ip_address(said)
    except ValueError:
        return str(said)
    return str(address if address.version == 4 else ipaddress.ip_network((said, 64), strict=False))


def _key(what: str, who: str) -> str:
    return hashlib.sha256(f"{settings.SECRET_KEY}\0{what}\0{who}".encode()).hexdigest()
