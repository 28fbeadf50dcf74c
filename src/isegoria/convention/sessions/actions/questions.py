import hashlib
from datetime import date

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Records, performs
from isegoria.convention.people.models import Account
from isegoria.convention.sessions.questions import Question


@performs("question.ask")
def ask(question: Question, by: By) -> Records:
    return {**_numbered(question, by), "origin": question.origin}


@performs("question.send")
def send(question: Question, by: By) -> Records:
    return _numbered(question, by)


@performs("question.admit")
def admit(question: Question, by: By) -> Records:
    return {"number": question.number}


@performs("question.set_aside")
def set_aside(question: Question, by: By, *, reason: str) -> Records:
    return _ended(question, by, reason)


@performs("question.confide")
def confide(
    question: Question,
    by: By,
    *,
    whom: str,
    respondent: str,
    due_on: date,
    account: Account | None = None,
) -> Records:
    """`account`: the one person who may answer; none means whoever holds that role."""
    question.whom, question.respondent, question.confided_to = whom, respondent, account
    question.first_due_on, question.due_on = question.first_due_on or due_on, due_on
    return {"number": question.number, "whom": whom, "due_on": due_on.isoformat()}


@performs("question.answer")
def answer(question: Question, by: By, *, answer: str) -> Records:
    question.answer, question.answered_at = answer, by.at
    return {"number": question.number, "content_sha256": question.content_sha256}


@performs("question.publish")
def publish(question: Question, by: By) -> Records:
    question.published_at = by.at
    return {
        "number": question.number,
        "whom": question.whom,
        "content_sha256": question.content_sha256,
    }


@performs("question.take_back")
def take_back(question: Question, by: By) -> Records:
    question.ended_at = by.at
    return {"number": question.number}


@performs("question.withdraw")
def withdraw(question: Question, by: By, *, reason: str) -> Records:
    return _ended(question, by, reason)


def _numbered(question: Question, by: By) -> dict[str, int]:
    question.number = Question.objects.filter(convention=question.convention).count() + 1
    question.asked_at = by.at
    return {"number": question.number}


def _ended(question: Question, by: By, reason: str) -> Records:
    question.reason, question.ended_at = reason, by.at
    digest = hashlib.sha256(reason.encode()).hexdigest()
    return {"number": question.number, "reason_sha256": digest}
