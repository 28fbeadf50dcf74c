"""Addresses of pages, remembered: a page has dozens, and composing one costs more than keeping it."""

from functools import lru_cache
from typing import Any

from django import template
from django.urls import reverse

register = template.Library()


@lru_cache(maxsize=8192)
def address(name: str, *args: object) -> str:
    """The address of a page, by its name and what it is about."""
    return reverse(name, args=args)


@register.simple_tag(takes_context=True)
def at(context: dict[str, Any], name: str, *more: object) -> str:
    """`{% at "calendar" %}`: a public page of the convention that this page is about."""
    return address(f"public:{name}", context["convention"].slug, *more)


@register.simple_tag(name="page")
def page_address(name: str, *more: object) -> str:
    """`{% page "public:legal" %}`: any page, by its whole name."""
    return address(name, *more)
