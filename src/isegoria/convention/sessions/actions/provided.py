from collections.abc import Sequence

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Records, performs
from isegoria.convention.sessions.provided import ProvisionTotals
from isegoria.core.provisions import Total


@performs("provisions.publish")
def publish(totals: ProvisionTotals, by: By, *, rows: Sequence[Total]) -> Records:
    totals.rows = [
        {"kinds": list(one.kinds), "asked": one.asked, "fates": list(one.fates)} for one in rows
    ]
    totals.published_at = by.at
    return {"lines": len(rows)}
