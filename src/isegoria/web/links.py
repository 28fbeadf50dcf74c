"""Where a reference of the journal is shown, for the pages of the audience that asks."""

from django.http import HttpRequest


def address_of(reference: str, request: HttpRequest) -> str:
    """The address of a thing, or "" when it has no page of its own."""
    kind, _, _key = reference.partition(":")
    return request.path if not kind else ""
