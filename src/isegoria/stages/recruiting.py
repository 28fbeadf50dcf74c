"""The recruitment of a demonstration: two channels, made-up people, a public draw, its panel."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial
from itertools import groupby
from uuid import UUID

from isegoria.convention.chartered import By
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.recruitment.candidates import Candidate
from isegoria.convention.recruitment.channels import Channel, Hand, Relay
from isegoria.convention.recruitment.composing import composed
from isegoria.convention.recruitment.draws import Draw
from isegoria.convention.recruitment.places import Panel, panel_for
from isegoria.convention.recruitment.pool import pool_of
from isegoria.convention.recruitment.replacing import proposed, replacing
from isegoria.convention.recruitment.rules import Erasure, Rules
from isegoria.convention.recruitment.sealing import sealing_of
from isegoria.convention.verbs import candidates, channels, draws, erasing, members, panel
from isegoria.core.chance import Chance
from isegoria.core.charter import Role
from isegoria.stages.crowd import MadeUp, crowd
from isegoria.stages.facts import Fact, fr, instant
from isegoria.stages.story import MORNING, Happening, Scene

LEAVERS = 2


def story(scene: Scene) -> list[Happening]:
    fact = scene.facts.read("recruitment.toml")
    opened = instant(fact["opened"], hour=MORNING)
    return [
        Happening(opened, partial(_open, scene, fact)),
        *_entries(scene, fact, opened),
        *(
            Happening(instant(one["on"], hour=18), partial(_calls, scene, one))
            for one in fact["calls"]
        ),
        Happening(instant(fact["sealed"], hour=MORNING), partial(_seal, scene, fact)),
        Happening(instant(fact["drawn"], hour=MORNING), partial(_draw, scene)),
        Happening(instant(fact["confirmed"], hour=MORNING), partial(_confirm, scene)),
        Happening(instant(fact["left"], hour=MORNING), partial(_leave, scene)),
        Happening(instant(fact["replaced"], hour=MORNING), partial(_replace, scene)),
        Happening(instant(fact["welcomed"], hour=MORNING), partial(_welcome, scene)),
        Happening(instant(fact["published"], hour=MORNING), partial(_publish, scene)),
        Happening(instant(fact["attended"], hour=MORNING), partial(_attend, scene)),
        Happening(instant(fact["erased"], hour=MORNING), partial(_erase, scene)),
    ]


def _by(scene: Scene, who: str, at: datetime) -> By:
    return By(scene.people[who], at)


def _open(scene: Scene, fact: Fact, at: datetime) -> None:
    by = _by(scene, fact["officer"], at)
    rules = Rules(
        id=scene.key("rules", "1"),
        convention=scene.convention,
        alternates=fact["alternates"],
        quorum_percent=fact["quorum_percent"],
        replaced_until=instant(fact["replaced_until"], hour=MORNING),
        erased_on=fact["erased"] - timedelta(days=1),
    )
    channels.set_rules(rules, by)
    for one in fact["channels"]:
        channel = Channel(
            id=scene.key("channel", one["value"]),
            convention=scene.convention,
            means=one["means"],
            criterion=fact["criterion"],
            value=one["value"],
            note=fr(one, "note"),
        )
        channels.open_channel(channel, by)
        for relay in one["relays"]:
            _engage(scene, channel, relay, by)


def _engage(scene: Scene, channel: Channel, fact: Fact, by: By) -> None:
    relay = Relay(id=scene.key("relay", fact["key"]), channel=channel, name=fr(fact, "name"))
    channels.engage(relay, by)
    for who in fact.get("hands", ()):
        key = scene.key("hand", f"{fact['key']} {who}")
        channels.give_access(Hand(id=key, relay=relay, account=scene.people[who]), by)


def _entries(scene: Scene, fact: Fact, opened: datetime) -> list[Happening]:
    """So many people a relay, spread over the days of the recruitment."""
    targets = _targets(scene, apart_from=fact["criterion"])
    relays = [one for channel in fact["channels"] for one in channel["relays"]]
    order = [one for one in relays for _ in range(one["people"])]
    mixed = Chance(f"order {scene.seed}").shuffled(order)
    people = crowd(targets, len(mixed), scene.seed)
    step = timedelta(days=fact["days"]) / len(people)
    return [
        Happening(opened + timedelta(hours=2) + place * step, partial(_enter, scene, relay, person))
        for place, (relay, person) in enumerate(zip(mixed, people, strict=True))
    ]


def _targets(scene: Scene, *, apart_from: str) -> Mapping[str, list[tuple[str, int]]]:
    table = scene.facts.read("quotas.toml")
    rows = [one for one in scene.facts.rows(table["file"]) if one["feature"] != apart_from]
    return {
        name: [(one["value"], int(one["target"])) for one in cells]
        for name, cells in groupby(rows, key=lambda one: one["feature"])
    }


def _enter(scene: Scene, fact: Fact, made_up: MadeUp, at: datetime) -> None:
    by = _by(scene, fact["by"], at)
    person = Candidate(
        id=scene.key("candidate", str(made_up.number)),
        alias=scene.key("alias", str(made_up.number)),
        convention=scene.convention,
        relay=Relay.objects.get(pk=scene.key("relay", fact["key"])),
    )
    reached = {"through": fr(fact, "name")} if fact.get("through") else {"phone": made_up.phone}
    said = {
        "identity": {
            "name": made_up.name,
            "born": made_up.born,
            "address": made_up.address,
            **reached,
        },
        "answers": made_up.answers,
        "needs": {"provisions": list(made_up.provisions)},
        "consent": {"how": "oral", "day": at.date().isoformat(), "helper": str(by.actor)},
    }
    candidates.enter(person, by, said=said)


def _calls(scene: Scene, fact: Fact, at: datetime) -> None:
    relay = Relay.objects.get(pk=scene.key("relay", fact["relay"]))
    for outcome, count in fact["outcomes"].items():
        channels.count_calls(relay, _by(scene, fact["by"], at), outcome=outcome, count=count)


def _seal(scene: Scene, fact: Fact, at: datetime) -> None:
    pool = pool_of(scene.convention)
    if pool is None:
        raise LookupError("the quota table is frozen before the draw")
    draw = Draw(
        id=scene.key("draw", "1"),
        convention=scene.convention,
        table=pool.table,
        source="balls",
        source_text=fr(fact, "balls"),
        sealed_at=at,
    )
    sealing = sealing_of(draw, pool)
    draws.seal(draw, _by(scene, fact["officer"], at), sealing)


def _draw(scene: Scene, at: datetime) -> None:
    draw = Draw.objects.get(pk=scene.key("draw", "1"))
    ticket = Chance(f"balls {scene.seed}").below(1000)
    draws.sign(draw, _by(scene, "gaston", at), ticket=ticket)
    draws.countersign(draw, _by(scene, "gaelle", at), ticket=ticket)


def _panel(scene: Scene, *states: str) -> list[Candidate]:
    found = Candidate.objects.filter(convention=scene.convention, state__in=states)
    return list(found.order_by("seat"))


def _officer(scene: Scene, at: datetime) -> Viewer:
    return Viewer(scene.people["regine"], frozenset({Role.RECRUITER}), at)


def _look(scene: Scene, at: datetime) -> Panel:
    """The panel as the officer sees it; that they looked is noted, as for anybody."""
    found = panel_for(scene.convention, _officer(scene, at))
    if found is None:
        raise LookupError("the panel is drawn before it is looked at")
    return found


def _seated(scene: Scene, *states: str) -> list[Candidate]:
    found = Candidate.objects.filter(convention=scene.convention, state__in=states)
    return list(found.order_by("seat"))


def _confirm(scene: Scene, at: datetime) -> None:
    by = _by(scene, "regine", at)
    for person in _seated(scene, "drawn"):
        panel.confirm(person, by)
    panel.list_alternates(proposed(_look(scene, at)), by)


def _leave(scene: Scene, at: datetime) -> None:
    people = Chance(f"leavers {scene.seed}").shuffled(_seated(scene, "confirmed"))
    for person in people[:LEAVERS]:
        candidates.withdraw(person, _by(scene, "regine", at))


def _replace(scene: Scene, at: datetime) -> None:
    """One of the two who left is replaced, by whoever is ranked first."""
    by, ranking = _by(scene, "regine", at), replacing(_look(scene, at))
    first = ranking.first
    if first:
        panel.accept(panel.call(first.candidate, by), by)


def _welcome(scene: Scene, at: datetime) -> None:
    """Each who confirmed has a number and a card."""
    for person in _seated(scene, "confirmed"):
        named = partial(_named, scene, person)
        members.welcome(person, _by(scene, "regine", at), named)


def _named(scene: Scene, person: Candidate, what: str) -> UUID:
    """What belongs to a member is called the same for the same seed."""
    return scene.key(f"{what} of a member", str(person.pk))


def _publish(scene: Scene, at: datetime) -> None:
    found = composed(scene.convention, _officer(scene, at))
    if found is None:
        raise LookupError("the panel is drawn before it is published")
    composition = found.composition()
    composition.id = scene.key("composition", "1")
    by = _by(scene, "regine", at)
    panel.publish_composition(
        composition, by, tables=found.tables, filled=found.filled, pool=found.pool
    )


def _attend(scene: Scene, at: datetime) -> None:
    for person in _seated(scene, "confirmed"):
        panel.attend(person, _by(scene, "regine", at))


def _erase(scene: Scene, at: datetime) -> None:
    """The others are forgotten, a month after the last session."""
    erasure = Erasure(id=scene.key("erasure", "1"), convention=scene.convention)
    erasing.erase_on_the_date(erasure, _by(scene, "regine", at))
