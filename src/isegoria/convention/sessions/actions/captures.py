import hashlib
from collections.abc import Sequence

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Records, performs, under_lock
from isegoria.convention.people.models import Account
from isegoria.convention.sessions.captures import Capture, Moment, Wording, ZoneCount


@performs("capture.take")
def _take(capture: Capture, by: By) -> Records:
    capture.taken_at = by.at
    capture.late = capture.sequence.session.state != "open"
    return {"kind": capture.kind, "entered_for": capture.entered_for, "late": capture.late}


def take(capture: Capture, by: By, *, counts: Sequence[ZoneCount] = ()) -> Capture:
    """Keep what was said, for its table; with positions, how many stood in each zone."""
    try:
        with under_lock(capture):
            capture.people = people_in(counts)
            _take(capture, by)
            _worded(capture, by)
            _counted(capture, counts)
    except BaseException:
        _drop_file(capture)
        raise
    return capture


def take_all(captures: Sequence[Capture], by: By) -> None:
    """All that one sheet of paper holds, or nothing. The form's own number goes with the first."""
    if not captures:
        return
    try:
        with under_lock(captures[0]):
            take(captures[0], by)
            for one in captures[1:]:
                take(one, By(by.actor, by.at, by.on_behalf_of))
    except BaseException:
        for one in captures:
            _drop_file(one)
        raise


@performs("capture.count")
def _count(capture: Capture, by: By, *, people: int) -> Records:
    capture.people = people
    return None


def count(capture: Capture, by: By, *, counts: Sequence[ZoneCount]) -> Capture:
    """The same positions, counted again: after the debate, or because one was wrong."""
    with under_lock(capture):
        _count(capture, by, people=people_in(counts))
        capture.zones.all().delete()
        _counted(capture, counts)
    return capture


@performs("capture.transcribe")
def transcribe(
    capture: Capture, by: By, *, text: str, alternative: str, transcript: str, receipt: str = ""
) -> Records:
    capture.text, capture.alternative, capture.transcript = text, alternative, transcript
    return {"wording": _worded(capture, by)}


@performs("capture.confirm")
def confirm(capture: Capture, by: By, *, receipt: str = "") -> Records:
    return None


@performs("capture.set_aside")
def set_aside(capture: Capture, by: By, *, reason: str, receipt: str = "") -> Records:
    capture.reason, capture.shown_at = reason, None
    return None


@performs("capture.show")
def show(capture: Capture, by: By) -> Records:
    capture.shown_at = by.at
    return None


@performs("capture.hide")
def hide(capture: Capture, by: By) -> Records:
    capture.shown_at = None
    return None


@performs("capture.publish")
def publish(capture: Capture, by: By) -> Records:
    capture.published_at = by.at
    return {"kind": capture.kind, "content_sha256": capture.content_sha256}


def publish_all(captures: Sequence[Capture], by: By) -> None:
    """All of them or none. The form's own number goes with the first."""
    if not captures:
        return
    with under_lock(captures[0]):
        publish(captures[0], by)
        for one in captures[1:]:
            publish(one, By(by.actor, by.at))


@performs("capture.withdraw")
def withdraw(capture: Capture, by: By, *, reason: str) -> Records:
    capture.withdrawn_at, capture.reason, capture.shown_at = by.at, reason, None
    reason_sha256 = hashlib.sha256(reason.encode()).hexdigest()
    return {"kind": capture.kind, "reason_sha256": reason_sha256}


@performs("capture.sign")
def sign(
    capture: Capture, by: By, *, signature: str, themselves: bool, receipt: str = ""
) -> Records:
    """`themselves`: the account that acts is the person's own, and may take the name away."""
    own = themselves and isinstance(by.actor, Account)
    capture.signature, capture.signed_at = signature, by.at
    capture.signed_by = by.actor if own else None
    return None


@performs("capture.unsign")
def unsign(capture: Capture, by: By) -> Records:
    capture.signature, capture.signed_at, capture.signed_by = "", None, None
    return None


def people_in(counts: Sequence[ZoneCount]) -> int:
    """The fewest people that one moment counts: below five, a zone tells who stands in it."""
    by_moment = dict.fromkeys(Moment.values, 0)
    for one in counts:
        by_moment[one.moment] += one.count
    given = {one.moment for one in counts}
    return min((by_moment[moment] for moment in given), default=0)


def _drop_file(capture: Capture) -> None:
    """What was not kept leaves no picture and no voice behind."""
    if capture.file and getattr(capture.file, "_committed", False):
        capture.file.storage.delete(str(capture.file.name))


def _counted(capture: Capture, counts: Sequence[ZoneCount]) -> None:
    for one in counts:
        one.capture = capture
    ZoneCount.objects.bulk_create(counts)


def _worded(capture: Capture, by: By) -> int:
    number = capture.wordings.count() + 1
    Wording.objects.create(
        capture=capture,
        number=number,
        text=capture.text,
        alternative=capture.alternative,
        transcript=capture.transcript,
        written_at=by.at,
    )
    return number
