"""Reads of who did what, for those who may know."""

from collections.abc import Iterable

from isegoria.convention.governance.models import Deed
from isegoria.convention.journal.models import Entry
from isegoria.convention.people.viewer import Viewer
from isegoria.core.charter import Role


def hands_behind(shown: Iterable[Entry], viewer: Viewer) -> dict[int, Deed]:
    """Entry id → whose hand was behind it, for organisers, of what they may see. One query."""
    if not viewer.is_any(Role.ORGANISER):
        return {}
    mine = [entry.pk for entry in shown if entry.seen_by in viewer.audiences]
    deeds = Deed.objects.filter(entry__in=mine).select_related(
        "actor__person", "on_behalf_of__person"
    )
    return {deed.entry_id: deed for deed in deeds}
