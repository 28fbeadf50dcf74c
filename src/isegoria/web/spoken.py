"""What a city wrote, on a page in another language: its rendering when there is one, else the text
itself, with its own language said around it."""

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from functools import cache, partial
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language

from isegoria.convention.mandate.models import Convention
from isegoria.convention.mandate.renderings import headlines, renderings_of

register = template.Library()
Renderings = Callable[[], Mapping[str, str]]
RENDERINGS: ContextVar[Renderings] = ContextVar("renderings", default=dict)


def speak_of(convention: Convention | None) -> None:
    """From here on, pages say this convention; its renderings are read if a page needs one."""
    found = partial(renderings_of, convention) if convention else headlines
    RENDERINGS.set(cache(lambda: found(reader_s())))


@register.filter
def spoken(text: object, language: str) -> str:
    """`{{ convention.title|spoken:convention.language }}`: marked when the reader's differs."""
    said = _plain(text)
    if not said or not language or language == reader_s():
        return said
    known = _rendering(said)
    return format_html('<span lang="{}">{}</span>', language, said) if known is None else known


@register.filter
def rendered(text: object, language: str) -> str:
    """The same, without a mark: for where none can stand."""
    said = _plain(text)
    if not said or not language or language == reader_s():
        return said
    return _rendering(said) or said


@register.filter
def told(one: Any, language: str) -> str:
    """`{{ told|told:convention.language }}`: the sentence is the reader's, what it names is not."""
    sentence, about = str(one.sentence), str(one.about)
    before, found, after = sentence.partition(about) if about else (sentence, "", "")
    if not found:
        return sentence
    return format_html("{}{}{}", before, spoken(found, one.language or language), after)


@register.simple_tag
def reader_s() -> str:
    """The reader's language, without its country."""
    return (get_language() or "fr")[:2]


def _plain(text: object) -> str:
    return text if isinstance(text, str) else str(text or "")


def _rendering(said: str) -> str | None:
    known = RENDERINGS.get()()
    if said in known:
        return known[said]
    parts = said.split(", ")  # a list of domains is said as one text
    return ", ".join(known[one] for one in parts) if all(one in known for one in parts) else None
