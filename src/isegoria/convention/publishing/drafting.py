"""Texts as those who work on them see them: drafts, versions, round tables."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Case, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.publishing.models import Document, Version
from isegoria.core.texts import wanted_words

UNDER_WAY = ("draft", "validated")
ORDER = {
    "recent": ("rank", "-recorded_at"),
    "title": ("title", "pk"),
    "kind": ("document__kind", "title"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What somebody looks for in the list of documents."""

    words: str = ""
    state: str = ""
    kind: str = ""
    sort: str = "recent"


def desk_documents(convention: Convention, viewer: Viewer, wanted: Wanted) -> QuerySet[Version]:
    """The newest version of each document; what is under way first. Office only."""
    newest = Version.objects.filter(document=OuterRef("document")).order_by("-number")
    found = Version.objects.filter(
        document__convention=convention, pk=Subquery(newest.values("pk")[:1])
    ).select_related("document")
    for word in wanted_words(wanted.words):
        found = found.filter(Q(searched__contains=word) | Q(document__slug__contains=word))
    found = found.filter(state=wanted.state) if wanted.state else found
    found = found.filter(document__kind=wanted.kind) if wanted.kind else found
    rank = Case(
        When(state__in=UNDER_WAY, then=Value(0)), default=Value(1), output_field=IntegerField()
    )
    ordered = found.annotate(rank=rank).order_by(*ORDER.get(wanted.sort, ORDER["recent"]))
    return ordered if viewer.in_office else ordered.none()


def version_at(convention: Convention, viewer: Viewer, key: UUID) -> Version | None:
    """Any version, whatever its state. Office only."""
    if not viewer.in_office:
        return None
    found = Version.objects.filter(document__convention=convention, pk=key)
    return found.select_related("document__convention").first()


def versions_of(document: Document, viewer: Viewer) -> list[Version]:
    """Every version of a document, the newest first. Office only."""
    found = (
        Version.objects.filter(document=document) if viewer.in_office else Version.objects.none()
    )
    return list(found.defer("body", "plain_body", "text_alternative").order_by("-number"))


def corrected_versions(convention: Convention) -> list[Version]:
    """What was changed after it was published: the current versions that replaced another."""
    earlier = Version.objects.filter(
        document=OuterRef("document"), number__lt=OuterRef("number"), published_at__isnull=False
    )
    found = Version.objects.filter(document__convention=convention, state="published", number__gt=1)
    found = found.annotate(first_published_at=Subquery(earlier.values("published_at")[:1]))
    found = found.filter(first_published_at__isnull=False).select_related("document")
    return list(found.order_by(F("published_at").desc()))


def address_taken(convention: Convention, slug: str, language: str) -> bool:
    return Document.objects.filter(convention=convention, slug=slug, language=language).exists()


def place_taken(convention: Convention, place: str, language: str) -> Document | None:
    """The document that the site already shows at this place, in this language."""
    found = Document.objects.filter(convention=convention, place=place, language=language)
    return found.first() if place else None
