"""The demonstration's second convention: a made-up city that writes to the people of its register."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from functools import partial
from typing import Any

from isegoria.convention.chartered import By
from isegoria.convention.mandate.queries import convention_at
from isegoria.convention.recruitment.candidates import Candidate
from isegoria.convention.recruitment.channels import Channel, Relay
from isegoria.convention.recruitment.letters import Letter, Mailing
from isegoria.convention.recruitment.mailings import letter_at
from isegoria.convention.recruitment.registers import Drawable, Register, drawable, register_of
from isegoria.convention.recruitment.rules import Rules
from isegoria.convention.verbs import candidates, channels
from isegoria.convention.verbs import letters as acts
from isegoria.core.chance import Chance
from isegoria.core.sheets.writing import csv_of
from isegoria.core.sortition.strata import Share, Stratum, drawn, shared
from isegoria.stages import cast, dates, founding, quotas, translated
from isegoria.stages.facts import Fact, Facts, fr, instant
from isegoria.stages.story import MORNING, Happening, Scene

NAME = "exemple"
TITLES = ("nom", "adresse", "quartier")
PARTS = (
    founding.beginning,
    cast.story,
    founding.story,
    translated.story,
    dates.story,
    quotas.story,
)


def story(scene: Scene) -> list[Happening]:
    facts = Facts(NAME)
    other = replace(scene, facts=facts, convention=founding.convention(facts, scene.seed))
    fact = facts.read("letters.toml")
    told = [
        Happening(instant(fact["opened"], hour=MORNING), partial(_open, other, fact)),
        Happening(instant(fact["drawn"], hour=MORNING), partial(_write, other, fact)),
        Happening(instant(fact["answered"], hour=MORNING), partial(_answer, other, fact)),
    ]
    return [happening for part in PARTS for happening in part(other)] + told


def invitation() -> tuple[str, str] | None:
    """Whose door a letter of the demonstration opens (its slug), and with which code; None when
    no such letter was drawn, or it was answered."""
    facts = Facts(NAME)
    here, code = convention_at(facts.convention["slug"]), facts.read("letters.toml")["code"]
    letter = letter_at(here, code) if here else None
    if here is None or letter is None or letter.answered_on:
        return None
    return here.slug, f"{code[:4]}-{code[4:]}"


def _open(scene: Scene, fact: Fact, at: datetime) -> None:
    by = By(scene.people[fact["officer"]], at)
    rules = Rules(id=scene.key("rules", "1"), convention=scene.convention, erased_on=fact["erased"])
    channels.set_rules(rules, by)
    channel = Channel(
        id=scene.key("channel", fact["value"]),
        convention=scene.convention,
        means="register",
        criterion=fact["criterion"],
        value=fact["value"],
        note=fr(fact, "note"),
    )
    channels.open_channel(channel, by)
    relay = Relay(id=scene.key("relay", "city"), channel=channel, name=fr(fact, "sender"))
    channels.engage(relay, by)


def _write(scene: Scene, fact: Fact, at: datetime) -> None:
    """Addresses drawn by neighbourhood, more where fewer answer; nothing of the register stays."""
    register = register_of("registre.csv", csv_of(TITLES, tuple(_register(scene, fact))))
    found = drawable(register, (2,), (1,), one=True)
    rates: dict[Stratum, Fraction] = {
        (one["name"],): Fraction(one["rate"], 100) for one in fact["neighbourhoods"]
    }
    shares = shared(found.holds, rates, fact["letters"])
    seed = f"exemple {scene.seed}"
    places = drawn(found.strata, {one.stratum: one.letters for one in shares}, seed)
    order = {one.stratum: place for place, one in enumerate(shares)}
    codes = [fact["code"], *acts.new_codes(scene.convention, len(places) - 1)]
    acts.send(
        _mailing(scene, register, shares, seed),
        By(scene.people[fact["officer"]], at),
        codes=[
            (order[found.strata[place]], code) for place, code in zip(places, codes, strict=True)
        ],
        places=_written(found, places),
    )


def _register(scene: Scene, fact: Fact) -> Iterator[tuple[object, ...]]:
    chance, number = Chance(f"register {scene.seed}"), 0
    for one in fact["neighbourhoods"]:
        for home in range(1, one["homes"] + 1):
            for _n in range(1 + chance.below(3)):
                number += 1
                yield (
                    f"Habitant Fictif {number:04d}",
                    f"{home} rue de l’Exemple, {one['name']}",
                    one["name"],
                )


def _written(found: Drawable, places: tuple[int, ...]) -> set[str]:
    return {where for place in places for where in found.places[place]}


def _mailing(scene: Scene, register: Register, shares: tuple[Share, ...], seed: str) -> Mailing:
    strata = [
        {
            "name": " · ".join(one.stratum),
            "in_register": one.holds,
            "letters": one.letters,
            "expected": float(one.expected),
        }
        for one in shares
    ]
    return Mailing(
        id=scene.key("mailing", "1"),
        relay=Relay.objects.get(pk=scene.key("relay", "city")),
        seed=seed,
        register_sha256=register.sha256,
        strata=strata,
    )


def _answer(scene: Scene, fact: Fact, at: datetime) -> None:
    """Some register with the code of their letter; the one whose code is told waits."""
    waits = letter_at(scene.convention, fact["code"])
    letters = Letter.objects.filter(mailing__relay__channel__convention=scene.convention)
    answered = letters.order_by("digest")
    if waits is not None:
        answered = answered.exclude(pk=waits.pk)
    decks = _decks(scene, fact["criterion"])
    for number, letter in enumerate(answered[: fact["answers"]], start=1):
        person = Candidate(
            id=scene.key("candidate", str(number)),
            alias=scene.key("alias", str(number)),
            convention=scene.convention,
            relay=letter.mailing.relay,
        )
        said: dict[str, dict[str, Any]] = {
            "identity": {
                "name": f"Habitant Fictif {number:03d}",
                "phone": f"06 39 98 90 {number:02d}",
                "address": f"{number} rue de l’Exemple (adresse fictive)",
            },
            "answers": {name: deck[number % len(deck)] for name, deck in decks.items()},
            "needs": {"provisions": []},
            "consent": {"how": "self", "day": at.date().isoformat(), "helper": ""},
        }
        candidates.register(person, By(None, at), letter=letter, said=said)


def _decks(scene: Scene, apart_from: str) -> dict[str, list[str]]:
    """Criterion → as many of each value as the table aims at, shuffled."""
    rows = scene.facts.rows(scene.facts.read("quotas.toml")["file"])
    chance, decks = Chance(f"answers {scene.seed}"), dict[str, list[str]]()
    for row in rows:
        if row["feature"] != apart_from:
            decks.setdefault(row["feature"], []).extend([row["value"]] * int(row["target"]))
    return {name: chance.shuffled(deck) for name, deck in decks.items()}
