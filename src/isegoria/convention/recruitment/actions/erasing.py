"""Forgetting: one code path, on the date that was set or when somebody asks."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from django.db import transaction

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Records, performs, under_lock
from isegoria.convention.journal import book
from isegoria.convention.recruitment import keyring
from isegoria.convention.recruitment.candidates import Candidate
from isegoria.convention.recruitment.rules import Erasure


@performs("erasure.perform")
def _perform(erasure: Erasure, by: By, *, people: int) -> Records:
    erasure.count, erasure.done_at = people, by.at
    return {"count": people, "on_request": erasure.on_request}


def erase(erasure: Erasure, by: By, people: Sequence[Candidate]) -> Erasure:
    """Forget these people: their rows, what the journal sealed of them, and their keys."""
    with under_lock(erasure):
        _perform(erasure, by, people=len(people))
        keys = [one.pk for one in people]
        book.forget([one.reference for one in people])
        Candidate.objects.filter(pk__in=keys).delete()
        transaction.on_commit(partial(_destroy, keys))
    return erasure


def _destroy(keys: Sequence[UUID]) -> None:
    for key in keys:
        keyring.forget(key)
