import hashlib
from collections.abc import Callable
from datetime import timedelta

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Records, performs, under_lock
from isegoria.convention.publishing import actions as publishing
from isegoria.convention.publishing.models import Document, Version
from isegoria.convention.sessions.actions.sessions import complete, recount, settle
from isegoria.convention.sessions.minutes import Approval, Correction, Edition, Minutes
from isegoria.convention.sessions.queries import present_at
from isegoria.convention.sessions.questions import today
from isegoria.convention.sessions.recounting import Section, first_draft

Composed = Callable[[Minutes], Version]


@performs("minutes.begin")
def _begin(minutes: Minutes, by: By, *, sections: list[Section]) -> Records:
    minutes.begun_at, minutes.sections = by.at, sections
    return {"number": minutes.session.number, "sections": len(sections)}


def begin(minutes: Minutes, by: By) -> Minutes:
    """A first draft, that the software writes from what the session left."""
    with under_lock(minutes):
        _begin(minutes, by, sections=first_draft(minutes.session))
        recount(minutes.session, _then(by), minutes=minutes)
    return minutes


@performs("minutes.write")
def write(minutes: Minutes, by: By, *, sections: list[Section]) -> Records:
    minutes.sections = sections
    return {"number": minutes.session.number, "content_sha256": minutes.content_sha256}


@performs("minutes.submit")
def _submit(minutes: Minutes, by: By) -> Records:
    session = minutes.session
    minutes.submitted_at, minutes.edition = by.at, 1
    minutes.due_on = today(session.convention, by.at) + timedelta(session.minutes_days)
    return {
        "number": session.number,
        "due_on": minutes.due_on.isoformat(),
        "content_sha256": minutes.content_sha256,
    }


def submit(minutes: Minutes, by: By) -> Minutes:
    """Let those who were there read it, for as many days as the session says."""
    with under_lock(minutes):
        _submit(minutes, by)
        _kept(minutes, by)
    return minutes


@performs("minutes.correct")
def _correct(minutes: Minutes, by: By, *, correction: Correction, text: str) -> Records:
    sections = [dict(one) for one in minutes.sections]
    sections[correction.section]["text"] = text
    minutes.sections, minutes.edition = sections, minutes.edition + 1
    return {
        "number": minutes.session.number,
        "edition": minutes.edition,
        "content_sha256": minutes.content_sha256,
    }


@performs("minutes.validate")
def _validate(minutes: Minutes, by: By) -> Records:
    minutes.validated_at = by.at
    minutes.approved = minutes.approvals.count()
    minutes.present = present_at(minutes.session)
    return {
        "number": minutes.session.number,
        "edition": minutes.edition,
        "approved": minutes.approved,
        "present": minutes.present,
        "content_sha256": minutes.content_sha256,
    }


def validate(minutes: Minutes, by: By) -> Minutes:
    with under_lock(minutes):
        _validate(minutes, by)
        settle(minutes.session, _then(by), minutes=minutes)
    return minutes


@performs("minutes.publish")
def _publish(minutes: Minutes, by: By, *, document: Document) -> Records:
    minutes.published_at, minutes.document = by.at, document
    return {
        "number": minutes.session.number,
        "edition": minutes.edition,
        "content_sha256": minutes.content_sha256,
    }


def publish(minutes: Minutes, by: By, *, composed: Composed) -> Minutes:
    """Make it a document of the library, in one act: a correction will be a new version of it."""
    with under_lock(minutes):
        then, version = _then(by), composed(minutes)
        publishing.publish(publishing.validate(publishing.draft(version, then), then), then)
        _publish(minutes, by, document=version.document)
        complete(minutes.session, then, minutes=minutes)
    return minutes


@performs("approval.give")
def approve(approval: Approval, by: By) -> Records:
    approval.given_at, approval.edition = by.at, approval.minutes.edition
    return {"number": approval.minutes.session.number, "edition": approval.edition}


@performs("correction.propose")
def propose(correction: Correction, by: By) -> Records:
    correction.number = correction.minutes.corrections.count() + 1
    correction.proposed_at = by.at
    return _numbers(correction)


@performs("correction.accept")
def _accept(correction: Correction, by: By, *, text: str, answer: str, hidden: bool) -> Records:
    _answered(correction, by, answer, hidden)
    correction.edition = correction.minutes.edition
    return {**_numbers(correction), "edition": correction.edition}


def accept(
    correction: Correction, by: By, *, text: str, answer: str = "", hidden: bool = False
) -> Correction:
    """The text changes with the answer. `base` is the revision of the minutes that was read."""
    with under_lock(correction):
        minutes = correction.minutes
        changing = By(by.actor, by.at, base=by.base)
        _correct(minutes, changing, correction=correction, text=text)
        _kept(minutes, by)
        own = By(by.actor, by.at, once=by.once)
        _accept(correction, own, text=text, answer=answer, hidden=hidden)
    return correction


@performs("correction.refuse")
def refuse(correction: Correction, by: By, *, reason: str, hidden: bool = False) -> Records:
    _answered(correction, by, reason, hidden)
    return {**_numbers(correction), "reason_sha256": hashlib.sha256(reason.encode()).hexdigest()}


def _answered(correction: Correction, by: By, answer: str, hidden: bool) -> None:
    correction.answer, correction.answered_at, correction.hidden = answer, by.at, hidden


def _numbers(correction: Correction) -> dict[str, int]:
    return {"number": correction.number, "session": correction.minutes.session.number}


def _kept(minutes: Minutes, by: By) -> None:
    Edition.objects.create(
        minutes=minutes,
        number=minutes.edition,
        sections=minutes.sections,
        content_sha256=minutes.content_sha256,
        made_at=by.at,
    )


def _then(by: By) -> By:
    """The same hand, in an act that follows from another."""
    return By(by.actor, by.at, by.on_behalf_of)
