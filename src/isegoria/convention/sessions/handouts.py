"""What members are given to read for a session: a document of the library, such as the training
booklet. It is public at the very moment at which they get it, since it is the same document."""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Prefetch, Q, QuerySet

from isegoria.convention.chartered import By, Chartered, chartered_states
from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.publishing.library import best_language, current_versions
from isegoria.convention.publishing.models import Document, Kind, Version
from isegoria.convention.sessions.models import Session

NOT_GIVEN = (Kind.PAGE, Kind.NEWS, Kind.MINUTES)
READABLE = ("draft", "validated", "published")


class Handout(Chartered):
    """One document, for one session."""

    KIND: ClassVar[str] = "handout"

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="handouts")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="handouts")
    given_at = models.DateTimeField(editable=False)

    class Meta:
        ordering = ["session", "given_at"]
        constraints = [
            chartered_states("handout"),
            models.UniqueConstraint(
                fields=["session", "document"],
                condition=Q(state="given"),
                name="a_document_is_given_once_a_session",
            ),
        ]

    def __str__(self) -> str:
        return str(self.document)

    def in_convention(self) -> Convention:
        return self.session.convention

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        same = self.document.convention_id == self.session.convention_id
        others = Handout.objects.filter(session=self.session, document=self.document, state="given")
        return {
            "of_the_convention": same
            and self.document.versions.filter(state__in=READABLE).exists(),
            "given_once": not others.exists(),
        }


def given_for(session: Session) -> list[Handout]:
    """What the team gave, the first first, with the newest version of each. Two queries."""
    newest = Prefetch("document__versions", queryset=Version.objects.order_by("-number"))
    found = Handout.objects.filter(session=session, state="given").select_related("document")
    return list(found.prefetch_related(newest).order_by("given_at", "pk"))


@dataclass(frozen=True, slots=True)
class Given:
    """A document as it is read, and how long before the session it could be read at first:
    days, negative once the session had begun."""

    version: Version
    days_before: int


def read_for(session: Session, *, reading: str) -> list[Given]:
    """What anybody reads of it, members like the public, in the reader's language. One query."""
    given = Handout.objects.filter(session=session, state="given").values("document__slug")
    found = current_versions(session.convention).filter(document__slug__in=given)
    since = Version.objects.filter(document=models.OuterRef("document"), published_at__isnull=False)
    first = models.Subquery(since.order_by("published_at").values("published_at")[:1])
    rows = best_language(found, reading).annotate(first=first).order_by("title", "pk")
    return [Given(one, (session.starts - one.first).days) for one in rows]


def handout_at(convention: Convention, key: UUID) -> Handout | None:
    found = Handout.objects.filter(session__convention=convention, pk=key)
    return found.select_related("session__convention", "document").first()


def to_give(convention: Convention, viewer: Viewer) -> QuerySet[Version]:
    """The newest version of each document that may be given: those of the office see drafts too."""
    states = READABLE if viewer.in_office else ("published",)
    found = Version.objects.filter(document__convention=convention, state__in=states)
    newer = Version.objects.filter(
        document=models.OuterRef("document"), state__in=states, number__gt=models.OuterRef("number")
    )
    found = found.filter(~models.Exists(newer)).exclude(document__kind__in=NOT_GIVEN)
    return found.select_related("document").order_by("title", "pk")
