"""The papers as PDF: tagged, titled, in their language, conforming to PDF/UA-1."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.viewer import Viewer
from isegoria.web.papers.content import Content, content

HERE = Path(__file__).parent
NARROW = "\N{NARROW NO-BREAK SPACE}"  # the face has no glyph for it


def leaflet(convention: Convention, viewer: Viewer) -> bytes:
    """An A4 sheet to fold in two."""
    return as_paper("leaflet", content(convention, viewer))


def poster(convention: Convention, viewer: Viewer) -> bytes:
    """An A4 poster."""
    return as_paper("poster", content(convention, viewer))


def card(convention: Convention, viewer: Viewer) -> bytes:
    """An A5 invitation card."""
    return as_paper("card", content(convention, viewer))


def as_paper(paper: str, said: Content) -> bytes:
    text = json.dumps(said, ensure_ascii=False, sort_keys=True).replace(
        NARROW, "\N{NO-BREAK SPACE}"
    )
    return set_in_type(paper, text)


@lru_cache(maxsize=64)
def set_in_type(paper: str, said: str) -> bytes:
    """Set once for the same words, which give the same bytes: a new act changes the words."""
    try:
        return _set(paper, said, standards=["ua-1"])
    except typst.TypstError:  # a letter that our face has not: the standard forbids to leave it out
        return _set(paper, said, standards=[])


def _set(paper: str, said: str, *, standards: Any) -> bytes:
    made = typst.compile(
        str(HERE / "typst" / f"{paper}.typ"),
        root=str(HERE / "typst"),
        font_paths=[str(HERE / "fonts")],
        ignore_system_fonts=bool(standards),
        sys_inputs={"data": said},
        format="pdf",
        pdf_standards=standards,
    )
    return bytes(made)
