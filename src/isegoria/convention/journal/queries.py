"""Reads of the book."""

from django.db.models import Max

from isegoria.convention.journal.models import Entry


def latest_entry() -> int:
    """A number that grows with each act anywhere in the instance; 0 before the first."""
    return int(Entry.objects.aggregate(latest=Max("id"))["latest"] or 0)
