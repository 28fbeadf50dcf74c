"""What the public reads: current versions, their history, and what stands where one was withdrawn."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, ExtractYear, TruncDate

from isegoria.convention.mandate.models import Convention
from isegoria.convention.publishing.models import Document, Kind, RoundTable, Version
from isegoria.core.texts import wanted_words

PUBLIC_STATES = ("published", "superseded", "withdrawn")
KNOWN_BY = Coalesce("dated", TruncDate("published_at"))
LIGHT = ("title", "summary", "dated", "precision", "published_at", "number", "plain_status")
HEAVY = ("body", "plain_body", "text_alternative", "searched")
SORTS: dict[str, tuple[Combinable | str, ...]] = {
    "date": (KNOWN_BY.desc(), "-pk"),
    "-date": (KNOWN_BY.asc(), "pk"),
    "title": ("title", "pk"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """A document as anybody may see it: its versions, the newest first, without the drafts."""

    document: Document
    versions: tuple[Version, ...]

    @property
    def current(self) -> Version | None:
        return next((one for one in self.versions if one.state == "published"), None)

    @property
    def latest(self) -> Version:
        """The version that stands for the document, even when its text was withdrawn."""
        return self.current or self.versions[0]

    def numbered(self, number: int) -> Version | None:
        return next((one for one in self.versions if one.number == number), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a reader of the library looks for."""

    kind: str = ""
    language: str = ""
    year: int | None = None
    words: str = ""
    sort: str = "date"


def shelved(convention: Convention, slug: str) -> list[Shelved]:
    """The documents of this address, one a language. One query."""
    found = Version.objects.filter(
        document__convention=convention, document__slug=slug, state__in=PUBLIC_STATES
    )
    versions: dict[Document, list[Version]] = defaultdict(list)
    for version in found.select_related("document").order_by("document__language", "-number"):
        versions[version.document].append(version)
    return [Shelved(document=one, versions=tuple(kept)) for one, kept in versions.items()]


def in_language(found: list[Shelved], language: str, fallback: str) -> Shelved | None:
    """The one in the reader's language, else in the convention's, else any."""
    by_language = {one.document.language: one for one in found}
    return by_language.get(language) or by_language.get(fallback) or next(iter(found), None)


def current_versions(convention: Convention) -> QuerySet[Version]:
    """Every current version."""
    found = Version.objects.filter(document__convention=convention, state="published")
    return found.select_related("document")


def catalogue(convention: Convention, asked: Asked, *, reading: str) -> QuerySet[Version]:
    """The documents asked for; each in the reader's language when there is such a version."""
    found = current_versions(convention)
    found = found.filter(document__kind=asked.kind) if asked.kind else _texts(found)
    if asked.language:
        found = found.filter(document__language=asked.language)
    else:
        found = best_language(found, reading)
    if asked.year:
        undated = Q(dated__isnull=True, published_at__year=asked.year)
        found = found.filter(Q(dated__year=asked.year) | undated)
    found = holding(found, asked.words)
    return found.defer(*HEAVY).order_by(*SORTS.get(asked.sort, SORTS["date"]))


def holding(found: QuerySet[Version], words: str) -> QuerySet[Version]:
    """Those that hold every word, whatever the accents and the capitals."""
    for word in wanted_words(words):
        found = found.filter(searched__contains=word)
    return found


def best_language(found: QuerySet[Version], reading: str) -> QuerySet[Version]:
    """One language a document: the reader's, or the others when it has no such version."""
    twin = Version.objects.filter(
        document__convention=OuterRef("document__convention"),
        document__slug=OuterRef("document__slug"),
        document__language=reading,
        state="published",
    )
    return found.filter(Q(document__language=reading) | ~Exists(twin))


def news_of(convention: Convention, *, reading: str) -> QuerySet[Version]:
    found = current_versions(convention).filter(document__kind=Kind.NEWS)
    return best_language(found, reading).defer(*HEAVY).order_by(*SORTS["date"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What a convention's own page shows of its documents."""

    news: tuple[Version, ...]
    texts: tuple[Version, ...]
    placed: dict[str, Version]


def front(convention: Convention, *, reading: str, news: int, texts: int) -> Front:
    """The latest news and texts, and the pages that have a place. Two queries.

    The first one is about keys only, since most of the documents are not shown.
    """
    documents = _one_a_slug(convention, reading)
    chosen: dict[str, list[UUID]] = {"news": [], "texts": [], "placed": []}
    for key, document in documents.items():
        if document.kind == Kind.NEWS and len(chosen["news"]) < news:
            chosen["news"].append(key)
        if document.kind not in {Kind.NEWS, Kind.PAGE} and len(chosen["texts"]) < texts:
            chosen["texts"].append(key)
        if document.place:
            chosen["placed"].append(key)
    wanted = {key for keys in chosen.values() for key in keys}
    versions = {one.pk: one for one in Version.objects.filter(pk__in=wanted).only(*LIGHT)}
    for key, one in versions.items():
        one.document = documents[key]
    return Front(
        news=tuple(versions[key] for key in chosen["news"]),
        texts=tuple(versions[key] for key in chosen["texts"]),
        placed={documents[key].place: versions[key] for key in chosen["placed"]},
    )


def placed(convention: Convention, *, reading: str) -> dict[str, Version]:
    """Place → the page that the site shows there, in the reader's language. One query."""
    found = current_versions(convention).exclude(document__place="")
    both = sorted(found, key=lambda one: one.document.language == reading)
    return {one.document.place: one for one in both}


def _one_a_slug(convention: Convention, reading: str) -> dict[UUID, Document]:
    """Version → its document, as light as a list needs it, one a slug, the newest first."""
    rows = list(_shelf().filter(document__convention=convention))
    read = {slug for _pk, slug, language, *_more in rows if language == reading}
    return {
        key: Document(slug=slug, language=language, kind=kind, place=place)
        for key, slug, language, kind, place in rows
        if language == reading or slug not in read
    }


@cache
def _shelf() -> QuerySet[Version, tuple[UUID, str, str, str, str]]:
    """Composed once: every front page asks it."""
    names = (f"document__{name}" for name in ("slug", "language", "kind", "place"))
    found = Version.objects.filter(state="published").order_by(*SORTS["date"])
    return found.values_list("pk", *names)


def withdrawn_versions(
    convention: Convention, *, reading: str = "", limit: int = 50
) -> list[Version]:
    """The tombstones of documents that have no current version; in all languages, or each in the
    reader's when it stands there too. One query."""
    current = Version.objects.filter(document=OuterRef("document"), state="published")
    newer = Version.objects.filter(
        document=OuterRef("document"), state="withdrawn", number__gt=OuterRef("number")
    )
    found = Version.objects.filter(document__convention=convention, state="withdrawn")
    found = found.filter(~Exists(current), ~Exists(newer)).select_related("document")
    if reading:
        twin = Version.objects.filter(
            document__convention=convention,
            document__slug=OuterRef("document__slug"),
            document__language=reading,
            state__in=PUBLIC_STATES,
        )
        found = found.filter(Q(document__language=reading) | ~Exists(twin))
    return list(found.order_by("-withdrawn_at")[:limit])


def choices_of(convention: Convention) -> tuple[list[str], list[int]]:
    """The languages and the years for which there is something. One query."""
    rows = current_versions(convention).values_list("document__language", ExtractYear(KNOWN_BY))
    pairs = set(rows.distinct())
    return sorted({language for language, _ in pairs}), sorted({y for _, y in pairs}, reverse=True)


def public_version(key: UUID) -> Version | None:
    """A version by its identity, if anybody may see it. One query."""
    found = Version.objects.filter(pk=key, state__in=PUBLIC_STATES)
    return found.select_related("document__convention").first()


def pages_of(place: str) -> list[Version]:
    """What each public convention shows in this place, by title of the convention. One query."""
    found = Version.objects.filter(document__place=place, state="published")
    found = found.exclude(document__convention__state__in=["", "draft"])
    return list(
        found.select_related("document__convention").order_by(
            "document__convention__title", "document__language"
        )
    )


def slides_among(convention: Convention) -> dict[str, tuple[Document, str]]:
    """The documents that may be the slides of a talk, by key, with their titles. One query."""
    found = _texts(current_versions(convention)).order_by("title", "pk")
    return {str(one.document_id): (one.document, one.title) for one in found.defer(*HEAVY)[:300]}


def round_tables_of(convention: Convention) -> list[RoundTable]:
    """The round tables with their speakers, the newest first. Two queries."""
    found = RoundTable.objects.filter(convention=convention).prefetch_related("speakers")
    return list(found.order_by(F("starts").desc(nulls_last=True), "title"))


def round_table(convention: Convention, key: UUID) -> RoundTable | None:
    found = RoundTable.objects.filter(convention=convention, pk=key).select_related("slides")
    return found.prefetch_related("speakers").first()


def _texts(found: QuerySet[Version]) -> QuerySet[Version]:
    """Documents proper: neither pages of the site nor news."""
    return found.exclude(document__kind__in=[Kind.PAGE, Kind.NEWS])


def sitemap_rows(limit: int = 20_000) -> list[tuple[str, str, str]]:
    """Slug of the convention, slug and kind of the document, of all that is public. One query."""
    found = Version.objects.filter(state="published")
    found = found.exclude(document__convention__state__in=["", "draft"])
    rows = found.values_list("document__convention__slug", "document__slug", "document__kind")
    return list(rows.order_by("document__convention__slug", "document__slug").distinct()[:limit])


def search_versions(
    convention: Convention, words: str, *, reading: str, limit: int
) -> list[Version]:
    """Current versions of any kind that hold every word, in the reader's language. One query."""
    found = best_language(current_versions(convention), reading)
    found = holding(found, words)
    return list(found.order_by(*SORTS["date"])[:limit])
