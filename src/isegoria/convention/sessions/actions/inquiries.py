from collections.abc import Iterable, Mapping
from typing import Any

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Records, performs
from isegoria.convention.people.members import Member, members_at
from isegoria.convention.sessions.inquiries import AWAY, Inquiry
from isegoria.core.inquiry import tally


@performs("inquiry.open")
def open_(inquiry: Inquiry, by: By) -> Records:
    inquiry.number = Inquiry.objects.filter(convention=inquiry.convention).count() + 1
    inquiry.opened_at = by.at
    return {"number": inquiry.number, "topic": inquiry.topic}


@performs("inquiry.answer")
def answer(
    inquiry: Inquiry, by: By, *, member: Member, answers: Mapping[str, str], sentence: str = ""
) -> Records:
    """Add what one member answers to the sums. Nothing is kept that says which answers were theirs."""
    _take(inquiry, tally.as_counts(answers), {member.number}, [sentence])
    return {"number": inquiry.number}


@performs("inquiry.count")
def count(
    inquiry: Inquiry,
    by: By,
    *,
    cards: frozenset[int],
    counts: tally.Counts,
    sentences: Iterable[str] = (),
) -> Records:
    """Add sheets of paper, counted together: whose they are, and how many gave each answer."""
    _take(inquiry, counts, cards, sentences)
    inquiry.on_paper += len(cards)
    return {"number": inquiry.number, "sheets": len(cards)}


@performs("inquiry.close")
def close(inquiry: Inquiry, by: By) -> Records:
    inquiry.entitled, inquiry.closed_at = len(_entitled(inquiry, by)), by.at
    inquiry.answered_by = ""
    return {
        "number": inquiry.number,
        "answered": inquiry.answered,
        "entitled": inquiry.entitled,
    }


@performs("inquiry.publish_sentence")
def publish_sentence(inquiry: Inquiry, by: By, *, place: int) -> Records:
    _settle(inquiry, place, fate="published")
    return {"number": inquiry.number}


@performs("inquiry.set_aside_sentence")
def set_aside_sentence(inquiry: Inquiry, by: By, *, place: int, grounds: str) -> Records:
    _settle(inquiry, place, fate="set_aside", grounds=grounds)
    return {"number": inquiry.number, "grounds": grounds}


def _take(
    inquiry: Inquiry, counts: tally.Counts, cards: Iterable[int], sentences: Iterable[str]
) -> None:
    """Everything in an order that says nothing of who came when."""
    numbers = sorted({*inquiry.numbers, *cards})
    kept = [*inquiry.sentences, *({"text": one, "fate": ""} for one in sentences if one)]
    inquiry.answered_by = ",".join(map(str, numbers))
    inquiry.answered = len(numbers)
    inquiry.counts = tally.added(inquiry.counts, counts)
    inquiry.sentences = sorted(kept, key=lambda one: str(one["text"]))


def _entitled(inquiry: Inquiry, by: By) -> set[int]:
    """Of a session, those who took part; of the convention, the panel; and all who answered."""
    if inquiry.session is None:
        panel = members_at(inquiry.convention, by.at)
        return {*panel.values_list("number", flat=True), *inquiry.numbers}
    there = inquiry.session.presences.exclude(how__in=AWAY)
    return {*there.values_list("member__number", flat=True), *inquiry.numbers}


def _settle(inquiry: Inquiry, place: int, **fate: Any) -> None:
    inquiry.sentences[place] = {**inquiry.sentences[place], **fate}
