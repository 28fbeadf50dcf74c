"""What no page takes: a body without measure, a character that no text holds.

Looked at before anything reads the request's body. A body may come as slowly as its sender likes,
so it is waited for by some threads only: the others go on showing pages.
"""

import io
from collections.abc import Callable
from threading import BoundedSemaphore
from typing import BinaryIO

from django.core.exceptions import RequestDataTooBig
from django.core.handlers.wsgi import WSGIRequest
from django.http import Http404, HttpRequest, HttpResponseBase

from isegoria.convention.publishing.files import LARGEST
from isegoria.web.errors import Busy

MIB = 1024 * 1024
AROUND_A_FILE, FOR_ANYBODY = 2 * MIB, MIB
READERS = BoundedSemaphore(4)  # of the eight threads of cli/child.py
A_WHILE = 1.0  # second: forms sent together pass one after the other; the slow ones are not awaited


class Bounds:
    """Middleware: after who is known, before the form's token is looked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if "\0" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            raise Http404
        sent = _sent(request)
        if sent > FOR_ANYBODY and sent > _most(request):
            raise RequestDataTooBig
        if sent and isinstance(request, WSGIRequest):
            request._stream = _arrived(request._stream)  # noqa: SLF001
        return self.get_response(request)


def _most(request: HttpRequest) -> int:
    return LARGEST + AROUND_A_FILE if request.user.is_authenticated else FOR_ANYBODY


def _sent(request: HttpRequest) -> int:
    said = str(request.META.get("CONTENT_LENGTH") or "0")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 16 else 0


def _arrived(stream: BinaryIO) -> BinaryIO:
    """The whole body, once it is there. Raises Busy if too many are awaited for long, or it is cut."""
    if not READERS.acquire(timeout=A_WHILE):
        raise Busy
    try:
        return io.BytesIO(stream.read())
    except OSError as gone:
        raise Busy from gone
    finally:
        READERS.release()
