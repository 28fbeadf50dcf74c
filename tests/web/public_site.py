"""What the tests of the public pages share: addresses, and forms sent as a person sends them."""

import re
import uuid
from datetime import timedelta

from django.core import signing
from django.urls import reverse

from isegoria.web import clock
from isegoria.web.public.forms import SALT

SLUG = "poitiers"
PAGES = [
    "convention",
    "mandate",
    "calendar",
    "gate",
    "documents",
    "news",
    "who",
    "recruitment",
    "rules",
    "journal",
    "guarantors",
    "follow",
    "receipt",
    "round_tables",
    "subscribe",
    "subscribe_sent",
    "subscribe_done",
    "invite",
    "search",
]


def at(name, *more, slug=SLUG):
    return reverse(f"public:{name}", args=[slug, *more])


def by_hand(**typed):
    """The hidden fields of a form that was shown a minute ago, with what a person typed."""
    shown = signing.dumps(int((clock.now() - timedelta(minutes=1)).timestamp()), salt=SALT)
    return {"once": str(uuid.uuid4()), "shown": shown, "site": "", **typed}


def heading(page):
    return re.search(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL)[1]
