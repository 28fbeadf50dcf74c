"""How an act is carried out: lock, decide, run, move the state, record. Written once, for all.

This is the only place in the code base that assigns `.state`.
"""

import functools
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec, TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction

from isegoria.convention.chartered import By, Chartered
from isegoria.convention.governance.models import Deed
from isegoria.convention.journal import book
from isegoria.convention.journal.models import Entry, Log
from isegoria.convention.mandate.queries import open_windows
from isegoria.convention.people.models import Account
from isegoria.convention.people.queries import roles_of
from isegoria.core.charter import CHARTER, STAYS, Act, Decision, Role, Situation
from isegoria.core.journal import record
from isegoria.core.journal.canonical import Json

P = ParamSpec("P")
S = TypeVar("S", bound=Chartered)
Records = Mapping[str, Json] | None
PERFORMERS: dict[str, Callable[..., Any]] = {}
AFTER: list[Callable[[Entry], None]] = []  # called once an act is committed; cannot undo it
HELD: ContextVar[Mapping[UUID, Log]] = ContextVar("the logs locked by the acts under way")


class Refused(Exception):  # noqa: N818 -- reads as what happened
    """The charter says no, and why."""

    def __init__(self, act: Act, decision: Decision) -> None:
        super().__init__(f"{act.name}: {decision.code} {' '.join(decision.about)}".strip())
        self.act = act
        self.decision = decision


class Conflict(Exception):  # noqa: N818
    """Somebody else changed it meanwhile; `subject` is as it stands now."""

    def __init__(self, subject: Chartered) -> None:
        super().__init__(f"{subject.reference} is at revision {subject.revision}")
        self.subject = subject


class AlreadyDone(Exception):  # noqa: N818
    """The same request came before, and was carried out: `entry` tells it."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(f"done as entry {entry.number}")
        self.entry = entry


@dataclass(frozen=True, slots=True)
class Doing:
    """One act under way."""

    act: Act
    subject: Chartered
    by: By
    role: Role


def decide(name: str, subject: Chartered, by: By, **given: Any) -> Decision:
    """May this person do this now? Asked by pages for their buttons, and by `performs`."""
    act = CHARTER[name]
    convention = subject.in_convention()
    key = convention.pk if convention else None
    facts = subject.facts(by, **given) if act.given else {}
    return CHARTER.decide(
        name,
        Situation(
            roles=roles_of(by.actor, key, at=by.at),
            windows=open_windows(key, at=by.at) if act.during and key else frozenset(),
            state=subject.state,
            facts=frozenset(fact for fact, true in facts.items() if true),
        ),
    )


def performs(
    name: str,
) -> Callable[[Callable[Concatenate[S, By, P], Records]], Callable[Concatenate[S, By, P], S]]:
    """Make a function the one way to perform a chartered act.

    The function changes the subject's fields and what belongs to it, and returns what the
    journal may keep. It neither saves the subject nor moves its state.
    """
    act = CHARTER[name]

    def bind(
        function: Callable[Concatenate[S, By, P], Records],
    ) -> Callable[Concatenate[S, By, P], S]:
        if name in PERFORMERS:
            raise ValueError(f"{name} is performed twice")

        @functools.wraps(function)
        def perform(subject: S, by: By, /, *args: P.args, **given: P.kwargs) -> S:
            with _done_once(by), under_lock(subject) as log:
                _fresh(subject, by, act)
                decision = decide(name, subject, by, **given)
                if not decision:
                    raise Refused(act, decision)
                before = subject.state
                kept = function(subject, by, *args, **given)
                _move(subject, act)
                _record(log, Doing(act, subject, by, decision.role), before, kept or {})
            return subject

        PERFORMERS[name] = perform
        return perform

    return bind


@contextmanager
def under_lock(subject: Chartered) -> Iterator[Log]:
    """The book that the subject belongs to, locked: what is read here still holds in the act."""
    convention = subject.in_convention()
    key = convention.pk if convention else book.INSTANCE
    held = HELD.get({})
    with transaction.atomic(), _held(held[key]) if key in held else _taken(key) as log:
        yield log


@contextmanager
def _taken(key: UUID) -> Iterator[Log]:
    log = book.locked(key)
    token = HELD.set({**HELD.get({}), key: log})
    try:
        yield log
    finally:
        HELD.reset(token)


@contextmanager
def _held(log: Log) -> Iterator[Log]:
    """An act within an act: if it fails alone, the book is as long as it was before it."""
    size, frontier = log.size, log.frontier
    try:
        yield log
    except BaseException:
        log.size, log.frontier = size, frontier
        raise


@contextmanager
def _done_once(by: By) -> Iterator[None]:
    """The second coming of a request fails, here or at the entry's constraint; it is then known.

    Only then is the journal asked, so that the first coming costs no question more.
    """
    try:
        yield
    except (Refused, Conflict, IntegrityError):
        if by.once and (entry := Entry.objects.filter(once=by.once).first()):
            raise AlreadyDone(entry) from None
        raise


def _fresh(subject: Chartered, by: By, act: Act) -> None:
    """See the subject as it stands under the lock, and refuse to overwrite what was not seen.

    What a form left on the subject is forgotten: only the action may change it.
    """
    if act.creates:
        return
    seen = subject.revision
    own = [one.attname for one in subject._meta.concrete_fields if not one.is_relation]
    subject.refresh_from_db(fields=own)
    if subject.revision != seen:
        subject.refresh_from_db()
    if by.base is not None and by.base != subject.revision:
        raise Conflict(subject)


def _move(subject: Chartered, act: Act) -> None:
    if act.to_state != STAYS:
        subject.state = act.to_state
    subject.revision += 1
    subject.save(force_insert=act.creates)


def _record(log: Log, doing: Doing, before: str, kept: Mapping[str, Json]) -> None:
    act, by = doing.act, doing.by
    happening = record.Happening(
        at=by.at,
        act=act.name,
        by=doing.role,
        on_behalf_of=None if by.on_behalf_of is None else "helped",
        subject=doing.subject.reference,
        before=before,
        after=doing.subject.state,
        records=record.allowed(kept, act.records),
    )
    entry = book.write(log, book.Writing(happening, act.seen_by, by.once))
    hand = isinstance(by.actor, Account) and doing.role not in act.nameless
    Deed.objects.create(
        entry=entry,
        actor=by.actor if hand else None,
        on_behalf_of=by.on_behalf_of if hand and isinstance(by.on_behalf_of, Account) else None,
    )
    for follow in AFTER:
        transaction.on_commit(functools.partial(follow, entry), robust=True)
