"""What the feeds tell: texts that were published, acts that were done."""

import uuid
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from isegoria.convention.mandate.models import Convention
from isegoria.convention.publishing.models import Version
from isegoria.web.papers.atom import Item
from isegoria.web.papers.content import absolute
from isegoria.web.telling import Told

MOST = 50


def published(convention: Convention, versions: Iterable[Version]) -> Iterator[Item]:
    for one in versions:
        if one.published_at is not None:
            yield Item(
                key=one.pk,
                title=one.title,
                url=absolute("public:document", convention, one.document.slug),
                at=one.published_at,
                summary=one.summary,
            )


def acts(convention: Convention, told: Iterable[Told]) -> Iterator[Item]:
    """The entries that everybody may read."""
    for one in told:
        if not one.sealed:
            yield Item(
                key=uuid.uuid5(convention.pk, str(one.entry.position)),
                title=_("N° %(number)d. %(sentence)s")
                % {"number": one.entry.number, "sentence": one.sentence},
                url=absolute("public:entry", convention, one.entry.number),
                at=one.entry.at,
            )
