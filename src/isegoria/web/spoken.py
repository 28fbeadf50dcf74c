"""What a city wrote, on a page in another language: its own language is said around it."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language

register = template.Library()


@register.filter
def spoken(text: object, language: str) -> str:
    """`{{ convention.title|spoken:convention.language }}`: marked when the reader's differs."""
    said = text if isinstance(text, str) else str(text or "")
    if not said or not language or language == reader_s():
        return said
    return format_html('<span lang="{}">{}</span>', language, said)


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
