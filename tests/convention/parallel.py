"""Many people acting at once, with real commits, in a database of its own.

Run by test_parallel.py as a program: the append-only triggers refuse what pytest's own
transactional tests do at their end. Prints what happened, as JSON.
"""

import json
import os
import sys
import uuid
from collections import Counter
from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any
from unittest import mock

import django
from django.core.management import call_command

MANY = 20


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "isegoria.config.settings")
    django.setup()
    call_command("migrate", verbosity=0)
    sys.stdout.write(json.dumps({one.__name__: one() for one in EXPERIMENTS}))


def distinct_acts() -> dict[str, Any]:
    told = begun("distinct")
    return {**together(MANY, lambda n: add(told, f"Réunion {n}")), **book_of(told)}


def the_same_request() -> dict[str, Any]:
    told, once = begun("same"), uuid.uuid4()
    return {**together(MANY, lambda _: add(told, "Réunion", once=once)), **book_of(told)}


def the_same_new_convention() -> dict[str, Any]:
    from isegoria.convention.chartered import By
    from isegoria.convention.models import Convention, Entry
    from isegoria.convention.verbs import stewardship
    from tests.cast import AT

    told, once = begun("parent"), uuid.uuid4()

    def create(_: int) -> None:
        made = Convention(slug="double", title="Double", commissioner="Ville")
        stewardship.create(made, By(told.alice, AT, once=once))

    done = together(MANY, create)
    return {**done, "entries": Entry.objects.filter(once=once).count()}


def two_conventions() -> dict[str, Any]:
    pair = begun("left"), begun("right")
    done = together(MANY, lambda n: add(pair[n % 2], f"Réunion {n}"))
    return {**done, "books": [book_of(one) for one in pair]}


def the_two_last_administrators() -> dict[str, Any]:
    from isegoria.convention.chartered import By
    from isegoria.convention.models import Appointment
    from isegoria.convention.people.queries import held_at
    from isegoria.convention.verbs import people
    from tests.cast import AT, account

    told = begun("last")
    zoe = people.grant(
        Appointment(account=account("Zoé Seconde"), role="administrator", since=AT),
        By(told.alice, AT),
    )
    administrators = held_at(AT).filter(role="administrator")
    for extra in administrators.exclude(pk=zoe.pk).exclude(account=told.alice):
        people.end(extra, By(told.alice, AT))
    pair = list(administrators)
    done = together(2, lambda n: people.end(pair[n], By(pair[1 - n].account, AT)))
    return {**done, "left": administrators.all().count()}


def the_same_person_by_two_relays() -> dict[str, Any]:
    """An institute and an association enter one person, whose phone is written in two ways."""
    from isegoria.convention.chartered import By
    from isegoria.convention.models import Candidate, Hand, Relay
    from isegoria.convention.verbs import candidates, channels
    from isegoria.core.charter import Role
    from tests import recruiting
    from tests.cast import AT, holder

    told = begun("field")
    recruiting.table(told)
    told.things["raoul"] = holder(Role.RECRUITER, told.convention, told.odile, name="raoul.field")
    relays = [
        recruiting.relay(told, recruiting.PHONE, "phone", "Institut"),
        recruiting.relay(told, recruiting.PARTNERS, "partner", "Association"),
    ]
    hands = []
    for of, role in zip(relays, (Role.INSTITUTE, Role.PARTNER), strict=True):
        account = holder(role, told.convention, told.odile, name=f"{role}.field")
        channels.give_access(Hand(relay=of, account=account), recruiting.officer(told))
        hands.append(account)

    def enter(n: int) -> None:
        of: Relay = relays[n % 2]
        said = recruiting.said(recruiting.YOUNG, name=f"Nom {n}")
        said["identity"]["phone"] = ("06 12 34 56 78", "+33 612345678")[n % 2]
        somebody = Candidate(convention=told.convention, relay=of)
        candidates.enter(somebody, By(hands[n % 2], AT, once=uuid.uuid4()), said=said)

    done = together(MANY, enter)
    return {**done, "people": Candidate.objects.filter(convention=told.convention).count()}


def without_the_lock() -> dict[str, Any]:
    """The same acts when nobody waits: both read the book, then both write."""
    from django.db import connection

    from isegoria.convention.journal import book
    from isegoria.convention.models import Log

    told, meeting = begun("unlocked"), Barrier(2, timeout=20)

    def unlocked(convention: uuid.UUID) -> Log:
        log = Log.objects.get(convention=convention)
        meeting.wait()
        return log

    connection.settings_dict["OPTIONS"].pop("transaction_mode", None)
    with mock.patch.object(book, "locked", unlocked):
        return {**together(2, lambda n: add(told, f"Réunion {n}")), **book_of(told)}


EXPERIMENTS: tuple[Callable[[], dict[str, Any]], ...] = (
    distinct_acts,
    the_same_request,
    the_same_new_convention,
    two_conventions,
    the_two_last_administrators,
    the_same_person_by_two_relays,
    without_the_lock,
)


def together(many: int, act: Callable[[int], object]) -> dict[str, Any]:
    """Start `many` threads at once, and count how each ended."""
    from django.db import connections

    start, ends = Barrier(many, timeout=20), Counter[str]()

    def go(n: int) -> None:
        start.wait()
        try:
            act(n)
            ends["done"] += 1
        except Exception as why:
            ends[type(why).__name__] += 1
        finally:
            connections.close_all()

    threads = [Thread(target=go, args=(n,)) for n in range(many)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {"ends": dict(ends)}


def begun(slug: str) -> Any:
    from tests import cast, story

    people = (f"{slug} {name}" for name in cast.NAMES.values())
    renamed = mock.patch.dict(cast.NAMES, zip(cast.NAMES, people, strict=True))
    with renamed, mock.patch.object(cast, "account", named(slug)):
        return story.begun(cast.administrator(), slug=slug)


def named(slug: str) -> Callable[[str], Any]:
    from isegoria.convention.models import Account

    return lambda name: Account.objects.create_user(f"{'.'.join(name.split())}.{slug}@exemple.org")


def add(told: Any, label: str, once: uuid.UUID | None = None) -> None:
    from isegoria.convention.chartered import By
    from isegoria.convention.models import CalendarItem
    from isegoria.convention.verbs import calendar
    from tests.cast import AT

    item = CalendarItem(convention=told.convention, label=label)
    calendar.add(item, By(told.odile, AT, once=once), starts=AT, ends=AT)


def book_of(told: Any) -> dict[str, Any]:
    from isegoria.convention.journal import queries
    from isegoria.convention.models import CalendarItem, Entry
    from isegoria.core.journal import merkle

    key = told.convention.pk
    entries = Entry.objects.filter(convention=key).order_by("position")
    hashes = [merkle.leaf_hash(leaf) for leaf in queries.leaves(key)]
    size, root = queries.tree_head(key)
    return {
        "milestones": CalendarItem.objects.filter(convention=key, window="").count(),
        "told": entries.filter(act="calendar.add").count() - 7,
        "gapless": list(entries.values_list("position", flat=True)) == list(range(size)),
        "same_root": merkle.root(merkle.frontier_of(hashes)) == root,
    }


if __name__ == "__main__":
    main()
