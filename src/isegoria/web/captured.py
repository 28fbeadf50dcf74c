"""A picture or a voice of the room, given to those who may read it: shown or played, never a page."""

import io
import logging
import re

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase

from isegoria.convention.sessions.captures import Capture
from isegoria.web import errors
from isegoria.web.attached import SANDBOX

PARTIAL, BEYOND = 206, 416
RANGE = re.compile(r"bytes=(\d{0,12})-(\d{0,12})")
logger = logging.getLogger("isegoria")


def played(request: HttpRequest, capture: Capture) -> HttpResponseBase:
    """The whole file, or the part that a player asks for: some play nothing otherwise."""
    try:
        with capture.file.open("rb") as kept:
            content = kept.read()
    except FileNotFoundError:
        logger.error("a stored file is missing: %s", capture.file.name)  # noqa: TRY400 -- no trace
        return errors.lost_file(request, str(capture))
    first, last = _asked(request.headers.get("Range", ""), len(content))
    if first > last:
        refused = HttpResponse(status=BEYOND)
        refused["Content-Range"] = f"bytes */{len(content)}"
        return refused
    part = content[first : last + 1]
    answer = FileResponse(
        io.BytesIO(part),
        content_type=capture.media_type,
        headers={
            "Content-Security-Policy": SANDBOX,
            "Content-Disposition": "inline",
            "Content-Length": str(len(part)),
            "Accept-Ranges": "bytes",
            "Cache-Control": "private, no-cache",
        },
    )
    if len(part) < len(content):
        answer.status_code = PARTIAL
        answer["Content-Range"] = f"bytes {first}-{last}/{len(content)}"
    return answer


def _asked(said: str, size: int) -> tuple[int, int]:
    """The first and the last byte wanted; all of them when nothing we understand is asked."""
    found = RANGE.fullmatch(said)
    if not found or not any(found.groups()):
        return 0, size - 1
    first, last = found.groups()
    if not first:
        return max(0, size - int(last)), size - 1
    return int(first), min(int(last or size), size - 1)
