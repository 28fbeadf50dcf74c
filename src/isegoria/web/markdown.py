"""Markdown to HTML, for every text that somebody writes: the only way.

CommonMark and tables. Raw HTML is shown as text; what is made passes an allow-list; headings
start at h2, since a page has its own h1, and skip no level; nothing is fetched from elsewhere.
"""

from collections.abc import MutableMapping, Sequence
from functools import lru_cache
from typing import Any

import nh3
from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

register = template.Library()
TAGS = {
    *("h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "blockquote", "pre", "code", "em", "strong"),
    *("ul", "ol", "li", "a", "img", "div", "table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {
    "a": {"href", "title", "hreflang"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "th": {"scope"},
    "div": {"class", "tabindex", "role"},
    "table": {"class"},
}
SCHEMES = {"http", "https", "mailto", "tel"}


@lru_cache(maxsize=512)
def html(text: str, start: int = 2) -> SafeString:
    """The HTML of a text; its highest heading becomes h`start`."""
    made = _PARSER.render(text, {"start": start})
    return SafeString(
        nh3.clean(made, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="noopener")
    )


def tree(text: str) -> SyntaxTreeNode:
    """What the text is made of, for those who set it otherwise than in HTML; same headings."""
    return SyntaxTreeNode(_PARSER.parse(text, {"start": 2}))


def plain(text: str) -> str:
    """The words alone, for a summary, a feed or a search."""
    blocks = (token for token in _PARSER.parse(text) if token.type in {"inline", "fence"})
    return "\n".join(_words(token) for token in blocks).strip()


@register.filter
def markdown(text: str, start: int = 2) -> SafeString:
    """`{{ version.body|markdown }}`."""
    return html(text or "", start)


@register.filter
def words(text: str) -> str:
    """`{{ version.body|words }}`."""
    return plain(text or "")


def _words(token: Token) -> str:
    if not token.children:
        return token.content
    return "".join(
        " " if child.type in {"softbreak", "hardbreak"} else child.content
        for child in token.children
    )


def _shift_headings(state: StateCore) -> None:
    """The first level used becomes h2 and each level is at most one below the one before."""
    headings = [token for token in state.tokens if token.type.startswith("heading_")]
    if not headings:
        return
    start = int(state.env.get("start", 2))
    highest, before = min(int(token.tag[1]) for token in headings), start - 1
    for token in headings:
        if token.type == "heading_open":
            before = min(int(token.tag[1]) - highest + start, before + 1, 6)
        token.tag = f"h{before}"


def _table_open(*_: Any) -> str:
    return '<div class="table-wrap" tabindex="0" role="group"><table class="table">\n'


def _table_close(*_: Any) -> str:
    return "</table></div>\n"


def _column_heading(*_: Any) -> str:
    return '<th scope="col">'


def _image(
    _renderer: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    _options: object,
    _env: MutableMapping[str, Any],
) -> str:
    """One of ours is shown; one from elsewhere is a link that says what it is."""
    source, said = str(tokens[index].attrs.get("src", "")), escape(tokens[index].content)
    if source.startswith("/") and not source.startswith("//"):
        return f'<img src="{escape(source)}" alt="{said}">'
    return f'<a href="{escape(source)}">{said or escape(source)}</a>'


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.core.ruler.push("shift_headings", _shift_headings)
    parser.add_render_rule("table_open", _table_open)
    parser.add_render_rule("table_close", _table_close)
    parser.add_render_rule("th_open", _column_heading)
    parser.add_render_rule("image", _image)
    return parser


_PARSER = _parser()
