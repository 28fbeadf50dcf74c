"""Atom feeds (RFC 4287): what is new, for those who follow from elsewhere."""

import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
MEDIA_TYPE = "application/atom+xml; charset=utf-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing of a feed. `key` is its identity for good, whatever becomes of its address."""

    key: uuid.UUID
    title: str
    url: str
    at: datetime
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What a feed is called, where it is, the page it follows and who speaks."""

    title: str
    subtitle: str
    author: str
    url: str
    page: str


def written(feed: Feed, items: Iterable[Item]) -> bytes:
    """The feed as XML. Characters that XML cannot carry are left out."""
    made = Atom1Feed(
        title=_clean(feed.title),
        subtitle=_clean(feed.subtitle),
        description="",
        link=feed.page,
        feed_url=feed.url,
        feed_guid=uuid.uuid5(uuid.NAMESPACE_URL, feed.url).urn,
        author_name=_clean(feed.author),
        language=get_language() or "fr",
    )
    for one in items:
        made.add_item(
            title=_clean(one.title),
            link=one.url,
            description=_clean(one.summary),
            unique_id=one.key.urn,
            pubdate=one.at,
            updateddate=one.at,
        )
    return made.writeString("utf-8").encode()


def _clean(text: str) -> str:
    return NOT_XML.sub("", text)
