"""A file that was deposited, given back: always to be saved, never shown inside our pages."""

import logging

from django.http import FileResponse, HttpRequest, HttpResponseBase

from isegoria.convention.publishing.models import Version
from isegoria.web import errors

SANDBOX = "default-src 'none'; sandbox"
logger = logging.getLogger("isegoria")


def attached(request: HttpRequest, version: Version) -> HttpResponseBase:
    """The file of this version; a page that says so when it is no longer where it was stored."""
    name = version.file_name or f"{version.document.slug}-v{version.number}"
    try:
        kept = version.file.open("rb")
    except FileNotFoundError:
        logger.error("a stored file is missing: %s", version.file.name)  # noqa: TRY400 -- no trace
        return errors.lost_file(request, name)
    return FileResponse(
        kept,
        as_attachment=True,
        filename=name,
        content_type=version.media_type or "application/octet-stream",
        headers={
            "Content-Security-Policy": SANDBOX,
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-cache",
        },
    )
