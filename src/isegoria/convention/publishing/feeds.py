"""What was published lately, for those who follow from elsewhere."""

from collections.abc import Collection

from isegoria.convention.mandate.models import Convention
from isegoria.convention.publishing.library import best_language
from isegoria.convention.publishing.models import Kind, Version

NEWS = frozenset({Kind.NEWS})
TEXTS = frozenset(Kind) - {Kind.NEWS, Kind.PAGE}


def lately_published(
    convention: Convention, *, kinds: Collection[str], reading: str = "", limit: int = 50
) -> list[Version]:
    """The current versions of the documents of these kinds, newest first; all languages,
    or each document in the reader's when it has such a version. One query."""
    found = Version.objects.filter(
        document__convention=convention, document__kind__in=kinds, state="published"
    ).select_related("document")
    if reading:
        found = best_language(found, reading)
    return list(found.order_by("-published_at", "-pk")[:limit])
