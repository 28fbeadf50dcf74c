"""Public pages, kept whole for everybody who is nobody in particular.

A page is kept only if it was made for an anonymous GET and set no cookie, and is served only to
an anonymous GET in the same language. Any act anywhere in the journal empties the shelf.
"""

import gzip
import hashlib
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request

from isegoria.convention.journal.queries import acts_done

LIFE_SECONDS = 60
LOOK_SECONDS = 1
LARGEST_PAGE = 300_000
MOST_PAGES = 500
KEPT_HEADERS = (
    "Content-Type",
    "Content-Language",
    "Content-Disposition",
    "Last-Modified",
    "Permissions-Policy",
)


@dataclass(frozen=True, slots=True)
class Kept:
    body: bytes
    squeezed: bytes
    headers: dict[str, str]
    etag: str
    until: float


class PublicPages:
    """Middleware. One shelf a process."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.shelf: OrderedDict[tuple[str, ...], Kept] = OrderedDict()
        self.generation = -1
        self.looked = float("-inf")
        self.answers = True

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not _is_anybody(request):
            return _squeezed(request, self.get_response(request))
        reads = self._empty_if_stale()
        where = (request.scheme or "", request.get_host(), request.get_full_path())
        key = (*where, get_language_from_request(request))
        kept = self.shelf.get(key)
        if kept is None or (reads and kept.until < time.monotonic()):
            generation = self.generation
            response = self.get_response(request)
            kept = self._keep(key, response, generation)
            if kept is None:
                return _squeezed(request, response)
        return _served(request, kept)

    def _empty_if_stale(self) -> bool:
        """Whether the database answers. While it does not, what is kept is shown."""
        if (moment := time.monotonic()) - self.looked < LOOK_SECONDS:
            return self.answers
        self.looked = moment
        try:
            generation = acts_done()
        except (OperationalError, InterfaceError):
            self.answers = False
            return False
        self.answers = True
        if generation != self.generation:
            self.generation = generation
            self.shelf.clear()
        return True

    def _keep(
        self, key: tuple[str, ...], response: HttpResponseBase, generation: int
    ) -> Kept | None:
        """Keep a page, unless an act was done while it was made."""
        if not _is_for_everybody(response) or generation != self.generation:
            return None
        assert isinstance(response, HttpResponse)  # noqa: S101 -- narrows
        body = response.content
        kept = Kept(
            body=body,
            squeezed=gzip.compress(body, 6, mtime=0),
            headers={name: response[name] for name in KEPT_HEADERS if name in response},
            etag=f'"{hashlib.sha256(body).hexdigest()[:24]}"',
            until=time.monotonic() + LIFE_SECONDS,
        )
        self.shelf[key] = kept
        while len(self.shelf) > MOST_PAGES:
            self.shelf.popitem(last=False)
        return kept


def _is_anybody(request: HttpRequest) -> bool:
    return (
        request.method in {"GET", "HEAD"}
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and settings.CSRF_COOKIE_NAME not in request.COOKIES
        and "messages" not in request.COOKIES
        and "Authorization" not in request.headers
    )


def _is_for_everybody(response: HttpResponseBase) -> bool:
    return (
        isinstance(response, HttpResponse)
        and response.status_code == 200
        and not response.cookies
        and "no-store" not in response.get("Cache-Control", "")
        and not getattr(response, "frames", "")
        and len(response.content) <= LARGEST_PAGE
    )


def _served(request: HttpRequest, kept: Kept) -> HttpResponse:
    same = request.headers.get("If-None-Match") == kept.etag
    zipped = not same and "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(
        b"" if same else kept.squeezed if zipped else kept.body, status=304 if same else 200
    )
    for name, value in kept.headers.items():
        response[name] = value
    response["ETag"] = kept.etag
    response["Cache-Control"] = "no-cache"
    response["Vary"] = "Cookie, Accept-Language, Accept-Encoding"
    if zipped:
        response["Content-Encoding"] = "gzip"
    return response


def _squeezed(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Compress a page made for one person. Its CSRF token is masked anew each time (BREACH)."""
    if (
        isinstance(response, HttpResponse)
        and len(response.content) > 800
        and response.get("Content-Type", "").startswith(("text/", "application/json"))
        and not response.has_header("Content-Encoding")
        and "gzip" in request.headers.get("Accept-Encoding", "")
    ):
        response.content = gzip.compress(response.content, 4, mtime=0)
        response["Content-Length"] = str(len(response.content))
        patch_vary_headers(response, ["Accept-Encoding"])
        response["Content-Encoding"] = "gzip"
    response.headers.setdefault("Cache-Control", "private, no-cache")
    return response
