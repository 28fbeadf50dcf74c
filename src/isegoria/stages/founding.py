"""The convention, its mandates, and how it moved from one state to the next."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from isegoria.convention.chartered import By
from isegoria.convention.mandate.models import Convention, MandateVersion
from isegoria.convention.verbs import mandate, stewardship
from isegoria.stages.facts import Fact, Facts, Say, fr, instant, joined
from isegoria.stages.story import MORNING, Happening, Scene, key

OURS = "La formulation de la question est celle de cette reconstitution. Sources :"


def convention(facts: Facts, seed: int) -> Convention:
    """As it was first asked; each mandate changes the question that the home page shows."""
    about, first = facts.convention, _mandates(facts)[0]
    return Convention(
        id=key(facts.name, seed, "convention", about["slug"]),
        slug=about["slug"],
        title=fr(about, "title"),
        commissioner=about["commissioner"]["name"],
        notice=about["notice"]["fr"],
        fictional=about.get("fictional", False),
        time_zone=about["timezone"],
        question=fr(first, "question"),
        lede=fr(first, "scope"),
    )


def opening(facts: Facts) -> datetime:
    """When the story begins: the convention is created."""
    moves = {one["act"]: one for one in facts.read("stages.toml")["moves"]}
    return instant(moves["convention.create"]["at"], hour=MORNING)


def beginning(scene: Scene) -> list[Happening]:
    return [Happening(opening(scene.facts), partial(_create, scene))]


def story(scene: Scene) -> list[Happening]:
    """The mandates, then the moves: of one instant, the mandate comes first."""
    facts = scene.facts
    adopted = [_adoption(scene, one) for one in _mandates(facts)]
    moved = [
        Happening(instant(one["at"], hour=MORNING), partial(MOVES[one["act"]], scene))
        for one in facts.read("stages.toml")["moves"]
        if one["act"] in MOVES
    ]
    return [*adopted, *moved]


def _mandates(facts: Facts) -> list[Fact]:
    return list(facts.read("mandates.toml")["versions"])


def scope(fact: Fact, say: Say) -> str:
    return joined(say(fact, "scope"), say(fact, "selection"))


def _adoption(scene: Scene, fact: Fact) -> Happening:
    return Happening(instant(fact["date"], hour=MORNING), partial(_adopt, scene, fact))


def _adopt(scene: Scene, fact: Fact, at: datetime) -> None:
    version = MandateVersion(
        id=scene.key("mandate", str(fact["number"])),
        convention=scene.convention,
        question=fr(fact, "question"),
        scope=scope(fact, fr),
        commitment=fr(fact, "commitment"),
        answer_due=fact.get("answer_due"),
        answer_due_text=fact.get("answer_due_as_said", ""),
        panel_min=fact.get("panel_min"),
        panel_max=fact.get("panel_max"),
        act_reference=fr(fact, "act_reference"),
        decided_on=fact["date"],
        precision=fact["date_precision"],
        reason=fr(fact, "reason"),
        source=joined(OURS, scene.facts.cited(fact["source"])),
    )
    mandate.adopt(version, scene.organiser(at))
    if version.number > 1:
        changes = _presentation(scene.facts, fact)
        stewardship.describe(scene.convention, scene.organiser(at), changes=changes)


def _presentation(facts: Facts, fact: Fact) -> dict[str, object]:
    """What the home page says under a mandate; the last one has the whole presentation."""
    changes: dict[str, object] = {"question": fr(fact, "question"), "lede": fr(fact, "scope")}
    if fact["number"] < len(_mandates(facts)):
        return changes
    about = facts.convention
    themes = [fr(one, "label") for one in about["themes"]]
    return {**changes, "lede": about["summary"]["fr"], "themes": themes}


def _create(scene: Scene, at: datetime) -> None:
    stewardship.create(scene.convention, By(scene.people["adele"], at))


def _launch(scene: Scene, at: datetime) -> None:
    """No opinion of the guarantors was found, so the launch passes over the gate, in public."""
    reason = fr(scene.facts.read("gate.toml")["launch"], "reason")
    stewardship.launch_unready(scene.convention, scene.organiser(at), reason=reason)


def _step(act: Callable[[Convention, By], Convention], scene: Scene, at: datetime) -> None:
    act(scene.convention, scene.organiser(at))


MOVES: dict[str, Callable[[Scene, datetime], None]] = {
    "convention.announce": partial(_step, stewardship.announce),
    "convention.launch": _launch,
    **{name: partial(_step, act) for name, act in stewardship.NEXT_STEPS.items()},
}
