import hashlib
from collections.abc import Sequence

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Records, performs
from isegoria.convention.recruitment.models import QuotaCell, QuotaTable
from isegoria.core.journal.canonical import digest


@performs("quotas.import")
def import_table(table: QuotaTable, by: By, *, cells: Sequence[QuotaCell]) -> Records:
    table.number = table.convention.quota_tables.count() + 1
    table.recorded_at = by.at
    return _written(table, cells)


@performs("quotas.edit")
def edit(
    table: QuotaTable,
    by: By,
    *,
    cells: Sequence[QuotaCell],
    panel_size: int | None = None,
    note: str | None = None,
) -> Records:
    """Write a draft again, with all its cells. Size and remark stay when they are not given."""
    if panel_size is not None:
        table.panel_size = panel_size
    if note is not None:
        table.note = note
    fresh = [cell.again() for cell in cells]
    table.cells.all().delete()
    return _written(table, fresh)


@performs("quotas.discard")
def discard(table: QuotaTable, by: By) -> Records:
    return {"number": table.number}


@performs("quotas.freeze")
def freeze(table: QuotaTable, by: By, *, reason: str = "") -> Records:
    """Publish the table; the one in force is replaced by the same act."""
    in_force = table.convention.quota_tables.filter(state="frozen").first()
    if in_force:
        replace(in_force, By(by.actor, by.at, by.on_behalf_of), newer=table.number)
    table.frozen_at, table.reason = by.at, reason
    return {
        "number": table.number,
        "cells": table.cells.count(),
        "content_sha256": table.content_sha256,
        "reason_sha256": hashlib.sha256(reason.encode()).hexdigest(),
    }


@performs("quotas.replace")
def replace(table: QuotaTable, by: By, *, newer: int) -> Records:
    return {"number": table.number, "by_number": newer}


def _written(table: QuotaTable, cells: Sequence[QuotaCell]) -> Records:
    """The cells in their order, and the digest of what they say."""
    for position, cell in enumerate(cells, start=1):
        cell.table, cell.position = table, position
    table.content_sha256 = digest(
        [
            [cell.criterion, cell.value, cell.minimum, cell.target, cell.maximum, cell.source]
            for cell in cells
        ]
    )
    QuotaCell.objects.bulk_create(cells)
    return {
        "number": table.number,
        "cells": len(cells),
        "content_sha256": table.content_sha256,
    }
