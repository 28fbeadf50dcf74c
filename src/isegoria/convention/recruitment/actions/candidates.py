from collections.abc import Mapping
from typing import Any

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Records, performs, under_lock
from isegoria.convention.recruitment.actions.members import depart
from isegoria.convention.recruitment.candidates import Candidate, new_code
from isegoria.convention.recruitment.letters import Letter
from isegoria.convention.recruitment.marks import household_of, marked, marks_of

TRIES = 20
Said = Mapping[str, Mapping[str, Any]]


@performs("candidate.enter")
def _enter(
    candidate: Candidate,
    by: By,
    *,
    marks: Mapping[str, str],
    consent: Mapping[str, str],
    answers: Mapping[str, str],
) -> Records:
    _written(candidate, by)
    return None


@performs("candidate.register")
def _register(
    candidate: Candidate,
    by: By,
    *,
    letter: Letter | None,
    marks: Mapping[str, str],
    consent: Mapping[str, str],
    answers: Mapping[str, str],
) -> Records:
    _written(candidate, by)
    if letter is not None:
        letter.answered_on = candidate.entered_on
        letter.save(update_fields=["answered_on"])
    return None


@performs("candidate.correct")
def _correct(
    candidate: Candidate,
    by: By,
    *,
    parts: Mapping[str, Mapping[str, Any]],
    marks: Mapping[str, str],
    answers: Mapping[str, str],
) -> Records:
    candidate.write(**parts)
    if "identity" in parts:
        candidate.household = household_of(candidate, parts["identity"])
    return None


@performs("candidate.rule_out")
def rule_out(candidate: Candidate, by: By, *, reason: str) -> Records:
    candidate.write(consent={**candidate.consent, "ruled_out": reason})
    return None


@performs("candidate.say_needs")
def say_needs(candidate: Candidate, by: By, *, provisions: list[str]) -> Records:
    """What to provide, never why. What was written besides is kept; what became of something that
    is no longer asked for is not."""
    fates = {
        one: said for one, said in candidate.needs.get("fates", {}).items() if one in provisions
    }
    kept = {name: said for name, said in candidate.needs.items() if name != "fates"}
    candidate.write(needs=kept | {"provisions": provisions} | ({"fates": fates} if fates else {}))
    return None


@performs("candidate.settle_need")
def settle_need(candidate: Candidate, by: By, *, provision: str, fate: str, reason: str) -> Records:
    """What becomes of it, sealed with the rest, for the person alone."""
    said = {"fate": fate, "reason": reason}
    fates = {**candidate.needs.get("fates", {}), provision: said}
    candidate.write(needs={**candidate.needs, "fates": fates})
    return None


@performs("candidate.withdraw")
def _withdraw(candidate: Candidate, by: By) -> Records:
    return None


def withdraw(candidate: Candidate, by: By) -> Candidate:
    """No reason is asked. Somebody who was a member is one no more."""
    with under_lock(candidate):
        _withdraw(candidate, by)
        depart(candidate, by)
    return candidate


def enter(candidate: Candidate, by: By, *, said: Said) -> Candidate:
    """Somebody accepts to be drawn. said: identity, answers, needs, consent."""
    with under_lock(candidate):
        said = _with_channel(candidate, said)
        marks = _prepared(candidate, said)
        _enter(candidate, by, marks=marks, consent=said.get("consent", {}), answers=said["answers"])
        marked(candidate, marks)
    return candidate


def register(candidate: Candidate, by: By, *, letter: Letter | None, said: Said) -> Candidate:
    """The same, by the person, with the code of their letter."""
    with under_lock(candidate):
        if letter is not None:
            letter = Letter.objects.filter(pk=letter.pk, answered_on=None).first()
        said = _with_channel(candidate, said)
        marks = _prepared(candidate, said)
        _register(
            candidate,
            by,
            letter=letter,
            marks=marks,
            consent=said.get("consent", {}),
            answers=said["answers"],
        )
        marked(candidate, marks)
    return candidate


def correct(candidate: Candidate, by: By, *, said: Said) -> Candidate:
    """Write some of the parts again."""
    with under_lock(candidate):
        if "answers" in said:  # the channel is kept, whatever the form says
            said = {**said, "answers": {**candidate.answers, **said["answers"]}}
        marks = marks_of(candidate, said.get("identity", candidate.identity))
        answers = said.get("answers", candidate.answers)
        _correct(candidate, by, parts=said, marks=marks, answers=answers)
        candidate.marks.all().delete()
        marked(candidate, marks)
    return candidate


def _with_channel(candidate: Candidate, said: Said) -> Said:
    """The channel is a criterion that nobody is asked about: who enters the person answers it."""
    if candidate.relay is None:
        return said
    channel = candidate.relay.channel
    return {**said, "answers": {**said["answers"], channel.criterion: channel.value}}


def _prepared(candidate: Candidate, said: Said) -> dict[str, str]:
    for _try in range(TRIES):
        candidate.code = new_code()
        if not candidate.convention.candidates.filter(code=candidate.code).exists():
            break
    candidate.household = household_of(candidate, said["identity"])
    candidate.write(**said)
    return marks_of(candidate, said["identity"])


def _written(candidate: Candidate, by: By) -> None:
    candidate.entered_on = by.at.astimezone(candidate.convention.zone).date()
