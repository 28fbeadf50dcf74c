"""Reads of who did what, for those who may know."""

from collections.abc import Iterable

from isegoria.convention.governance.models import Deed
from isegoria.convention.journal.models import Entry
from isegoria.convention.people.members import Member
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


def done_for(member: Member, *, most: int = 10) -> list[Entry]:
    """What others did for this member, who asked: the last first. One query."""
    found = Entry.objects.filter(deed__on_behalf_of=member.account)
    return list(found.order_by("-position")[:most])
