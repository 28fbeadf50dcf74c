import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Records, performs, under_lock
from isegoria.convention.recruitment import keyring
from isegoria.convention.recruitment.actions.members import depart
from isegoria.convention.recruitment.candidates import Candidate, Mark, new_code
from isegoria.convention.recruitment.letters import Letter

TRIES = 20
Said = Mapping[str, Mapping[str, Any]]


def marks_of(candidate: Candidate, identity: Mapping[str, Any]) -> dict[str, str]:
    """What would give away a double entry: the phone, the address, and the name with the year."""
    said = {
        "phone": _digits(str(identity.get("phone", ""))),
        "email": str(identity.get("email", "")).strip().casefold(),
        "name": plain(f"{identity.get('name', '')} {identity.get('born', '')}"),
    }
    if not identity.get("born"):
        said["name"] = ""  # a name alone is shared by too many people
    if not any(said.values()) and identity.get("name") and candidate.relay_id:
        said["through"] = f"{candidate.relay_id} {plain(str(identity['name']))}"
    where = candidate.convention_id
    return {kind: keyring.mark(where, kind, text) for kind, text in said.items() if text}


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
        _marked(candidate, marks)
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
        _marked(candidate, marks)
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
        _marked(candidate, marks)
    return candidate


def household_of(candidate: Candidate, identity: Mapping[str, Any]) -> str:
    """A digest of the home, so that two people of one home are never drawn together."""
    address = plain(str(identity.get("address", "")))
    return keyring.mark(candidate.convention_id, "home", address) if address else ""


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


def _marked(candidate: Candidate, marks: Mapping[str, str]) -> None:
    Mark.objects.bulk_create(
        [
            Mark(convention=candidate.convention, candidate=candidate, digest=digest)
            for digest in marks.values()
        ]
    )


def _digits(phone: str) -> str:
    """A French number is the same with or without its country: the last nine digits tell it."""
    digits = re.sub(r"\D", "", phone)
    return digits[-9:] if len(digits) >= 9 else ""


def plain(text: str) -> str:
    """Without accents, case, punctuation or double spaces."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(
        one if one.isalnum() else " " for one in bare if not unicodedata.combining(one)
    )
    return " ".join(letters.split())
