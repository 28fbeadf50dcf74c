"""What no page takes: a body without measure, a character that no text holds.

Looked at before anything reads the request's body, which Django would write to the disk.
"""

from collections.abc import Callable

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponseBase

from isegoria.convention.publishing.files import LARGEST

AROUND_A_FILE = 2 * 1024 * 1024
FOR_ANYBODY = 1024 * 1024


class Bounds:
    """Middleware: after who is known, before the form's token is looked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if "\0" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            raise Http404
        if (sent := _sent(request)) > FOR_ANYBODY:
            known = request.user.is_authenticated
            if sent > (LARGEST + AROUND_A_FILE if known else FOR_ANYBODY):
                raise RequestDataTooBig
        return self.get_response(request)


def _sent(request: HttpRequest) -> int:
    said = str(request.META.get("CONTENT_LENGTH") or "0")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 16 else 0
