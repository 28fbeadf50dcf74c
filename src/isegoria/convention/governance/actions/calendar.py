import hashlib
from datetime import datetime

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Records, performs
from isegoria.convention.mandate.models import CalendarDate, CalendarItem, Precision


@performs("calendar.add")
def add(
    item: CalendarItem, by: By, *, starts: datetime, ends: datetime, precision: str = Precision.DAY
) -> Records:
    return _said(
        item, by, CalendarDate(nature="planned", starts=starts, ends=ends, precision=precision)
    )


@performs("calendar.move")
def move(
    item: CalendarItem,
    by: By,
    *,
    starts: datetime,
    ends: datetime,
    reason: str,
    precision: str = Precision.DAY,
    source: str = "",
) -> Records:
    said = CalendarDate(
        nature="planned",
        starts=starts,
        ends=ends,
        precision=precision,
        reason=reason,
        source=source,
    )
    return {**_said(item, by, said), "reason_sha256": _sha256(reason)}


@performs("calendar.hold")
def hold(
    item: CalendarItem,
    by: By,
    *,
    starts: datetime,
    ends: datetime,
    precision: str = Precision.DAY,
    reason: str = "",
    source: str = "",
) -> Records:
    said = CalendarDate(
        nature="actual", starts=starts, ends=ends, precision=precision, reason=reason, source=source
    )
    return _said(item, by, said)


@performs("calendar.cancel")
def cancel(item: CalendarItem, by: By, *, reason: str) -> Records:
    item.cancel_reason = reason
    return {"reason_sha256": _sha256(reason)}


def _said(item: CalendarItem, by: By, said: CalendarDate) -> dict[str, str]:
    said.item = item
    said.number = item.dates.count() + 1 if item.state else 1
    said.recorded_at = by.at
    said.save(force_insert=True)
    return {
        "starts": said.starts.isoformat(),
        "ends": said.ends.isoformat(),
        "precision": said.precision,
        **({"lane": item.lane} if said.number == 1 else {}),
    }


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
