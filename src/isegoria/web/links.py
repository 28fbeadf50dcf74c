"""Where a reference of the journal is shown, for the pages of the audience that asks."""

from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from isegoria.convention.mandate.models import Convention
from isegoria.convention.publishing.library import public_version
from isegoria.convention.sessions.queries import announced_at
from isegoria.convention.sessions.questioning import number_of

PUBLIC_PAGES = {
    "convention": ("public:convention", ""),
    "mandate": ("public:mandate", ""),
    "calendar": ("public:calendar", "#date-{key}"),
    "opinion": ("public:gate", "#avis"),
    "body": ("public:who", "#instance-{key}"),
    "seat": ("public:who", "#siege-{key}"),
    "interest": ("public:who", ""),
    "quotas": ("public:recruitment", ""),
    "capture": ("public:said", ""),
    "draw": ("public:draws", "#tirage-{key}"),
    "hearing": ("public:experts", "#audition-{key}"),
    "request": ("public:expert_requests", ""),
    "message": ("public:receipt", ""),
    "subscription": ("public:subscribe", ""),
}

DESK_PAGES = {
    "convention": "desk:convention",
    "mandate": "desk:mandate",
    "calendar": "desk:calendar",
    "quotas": "desk:quotas",
}
FACILITATION_PAGES = {"session": "facilitation:session", "seating": "facilitation:seating"}


def address_of(reference: str, request: HttpRequest) -> str:
    """The address of a thing, or "" when it has no page of its own. No query."""
    convention: Convention | None = getattr(request, "convention", None)
    kind, _, key = reference.partition(":")
    if convention and request.path.startswith("/bureau/") and kind in DESK_PAGES:
        return reverse(DESK_PAGES[kind], args=[convention.slug])
    if convention and request.path.startswith("/animation/") and kind in FACILITATION_PAGES:
        return reverse(FACILITATION_PAGES[kind], args=[convention.slug, key])
    if convention is None or not request.path.startswith("/conventions/"):
        return ""
    if kind in {"version", "roundtable", "session", "question"}:
        return reverse("public:reference", args=[convention.slug, kind, key])
    return _page(kind, key, convention)


def place_of(reference: str, convention: Convention) -> str:
    """The public page of a thing, found by looking it up; "" when it has none."""
    kind, _, key = reference.partition(":")
    if kind == "version":
        return _version(UUID(key), convention)
    if kind == "roundtable":
        return reverse("public:round_table", args=[convention.slug, key])
    if kind == "session":
        found = announced_at(convention, key)
        return reverse("public:session", args=[convention.slug, key]) if found else ""
    if kind == "question":
        number = number_of(UUID(key))
        return reverse("public:question", args=[convention.slug, number]) if number else ""
    return _page(kind, key, convention)


def _page(kind: str, key: str, convention: Convention) -> str:
    if kind not in PUBLIC_PAGES:
        return ""
    name, anchor = PUBLIC_PAGES[kind]
    return reverse(name, args=[convention.slug]) + anchor.format(key=key)


def _version(key: UUID, convention: Convention) -> str:
    """The one version that the entry is about; a draft has no public page."""
    version = public_version(key)
    if version is None or version.document.convention_id != convention.pk:
        return ""
    args = [convention.slug, version.document.slug, version.number]
    return f"{reverse('public:version', args=args)}?langue={version.document.language}"
