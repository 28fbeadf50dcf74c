"""A published text on paper: its words, who published it and when, and the record at that moment."""

from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override
from markdown_it.tree import SyntaxTreeNode

from isegoria.convention.journal.queries import head_after
from isegoria.convention.publishing.models import Version
from isegoria.web.dates import say_known_day, say_short_day
from isegoria.web.markdown import tree
from isegoria.web.papers.content import ACCENT, Content, absolute, shown
from isegoria.web.papers.leaflet import as_paper
from isegoria.web.ui.contrast import readable

DIGITS = 12


def text(version: Version) -> bytes:
    """An A4 document, tagged, in its own language."""
    with override(version.document.language):
        return as_paper("text", content(version))


def content(version: Version) -> Content:
    document, here = version.document, version.document.convention
    url = absolute("public:version", here, document.slug, version.number)
    return {
        "title": version.title,
        "author": here.commissioner,
        "description": version.summary or version.title,
        "lang": document.language,
        "content_lang": document.language,
        "accent": here.accent if readable(here.accent) else ACCENT,
        "kind": str(document.get_kind_display()),
        "convention": here.title,
        "summary": version.summary,
        "fictional": _("Données fictives") if document.fictional else "",
        "facts": _facts(version),
        "body": [_node(one) for one in tree(version.body).children],
        "notice": here.notice,
        "record": _record(version),
        "url": url,
        "shown": shown(url),
    }


def _facts(version: Version) -> str:
    day = version.known_by
    dated = say_known_day(day, version.precision) if day else ""
    numbered = _("version %(number)s") % {"number": version.number}
    zone = version.document.convention.zone
    since = version.published_at
    said = _("publié le %(day)s")
    public = said % {"day": say_short_day(since.astimezone(zone).date())} if since else ""
    return " · ".join(one for one in (dated, numbered, public) if one)


def _record(version: Version) -> str:
    found = _head(version.reference)
    if found is None:
        return ""
    size, digits = found
    return _(
        "Registre des actes au moment de la publication\u00a0: %(size)s actes, empreinte"
        " %(digits)s… Elle se vérifie sur le site."
    ) % {"size": size, "digits": digits}


@lru_cache(maxsize=256)
def _head(reference: str) -> tuple[int, str] | None:
    """What was recorded does not change: it is computed once."""
    found = head_after(reference, "version.publish")
    return (found[0], found[1].hex()[:DIGITS]) if found else None


def _node(one: SyntaxTreeNode) -> dict[str, Any]:
    """One element of a text and what it holds, as plain values."""
    said: dict[str, Any] = {"is": one.type, "holds": [_node(inner) for inner in one.children]}
    if one.type == "heading":
        said["level"] = int(one.tag[1])
    if one.type in {"text", "code_inline", "fence", "code_block", "html_inline", "html_block"}:
        said["text"] = one.content
    if one.type == "link":
        said["url"] = str(one.attrs.get("href", ""))
    if one.type == "image":
        said["text"] = "".join(inner.content for inner in one.children) or one.content
    return said
