"""A QR code as SVG: in a page, with words for whoever does not see it; or on paper."""

import io

import segno
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

INK, PAPER = "#16202e", "#ffffff"


def svg(url: str, *, title: str) -> SafeString:
    """For a page: it takes the width of what holds it, and is read as an image named `title`."""
    drawn = segno.make(url, error="m").svg_inline(
        border=3, omitsize=True, dark=INK, light=PAPER, svgclass="qr", lineclass=None
    )
    named = f'<svg role="img" aria-label="{conditional_escape(title)}" '
    return mark_safe(drawn.replace("<svg ", named, 1))  # noqa: S308 -- a matrix, and an escaped title


def svg_file(url: str) -> str:
    """For paper: without a margin, which the page around it gives."""
    kept = io.BytesIO()
    segno.make(url, error="q").save(
        kept, kind="svg", border=0, dark=INK, xmldecl=False, omitsize=True, lineclass=None
    )
    return kept.getvalue().decode()
