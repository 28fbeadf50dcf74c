"""Loads a demonstration as it was at a stage, the same for the same seed."""

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import count

from django.conf import settings
from django.db import transaction

from isegoria.convention.journal import book
from isegoria.convention.mandate.queries import holds_conventions
from isegoria.stages import (
    bodies,
    cast,
    dates,
    founding,
    hearings,
    inquiries,
    letters,
    minutes,
    questions,
    quotas,
    recruiting,
    sessions,
    sittings,
    texts,
    translated,
)
from isegoria.stages.facts import HERE, Facts
from isegoria.stages.story import Happening, Scene, tell

PARTS: tuple[Callable[[Scene], list[Happening]], ...] = (
    cast.founders,
    founding.beginning,
    cast.story,
    founding.story,
    translated.story,
    bodies.story,
    dates.story,
    quotas.story,
    recruiting.story,
    sessions.story,
    texts.story,
    questions.story,
    hearings.story,
    sittings.story,
    minutes.story,
    inquiries.story,
    letters.story,
)


class CannotLoad(SystemExit):
    """Says why a demonstration is not loaded, in a sentence for whoever asked."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Where the demonstration's clock stands, and the address of its convention."""

    at: datetime
    slug: str


def load(name: str, *, at: str, seed: int, now: datetime) -> Loaded:
    """Tell the story of a demonstration up to a stage. `now` is what its clock is set against."""
    facts = require(name, at)
    if holds_conventions():
        raise CannotLoad(
            "Ces données contiennent déjà une convention. Choisissez un autre dossier avec --data."
        )
    clock = facts.stages[at]
    scene = Scene(facts=facts, seed=seed, convention=founding.convention(facts, seed))
    with transaction.atomic(), _seeded(seed):
        story = [happening for part in PARTS for happening in part(scene)]
        tell(story, since=founding.opening(facts), until=clock)
    _set_clock(name, at, seed, clock=clock, now=now)
    return Loaded(clock, scene.convention.slug)


def require(name: str, at: str) -> Facts:
    """The facts of a demonstration that has this stage, or a sentence that says which exist."""
    names = sorted(file.parent.name for file in HERE.glob("*/stages.toml"))
    known = [one for one in names if Facts(one).stages]
    if name not in known:
        raise CannotLoad(f"« {name} » n’est pas une démonstration. Choix : {', '.join(known)}.")
    facts = Facts(name)
    if at not in facts.stages:
        raise CannotLoad(
            f"« {at} » n’est pas une étape de « {name} ». Choix : {', '.join(facts.stages)}."
        )
    return facts


@contextmanager
def _seeded(seed: int) -> Iterator[None]:
    """Draw the salts of sealed entries from the seed. A demonstration has no secrets."""
    numbers = count()
    token = book.SALT.set(
        lambda: hashlib.sha256(f"isegoria:salt/{seed}/{next(numbers)}".encode()).digest()[:16]
    )
    try:
        yield
    finally:
        book.SALT.reset(token)


def _set_clock(name: str, at: str, seed: int, *, clock: datetime, now: datetime) -> None:
    kept = {
        "name": name,
        "at": at,
        "seed": seed,
        "offset_seconds": round((clock - now).total_seconds()),
    }
    (settings.DATA_DIR / "stage.json").write_text(json.dumps(kept) + "\n", "utf-8")
