"""Documents, news and round tables, each published on its day."""

import re
from datetime import datetime
from functools import partial

from isegoria.convention.publishing.models import Document, RoundTable, Speaker, Version
from isegoria.convention.verbs import publishing
from isegoria.stages.facts import Fact, Text, fr, instant
from isegoria.stages.story import MORNING, NIGHT, Happening, Scene

LINK = re.compile(r"\]\(([a-z0-9-]+)\)")
ADDRESS = r"](/conventions/{}/documents/\1/)"


def story(scene: Scene) -> list[Happening]:
    tables = scene.facts.read("round_tables.toml")["round_tables"]
    return [
        *(Happening(_day(one), partial(_publish, scene, one)) for one in scene.facts.texts()),
        *(Happening(instant(one["announced"], hour=MORNING), partial(_announce, scene, one)) for one in tables),
        *(Happening(instant(one["recorded"], hour=MORNING), partial(_record, scene, one)) for one in tables),
    ]  # fmt: skip


def _day(text: Text) -> datetime:
    """News tell what happened in the day; other texts are there in the morning."""
    if text.about["kind"] == "news":
        return instant(text.about["date"], hour=NIGHT, minute=30)
    return instant(text.about["date"], hour=MORNING)


def _publish(scene: Scene, text: Text, at: datetime) -> None:
    about, by = text.about, scene.organiser(at)
    name = f"{about['slug']}/{about['language']}"
    document = Document(
        id=scene.key("document", name),
        convention=scene.convention,
        kind=about["kind"],
        slug=about["slug"],
        language=about["language"],
        place=about.get("place", ""),
    )
    version = Version(
        id=scene.key("version", name),
        document=document,
        title=about["title"],
        summary=about.get("summary", ""),
        body=_linked(scene, text.body),
        dated=about["date"],
        precision=about.get("date_precision", "day"),
        source=scene.facts.cited(about.get("sources", [])),
        plain_body=_linked(scene, text.plain),
        plain_status=about["plain_status"] if text.plain else "",
    )
    for verb in (publishing.draft, publishing.validate, publishing.publish):
        verb(version, by)


def _linked(scene: Scene, text: str) -> str:
    """In the folder a link is the name of another text; on the site it is an address."""
    return LINK.sub(ADDRESS.format(scene.convention.slug), text)


def _announce(scene: Scene, fact: Fact, at: datetime) -> None:
    table = RoundTable(
        id=scene.key("roundtable", fact["slug"]),
        convention=scene.convention,
        title=fr(fact, "title"),
        summary=fr(fact, "summary"),
        starts=instant(fact["starts"], hour=MORNING),
        place=fr(fact, "place"),
        source=scene.facts.cited(fact["source"]),
        fictional=fact.get("fictional", False),
    )
    speakers = [Speaker(name=one["name"], function=one["role_fr"]) for one in fact["speakers"]]
    publishing.announce(table, scene.organiser(at), speakers=speakers)


def _record(scene: Scene, fact: Fact, at: datetime) -> None:
    publishing.record(
        RoundTable.objects.get(pk=scene.key("roundtable", fact["slug"])),
        scene.organiser(at),
        video_url=fact["video"],
        subtitled="subtitles" in fact,
        transcript=fr(fact, "transcript"),
    )
