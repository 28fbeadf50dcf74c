"""What a page says, as a test compares it."""

from django.http import HttpResponseBase


def said(answer: HttpResponseBase) -> str:
    """The page's text; a no-break space is a space to whoever reads."""
    return answer.content.decode().replace("\u00a0", " ").replace("\u202f", " ")  # type: ignore[attr-defined]
