"""The reasons that were given with acts on a draw: public, and held by the journal as digests."""

import hashlib
from uuid import UUID

from isegoria.convention.chartered import By
from isegoria.convention.journal.models import Entry
from isegoria.convention.recruitment.draws import Draw, Remark


def remark(draw: Draw, by: By, act: str, reason: str) -> str:
    """Keep the reason; returns its digest, which the journal keeps."""
    draw.remarks.create(act=act, at=by.at, reason=reason)
    return hashlib.sha256(reason.encode()).hexdigest()


def derogation(entry: Entry) -> Remark | None:
    """Why somebody was called out of turn, for the entry that tells it."""
    kind, _, key = entry.subject.partition(":")
    if kind != Draw.KIND:
        return None
    found = Remark.objects.filter(draw=UUID(key), act="derogate", at=entry.at)
    return found.select_related("draw__convention").last()
