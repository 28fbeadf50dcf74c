"""Reads of people, each for whoever may read them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from uuid import UUID

from django.db.models import QuerySet

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.recruitment import keyring
from isegoria.convention.recruitment.candidates import Candidate, pool_is_closed
from isegoria.convention.recruitment.channels import Relay, relays_of
from isegoria.convention.recruitment.marks import key_of_marks, marks_of, plain
from isegoria.convention.recruitment.reads import note
from isegoria.core.charter import Role

MOST_OPENED = 3_000  # names that one search opens; beyond, it asks for something more precise
MOST_FOUND = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a list of people is asked for. text: a card number, a name, a phone or an e-mail."""

    text: str = ""
    state: str = ""
    channel: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Who was found. unread: how many names were not looked at, because there were too many."""

    people: QuerySet[Candidate]
    unread: int = 0


@dataclass(frozen=True, slots=True)
class Named:
    """A line of a list: somebody, and their name, opened."""

    candidate: Candidate
    name: str


def candidates(convention: Convention, viewer: Viewer) -> QuerySet[Candidate]:
    """Everybody, for the recruitment officer; for a relay, its own people until the list of the
    draw is sealed; for others, nobody."""
    found = Candidate.objects.filter(convention=convention).select_related("relay__channel")
    if viewer.is_any(Role.RECRUITER):
        return found.order_by("code")
    if not viewer.is_any(Role.INSTITUTE, Role.PARTNER) or pool_is_closed(convention):
        return found.none()
    mine = relays_of(viewer.account, convention, viewer.at)
    return found.filter(relay__in=mine, state="consented").order_by("code")


def candidate_at(convention: Convention, viewer: Viewer, key: UUID) -> Candidate | None:
    """One person, whose reading is noted."""
    found = candidates(convention, viewer).filter(pk=key).first()
    if found is not None:
        note(convention, viewer, "person", candidate=found.pk)
    return found


def searched(convention: Convention, viewer: Viewer, wanted: Wanted) -> Found:
    """Who the viewer may read, narrowed.

    A card number, a phone and an e-mail address are found among any number of people, the last
    two by their digests. Names are sealed one by one, so no more than MOST_OPENED are opened.
    """
    found = candidates(convention, viewer)
    found = found.filter(state=wanted.state) if wanted.state else found
    found = found.filter(relay__channel=wanted.channel) if wanted.channel else found
    if not wanted.text:
        return Found(people=found)
    exact = _exactly(convention, found, wanted.text)
    return Found(people=exact) if exact.exists() else _by_name(found, wanted.text)


def kept_in_address(convention: Convention, text: str) -> str:
    """What is looked for, fit for an address: a name would stay in the logs of every server on the
    way. Sealed with the key that each erasure destroys, it tells nothing of whoever is forgotten."""
    return keyring.seal(key_of_marks(convention), {"text": text}) if text else ""


def looked_for(convention: Convention, word: str) -> str:
    return str(keyring.opened(key_of_marks(convention), word).get("text", ""))


def named(convention: Convention, viewer: Viewer, shown: Iterable[Candidate]) -> list[Named]:
    """These people with their names; that they were read is noted."""
    rows = [Named(one, str(one.identity.get("name", ""))) for one in shown]
    if rows:
        note(convention, viewer, "list", count=len(rows))
    return rows


def my_relays(convention: Convention, viewer: Viewer) -> list[Relay]:
    """The relays for which the viewer enters people here."""
    return list(relays_of(viewer.account, convention, viewer.at))


def _exactly(convention: Convention, found: QuerySet[Candidate], text: str) -> QuerySet[Candidate]:
    letters = "".join(one for one in text.upper() if one.isalnum())
    by_code = found.filter(code=f"{letters[:3]}-{letters[3:]}")
    if by_code.exists():
        return by_code
    digests = marks_of(Candidate(convention=convention), {"phone": text, "email": text})
    return found.filter(marks__digest__in=list(digests.values())).distinct()


def _by_name(found: QuerySet[Candidate], text: str) -> Found:
    words = plain(text).split()
    if "@" in text or not any(one.isalpha() for one in text):  # nobody is called so
        return Found(people=found.none())
    rows = found.values_list("pk", "sealed_identity")[:MOST_OPENED]
    hits = (key for key, word in rows if _is_called(key, word, words))
    people = found.filter(pk__in=list(islice(hits, MOST_FOUND)))
    return Found(people=people, unread=max(0, found.count() - MOST_OPENED))


def _is_called(key: UUID, word: str, words: Sequence[str]) -> bool:
    name = plain(str(keyring.opened(key, word).get("name", "")))
    return bool(words) and all(one in name for one in words)
