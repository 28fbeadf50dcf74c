"""Forgetting: one code path, on the date that was set or when somebody asks."""

from collections.abc import Iterator, Sequence
from functools import partial
from uuid import UUID

from django.db import transaction

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Records, performs, under_lock
from isegoria.convention.journal import book
from isegoria.convention.recruitment import keyring
from isegoria.convention.recruitment.candidates import IN_THE_PANEL, Candidate
from isegoria.convention.recruitment.computations import forget
from isegoria.convention.recruitment.draws import Entrant
from isegoria.convention.recruitment.forgetting import to_forget
from isegoria.convention.recruitment.letters import Written, key_of_written
from isegoria.convention.recruitment.marks import mark_again
from isegoria.convention.recruitment.pasts import remember
from isegoria.convention.recruitment.rules import Erasure

AT_ONCE = 500


@performs("erasure.perform")
def _perform(erasure: Erasure, by: By, *, people: int, sitting: int, letters: int) -> Records:
    erasure.count, erasure.done_at = people, by.at
    return {"count": people, "on_request": erasure.on_request}


def erase(erasure: Erasure, by: By, people: Sequence[Candidate], *, letters: int = 0) -> Erasure:
    """Forget these people: their rows, what the journal and sealed lists say of them, their
    keys, and the key by which anybody could be known again in a copy."""
    with under_lock(erasure):
        sitting = sum(one.state in IN_THE_PANEL for one in people)
        _perform(erasure, by, people=len(people), sitting=sitting, letters=letters)
        forget(erasure.convention)
        remember(erasure.convention, people, empty=erasure.on_request)
        for some in _batches(people):
            keys = [one.pk for one in some]
            book.forget([one.reference for one in some])
            Entrant.objects.filter(candidate__in=keys).update(sealed_opening="")
            Candidate.objects.filter(pk__in=keys).delete()
            transaction.on_commit(partial(_destroy, keys))
        transaction.on_commit(partial(_destroy, [mark_again(erasure.convention)]))
    return erasure


def erase_on_the_date(erasure: Erasure, by: By) -> Erasure:
    """Forget everybody who does not sit in the panel, as they are under the lock, and where
    letters went."""
    here = erasure.convention
    with under_lock(erasure):
        written = Written.objects.filter(convention=here)
        erase(erasure, by, list(to_forget(here)), letters=written.count())
        written.delete()
        transaction.on_commit(partial(_destroy, [key_of_written(here.pk)]))
    return erasure


def _batches(people: Sequence[Candidate]) -> Iterator[Sequence[Candidate]]:
    return (people[first : first + AT_ONCE] for first in range(0, len(people), AT_ONCE))


def _destroy(keys: Sequence[UUID]) -> None:
    for key in keys:
        keyring.forget(key)
