"""How somebody who is entered twice is seen, and two people of one home: by keyed digests.

Phone numbers and addresses are few enough to be tried one by one, so a digest is as good as the
number to whoever holds its key. The key is therefore the convention's own, outside the database,
and **each erasure makes another and destroys it**: a copy of the database made before tells nobody
who was in it, not even to the town hall.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid5

from isegoria.convention.mandate.models import Convention
from isegoria.convention.recruitment import keyring
from isegoria.convention.recruitment.candidates import Candidate, Mark
from isegoria.convention.recruitment.rules import Erasure

BATCH = 500


def marks_of(candidate: Candidate, identity: Mapping[str, Any]) -> dict[str, str]:
    """What would give away a double entry: the phone, the address, and the name with the year."""
    return _marks(candidate, identity, key_of_marks(candidate.convention))


def household_of(candidate: Candidate, identity: Mapping[str, Any]) -> str:
    """A digest of the home, so that two people of one home are never drawn together."""
    return _home(identity, key_of_marks(candidate.convention))


def marked(candidate: Candidate, marks: Mapping[str, str]) -> None:
    Mark.objects.bulk_create(_rows(candidate, marks))


def key_of_marks(convention: Convention, *, before: int = 0) -> UUID:
    """Whose key of the keyring makes the digests now, or as many erasures ago."""
    done = Erasure.objects.filter(convention=convention, state="done").count()
    return uuid5(convention.pk, f"marks {done - before}")


def mark_again(convention: Convention) -> UUID:
    """After an erasure: whoever stays is marked under a new key. Returns whose key must go."""
    Mark.objects.filter(convention=convention).delete()
    holder, rows = key_of_marks(convention), []
    people = list(Candidate.objects.filter(convention=convention))
    for one in people:
        identity = one.identity
        one.household = _home(identity, holder)
        rows += _rows(one, _marks(one, identity, holder))
    Mark.objects.bulk_create(rows, batch_size=BATCH)
    Candidate.objects.bulk_update(people, ["household"], batch_size=BATCH)
    return key_of_marks(convention, before=1)


def _marks(candidate: Candidate, identity: Mapping[str, Any], holder: UUID) -> dict[str, str]:
    said = {
        "phone": _digits(str(identity.get("phone", ""))),
        "email": str(identity.get("email", "")).strip().casefold(),
        "name": plain(f"{identity.get('name', '')} {identity.get('born', '')}"),
    }
    if not identity.get("born"):
        said["name"] = ""  # a name alone is shared by too many people
    if not any(said.values()) and identity.get("name") and candidate.relay_id:
        said["through"] = f"{candidate.relay_id} {plain(str(identity['name']))}"
    texts = {kind: f"{kind}\0{text}" for kind, text in said.items() if text}
    return dict(zip(texts, keyring.keyed(holder, texts.values()), strict=True))


def _home(identity: Mapping[str, Any], holder: UUID) -> str:
    address = plain(str(identity.get("address", "")))
    return keyring.keyed(holder, [f"home\0{address}"])[0] if address else ""


def _rows(candidate: Candidate, marks: Mapping[str, str]) -> list[Mark]:
    where = candidate.convention_id
    return [
        Mark(convention_id=where, candidate=candidate, digest=digest) for digest in marks.values()
    ]


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
